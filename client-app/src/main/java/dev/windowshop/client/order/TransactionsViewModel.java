package dev.windowshop.client.order;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Transaction;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Money that moved for what one bought.
public final class TransactionsViewModel {
  private final Orders orders;
  private final Executor ui;
  private final ObservableList<Transaction> shown = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Money> paid = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Money> givenBack = new ReadOnlyObjectWrapper<>();
  private @Nullable Subscription changes;
  private List<Order> known = List.of();

  public TransactionsViewModel(Orders orders, Executor ui) {
    this.orders = orders;
    this.ui = ui;
  }

  /// The page came into view.
  public void activate() {
    deactivate();
    Subscription moved = orders.transactions().observe(all -> ui.execute(() -> show(all)));
    Subscription bought =
        orders
            .orders()
            .observe(all ->
                ui.execute(() -> {
                  known = all;
                  orders.refreshTransactions();
                }));
    changes = Subscription.of(moved, bought);
  }

  /// The page went out of view.
  public void deactivate() {
    if (changes != null) {
      changes.close();
      changes = null;
    }
  }

  private void show(List<Transaction> all) {
    if (!shown.equals(all)) {
      shown.setAll(all);
    }
    paid.set(sum(all, Transaction.Kind.CAPTURE));
    givenBack.set(sum(all, Transaction.Kind.REFUND));
  }

  private static @Nullable Money sum(List<Transaction> all, Transaction.Kind kind) {
    return all.stream()
        .filter(one -> one.kind() == kind)
        .map(Transaction::amount)
        .reduce(Money::plus)
        .orElse(null);
  }

  /// What it was for, in words.
  String title(Transaction transaction) {
    return known.stream()
        .filter(order -> order.id().equals(transaction.orderId()))
        .findFirst()
        .map(order ->
            order.lines().stream().map(Order.Line::title).collect(Collectors.joining(", ")))
        .orElse("An order");
  }

  /// The newest first.
  public ObservableList<Transaction> transactions() {
    return shown;
  }

  /// All that was paid; null for nothing.
  public ReadOnlyObjectProperty<@Nullable Money> paid() {
    return paid.getReadOnlyProperty();
  }

  /// All that came back; null for nothing.
  public ReadOnlyObjectProperty<@Nullable Money> givenBack() {
    return givenBack.getReadOnlyProperty();
  }
}
