package dev.windowshop.client.shell.look;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// A picture that is still a file on this machine, before it is sent anywhere.
public final class LocalPicture {
  private LocalPicture() {}

  /// Decodes it in the background; never gives one that is no picture.
  ///
  /// @param width it is scaled to
  public static void load(Path file, double width, Consumer<Image> ready) {
    Image image = new Image(file.toUri().toString(), width, 0, true, true, true);
    image
        .progressProperty()
        .subscribe(part -> {
          if (part.doubleValue() >= 1 && !image.isError()) {
            ready.accept(image);
          }
        });
  }

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
