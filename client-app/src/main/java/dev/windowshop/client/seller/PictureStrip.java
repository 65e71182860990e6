package dev.windowshop.client.seller;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.LocalPicture;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.shell.look.Pictures;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// A product's pictures: dropped in, dragged or moved by the arrow keys into their order, taken off
/// by Delete.
final class PictureStrip extends VBox {
  private static final double SIDE = 112;
  private static final String MOVED = "picture ";

  private final ProductEditorViewModel model;
  private final Pictures pictures;
  private final FlowPane tiles = new FlowPane(12, 12);

  PictureStrip(ProductEditorViewModel model, Pictures pictures) {
    super(10);
    this.model = model;
    this.pictures = pictures;
    getStyleClass().add("picture-strip");
    Label hint = new Label("Drop pictures here. The first one is on the cards; drag to reorder.");
    hint.getStyleClass().addAll("t-muted", "t-small");
    hint.setWrapText(true);
    getChildren().addAll(tiles, hint);
    model.pictures().addListener((InvalidationListener) change -> fill());
    setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    setOnDragDropped(event -> {
      if (event.getDragboard().hasFiles()) {
        model.addPictures(paths(event.getDragboard().getFiles()));
        event.setDropCompleted(true);
        event.consume();
      }
    });
    fill();
  }

  private static List<Path> paths(List<File> files) {
    return files.stream()
        .filter(
            file -> file.getName().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|webp|gif)"))
        .map(File::toPath)
        .toList();
  }

  private void fill() {
    int focused = focused();
    tiles.getChildren().clear();
    for (int index = 0; index < model.pictures().size(); index++) {
      tiles.getChildren().add(tile(model.pictures().get(index), index));
    }
    Button add = new Button("Add", Icons.of(Feather.IMAGE));
    add.getStyleClass().add("add-picture");
    add.setContentDisplay(javafx.scene.control.ContentDisplay.TOP);
    add.setPrefSize(SIDE, SIDE);
    add.setOnAction(event -> choose());
    tiles.getChildren().add(add);
    if (focused >= 0 && focused < tiles.getChildren().size()) {
      tiles.getChildren().get(focused).requestFocus();
    }
  }

  private int focused() {
    for (int index = 0; index < tiles.getChildren().size(); index++) {
      if (tiles.getChildren().get(index).isFocused()) {
        return index;
      }
    }
    return -1;
  }

  private Node tile(EditorPicture picture, int index) {
    StackPane tile = new StackPane(image(picture));
    tile.getStyleClass().addAll("editor-picture", "focus-ring");
    tile.setMinSize(SIDE, SIDE);
    tile.setMaxSize(SIDE, SIDE);
    tile.setFocusTraversable(true);
    tile.setAccessibleText("Picture " + (index + 1));
    if (picture instanceof EditorPicture.Coming) {
      ProgressIndicator coming = new ProgressIndicator();
      coming.setMaxSize(36, 36);
      tile.getChildren().add(coming);
    }
    Button remove =
        Icons.button(Feather.X, "Take the picture off", () -> model.removePicture(picture));
    remove.getStyleClass().addAll("floating", "small-round");
    remove.setFocusTraversable(false);
    StackPane.setAlignment(remove, Pos.TOP_RIGHT);
    StackPane.setMargin(remove, new javafx.geometry.Insets(6));
    tile.getChildren().add(remove);
    tile.setOnKeyPressed(event -> {
      int to = event.getCode() == KeyCode.LEFT ? index - 1 : index + 1;
      if (event.getCode() == KeyCode.DELETE) {
        model.removePicture(picture);
        event.consume();
      } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
        model.movePicture(index, to);
        if (to >= 0 && to < model.pictures().size()) {
          tiles.getChildren().get(to).requestFocus();
        }
        event.consume();
      }
    });
    drag(tile, index);
    return tile;
  }

  private void drag(StackPane tile, int index) {
    tile.setOnDragDetected(event -> {
      Dragboard board = tile.startDragAndDrop(TransferMode.MOVE);
      ClipboardContent content = new ClipboardContent();
      content.putString(MOVED + index);
      board.setContent(content);
      board.setDragView(tile.snapshot(null, null));
      event.consume();
    });
    tile.setOnDragOver(event -> {
      String what = event.getDragboard().getString();
      if (what != null && what.startsWith(MOVED)) {
        event.acceptTransferModes(TransferMode.MOVE);
        event.consume();
      }
    });
    tile.setOnDragDropped(event -> {
      String what = event.getDragboard().getString();
      if (what != null && what.startsWith(MOVED)) {
        model.movePicture(Integer.parseInt(what.substring(MOVED.length())), index);
        event.setDropCompleted(true);
        event.consume();
      }
    });
  }

  private Node image(EditorPicture picture) {
    return switch (picture) {
      case EditorPicture.Kept kept -> {
        PictureView view = new PictureView(pictures, 12);
        view.show(kept.url(), kept.thumbUrl(), null);
        yield view;
      }
      case EditorPicture.Coming(Path file) -> LocalPicture.of(file, SIDE, 0.5);
      case EditorPicture.Uploaded(Path file, String id) -> LocalPicture.of(file, SIDE, 1);
    };
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Pictures of the product");
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                "Pictures", "*.png", "*.jpg", "*.jpeg", "*.webp", "*.gif"));
    List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
    if (chosen != null) {
      model.addPictures(paths(chosen));
    }
  }
}
