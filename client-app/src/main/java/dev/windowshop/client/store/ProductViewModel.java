package dev.windowshop.client.store;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Product.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// One product: what is chosen of it, and what belongs to it.
public final class ProductViewModel {
  private static final int FEW = 5;
  private static final int MOST = 99;

  private final String id;
  private final Catalog catalog;
  private final Basket basket;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<@Nullable Product> product = new ReadOnlyObjectWrapper<>();
  private final ObservableMap<String, String> chosen =
      FXCollections.observableMap(new LinkedHashMap<>());
  private final ReadOnlyObjectWrapper<@Nullable Variant> variant = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty quantity = new SimpleIntegerProperty(1);
  private final ObservableList<Product> similar = FXCollections.observableArrayList();
  private final ObservableList<Product> together = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper togetherKnown = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper similarKnown = new ReadOnlyBooleanWrapper();
  private @Nullable Subscription changes;
  private @Nullable Subscription watching;
  private @Nullable Instant since;

  public ProductViewModel(String id, Catalog catalog, Basket basket, Executor ui) {
    this.id = id;
    this.catalog = catalog;
    this.basket = basket;
    this.ui = ui;
  }

  /// The page came into view: the product is kept current from now on.
  public void activate() {
    since = Instant.now();
    changes = catalog.product(id).observe(fresh -> ui.execute(() -> show(fresh)));
    watching = catalog.watch(id);
    if (!similarKnown.get()) {
      load();
      loadTogether();
    }
  }

  private void load() {
    catalog
        .similar(id)
        .whenComplete((found, failure) ->
            ui.execute(() -> {
              similarKnown.set(true);
              if (found != null) {
                similar.setAll(found);
              }
            }));
  }

  private void loadTogether() {
    catalog
        .together(id)
        .whenComplete((found, failure) ->
            ui.execute(() -> {
              togetherKnown.set(true);
              if (found != null) {
                together.setAll(found);
              }
            }));
  }

  /// The page went out of view.
  public void deactivate() {
    if (changes != null) {
      changes.close();
    }
    if (watching != null) {
      watching.close();
    }
    if (since != null && product.get() != null) {
      catalog.viewed(id, Duration.between(since, Instant.now()));
    }
    since = null;
  }

  private void show(Product fresh) {
    boolean first = product.get() == null;
    product.set(fresh);
    if (first) {
      Choices.first(fresh).ifPresent(start -> chosen.putAll(start.options()));
    }
    settle();
  }

  public void choose(String option, String value) {
    chosen.put(option, value);
    settle();
  }

  private void settle() {
    Product shown = product.get();
    variant.set(shown == null ? null : Choices.variant(shown, chosen).orElse(null));
    quantity.set(Math.clamp(quantity.get(), 1, Math.max(1, most())));
  }

  public Choices.State state(String option, String value) {
    Product shown = product.get();
    return shown == null ? Choices.State.ABSENT : Choices.state(shown, chosen, option, value);
  }

  /// How many of the chosen variant can be taken.
  public int most() {
    Variant taken = variant.get();
    return taken == null ? 0 : Math.min(MOST, Math.max(0, taken.stock()));
  }

  public void setQuantity(int wanted) {
    quantity.set(Math.clamp(wanted, 1, Math.max(1, most())));
  }

  public boolean canBuy() {
    return most() > 0;
  }

  /// True when it went into the cart.
  public boolean addToCart() {
    Product shown = product.get();
    Variant taken = variant.get();
    if (shown == null || taken == null || !canBuy()) {
      return false;
    }
    basket.add(shown, taken, quantity.get());
    return true;
  }

  /// What can be said of the stock; true in every case.
  public String stockLine() {
    Variant taken = variant.get();
    if (product.get() == null) {
      return "";
    }
    if (taken == null) {
      return "This combination is not made. Choose another.";
    }
    if (taken.stock() <= 0) {
      return "Sold out";
    }
    return taken.stock() <= FEW ? "Only " + taken.stock() + " left" : "In stock";
  }

  public boolean fewLeft() {
    Variant taken = variant.get();
    return taken != null && taken.stock() > 0 && taken.stock() <= FEW;
  }

  /// Of the chosen variant, or of the product while nothing is chosen.
  public @Nullable Money price() {
    Variant taken = variant.get();
    Product shown = product.get();
    if (taken != null) {
      return taken.price();
    }
    return shown == null ? null : shown.price();
  }

  public @Nullable Money compareAtPrice() {
    Variant taken = variant.get();
    Product shown = product.get();
    if (taken != null) {
      return taken.compareAtPrice();
    }
    return shown == null ? null : shown.compareAtPrice();
  }

  public String id() {
    return id;
  }

  public ReadOnlyObjectProperty<@Nullable Product> product() {
    return product.getReadOnlyProperty();
  }

  /// Value by option name.
  public Map<String, String> chosen() {
    return Map.copyOf(chosen);
  }

  /// Null while the choice fits no variant.
  public ReadOnlyObjectProperty<@Nullable Variant> variant() {
    return variant.getReadOnlyProperty();
  }

  public IntegerProperty quantity() {
    return quantity;
  }

  public ObservableList<Product> similar() {
    return similar;
  }

  public ObservableList<Product> together() {
    return together;
  }

  public ReadOnlyBooleanProperty togetherKnown() {
    return togetherKnown.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty similarKnown() {
    return similarKnown.getReadOnlyProperty();
  }
}
