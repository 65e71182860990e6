package dev.windowshop.client.store;

import dev.windowshop.protocol.Money;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The cart as it is shown.
public final class CartViewModel {
  private final Basket basket;
  private final ObservableList<CartLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Money> total = new ReadOnlyObjectWrapper<>();

  public CartViewModel(Basket basket, Executor ui) {
    this.basket = basket;
    basket.cart().observe(contents -> ui.execute(() -> show(contents)));
  }

  private void show(CartContents contents) {
    if (!lines.equals(contents.lines())) {
      lines.setAll(contents.lines());
    }
    total.set(contents.subtotal());
  }

  public void setQuantity(CartLine line, int quantity) {
    if (quantity >= 1 && quantity <= Math.max(line.quantity(), line.variant().stock())) {
      basket.setQuantity(line.variant().id(), quantity);
    }
  }

  /// Takes the line out and gives the way to put it back.
  public Runnable remove(CartLine line) {
    CartLine removed = basket.remove(line.variant().id());
    return () -> basket.restore(removed);
  }

  public ObservableList<CartLine> lines() {
    return lines;
  }

  /// Null for an empty cart.
  public ReadOnlyObjectProperty<@Nullable Money> total() {
    return total.getReadOnlyProperty();
  }
}
