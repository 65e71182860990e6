package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/// Draws friendly, abstract portraits: no two seeds alike.
final class PortraitPainter {
  private PortraitPainter() {}

  static BufferedImage paint(long seed, int size) {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    Sketch.polish(g);
    g.scale(size / 1000.0, size / 1000.0);
    g.setColor(new Tone(0.8, 0.09, Math.floorMod(seed, 628L) / 100.0).color());
    g.fillRect(0, 0, 1000, 1000);
    g.setColor(new Color(0xF1E6D8));
    g.fill(Outline.ellipse(500, 420, 190, 210));
    g.dispose();
    return image;
  }
}
