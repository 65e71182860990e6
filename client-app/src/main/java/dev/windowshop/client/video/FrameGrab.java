package dev.windowshop.client.video;

import java.util.concurrent.CompletableFuture;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.media.MediaPlayer;
import javafx.scene.media.MediaView;
import javafx.scene.paint.Color;
import javafx.util.Duration;

/// Takes one frame of a video out of sight. The media stack does not say when a frame is there: it
/// is looked at until one is, for a few seconds. On the FX thread.
final class FrameGrab {
  /// Many begin black, or with a hand before the lens.
  private static final Duration AT = Duration.millis(500);

  private static final Duration LOOK = Duration.millis(80);

  /// So many looks at most at each place: 2.4 seconds.
  private static final int LOOKS = 30;

  /// The frame from before the jump may still be there.
  private static final int SETTLES = 3;

  private static final double LONGEST = 960;
  private static final int DARK = 24;

  private final MediaPlayer player;
  private final CompletableFuture<Image> frame;
  private final MediaView view;
  private final Timeline looking = new Timeline();
  private int looks;
  private boolean further;

  FrameGrab(MediaPlayer player, CompletableFuture<Image> frame) {
    this.player = player;
    this.frame = frame;
    this.view = new MediaView(player);
  }

  void begin() {
    player.setMute(true);
    player.setOnError(() -> end(new CannotPlayException("can't be decoded", player.getError())));
    double width = player.getMedia().getWidth();
    double height = player.getMedia().getHeight();
    double scale = Math.min(1, LONGEST / Math.max(1, Math.max(width, height)));
    view.setPreserveRatio(true);
    view.setFitWidth(Math.max(1, Math.floor(width * scale)));
    view.setFitHeight(Math.max(1, Math.floor(height * scale)));
    Scene scene = new Scene(new StackPane(view));
    scene.setFill(Color.TRANSPARENT);
    looking.getKeyFrames().setAll(new KeyFrame(LOOK, _ -> look()));
    looking.setCycleCount(Timeline.INDEFINITE);
    seek(least(AT, player.getTotalDuration().divide(3)));
    looking.play();
  }

  private static Duration least(Duration one, Duration other) {
    return other.isUnknown() || other.isIndefinite() || one.lessThan(other) ? one : other;
  }

  private void seek(Duration to) {
    looks = 0;
    player.seek(to);
  }

  private void look() {
    if (frame.isDone()) {
      looking.stop();
      return;
    }
    looks++;
    if (looks < SETTLES) {
      return;
    }
    Image image = now();
    boolean seen = !Color.TRANSPARENT.equals(image.getPixelReader().getColor(0, 0));
    if (seen && (further || !isDark(image.getPixelReader(), image) || !canGoOn())) {
      looking.stop();
      frame.complete(image);
    } else if (seen) {
      further = true;
      seek(player.getTotalDuration().divide(3));
    } else if (looks >= LOOKS) {
      end(new CannotPlayException("no frame came", null));
    }
  }

  private boolean canGoOn() {
    Duration length = player.getTotalDuration();
    return !length.isUnknown() && !length.isIndefinite() && length.toSeconds() > 3;
  }

  private Image now() {
    SnapshotParameters how = new SnapshotParameters();
    how.setFill(Color.TRANSPARENT);
    int width = (int) Math.max(1, view.getFitWidth());
    int height = (int) Math.max(1, view.getFitHeight());
    how.setViewport(new Rectangle2D(0, 0, width, height));
    return view.snapshot(how, new WritableImage(width, height));
  }

  private static boolean isDark(PixelReader pixels, Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    for (int y = height / 16; y < height; y += Math.max(1, height / 8)) {
      for (int x = width / 16; x < width; x += Math.max(1, width / 8)) {
        int colour = pixels.getArgb(x, y);
        int light = Math.max(colour >> 16 & 0xFF, Math.max(colour >> 8 & 0xFF, colour & 0xFF));
        if (light > DARK) {
          return false;
        }
      }
    }
    return true;
  }

  private void end(CannotPlayException why) {
    looking.stop();
    frame.completeExceptionally(why);
  }
}
