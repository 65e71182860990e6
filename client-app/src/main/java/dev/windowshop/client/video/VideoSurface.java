package dev.windowshop.client.video;

import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.media.MediaView;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Rotate;
import org.jspecify.annotations.Nullable;

/// A video's moving picture, upright, as large as fits.
public final class VideoSurface extends Region {
  private final Rectangle corners = new Rectangle();
  private @Nullable MediaView view;
  private int turned;

  /// @param radius of its corners
  public VideoSurface(double radius) {
    getStyleClass().add("video-surface");
    corners.setArcWidth(2 * radius);
    corners.setArcHeight(2 * radius);
    setClip(corners);
    setMinSize(0, 0);
  }

  public void show(Playback playback) {
    MediaView shown = playback.view();
    if (shown != null && view == null) {
      turned = playback.turned();
      shown.setPreserveRatio(true);
      shown.getTransforms().setAll(new Rotate(turned));
      view = shown;
      getChildren().setAll(shown);
    }
  }

  /// Lets go of the player.
  public void clear() {
    MediaView shown = view;
    if (shown != null) {
      shown.setMediaPlayer(null);
      getChildren().clear();
      view = null;
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    corners.setWidth(width);
    corners.setHeight(height);
    MediaView shown = view;
    if (shown == null || width <= 0 || height <= 0) {
      return;
    }
    boolean sideways = turned == 90 || turned == 270;
    shown.setFitWidth(sideways ? height : width);
    shown.setFitHeight(sideways ? width : height);
    Rectangle2D media =
        new Rectangle2D(
            0,
            0,
            Math.max(1, shown.getMediaPlayer().getMedia().getWidth()),
            Math.max(1, shown.getMediaPlayer().getMedia().getHeight()));
    double scale =
        Math.min(shown.getFitWidth() / media.getWidth(), shown.getFitHeight() / media.getHeight());
    double wide = media.getWidth() * scale;
    double high = media.getHeight() * scale;
    // Turned about its own corner: from there it is moved to where it stands upright.
    double left = (width - (sideways ? high : wide)) / 2;
    double top = (height - (sideways ? wide : high)) / 2;
    double x =
        switch (turned) {
          case 90 -> left + high;
          case 180 -> left + wide;
          default -> left;
        };
    double y =
        switch (turned) {
          case 180 -> top + high;
          case 270 -> top + wide;
          default -> top;
        };
    shown.relocate(0, 0);
    shown.setLayoutX(x);
    shown.setLayoutY(y);
  }
}
