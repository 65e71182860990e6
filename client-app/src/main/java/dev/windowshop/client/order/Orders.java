package dev.windowshop.client.order;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.CheckoutOptions;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Transaction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What the screens need of orders. No method blocks.
public interface Orders {
  /// Own orders, the newest first, as they are kept on this machine.
  Live<List<Order>> orders();

  /// Checkouts that wait for the relay, the oldest first.
  Live<List<WaitingCheckout>> waiting();

  /// Kept from the last time while the relay can't be reached.
  CompletableFuture<CheckoutOptions> options();

  CompletableFuture<CheckoutOutcome> checkout(Order.Checkout checkout);

  /// Takes back a checkout that still waits.
  void forget(WaitingCheckout checkout);

  CompletableFuture<Order> pay(String orderId, Order.Pay pay);

  CompletableFuture<Order> cancel(String orderId, @Nullable String note);

  CompletableFuture<Order> askToReturn(String orderId, @Nullable String note);

  /// Puts what was bought into the cart again, as far as it can still be had.
  CompletableFuture<Reordered> reorder(Order order);

  /// Money that moved, the newest first, as it is kept on this machine.
  Live<List<Transaction>> transactions();

  void refreshTransactions();

  /// Asks the relay what has changed.
  void refresh();
}
