package dev.windowshop.client.order;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.Order;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Offers, at the relay: what is agreed to has to be open at that moment, so nothing waits for a
/// connection. Thread-safe; nothing blocks.
public final class OfferService implements Offers {
  private final RelayClient relay;
  private final Orders orders;
  private final Workers workers;

  public OfferService(RelayClient relay, Orders orders, Workers workers) {
    this.relay = relay;
    this.orders = orders;
    this.workers = workers;
  }

  @Override
  public CompletableFuture<Order> accept(String offerId, String key, Offer.Accept accept) {
    return async(() -> {
      Order order = relay.post("/offers/" + offerId + "/accept", accept, key, Order.class);
      orders.refresh();
      return order;
    });
  }

  @Override
  public CompletableFuture<Offer> decline(String offerId) {
    return end(offerId, "decline");
  }

  @Override
  public CompletableFuture<Offer> withdraw(String offerId) {
    return end(offerId, "withdraw");
  }

  @Override
  public CompletableFuture<Void> send(String conversationId, String key, Offer.Make make) {
    return async(() -> {
      relay.post(
          "/conversations/" + conversationId + "/messages",
          new Message.Send(null, key, Message.Type.OFFER, null, null, null, Json.tree(make)),
          Message.class);
      return null;
    });
  }

  private CompletableFuture<Offer> end(String offerId, String how) {
    return async(
        () -> relay.post("/offers/" + offerId + "/" + how, new Order.Note(null), Offer.class));
  }

  private <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, workers.io());
  }
}
