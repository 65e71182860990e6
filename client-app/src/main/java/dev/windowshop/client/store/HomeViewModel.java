package dev.windowshop.client.store;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductSort;
import dev.windowshop.protocol.Recommendations;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The first page: what is shown as soon as it is known, from the cache or from the relay.
public final class HomeViewModel {
  private final Catalog catalog;
  private final Executor ui;
  private final ObservableList<Category> categories = FXCollections.observableArrayList();
  private final ObservableList<Product> trending = FXCollections.observableArrayList();
  private final ObservableList<Product> newest = FXCollections.observableArrayList();
  private final ObservableList<Product> deals = FXCollections.observableArrayList();
  private final ObservableList<Product> forYou = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper forYouReason = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ProductListViewModel everything;

  public HomeViewModel(Catalog catalog, Executor ui) {
    this.catalog = catalog;
    this.ui = ui;
    everything = new ProductListViewModel(catalog, ui);
    catalog.home().observe(home -> ui.execute(() -> show(home)));
    catalog.homeTrouble().observe(text -> ui.execute(() -> trouble.set(text)));
  }

  /// The page came into view.
  public void activate() {
    catalog.refreshHome();
    everything.show(new ProductQuery(null, null, null, null, null, false, ProductSort.POPULARITY));
  }

  public void retry() {
    catalog.refreshHome();
    everything.retry();
  }

  private void show(Home home) {
    fill(categories, home.categories());
    fill(trending, home.trending());
    fill(newest, home.newest());
    fill(deals, home.deals());
    List<Recommendations.Item> items = home.forYou().items();
    fill(forYou, items.stream().map(Recommendations.Item::product).toList());
    forYouReason.set(items.isEmpty() ? "" : items.getFirst().reason().text());
    loaded.set(true);
  }

  /// An unchanged shelf is left alone, so that nothing moves under the pointer.
  private static <T> void fill(ObservableList<T> shelf, List<T> fresh) {
    if (!shelf.equals(fresh)) {
      shelf.setAll(fresh);
    }
  }

  public ObservableList<Category> categories() {
    return categories;
  }

  public ObservableList<Product> trending() {
    return trending;
  }

  public ObservableList<Product> newest() {
    return newest;
  }

  public ObservableList<Product> deals() {
    return deals;
  }

  public ObservableList<Product> forYou() {
    return forYou;
  }

  /// Why the first of them is recommended.
  public ReadOnlyStringProperty forYouReason() {
    return forYouReason.getReadOnlyProperty();
  }

  /// Why the home could not be had, while nothing of it is known; else empty.
  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// The whole shop.
  public ProductListViewModel everything() {
    return everything;
  }
}
