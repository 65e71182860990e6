package dev.windowshop.client.seller;

import dev.windowshop.client.store.Trouble;
import dev.windowshop.protocol.SellerProduct.StockLevel;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What there is little of.
public final class StockViewModel {
  private final Selling selling;
  private final Executor ui;
  private final ObservableList<StockLevel> levels = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

  public StockViewModel(Selling selling, Executor ui) {
    this.selling = selling;
    this.ui = ui;
  }

  public void refresh() {
    selling
        .lowStock()
        .whenComplete((found, failure) ->
            ui.execute(() -> {
              if (found != null) {
                levels.setAll(found);
              } else if (failure != null) {
                trouble.set(Trouble.of(failure));
              }
            }));
  }

  /// @param typed how many came in; fewer with a minus
  public void restock(StockLevel level, String typed) {
    int delta;
    try {
      delta = Integer.parseInt(typed.strip().replace("+", "").replace(" ", ""));
    } catch (NumberFormatException e) {
      trouble.set("“" + typed + "” is no number of pieces.");
      return;
    }
    trouble.set("");
    selling
        .restock(level.productId(), level.variantId(), delta)
        .whenComplete((done, failure) ->
            ui.execute(() -> {
              if (failure != null) {
                trouble.set(Trouble.of(failure));
              } else {
                refresh();
              }
            }));
  }

  public ObservableList<StockLevel> levels() {
    return levels;
  }

  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }
}
