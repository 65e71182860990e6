package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/// Composes several drawings into one scene.
final class ScenePainter {
  private ScenePainter() {}

  static BufferedImage category(String slug, Color color, int size) {
    String hex = Tone.hex(color);
    var spec = new PictureSpec(Placeholders.kind(slug), 0, hex, "#e8d9c0", Pictures.seed(slug), 0);
    return ProductPainter.paint(spec, size);
  }

  static BufferedImage hero(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Color main = new Color(0xD9A27A);
    Color accent = new Color(0x8FA58C);
    var backdrop = new Backdrop(main, accent, 4, 0);
    backdrop.paint(image, Stage.FLOOR);
    Graphics2D g = image.createGraphics();
    double unit = height / 1000.0;
    g.scale(unit, unit);
    var s = new Sketch(g, unit, main, accent, backdrop, 0, 4);
    s.place(VesselDrawings::vase, 1500, 830, 0.9, accent, main, 1);
    s.place(VesselDrawings::vase, 1850, 850, 0.7, main, accent, 2);
    g.dispose();
    return image;
  }
}
