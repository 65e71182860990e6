package dev.windowshop.client.shell;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The keys, on a card in the middle of the window.
final class KeysSheet extends StackPane {
  private static final String[][] KEYS = {
    {"Ctrl K", "Search"},
    {"Alt ←", "Back"},
    {"Alt →", "Forward"},
    {"Ctrl 1 … 4", "Store, For You, Cart, Chats"},
    {"Ctrl Shift L", "Light or dark"},
    {"Ctrl Shift Enter", "Send later"},
    {"Ctrl Shift R", "Answer the newest note"},
    {"← →", "Along a shelf"},
    {"Enter", "Open"},
    {"Esc", "Close what floats"},
    {"?", "These keys"},
  };

  KeysSheet() {
    getStyleClass().add("scrim");
    setVisible(false);
    setAlignment(Pos.CENTER);
    setOnMouseClicked(event -> setVisible(false));
    visibleProperty()
        .subscribe(shown -> {
          if (shown && getChildren().isEmpty()) {
            getChildren().add(card());
          }
        });
  }

  private static VBox card() {
    Label title = new Label("Keys");
    title.getStyleClass().add("t-section");
    GridPane grid = new GridPane();
    grid.setHgap(24);
    grid.setVgap(10);
    for (int row = 0; row < KEYS.length; row++) {
      Label key = new Label(KEYS[row][0]);
      key.getStyleClass().add("key-hint");
      GridPane.setHalignment(key, HPos.LEFT);
      grid.addRow(row, key, new Label(KEYS[row][1]));
    }
    VBox card = new VBox(20, title, grid);
    card.getStyleClass().addAll("floating-card", "sheet");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    return card;
  }
}
