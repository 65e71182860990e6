package dev.windowshop.client.video;

import dev.windowshop.client.platform.fx.FxThread;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes posters, one after the other, and remembers the latest. Thread-safe.
public final class PosterService implements Posters {
  private static final int REMEMBERED = 40;
  private static final Logger LOG = LoggerFactory.getLogger(PosterService.class);

  private final Executor cpu;

  private final Map<Path, CompletableFuture<Optional<Poster>>> made =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Path, CompletableFuture<Optional<Poster>>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// The one that is being made; the next begins when it is done.
  private CompletableFuture<Optional<Poster>> last =
      CompletableFuture.completedFuture(Optional.empty());

  /// @param cpu opens videos and writes pictures
  public PosterService(Executor cpu) {
    this.cpu = cpu;
  }

  @Override
  public synchronized CompletableFuture<Optional<Poster>> of(Path video) {
    CompletableFuture<Optional<Poster>> known = made.get(video);
    if (known == null) {
      known = last.thenCompose(_ -> make(video));
      last = known;
      made.put(video, known);
    }
    return known.copy();
  }

  @Override
  public synchronized void copied(Path video, Path copy) {
    CompletableFuture<Optional<Poster>> known = made.get(video);
    if (known != null) {
      made.put(copy, known);
    }
  }

  private CompletableFuture<Optional<Poster>> make(Path video) {
    return OpenVideo.of(video, cpu)
        .thenCompose(open -> {
          CompletableFuture<Image> frame = new CompletableFuture<>();
          FxThread.run(() -> new FrameGrab(open.player(), frame).begin());
          return frame
              .whenComplete((_, _) -> FxThread.run(open::close))
              .thenApplyAsync(image -> Optional.of(poster(image, open.file().shape())), cpu);
        })
        .exceptionally(failure -> {
          LOG.debug("no poster of {}", video, failure);
          return Optional.empty();
        });
  }

  private static Poster poster(Image image, VideoShape shape) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage flat = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    flat.setRGB(0, 0, width, height, pixels, 0, width);
    // The media stack gives what was recorded; a phone that was held upright says so beside it.
    boolean recorded = !shape.sideways() || width > height == shape.height() > shape.width();
    BufferedImage upright = recorded ? turned(flat, shape.turned()) : flat;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(upright, "jpeg", out)) {
        throw new IOException("nothing here writes JPEG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Poster(out.toByteArray(), upright.getWidth(), upright.getHeight());
  }

  private static BufferedImage turned(BufferedImage image, int degrees) {
    int width = image.getWidth();
    int height = image.getHeight();
    AffineTransform turn =
        switch (degrees) {
          case 90 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 180 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 270 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> null;
        };
    if (turn == null) {
      return image;
    }
    boolean sideways = degrees != 180;
    BufferedImage upright =
        new BufferedImage(
            sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = upright.createGraphics();
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    return upright;
  }
}
