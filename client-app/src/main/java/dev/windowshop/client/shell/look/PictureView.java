package dev.windowshop.client.shell.look;

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
import org.jspecify.annotations.Nullable;

/// A picture that fills its place, with round corners, on a plinth tinted from the picture's own
/// main colour; the plinth alone until the picture is there.
public final class PictureView extends Region {
  private static final int[] SIZES = {64, 128, 192, 256, 320, 448, 640, 896, 1280};

  private final Pictures pictures;
  private final double radius;
  private final Region tint = new Region();
  private final Rectangle surface = new Rectangle();
  private @Nullable String url;
  private @Nullable String thumbUrl;
  private @Nullable Image image;
  private String asked = "";

  public PictureView(Pictures pictures, double radius) {
    this.pictures = pictures;
    this.radius = radius;
    getStyleClass().add("plinth");
    tint.getStyleClass().add("plinth-tint");
    surface.setArcWidth(radius * 2);
    surface.setArcHeight(radius * 2);
    surface.setVisible(false);
    getChildren().addAll(tint, surface);
    setMinSize(0, 0);
  }

  /// @param pictureUrl the full picture
  /// @param smallUrl the same, small
  /// @param color `#rrggbb`, its main colour
  public void show(@Nullable String pictureUrl, @Nullable String smallUrl, @Nullable String color) {
    url = pictureUrl;
    thumbUrl = smallUrl;
    image = null;
    asked = "";
    surface.setVisible(false);
    tint.setBackground(
        color == null
            ? Background.EMPTY
            : new Background(
                new BackgroundFill(Color.web(color), new CornerRadii(radius), Insets.EMPTY)));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    tint.resizeRelocate(0, 0, width, height);
    surface.setWidth(width);
    surface.setHeight(height);
    if (width > 0 && height > 0) {
      fetch(Math.max(width, height));
    }
    fill();
  }

  private void fetch(double edge) {
    int size = size(edge * Screen.getPrimary().getOutputScaleX());
    String address = size <= 320 && thumbUrl != null ? thumbUrl : url;
    if (address == null) {
      return;
    }
    String key = size + " " + address;
    if (key.equals(asked)) {
      return;
    }
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

  private static int size(double pixels) {
    for (int size : SIZES) {
      if (size >= pixels) {
        return size;
      }
    }
    return SIZES[SIZES.length - 1];
  }
}
