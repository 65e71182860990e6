package dev.windowshop.client.store;

import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A list of products that comes page by page as one scrolls. The total is known with the first
/// page, so that the list never jumps.
public final class ProductListViewModel {
  private final Catalog catalog;
  private final Executor ui;
  private final ObservableList<Product> items = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<ProductPage.@Nullable Facets> facets =
      new ReadOnlyObjectWrapper<>();
  private @Nullable ProductQuery query;
  private @Nullable String cursor;
  private boolean asking;
  private int wanted;
  private int run;

  /// @param ui hands over to the FX thread
  public ProductListViewModel(Catalog catalog, Executor ui) {
    this.catalog = catalog;
    this.ui = ui;
  }

  public ObservableList<Product> items() {
    return items;
  }

  /// How many there are in all; -1 until that is known.
  public ReadOnlyIntegerProperty total() {
    return total.getReadOnlyProperty();
  }

  /// The last page could not be had.
  public ReadOnlyBooleanProperty failed() {
    return failed.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ProductPage.@Nullable Facets> facets() {
    return facets.getReadOnlyProperty();
  }

  /// Shows another query's products. What was shown stays until the first page is there.
  public void show(ProductQuery next) {
    if (next.equals(query)) {
      return;
    }
    query = next;
    restart();
  }

  public void retry() {
    if (items.isEmpty()) {
      restart();
    } else {
      failed.set(false);
      ask();
    }
  }

  private void restart() {
    run++;
    cursor = null;
    asking = false;
    wanted = 1;
    failed.set(false);
    ask();
  }

  /// Somebody is about to see the product at this place.
  public void need(int index) {
    wanted = Math.max(wanted, index + 1);
    if (items.size() < wanted && cursor != null) {
      ask();
    }
  }

  private void ask() {
    ProductQuery asked = query;
    if (asking || asked == null || failed.get()) {
      return;
    }
    asking = true;
    int thisRun = run;
    boolean first = cursor == null;
    catalog
        .search(asked, cursor)
        .whenComplete((page, failure) ->
            ui.execute(() -> {
              if (thisRun == run) {
                received(page, failure, first);
              }
            }));
  }

  private void received(@Nullable ProductPage page, @Nullable Throwable failure, boolean first) {
    asking = false;
    if (page == null || failure != null) {
      failed.set(true);
      if (first) {
        items.clear();
        total.set(-1);
      }
      return;
    }
    cursor = page.nextCursor();
    facets.set(page.facets());
    if (first) {
      items.setAll(page.items());
    } else {
      items.addAll(page.items());
    }
    total.set(cursor == null ? items.size() : Math.max(page.facets().total(), items.size()));
    if (items.size() < wanted && cursor != null) {
      ask();
    }
  }
}
