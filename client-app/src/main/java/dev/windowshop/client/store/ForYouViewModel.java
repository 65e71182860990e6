package dev.windowshop.client.store;

import dev.windowshop.protocol.Recommendations;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the relay would show this shopper, and why.
public final class ForYouViewModel {
  private static final int LIMIT = 48;

  private final Catalog catalog;
  private final Executor ui;
  private final ObservableList<Recommendations.Item> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();

  public ForYouViewModel(Catalog catalog, Executor ui) {
    this.catalog = catalog;
    this.ui = ui;
  }

  /// Asks again each time the page is opened: what one looked at in between counts.
  public void refresh() {
    catalog
        .forYou(LIMIT)
        .whenComplete((found, failure) ->
            ui.execute(() -> {
              failed.set(found == null && items.isEmpty());
              if (found != null) {
                known.set(true);
                if (!items.equals(found.items())) {
                  items.setAll(found.items());
                }
              }
            }));
  }

  public ObservableList<Recommendations.Item> items() {
    return items;
  }

  public ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty failed() {
    return failed.getReadOnlyProperty();
  }
}
