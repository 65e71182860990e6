package dev.windowshop.client.call;

import dev.windowshop.client.media.frames.FrameReader;
import dev.windowshop.client.platform.fx.FxThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows the newest picture of a frame file, filling its place. The last picture of one file stays
/// until the next file has one. On the FX thread.
final class Screen extends Region {
  private static final Logger LOG = LoggerFactory.getLogger(Screen.class);

  private final Executor opening;
  private final ImageView view = new ImageView();
  private @Nullable Path path;
  private @Nullable FrameReader reader;
  private @Nullable FrameReader next;
  private @Nullable PixelBuffer<ByteBuffer> pixels;
  private long shown;
  private boolean whole;

  /// @param opening where files are opened
  Screen(Executor opening) {
    this.opening = opening;
    view.setPreserveRatio(false);
    view.setSmooth(true);
    getChildren().add(view);
  }

  /// Changes over to this file; null stays with the last picture.
  void show(@Nullable Path frames) {
    if (frames == null || frames.equals(path)) {
      return;
    }
    path = frames;
    FxThread.deliver(
        CompletableFuture.supplyAsync(() -> open(frames), opening),
        opened -> opened(frames, opened),
        failure -> LOG.warn("the picture {} can't be opened", frames, failure));
  }

  /// Shows all of a picture rather than filling the place.
  void showWhole() {
    whole = true;
    crop();
  }

  /// Takes the newest picture, if there is a new one.
  void pulse() {
    FrameReader coming = next;
    if (coming != null && coming.next(this::take)) {
      close(reader);
      reader = coming;
      next = null;
      return;
    }
    FrameReader current = reader;
    if (current != null) {
      current.next(this::take);
    }
  }

  /// How many pictures were shown.
  long shown() {
    return shown;
  }

  void close() {
    path = null;
    close(reader);
    close(next);
    reader = null;
    next = null;
  }

  @Override
  protected void layoutChildren() {
    view.setFitWidth(getWidth());
    view.setFitHeight(getHeight());
    crop();
  }

  private static FrameReader open(Path frames) {
    try {
      return FrameReader.open(frames);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void opened(Path frames, FrameReader opened) {
    if (!frames.equals(path)) {
      opened.close();
      return;
    }
    close(next);
    next = opened;
  }

  private void take(int width, int height, long captured, long number, ByteBuffer bgra) {
    PixelBuffer<ByteBuffer> target = pixels;
    if (target == null || target.getWidth() != width || target.getHeight() != height) {
      target =
          new PixelBuffer<>(
              width,
              height,
              ByteBuffer.allocateDirect(width * height * 4),
              PixelFormat.getByteBgraPreInstance());
      pixels = target;
      view.setImage(new WritableImage(target));
      crop();
    }
    target.getBuffer().clear().put(bgra).clear();
    target.updateBuffer(buffer -> null);
    shown++;
  }

  /// What does not fit the place is cut off evenly on both sides.
  private void crop() {
    PixelBuffer<ByteBuffer> picture = pixels;
    if (picture == null || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    if (whole) {
      double scale = Math.min(getWidth() / picture.getWidth(), getHeight() / picture.getHeight());
      view.setViewport(null);
      view.setFitWidth(picture.getWidth() * scale);
      view.setFitHeight(picture.getHeight() * scale);
      view.relocate((getWidth() - view.getFitWidth()) / 2, (getHeight() - view.getFitHeight()) / 2);
      return;
    }
    double scale = Math.max(getWidth() / picture.getWidth(), getHeight() / picture.getHeight());
    double width = getWidth() / scale;
    double height = getHeight() / scale;
    view.setViewport(
        new Rectangle2D(
            (picture.getWidth() - width) / 2, (picture.getHeight() - height) / 2, width, height));
  }

  private static void close(@Nullable FrameReader reader) {
    if (reader != null) {
      reader.close();
    }
  }
}
