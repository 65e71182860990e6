package dev.windowshop.client.gallery;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/// Simple pictures, drawn from their address: `sample:shape:rrggbb`.
final class SamplePictures {
  private static final int SIZE = 480;
  private static final Map<String, CompletableFuture<byte[]>> DRAWN = new ConcurrentHashMap<>();

  private SamplePictures() {}

  static CompletableFuture<byte[]> load(String url) {
    if (url.startsWith("/api/v1/attachments/")) {
      return load("sample:lamp:C98B5A");
    }
    String[] parts = url.split(":", -1);
    if (parts.length != 3 || !parts[0].equals("sample")) {
      return CompletableFuture.failedFuture(new IllegalArgumentException(url));
    }
    return DRAWN
        .computeIfAbsent(
            url,
            key ->
                CompletableFuture.supplyAsync(() -> draw(parts[1], Color.decode("#" + parts[2]))))
        .copy();
  }

  private static byte[] draw(String shape, Color color) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setPaint(
        new GradientPaint(
            0, 0, mix(color, Color.WHITE, 0.86), 0, SIZE, mix(color, Color.WHITE, 0.7)));
    g.fillRect(0, 0, SIZE, SIZE);
    g.setPaint(new Color(0, 0, 0, 36));
    g.fill(new Ellipse2D.Double(130, 372, 220, 34));
    g.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(200, 180),
            300,
            new float[] {0, 1},
            new Color[] {mix(color, Color.WHITE, 0.35), mix(color, Color.BLACK, 0.25)}));
    switch (shape) {
      case "lamp" -> {
        g.fill(new RoundRectangle2D.Double(150, 110, 180, 120, 120, 120));
        g.fill(new RoundRectangle2D.Double(232, 220, 16, 160, 8, 8));
        g.fill(new RoundRectangle2D.Double(180, 370, 120, 18, 18, 18));
      }
      case "mug" -> {
        g.fill(new RoundRectangle2D.Double(150, 170, 160, 210, 40, 40));
        g.setStroke(new java.awt.BasicStroke(22));
        g.draw(new Ellipse2D.Double(280, 215, 90, 100));
      }
      case "book" -> {
        g.fill(new RoundRectangle2D.Double(140, 110, 200, 276, 12, 12));
        g.setPaint(new Color(255, 255, 255, 90));
        g.fillRect(160, 150, 160, 14);
        g.fillRect(160, 176, 110, 10);
      }
      default -> g.fill(new Ellipse2D.Double(130, 130, 220, 250));
    }
    g.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Color mix(Color a, Color b, double part) {
    return new Color(
        (int) (a.getRed() * (1 - part) + b.getRed() * part),
        (int) (a.getGreen() * (1 - part) + b.getGreen() * part),
        (int) (a.getBlue() * (1 - part) + b.getBlue() * part));
  }
}
