package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Pictures;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One conversation of the list. Bold while something in it is unread.
final class TileCell extends ListCell<Tile> {
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
  private static final PseudoClass WRITING = PseudoClass.getPseudoClass("writing");

  private final Portrait portrait;
  private final Label name = new Label();
  private final Label time = new Label();
  private final Label about = new Label();
  private final Label preview = new Label();
  private final Label count = new Label();
  private final HBox row;

  TileCell(Pictures pictures, Consumer<String> open) {
    portrait = new Portrait(pictures, 44);
    name.getStyleClass().add("tile-name");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    time.getStyleClass().add("tile-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox top = new HBox(8, name, time);
    top.setAlignment(Pos.BASELINE_LEFT);
    about.getStyleClass().add("tile-about");
    about.setMinWidth(0);
    preview.getStyleClass().add("tile-preview");
    preview.setMinWidth(0);
    preview.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(preview, Priority.ALWAYS);
    count.getStyleClass().add("unread-badge");
    count.setMinWidth(Region.USE_PREF_SIZE);
    HBox bottom = new HBox(8, preview, count);
    bottom.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(2, top, about, bottom);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(12, portrait, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    getStyleClass().add("tile");
    setPrefWidth(0);
    setOnMouseClicked(event -> {
      Tile tile = getItem();
      if (tile != null && event.getButton() == MouseButton.PRIMARY) {
        open.accept(tile.id());
      }
    });
  }

  @Override
  protected void updateItem(Tile tile, boolean empty) {
    super.updateItem(tile, empty);
    if (empty || tile == null) {
      setGraphic(null);
      setAccessibleText(null);
      pseudoClassStateChanged(UNREAD, false);
      return;
    }
    portrait.show(tile.name(), tile.avatarUrl(), tile.online());
    name.setText(tile.name());
    time.setText(tile.time());
    about.setText(tile.about() == null ? "" : tile.about());
    about.setVisible(tile.about() != null);
    about.setManaged(tile.about() != null);
    preview.setText(tile.preview());
    preview.pseudoClassStateChanged(WRITING, tile.writing());
    count.setText(tile.unread() > 99 ? "99+" : Integer.toString(tile.unread()));
    count.setVisible(tile.unread() > 0);
    count.setManaged(tile.unread() > 0);
    pseudoClassStateChanged(UNREAD, tile.unread() > 0);
    setAccessibleText(
        tile.name()
            + ", "
            + (tile.unread() > 0 ? tile.unread() + " unread, " : "")
            + tile.preview());
    setGraphic(row);
  }
}
