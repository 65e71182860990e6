package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Motion;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Product;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A product's pictures over the whole window, on black: as large as they fit, and closer. Arrows
/// turn pages, plus and minus and the wheel come closer, dragging moves, F fills the screen.
final class PictureViewer extends StackPane {
  private static final double CLOSEST = 6;
  private static final double STEP = 1.4;
  private static final double AIR = 24;

  private final Pictures pictures;
  private final List<Product.Media> media;
  private final Runnable close;
  private final ImageView image = new ImageView();
  private final Pane table = new Pane(image);
  private final Label place = new Label();
  private int shown;
  private double scale = 1;
  private @Nullable Point2D grabbed;
  private @Nullable Stage filled;

  PictureViewer(Pictures pictures, List<Product.Media> media, int start, Runnable close) {
    this.pictures = pictures;
    this.media = List.copyOf(media);
    this.close = close;
    getStyleClass().add("picture-viewer");
    setFocusTraversable(true);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(table.widthProperty());
    clip.heightProperty().bind(table.heightProperty());
    table.setClip(clip);
    image.setPreserveRatio(true);
    image.setSmooth(true);
    getChildren().addAll(table, bar(), turn(Feather.CHEVRON_LEFT, "The picture before", -1));
    getChildren().add(turn(Feather.CHEVRON_RIGHT, "The next picture", 1));
    table.widthProperty().subscribe(width -> fit());
    table.heightProperty().subscribe(height -> fit());
    setOnKeyPressed(this::key);
    table.setOnScroll(event -> {
      zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, new Point2D(event.getX(), event.getY()));
      event.consume();
    });
    table.setOnMousePressed(event -> grabbed = new Point2D(event.getX(), event.getY()));
    table.setOnMouseDragged(event -> {
      Point2D now = new Point2D(event.getX(), event.getY());
      if (grabbed != null && scale > 1) {
        image.setTranslateX(image.getTranslateX() + now.getX() - grabbed.getX());
        image.setTranslateY(image.getTranslateY() + now.getY() - grabbed.getY());
        keepInside();
      }
      grabbed = now;
    });
    table.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        Point2D at = new Point2D(event.getX(), event.getY());
        zoom(scale > 1 ? 1 / scale : 2.5, at);
      }
    });
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            leaveFullScreen();
          }
        });
    show(start);
  }

  private Region bar() {
    place.getStyleClass().add("viewer-place");
    Region gap = new Region();
    HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
    HBox bar =
        new HBox(
            8,
            place,
            gap,
            dark(Feather.ZOOM_OUT, "Farther  (−)", () -> zoom(1 / STEP, middle())),
            dark(Feather.ZOOM_IN, "Closer  (+)", () -> zoom(STEP, middle())),
            dark(Feather.MAXIMIZE, "Fill the screen  (F)", this::toggleFullScreen),
            dark(Feather.X, "Close  (Esc)", close));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setPadding(new Insets(14, 16, 14, 24));
    bar.setMaxHeight(USE_PREF_SIZE);
    bar.setPickOnBounds(false);
    setAlignment(bar, Pos.TOP_CENTER);
    return bar;
  }

  private static Button dark(Feather icon, String name, Runnable action) {
    Button button = Icons.button(icon, name, action);
    button.getStyleClass().add("on-stage");
    button.setFocusTraversable(false);
    return button;
  }

  private Button turn(Feather icon, String name, int step) {
    Button button = dark(icon, name, () -> show(shown + step));
    button.setVisible(media.size() > 1);
    setAlignment(button, step < 0 ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
    setMargin(button, new Insets(16));
    return button;
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case RIGHT -> show(shown + 1);
      case LEFT -> show(shown - 1);
      case HOME -> show(0);
      case END -> show(media.size() - 1);
      case PLUS, EQUALS, ADD -> zoom(STEP, middle());
      case MINUS, SUBTRACT -> zoom(1 / STEP, middle());
      case DIGIT0, NUMPAD0 -> fit();
      case F -> toggleFullScreen();
      default -> {
        if (event.getCode() != KeyCode.ESCAPE) {
          return;
        }
        close.run();
      }
    }
    event.consume();
  }

  private void show(int index) {
    if (media.isEmpty()) {
      return;
    }
    shown = Math.floorMod(index, media.size());
    Product.Media picture = media.get(shown);
    place.setText(media.size() > 1 ? shown + 1 + " of " + media.size() : "");
    image.setImage(null);
    setAccessibleText(picture.alt() == null ? place.getText() : picture.alt());
    int asked = shown;
    pictures.load(
        picture.url(),
        0,
        loaded -> {
          if (shown == asked) {
            image.setImage(loaded);
            fit();
            image.setOpacity(0);
            Motion.move(image.opacityProperty(), 1.0, Motion.QUICK);
          }
        });
  }

  int shown() {
    return shown;
  }

  double scale() {
    return scale;
  }

  /// As large as it fits; a small picture is not blown up beyond twice its size.
  private void fit() {
    Image now = image.getImage();
    scale = 1;
    image.setTranslateX(0);
    image.setTranslateY(0);
    image.setScaleX(1);
    image.setScaleY(1);
    table.setCursor(Cursor.DEFAULT);
    if (now == null || table.getWidth() <= 0) {
      return;
    }
    double factor =
        Math.min(
            2,
            Math.min(
                (table.getWidth() - 2 * AIR) / now.getWidth(),
                (table.getHeight() - 2 * AIR) / now.getHeight()));
    image.setFitWidth(now.getWidth() * factor);
    image.setFitHeight(now.getHeight() * factor);
    image.relocate(
        (table.getWidth() - image.getFitWidth()) / 2,
        (table.getHeight() - image.getFitHeight()) / 2);
    table.setCursor(Cursor.CROSSHAIR);
  }

  private Point2D middle() {
    return new Point2D(table.getWidth() / 2, table.getHeight() / 2);
  }

  /// What is at this point stays there.
  private void zoom(double factor, Point2D at) {
    double next = Math.clamp(scale * factor, 1, CLOSEST);
    double change = next / scale;
    Point2D from = at.subtract(middle());
    image.setTranslateX((image.getTranslateX() - from.getX()) * change + from.getX());
    image.setTranslateY((image.getTranslateY() - from.getY()) * change + from.getY());
    scale = next;
    image.setScaleX(scale);
    image.setScaleY(scale);
    table.setCursor(scale > 1 ? Cursor.OPEN_HAND : Cursor.CROSSHAIR);
    keepInside();
  }

  private void keepInside() {
    double spareX = Math.max(0, (image.getFitWidth() * scale - table.getWidth()) / 2 + AIR);
    double spareY = Math.max(0, (image.getFitHeight() * scale - table.getHeight()) / 2 + AIR);
    image.setTranslateX(Math.clamp(image.getTranslateX(), -spareX, spareX));
    image.setTranslateY(Math.clamp(image.getTranslateY(), -spareY, spareY));
  }

  private void toggleFullScreen() {
    if (filled != null) {
      leaveFullScreen();
    } else if (getScene() != null && getScene().getWindow() instanceof Stage stage) {
      filled = stage;
      stage.setFullScreen(true);
    }
  }

  /// The window is as large as before once the pictures are gone.
  private void leaveFullScreen() {
    Stage stage = filled;
    if (stage != null) {
      filled = null;
      stage.setFullScreen(false);
    }
  }
}
