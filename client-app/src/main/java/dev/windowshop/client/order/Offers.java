package dev.windowshop.client.order;

import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.Order;
import java.util.concurrent.CompletableFuture;

/// What the screens need of offers. No method blocks.
public interface Offers {
  /// @param key the same one never makes a second order
  CompletableFuture<Order> accept(String offerId, String key, Offer.Accept accept);

  CompletableFuture<Offer> decline(String offerId);

  CompletableFuture<Offer> withdraw(String offerId);

  /// Into a conversation, where it shows like any message.
  ///
  /// @param key the same one is never sent twice
  CompletableFuture<Void> send(String conversationId, String key, Offer.Make make);
}
