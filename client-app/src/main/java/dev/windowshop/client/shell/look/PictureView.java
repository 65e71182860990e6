package dev.windowshop.client.shell.look;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Rectangle;
import javafx.stage.Screen;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A picture that fills its place, with round corners, on a plinth tinted from the picture's own
/// main colour; the plinth alone until the picture is there.
public final class PictureView extends Region {
  private static final int THUMB = 400;
  private static final Duration RESIZED = Duration.millis(180);

  private final Pictures pictures;
  private final double radius;
  private final boolean arch;
  private final Region tint = new Region();
  private final Rectangle surface = new Rectangle();
  private @Nullable String url;
  private @Nullable String thumbUrl;
  private @Nullable Image image;
  private final PauseTransition resized = new PauseTransition(RESIZED);
  private String asked = "";
  private boolean settled;

  public PictureView(Pictures pictures, double radius) {
    this(pictures, radius, false);
  }

  private PictureView(Pictures pictures, double radius, boolean arch) {
    this.pictures = pictures;
    this.radius = radius;
    this.arch = arch;
    resized.setOnFinished(event -> {
      settled = true;
      fetch();
    });
    getStyleClass().add("plinth");
    tint.getStyleClass().add("plinth-tint");
    surface.setVisible(false);
    getChildren().addAll(tint, surface);
    setMinSize(0, 0);
  }

  /// Round above, straight below, like a shop's window.
  public static PictureView arch(Pictures pictures) {
    PictureView view = new PictureView(pictures, Double.MAX_VALUE, true);
    view.getStyleClass().setAll("arch");
    return view;
  }

  /// @param pictureUrl the full picture
  /// @param smallUrl the same, small
  /// @param color `#rrggbb`, its main colour
  public void show(@Nullable String pictureUrl, @Nullable String smallUrl, @Nullable String color) {
    url = pictureUrl;
    thumbUrl = smallUrl;
    image = null;
    asked = "";
    resized.stop();
    surface.setVisible(false);
    tint.setBackground(
        color == null
            ? Background.EMPTY
            : new Background(
                new BackgroundFill(
                    Color.web(color), new CornerRadii(Math.min(radius, 999)), Insets.EMPTY)));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double shapeHeight = arch ? height + width : height;
    double arc = 2 * Math.min(radius, Math.min(width, shapeHeight) / 2);
    tint.resizeRelocate(0, 0, width, shapeHeight);
    surface.setWidth(width);
    surface.setHeight(shapeHeight);
    surface.setArcWidth(arc);
    surface.setArcHeight(arc);
    if (arch) {
      setClip(new Rectangle(width, height));
    }
    fetch();
    fill();
  }

  /// Asks for exactly the pixels that are shown: nothing is then scaled while drawing. While the
  /// window is being resized the picture that is there is stretched.
  private void fetch() {
    double edge = Math.max(getWidth(), getHeight());
    int size = (int) Math.ceil(edge * Screen.getPrimary().getOutputScaleX());
    String address = size <= THUMB && thumbUrl != null ? thumbUrl : url;
    if (address == null || size <= 0) {
      return;
    }
    String key = size + " " + address;
    if (key.equals(asked)) {
      return;
    }
    if (image != null && pictures.now(address, size) == null && !settled) {
      resized.playFromStart();
      return;
    }
    settled = false;
    asked = key;
    boolean fade = image == null && pictures.now(address, size) == null;
    pictures.load(
        address,
        size,
        loaded -> {
          if (!key.equals(asked)) {
            return;
          }
          image = loaded;
          fill();
          if (fade) {
            surface.setOpacity(0);
            Motion.move(surface.opacityProperty(), 1.0, Motion.CALM);
          }
        });
  }

  private void fill() {
    Image shown = image;
    double width = getWidth();
    double height = getHeight();
    if (shown == null || width <= 0 || height <= 0) {
      return;
    }
    double scale = Math.max(width / shown.getWidth(), height / shown.getHeight());
    double wide = shown.getWidth() * scale;
    double high = shown.getHeight() * scale;
    surface.setFill(
        new ImagePattern(shown, (width - wide) / 2, (height - high) / 2, wide, high, false));
    surface.setVisible(true);
  }
}
