package dev.windowshop.client.store;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Preferences;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What the shopper cares for, as the screens need it. No method blocks; everything works without
/// the relay, which is told later.
public interface Interests {
  /// What is picked for the shopper, brought up to what they just did.
  Live<Recommendations> feed();

  /// Asks the relay for the feed as it is now.
  void refreshFeed();

  /// What came into the shop lately, what fits the shopper first; the last one when the relay is
  /// away.
  CompletableFuture<List<Product>> newForYou();

  /// What goes with what is in a cart.
  CompletableFuture<List<Product>> withCart(List<String> productIds);

  /// What may please everybody in a group's conversation; the last of it when the relay is away.
  CompletableFuture<List<Product>> forGroup(String conversationId);

  /// What may please everybody who is in a call.
  CompletableFuture<List<Product>> forCall(String callId);

  /// Pages that were looked at on this machine, the newest first.
  Live<List<Product>> viewed();

  /// "Not interested": it is on no shelf from now on.
  void dismiss(Product product);

  /// Takes a dismissal back.
  void restore(Product product);

  /// As if the shopper had never met the product: here at once, at the relay a moment later.
  ///
  /// @return takes it back, for as long as the relay has not been told; later it does nothing
  Runnable forget(Product product);

  void forgetEverything();

  /// Bought: not shown again, from this moment.
  void bought(List<String> productIds);

  /// Whether nothing new is remembered.
  Live<Boolean> privateMode();

  void setPrivateMode(boolean on);

  /// What the shopper says they like.
  Live<Preferences> likes();

  void setLikes(Preferences likes);

  /// Was on the screen long enough to be seen.
  ///
  /// @param list for example `for-you`
  /// @param from place of the first in the list
  void shown(String list, List<Recommendations.Item> items, int from);
}
