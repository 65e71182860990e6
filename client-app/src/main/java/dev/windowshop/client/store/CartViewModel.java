package dev.windowshop.client.store;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The cart as it is shown.
public final class CartViewModel {
  private final Basket basket;
  private final Catalog catalog;
  private final ObservableList<CartLine> lines = FXCollections.observableArrayList();
  private final ObservableList<CartLine> saved = FXCollections.observableArrayList();
  private final ObservableList<Product> along = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Money> total = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final Map<String, Subscription> watched = new HashMap<>();
  private final Executor ui;
  private Set<String> askedWith = Set.of();
  private boolean active;

  public CartViewModel(Basket basket, Catalog catalog, Executor ui) {
    this.basket = basket;
    this.catalog = catalog;
    this.ui = ui;
    basket.cart().observe(contents -> ui.execute(() -> show(contents)));
  }

  /// The page came into view: what is in the cart is kept current from now on.
  public void activate() {
    active = true;
    basket.refresh();
    watch();
  }

  /// The page went out of view.
  public void deactivate() {
    active = false;
    watched.values().forEach(Subscription::close);
    watched.clear();
  }

  private void show(CartContents contents) {
    fill(lines, contents.lines());
    fill(saved, contents.saved());
    total.set(contents.subtotal());
    changed.set(contents.changed());
    watch();
  }

  private static <T> void fill(ObservableList<T> shown, List<T> fresh) {
    if (!shown.equals(fresh)) {
      shown.setAll(fresh);
    }
  }

  private void watch() {
    if (!active) {
      return;
    }
    Set<String> wanted = new HashSet<>();
    lines.forEach(line -> wanted.add(line.product().id()));
    watched
        .entrySet()
        .removeIf(entry -> {
          boolean gone = !wanted.contains(entry.getKey());
          if (gone) {
            entry.getValue().close();
          }
          return gone;
        });
    wanted.forEach(id -> watched.computeIfAbsent(id, catalog::watch));
    askWhatGoesAlong(wanted);
  }

  /// Asked anew when other things are in the cart; what is in it does not go along with itself.
  private void askWhatGoesAlong(Set<String> inCart) {
    if (inCart.equals(askedWith)) {
      return;
    }
    askedWith = inCart;
    along.removeIf(product -> inCart.contains(product.id()));
    if (inCart.isEmpty()) {
      return;
    }
    catalog
        .interests()
        .withCart(List.copyOf(inCart))
        .whenComplete((found, failure) ->
            ui.execute(() -> {
              if (found != null && inCart.equals(askedWith)) {
                fill(
                    along,
                    found.stream().filter(product -> !inCart.contains(product.id())).toList());
              }
            }));
  }

  public void setQuantity(CartLine line, int quantity) {
    if (quantity >= 1 && quantity <= Math.max(line.quantity(), line.variant().stock())) {
      basket.setQuantity(line.variant().id(), quantity);
    }
  }

  /// Takes the line out and gives the way to put it back where it was.
  public Runnable remove(CartLine line) {
    boolean aside = saved.contains(line);
    CartLine removed = basket.remove(line.variant().id());
    return () -> {
      basket.restore(removed);
      if (aside) {
        basket.saveForLater(removed.variant().id());
      }
    };
  }

  /// Puts the line aside and gives the way back.
  public Runnable saveForLater(CartLine line) {
    basket.saveForLater(line.variant().id());
    return () -> basket.moveToCart(line.variant().id());
  }

  public void moveToCart(CartLine line) {
    basket.moveToCart(line.variant().id());
  }

  /// Goes along with what changed.
  public void settle() {
    basket.settle();
  }

  public ObservableList<CartLine> lines() {
    return lines;
  }

  /// What is put aside for later.
  public ObservableList<CartLine> saved() {
    return saved;
  }

  /// What goes well with what is in it.
  public ObservableList<Product> along() {
    return along;
  }

  /// Null for an empty cart.
  public ReadOnlyObjectProperty<@Nullable Money> total() {
    return total.getReadOnlyProperty();
  }

  /// Whether something changed that its owner has not gone along with: nothing can be paid for yet.
  public ReadOnlyBooleanProperty changed() {
    return changed.getReadOnlyProperty();
  }
}
