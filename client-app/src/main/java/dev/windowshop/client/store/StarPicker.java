package dev.windowshop.client.store;

import javafx.beans.property.IntegerProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// One to five stars to choose from, by the pointer or the arrow keys.
final class StarPicker extends HBox {
  private static final String[] WORDS = {"Poor", "Not good", "Fine", "Good", "Wonderful"};

  StarPicker(IntegerProperty stars) {
    super(2);
    getStyleClass().add("star-picker");
    for (int star = 1; star <= 5; star++) {
      int value = star;
      ToggleButton button = new ToggleButton();
      button.getStyleClass().setAll("star-button", "focus-ring");
      button.setAccessibleText(star == 1 ? "1 star" : star + " stars");
      button.setTooltip(new javafx.scene.control.Tooltip(WORDS[star - 1]));
      button.setOnAction(event -> stars.set(value));
      button.setOnKeyPressed(event -> {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step != 0) {
          stars.set(Math.clamp(stars.get() + (long) step, 1, 5));
          getChildren().get(stars.get() - 1).requestFocus();
          event.consume();
        }
      });
      getChildren().add(button);
    }
    stars.subscribe(value -> {
      for (int star = 1; star <= 5; star++) {
        boolean full = star <= value.intValue();
        ToggleButton button = (ToggleButton) getChildren().get(star - 1);
        button.setSelected(full);
        button.setGraphic(Stars.of(full ? 1 : 0, 1, 30));
      }
    });
  }
}
