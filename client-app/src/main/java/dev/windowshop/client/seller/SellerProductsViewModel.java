package dev.windowshop.client.seller;

import dev.windowshop.client.store.Trouble;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.ShopImport;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The own products, and bringing many in or out as a file.
public final class SellerProductsViewModel {
  /// @param asked whether it is what an import would do; what it did has the same figures
  public record Report(ShopImport done, boolean asked) {}

  private final Selling selling;
  private final Executor ui;
  private final ObservableList<SellerProduct> items = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<SellerProduct.@Nullable Status> status =
      new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Report> report = new ReadOnlyObjectWrapper<>();
  private @Nullable String cursor;
  private @Nullable Path importing;
  private int run;

  public SellerProductsViewModel(Selling selling, Executor ui) {
    this.selling = selling;
    this.ui = ui;
  }

  public void refresh() {
    cursor = null;
    ask();
  }

  public void loadMore() {
    if (more.get()) {
      ask();
    }
  }

  private void ask() {
    int thisRun = ++run;
    boolean first = cursor == null;
    more.set(false);
    selling
        .products(query.get(), status.get(), cursor)
        .whenComplete((page, failure) ->
            ui.execute(() -> {
              if (thisRun != run) {
                return;
              }
              if (page == null) {
                trouble.set(failure == null ? "" : Trouble.of(failure));
                return;
              }
              trouble.set("");
              cursor = page.nextCursor();
              more.set(cursor != null);
              if (first) {
                items.setAll(page.items());
              } else {
                items.addAll(page.items());
              }
              known.set(true);
            }));
  }

  /// Says what the file would do; [#importNow] does it.
  public void look(Path csv) {
    importing = csv;
    runImport(csv, true);
  }

  public void importNow() {
    if (importing != null) {
      runImport(importing, false);
      importing = null;
    }
  }

  public void leaveImport() {
    importing = null;
    report.set(null);
  }

  private void runImport(Path csv, boolean dryRun) {
    trouble.set("");
    selling
        .importFile(csv, dryRun)
        .whenComplete((done, failure) ->
            ui.execute(() -> {
              if (failure != null) {
                trouble.set(Trouble.of(failure));
                report.set(null);
                return;
              }
              report.set(new Report(done, dryRun));
              if (!dryRun) {
                refresh();
              }
            }));
  }

  public void export(Path csv) {
    trouble.set("");
    selling
        .export(csv)
        .whenComplete((done, failure) ->
            ui.execute(() -> trouble.set(failure == null ? "" : Trouble.of(failure))));
  }

  public ObservableList<SellerProduct> items() {
    return items;
  }

  public StringProperty query() {
    return query;
  }

  /// Null for all.
  public ObjectProperty<SellerProduct.@Nullable Status> status() {
    return status;
  }

  public ReadOnlyBooleanProperty more() {
    return more.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /// What an import did or would do; null while there is none.
  public ReadOnlyObjectProperty<@Nullable Report> report() {
    return report.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }
}
