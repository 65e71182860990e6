package dev.windowshop.client.order;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.ProblemException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One order, as it changes.
public final class OrderViewModel {
  private final String id;
  private final Orders orders;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<@Nullable Order> order = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final Subscription changes;

  public OrderViewModel(String id, Orders orders, Executor ui) {
    this.id = id;
    this.orders = orders;
    this.ui = ui;
    changes = orders.orders().observe(now -> ui.execute(() -> show(now)));
  }

  /// The page is gone for good.
  public void close() {
    changes.close();
  }

  private void show(List<Order> all) {
    all.stream().filter(one -> one.id().equals(id)).findFirst().ifPresent(order::set);
  }

  public boolean canPay() {
    Order now = order.get();
    return now != null
        && now.status() == Order.Status.AWAITING_PAYMENT
        && now.payment().status() != Order.PaymentStatus.PENDING;
  }

  public boolean canCancel() {
    Order now = order.get();
    return now != null
        && now.status() != Order.Status.CANCELLED
        && now.fulfilments().stream()
            .allMatch(one -> one.status() == Order.FulfilmentStatus.WAITING);
  }

  public boolean canReturn() {
    Order now = order.get();
    return now != null
        && now.fulfilments().stream()
            .anyMatch(one -> one.status() == Order.FulfilmentStatus.DELIVERED);
  }

  /// With the same provider as before.
  public void pay() {
    Order now = order.get();
    if (now != null && canPay()) {
      begin(orders.pay(id, new Order.Pay(now.payment().provider(), null)));
    }
  }

  /// @param why may be empty
  public void cancel(String why) {
    begin(orders.cancel(id, said(why)));
  }

  /// @param why may be empty
  public void askToReturn(String why) {
    begin(orders.askToReturn(id, said(why)));
  }

  private static @Nullable String said(String why) {
    return why.isBlank() ? null : why.strip();
  }

  /// Puts the same into the cart again.
  ///
  /// @param done told what became of it
  public void reorder(Consumer<Reordered> done) {
    Order now = order.get();
    if (now == null || busy.get()) {
      return;
    }
    busy.set(true);
    trouble.set("");
    orders
        .reorder(now)
        .whenComplete((again, failure) ->
            ui.execute(() -> {
              busy.set(false);
              if (again != null) {
                done.accept(again);
              } else if (failure != null) {
                trouble.set(why(failure));
              }
            }));
  }

  private void begin(CompletableFuture<Order> work) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    trouble.set("");
    work.whenComplete((done, failure) ->
        ui.execute(() -> {
          busy.set(false);
          if (failure != null) {
            trouble.set(why(failure));
          }
        }));
  }

  private static String why(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof ProblemException && cause.getMessage() != null
        ? cause.getMessage()
        : "The relay can't be reached just now. Try again in a moment.";
  }

  /// Null until it is known.
  public ReadOnlyObjectProperty<@Nullable Order> order() {
    return order.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }
}
