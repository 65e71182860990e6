package dev.windowshop.client.store;

import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A titled row. Once it is known to be empty it takes no place.
final class Shelf<T> extends VBox {
  private final HBox header = new HBox();
  private final Label heading = new Label();
  private final Label note = new Label();
  private final SideScroller<T> row;

  /// @param known whether the items are known; until then skeletons stand for them
  Shelf(
      String title,
      ObservableList<T> items,
      SideScroller.Cells<T> cells,
      ObservableBooleanValue known) {
    getStyleClass().add("shelf");
    heading.setText(title);
    heading.getStyleClass().add("t-section");
    heading.setMinWidth(USE_PREF_SIZE);
    note.getStyleClass().add("shelf-note");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    header.getStyleClass().add("shelf-header");
    header.setAlignment(Pos.BASELINE_LEFT);
    header.getChildren().addAll(heading, note, gap);
    row = new SideScroller<>(items, cells, () -> !known.get());
    getChildren().addAll(header, row);
    items.addListener((ListChangeListener<T>) change -> settle(items, known));
    known.subscribe(value -> {
      row.refill();
      settle(items, known);
    });
  }

  private void settle(ObservableList<T> items, ObservableBooleanValue known) {
    boolean shown = !items.isEmpty() || !known.get();
    setVisible(shown);
    setManaged(shown);
  }

  Label heading() {
    return heading;
  }

  Label note() {
    return note;
  }

  SideScroller<T> row() {
    return row;
  }

  Shelf<T> withAction(String text, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().add("link");
    button.setOnAction(event -> action.run());
    header.getChildren().add(button);
    return this;
  }
}
