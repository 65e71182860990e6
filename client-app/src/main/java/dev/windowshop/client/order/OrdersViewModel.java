package dev.windowshop.client.order;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Order;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What was bought, and what waits to be ordered.
public final class OrdersViewModel {
  private final Orders orders;
  private final ObservableList<Order> shown = FXCollections.observableArrayList();
  private final ObservableList<WaitingCheckout> waiting = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final Subscription changes;
  private final Subscription waits;
  private List<Order> all = List.of();

  public OrdersViewModel(Orders orders, Executor ui) {
    this.orders = orders;
    search.subscribe(() -> fill());
    changes =
        orders
            .orders()
            .observe(now ->
                ui.execute(() -> {
                  all = now;
                  fill();
                }));
    waits = orders.waiting().observe(now -> ui.execute(() -> waiting.setAll(now)));
  }

  /// The page is gone for good.
  public void close() {
    changes.close();
    waits.close();
  }

  private void fill() {
    String asked = search.get().strip().toLowerCase(Locale.ROOT);
    shown.setAll(all.stream().filter(order -> asked.isEmpty() || matches(order, asked)).toList());
  }

  private static boolean matches(Order order, String asked) {
    return order.id().startsWith(asked)
        || OrderWords.status(order).toLowerCase(Locale.ROOT).contains(asked)
        || order.lines().stream()
            .anyMatch(line -> line.title().toLowerCase(Locale.ROOT).contains(asked))
        || order.fulfilments().stream()
            .anyMatch(one -> one.shopName().toLowerCase(Locale.ROOT).contains(asked));
  }

  public void refresh() {
    orders.refresh();
  }

  public void forget(WaitingCheckout checkout) {
    orders.forget(checkout);
  }

  /// Those that match what is searched for, the newest first.
  public ObservableList<Order> orders() {
    return shown;
  }

  public ObservableList<WaitingCheckout> waiting() {
    return waiting;
  }

  public StringProperty search() {
    return search;
  }
}
