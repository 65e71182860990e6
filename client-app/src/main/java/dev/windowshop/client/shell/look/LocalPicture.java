package dev.windowshop.client.shell.look;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// A picture that is still a file on this machine, before it is sent anywhere.
public final class LocalPicture {
  private LocalPicture() {}

  /// Square, with round corners; decoded in the background.
  public static Node of(Path file, double side, double opacity) {
    ImageView view =
        new ImageView(new Image(file.toUri().toString(), 2 * side, 2 * side, true, true, true));
    view.setFitWidth(side);
    view.setFitHeight(side);
    view.setPreserveRatio(true);
    view.setOpacity(opacity);
    StackPane place = new StackPane(view);
    place.getStyleClass().add("plinth");
    place.setMinSize(side, side);
    place.setMaxSize(side, side);
    Rectangle clip = new Rectangle(side, side);
    clip.setArcWidth(24);
    clip.setArcHeight(24);
    place.setClip(clip);
    return place;
  }
}
