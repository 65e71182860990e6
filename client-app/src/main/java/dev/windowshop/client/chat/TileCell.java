package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Pictures;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One conversation of the list. Bold while something in it is unread.
final class TileCell extends ListCell<Tile> {
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
  private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
  private static final PseudoClass DRAFT = PseudoClass.getPseudoClass("draft");
  private static final PseudoClass WRITING = PseudoClass.getPseudoClass("writing");

  private final Portrait portrait;
  private final Label name = new Label();
  private final Label time = new Label();
  private final Label about = new Label();
  private final Label preview = new Label();
  private final Label count = new Label();
  private final Node bell = Icons.of(Feather.BELL_OFF, "tile-sign");
  private final Node pin = Icons.of(Feather.MAP_PIN, "tile-sign");
  private final HBox row;

  TileCell(Pictures pictures, Consumer<String> open, TileMenu menu) {
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
    HBox bottom = new HBox(8, preview, bell, pin, count);
    bottom.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(2, top, about, bottom);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(12, portrait, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    getStyleClass().add("tile");
    setPrefWidth(0);
    setOnContextMenuRequested(event -> {
      Tile tile = getItem();
      if (tile != null) {
        menu.of(tile).show(this, event.getScreenX(), event.getScreenY());
        event.consume();
      }
    });
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
    count.setText(
        tile.unread() > 99 ? "99+" : tile.unread() < 0 ? "" : Integer.toString(tile.unread()));
    count.setVisible(tile.calls());
    count.setManaged(tile.calls());
    count.pseudoClassStateChanged(QUIET, tile.muted());
    bell.setVisible(tile.muted());
    bell.setManaged(tile.muted());
    pin.setVisible(tile.pinned());
    pin.setManaged(tile.pinned());
    preview.pseudoClassStateChanged(DRAFT, tile.draft());
    pseudoClassStateChanged(UNREAD, tile.calls());
    setAccessibleText(
        tile.name()
            + ", "
            + (tile.unread() > 0 ? tile.unread() + " unread, " : "")
            + tile.preview());
    setGraphic(row);
  }
}
