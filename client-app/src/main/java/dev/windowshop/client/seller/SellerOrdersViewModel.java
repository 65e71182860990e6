package dev.windowshop.client.seller;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.store.Trouble;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.ShopProfile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Orders of the own shop: what is to be packed and sent, what is on its way, what is done.
public final class SellerOrdersViewModel {
  /// Which of them.
  public enum Part {
    TO_DO,
    ON_THE_WAY,
    ALL
  }

  private final Selling selling;
  private final Executor ui;
  private final ObservableList<Order> shown = FXCollections.observableArrayList();
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.TO_DO);
  private final ReadOnlyIntegerWrapper toDo = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private @Nullable Subscription changes;
  private List<Order> all = List.of();

  public SellerOrdersViewModel(Selling selling, Executor ui) {
    this.selling = selling;
    this.ui = ui;
    part.subscribe(() -> fill());
  }

  public void activate() {
    deactivate();
    changes =
        selling
            .orders()
            .observe(now ->
                ui.execute(() -> {
                  all = now;
                  fill();
                }));
    selling.refresh();
  }

  public void deactivate() {
    if (changes != null) {
      changes.close();
      changes = null;
    }
  }

  private void fill() {
    shown.setAll(all.stream().filter(order -> isPart(order, part.get())).toList());
    toDo.set((int) all.stream().filter(order -> isPart(order, Part.TO_DO)).count());
  }

  private boolean isPart(Order order, Part wanted) {
    Order.FulfilmentStatus status = status(order);
    boolean agreed = order.status() == Order.Status.PAID || order.status() == Order.Status.PLACED;
    return switch (wanted) {
      case ALL -> true;
      case TO_DO ->
          agreed
              && (status == Order.FulfilmentStatus.WAITING
                  || status == Order.FulfilmentStatus.PACKED
                  || status == Order.FulfilmentStatus.RETURN_REQUESTED);
      case ON_THE_WAY -> agreed && status == Order.FulfilmentStatus.SHIPPED;
    };
  }

  /// How far the own shop's part is.
  public Order.FulfilmentStatus status(Order order) {
    return fulfilment(order).map(Order.Fulfilment::status).orElse(Order.FulfilmentStatus.UNKNOWN);
  }

  Optional<Order.Fulfilment> fulfilment(Order order) {
    Optional<ShopProfile> own = selling.shop().value();
    String id = own == null ? null : own.map(ShopProfile::id).orElse(null);
    return order.fulfilments().stream()
        .filter(one -> id == null || one.shopId().equals(id))
        .findFirst();
  }

  /// What can be given back still, minor units.
  long refundable(Order order) {
    return order.payment().captured().amount() - order.payment().refunded().amount();
  }

  /// @param tracking may be empty
  public void step(Order order, Order.FulfilmentStatus next, String tracking) {
    begin(
        selling.fulfil(
            order.id(), new Order.Fulfil(next, tracking.isBlank() ? null : tracking.strip())));
  }

  /// @param typed an amount as it was typed
  public void refund(Order order, String typed, String note) {
    Long amount = Amounts.parse(typed, order.total().currency());
    if (amount == null || amount == 0 || amount > refundable(order)) {
      trouble.set(
          "At most "
              + Amounts.text(
                  new dev.windowshop.protocol.Money(refundable(order), order.total().currency()))
              + " can be given back.");
      return;
    }
    begin(selling.refund(order.id(), amount, note.isBlank() ? null : note.strip()));
  }

  private void begin(CompletableFuture<Order> work) {
    trouble.set("");
    work.whenComplete((order, failure) -> {
      if (failure != null) {
        ui.execute(() -> trouble.set(Trouble.of(failure)));
      }
    });
  }

  public ObservableList<Order> orders() {
    return shown;
  }

  public ObjectProperty<Part> part() {
    return part;
  }

  /// How many wait to be packed, sent or taken back.
  public ReadOnlyIntegerProperty toDo() {
    return toDo.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }
}
