package dev.windowshop.client.store;

import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/// Five stars, filled to the tenth.
final class Stars {
  private static final String PATH =
      "M8 0.6 L10.3 5.4 L15.6 6.1 L11.7 9.8 L12.7 15.1 L8 12.5 L3.3 15.1 L4.3 9.8 L0.4 6.1 L5.7 5.4 Z";
  private static final double EDGE = 16;

  private Stars() {}

  static Node of(double rating, double size) {
    HBox stars = new HBox(size * 0.2);
    for (int star = 0; star < 5; star++) {
      stars.getChildren().add(star(Math.clamp(rating - star, 0, 1), size));
    }
    stars.setMaxHeight(size);
    stars.setAccessibleText(String.format(Locale.ROOT, "%.1f of 5", rating));
    return stars;
  }

  /// So many stars of so many.
  static Node of(double rating, int most, double size) {
    HBox stars = new HBox(size * 0.2);
    for (int star = 0; star < most; star++) {
      stars.getChildren().add(star(Math.clamp(rating - star, 0, 1), size));
    }
    return stars;
  }

  static Node one(double size) {
    return star(1, size);
  }

  private static Node star(double part, double size) {
    SVGPath empty = path("star-empty");
    SVGPath full = path("star-full");
    full.setClip(new Rectangle(EDGE * part, EDGE));
    Group star = new Group(empty, full);
    double scale = size / EDGE;
    star.getTransforms().add(new javafx.scene.transform.Scale(scale, scale));
    Pane box = new Pane(star);
    box.setMinSize(size, size);
    box.setPrefSize(size, size);
    box.setMaxSize(size, size);
    return box;
  }

  private static SVGPath path(String styleClass) {
    SVGPath path = new SVGPath();
    path.setContent(PATH);
    path.getStyleClass().add(styleClass);
    return path;
  }
}
