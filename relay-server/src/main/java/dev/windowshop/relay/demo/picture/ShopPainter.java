package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/// Draws shops' marks and banners.
final class ShopPainter {
  private ShopPainter() {}

  static BufferedImage mark(Color color, long seed, int size) {
    return banner(color, seed, size, size);
  }

  static BufferedImage banner(Color color, long seed, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    Sketch.polish(g);
    g.setColor(color);
    g.fillRect(0, 0, width, height);
    g.setColor(Tone.lift(color, 0.2));
    double r = height * (0.25 + Math.floorMod(seed, 10L) / 100.0);
    g.fill(Outline.ellipse(width / 2.0, height / 2.0, r, r));
    g.dispose();
    return image;
  }
}
