package dev.windowshop.client.order;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.CheckoutOptions;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Orders that answer what they are told to.
public final class FakeOrders implements Orders {
  public final Live<List<Order>> all = new Live<>(List.of());
  public final Live<List<WaitingCheckout>> waits = new Live<>(List.of());
  public final Live<List<Transaction>> money = new Live<>(List.of());
  public final List<Order> reordered = new ArrayList<>();
  public final List<Order.Checkout> asked = new ArrayList<>();
  public CompletableFuture<CheckoutOutcome> outcome =
      CompletableFuture.completedFuture(new CheckoutOutcome.Queued());

  private static Money euros(long cents) {
    return new Money(cents, "EUR");
  }

  /// An order of two things from one shop.
  public static Order sample(int number, Order.Status status, Order.FulfilmentStatus fulfilment) {
    Instant at = Instant.parse("2026-11-20T10:15:00Z").plusSeconds(number * 86_400L);
    String id = "01a1f000-0000-7000-8000-00000000000" + number;
    return new Order(
        id,
        status,
        "maya",
        List.of(
            new Order.Line(
                "v1",
                "p1",
                "s1",
                "Wool overcoat",
                Map.of("Size", "M"),
                "p1",
                1,
                euros(24900),
                euros(24900)),
            new Order.Line(
                "v2", "p2", "s1", "Bud vase", Map.of(), "p2", 2, euros(1900), euros(3800))),
        new Order.Address(
            "Maya Lindqvist", "Långgatan 3", null, "414 63", "Göteborg", null, "Sweden", null),
        "standard",
        euros(28700),
        euros(490),
        euros(29190),
        new Order.Payment(
            "pay" + number,
            "test",
            status == Order.Status.AWAITING_PAYMENT
                ? Order.PaymentStatus.DECLINED
                : Order.PaymentStatus.CAPTURED,
            euros(29190),
            euros(29190),
            euros(0),
            null,
            status == Order.Status.AWAITING_PAYMENT ? "The card was declined." : null),
        List.of(new Order.Fulfilment("s1", "Nordlys", fulfilment, euros(490), null, at)),
        List.of(
            new Order.Step(at, "created", null, null),
            new Order.Step(at.plusSeconds(2), "paid", null, null)),
        null,
        at,
        at);
  }

  public static List<Transaction> sampleTransactions() {
    List<Transaction> all = new ArrayList<>();
    for (int number = 3; number >= 1; number--) {
      Order order = sample(number, Order.Status.PAID, Order.FulfilmentStatus.DELIVERED);
      if (number == 1) {
        all.add(transaction("t9", order, Transaction.Kind.REFUND, 3800));
      }
      all.add(
          transaction(
              "t" + number,
              order,
              number == 3 ? Transaction.Kind.AUTHORISATION : Transaction.Kind.CAPTURE,
              order.total().amount()));
    }
    return all;
  }

  private static Transaction transaction(
      String id, Order order, Transaction.Kind kind, long amount) {
    return new Transaction(
        id,
        order.id(),
        order.payment().id(),
        order.payment().provider(),
        kind,
        euros(amount),
        order.createdAt());
  }

  @Override
  public Live<List<Order>> orders() {
    return all;
  }

  @Override
  public Live<List<WaitingCheckout>> waiting() {
    return waits;
  }

  @Override
  public CompletableFuture<CheckoutOptions> options() {
    return CompletableFuture.completedFuture(
        new CheckoutOptions(
            List.of(
                new CheckoutOptions.Delivery("pickup", euros(0)),
                new CheckoutOptions.Delivery("standard", euros(490)),
                new CheckoutOptions.Delivery("express", euros(990))),
            List.of("on_delivery", "test")));
  }

  @Override
  public CompletableFuture<CheckoutOutcome> checkout(Order.Checkout checkout) {
    asked.add(checkout);
    return outcome;
  }

  @Override
  public void forget(WaitingCheckout checkout) {
    waits.update(now -> now.stream().filter(one -> !one.equals(checkout)).toList());
  }

  @Override
  public CompletableFuture<Order> pay(String orderId, Order.Pay pay) {
    return new CompletableFuture<>();
  }

  @Override
  public CompletableFuture<Order> cancel(String orderId, @Nullable String note) {
    return new CompletableFuture<>();
  }

  @Override
  public CompletableFuture<Order> askToReturn(String orderId, @Nullable String note) {
    return new CompletableFuture<>();
  }

  @Override
  public CompletableFuture<Reordered> reorder(Order order) {
    reordered.add(order);
    return CompletableFuture.completedFuture(new Reordered(1, List.of("Bud vase")));
  }

  @Override
  public Live<List<Transaction>> transactions() {
    return money;
  }

  @Override
  public void refreshTransactions() {}

  @Override
  public void refresh() {}
}
