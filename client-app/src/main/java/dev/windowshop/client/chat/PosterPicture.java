package dev.windowshop.client.chat;

import dev.windowshop.client.video.Poster;
import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundImage;
import javafx.scene.layout.BackgroundPosition;
import javafx.scene.layout.BackgroundRepeat;
import javafx.scene.layout.BackgroundSize;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The poster of a video that is only on this machine, filling its place.
final class PosterPicture extends Region {
  private PosterPicture(Image image, double radius) {
    setBackground(
        new Background(
            new BackgroundImage(
                image,
                BackgroundRepeat.NO_REPEAT,
                BackgroundRepeat.NO_REPEAT,
                BackgroundPosition.CENTER,
                new BackgroundSize(1, 1, true, true, false, true))));
    Rectangle corners = new Rectangle();
    corners.setArcWidth(2 * radius);
    corners.setArcHeight(2 * radius);
    corners.widthProperty().bind(widthProperty());
    corners.heightProperty().bind(heightProperty());
    setClip(corners);
  }

  static PosterPicture of(Poster poster, double radius) {
    // Some tens of kilobytes: decoded at once.
    return new PosterPicture(new Image(new ByteArrayInputStream(poster.jpeg())), radius);
  }
}
