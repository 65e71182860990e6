package dev.windowshop.client.store;

import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.protocol.ProductSort;
import dev.windowshop.protocol.ShopProfile;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A shop as everybody sees it, and what is in its window.
public final class ShopViewModel {
  private final String id;
  private final Catalog catalog;
  private final Executor ui;
  private final ProductListViewModel products;
  private final ReadOnlyObjectWrapper<@Nullable ShopProfile> shop = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

  public ShopViewModel(String id, Catalog catalog, Executor ui) {
    this.id = id;
    this.catalog = catalog;
    this.ui = ui;
    this.products = new ProductListViewModel(catalog, ui);
  }

  public void activate() {
    catalog
        .shop(id)
        .whenComplete((found, failure) ->
            ui.execute(() -> {
              if (found != null) {
                shop.set(found);
                trouble.set("");
              } else if (failure != null && shop.get() == null) {
                trouble.set(Trouble.of(failure));
              }
            }));
    look("");
  }

  /// What of it fits the words; everything for none.
  public void look(String text) {
    products.show(
        new ProductQuery(
            text.isBlank() ? null : text.strip(),
            SearchFilters.NONE.withShop(id),
            text.isBlank() ? ProductSort.POPULARITY : ProductSort.RELEVANCE));
  }

  public String id() {
    return id;
  }

  /// Null until it is known.
  public ReadOnlyObjectProperty<@Nullable ShopProfile> shop() {
    return shop.getReadOnlyProperty();
  }

  public ProductListViewModel products() {
    return products;
  }

  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }
}
