package dev.windowshop.relay.attachment;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/// Turns, shrinks and writes decoded pictures.
final class Pixels {
  private Pixels() {}

  /// In sRGB, turned as EXIF's orientation (1 to 8) asks.
  static BufferedImage upright(BufferedImage image, int orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean turned = orientation >= 5;
    BufferedImage upright = like(image, turned ? height : width, turned ? width : height);
    Graphics2D graphics = upright.createGraphics();
    graphics.drawImage(image, turn(orientation, width, height), null);
    graphics.dispose();
    return upright;
  }

  private static AffineTransform turn(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static BufferedImage like(BufferedImage image, int width, int height) {
    boolean clear = image.getColorModel().hasAlpha();
    return new BufferedImage(
        width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
  }

  /// Shrunk so that no side is longer, in halves so that nothing flickers.
  static BufferedImage within(BufferedImage image, int longest) {
    double scale = (double) longest / Math.max(image.getWidth(), image.getHeight());
    if (scale >= 1) {
      return image;
    }
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage now = image;
    while (now.getWidth() != width || now.getHeight() != height) {
      BufferedImage next =
          like(image, Math.max(width, now.getWidth() / 2), Math.max(height, now.getHeight() / 2));
      Graphics2D graphics = next.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(now, 0, 0, next.getWidth(), next.getHeight(), null);
      graphics.dispose();
      now = next;
    }
    return now;
  }

  static void write(BufferedImage image, String mime, float quality, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByMIMEType(mime).next();
    Files.deleteIfExists(file);
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (mime.equals("image/jpeg")) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
      }
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
  }
}
