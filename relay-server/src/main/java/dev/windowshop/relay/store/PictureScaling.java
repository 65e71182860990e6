package dev.windowshop.relay.store;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/// Decodes a picture and encodes it anew in the sizes of the shop, which leaves behind whatever
/// else was in the file. Works on two platform threads of its own; callers wait.
public final class PictureScaling implements AutoCloseable {
  private static final int LARGEST_SIDE = 12_000;
  private static final float QUALITY = 0.88f;

  private final ExecutorService pool =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("scale-", 0).factory());

  /// @param hash of what was fetched
  public record Scaled(String hash, byte[] full, byte[] thumb) {}

  /// @param side the longer one of the full picture, pixels
  /// @throws IOException when it is no JPEG, PNG, GIF or BMP of a sensible size
  public Scaled scale(byte[] bytes, int side) throws IOException, InterruptedException {
    try {
      return pool.submit(() -> scaled(bytes, side)).get();
    } catch (ExecutionException e) {
      throw new IOException("no picture", e.getCause());
    }
  }

  private static Scaled scaled(byte[] bytes, int side)
      throws IOException, GeneralSecurityException {
    BufferedImage image = decode(bytes, side);
    String hash =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 20);
    BufferedImage full = within(image, side);
    return new Scaled(hash, jpeg(full), jpeg(within(full, Picture.THUMB)));
  }

  private static BufferedImage decode(byte[] bytes, int side) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no known kind of picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int largest = Math.max(reader.getWidth(0), reader.getHeight(0));
        if (largest > LARGEST_SIDE) {
          throw new IOException("a side has " + largest + " pixels");
        }
        // Reading every n-th pixel keeps the memory bounded, however large the picture is.
        int step = Math.max(1, largest / (side * 2));
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
      } finally {
        reader.dispose();
      }
    }
  }

  /// On white, its longer side no longer than this.
  private static BufferedImage within(BufferedImage image, int side) {
    double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = scaled.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return scaled;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
