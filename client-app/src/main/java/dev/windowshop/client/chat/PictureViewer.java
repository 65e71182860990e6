package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Motion;
import dev.windowshop.client.shell.look.Pictures;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Pictures over the whole window: wheel, buttons and a double click zoom, dragging moves, arrows
/// go to the next one, Escape and a click beside it close.
final class PictureViewer extends StackPane {
  private static final double MOST = 8;
  private static final double STEP = 1.25;

  private final Pictures pictures;
  private final List<Line.Media> all;
  private final Runnable close;
  private final ImageView view = new ImageView();
  private final StackPane stage = new StackPane(view);
  private final Label name = new Label();
  private final Label waiting = new Label("Loading\u2026");
  private final Button before;
  private final Button after;
  private int index;
  private double zoom = 1;
  private @Nullable Point2D grabbed;

  PictureViewer(
      Pictures pictures, List<Line.Media> all, int first, FileActions files, Runnable close) {
    this.pictures = pictures;
    this.all = all;
    this.close = close;
    this.index = first;
    getStyleClass().add("viewer");
    view.setPreserveRatio(true);
    view.setSmooth(true);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(stage.widthProperty());
    clip.heightProperty().bind(stage.heightProperty());
    stage.setClip(clip);
    stage.setMinSize(0, 0);
    stage.widthProperty().subscribe(this::fit);
    stage.heightProperty().subscribe(this::fit);
    waiting.getStyleClass().add("viewer-words");
    name.getStyleClass().add("viewer-words");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox bar =
        new HBox(
            4,
            name,
            button(Feather.ZOOM_OUT, "Smaller", () -> zoomTo(zoom / STEP)),
            button(Feather.ZOOM_IN, "Larger", () -> zoomTo(zoom * STEP)),
            button(Feather.DOWNLOAD, "Save as\u2026", () -> files.save(all.get(index))),
            button(Feather.EXTERNAL_LINK, "Open outside", () -> files.open(all.get(index))),
            button(Feather.X, "Close", close));
    bar.getStyleClass().add("viewer-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setMaxHeight(USE_PREF_SIZE);
    StackPane.setAlignment(bar, Pos.TOP_CENTER);
    before = button(Feather.CHEVRON_LEFT, "The picture before", () -> go(-1));
    after = button(Feather.CHEVRON_RIGHT, "The next picture", () -> go(1));
    StackPane.setAlignment(before, Pos.CENTER_LEFT);
    StackPane.setAlignment(after, Pos.CENTER_RIGHT);
    getChildren().addAll(stage, waiting, before, after, bar);
    gestures();
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    setFocusTraversable(true);
    show();
    setOpacity(0);
    Motion.move(opacityProperty(), 1.0, Motion.QUICK);
  }

  private static Button button(Feather icon, String words, Runnable action) {
    Button button = Icons.button(icon, words, action);
    button.getStyleClass().add("viewer-button");
    button.setFocusTraversable(false);
    return button;
  }

  private void gestures() {
    stage.addEventHandler(
        ScrollEvent.SCROLL,
        event -> {
          if (event.getDeltaY() != 0) {
            zoomTo(event.getDeltaY() > 0 ? zoom * STEP : zoom / STEP);
          }
          event.consume();
        });
    stage.setOnMousePressed(event ->
        grabbed =
            new Point2D(event.getX() - view.getTranslateX(), event.getY() - view.getTranslateY()));
    stage.setOnMouseDragged(event -> {
      Point2D from = grabbed;
      if (from != null && zoom > 1) {
        view.setTranslateX(event.getX() - from.getX());
        view.setTranslateY(event.getY() - from.getY());
      }
    });
    stage.setOnMouseClicked(event -> {
      if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
        return;
      }
      boolean beside = !view.getBoundsInParent().contains(event.getX(), event.getY());
      if (beside) {
        close.run();
      } else if (event.getClickCount() == 2) {
        zoomTo(zoom > 1 ? 1 : 2.5);
      }
    });
  }

  private void pressed(KeyEvent event) {
    Consumer<KeyEvent> used = KeyEvent::consume;
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      used.accept(event);
      close.run();
    } else if (code == KeyCode.LEFT) {
      used.accept(event);
      go(-1);
    } else if (code == KeyCode.RIGHT) {
      used.accept(event);
      go(1);
    } else if (code == KeyCode.PLUS || code == KeyCode.ADD || code == KeyCode.EQUALS) {
      used.accept(event);
      zoomTo(zoom * STEP);
    } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
      used.accept(event);
      zoomTo(zoom / STEP);
    }
  }

  private void go(int way) {
    int next = index + way;
    if (next >= 0 && next < all.size()) {
      index = next;
      show();
    }
  }

  private void show() {
    Line.Media one = all.get(index);
    name.setText(
        one.name() + (all.size() > 1 ? "  \u00B7  " + (index + 1) + " of " + all.size() : ""));
    before.setVisible(index > 0);
    after.setVisible(index < all.size() - 1);
    zoom = 1;
    view.setImage(null);
    waiting.setVisible(true);
    String address = one.picture();
    if (address == null) {
      return;
    }
    int asked = index;
    pictures.load(
        address,
        0,
        image -> {
          if (asked == index) {
            show(image);
          }
        });
  }

  private void show(Image image) {
    waiting.setVisible(false);
    view.setImage(image);
    zoomTo(1);
  }

  private void zoomTo(double wanted) {
    zoom = Math.clamp(wanted, 1, MOST);
    if (zoom <= 1) {
      view.setTranslateX(0);
      view.setTranslateY(0);
    }
    fit();
  }

  /// As large as fits, never larger than it is until one zooms.
  private void fit() {
    Image image = view.getImage();
    if (image == null) {
      return;
    }
    double wide = Math.min(stage.getWidth(), image.getWidth());
    double high = Math.min(stage.getHeight(), image.getHeight());
    view.setFitWidth(Math.max(1, wide) * zoom);
    view.setFitHeight(Math.max(1, high) * zoom);
  }
}
