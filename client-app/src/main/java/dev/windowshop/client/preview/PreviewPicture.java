package dev.windowshop.client.preview;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// A page's picture, made small and written anew: what is sent along is a picture and nothing else.
/// CPU-bound.
final class PreviewPicture {
  private static final int WIDEST = 640;
  private static final int LEAST = 64;
  private static final long MOST_PIXELS = 20_000_000;

  private PreviewPicture() {}

  /// @return null for what is no picture, or too small or too large to be one of a page
  static @Nullable Path write(byte[] bytes) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return null;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < LEAST || height < LEAST || (long) width * height > MOST_PIXELS) {
          return null;
        }
        return write(reader.read(0));
      } catch (RuntimeException e) {
        throw new IOException("no picture after all", e);
      } finally {
        reader.dispose();
      }
    }
  }

  private static Path write(BufferedImage picture) throws IOException {
    double scale = Math.min(1, (double) WIDEST / picture.getWidth());
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    Path file = Files.createTempFile("preview", ".jpg");
    ImageIO.write(small, "jpg", file.toFile());
    return file;
  }
}
