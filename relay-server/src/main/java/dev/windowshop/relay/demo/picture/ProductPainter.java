package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/// Paints a product into its studio.
final class ProductPainter {
  private ProductPainter() {}

  static BufferedImage paint(PictureSpec spec, int size) {
    Color main = Tone.hex(spec.color());
    Color accent = Tone.hex(spec.accent());
    var backdrop = new Backdrop(main, accent, spec.seed(), spec.view());
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Stage stage = spec.kind().stage();
    backdrop.paint(image, stage);
    Graphics2D g = image.createGraphics();
    double zoom = spec.view() == 2 ? 1.9 : 1;
    double pixels = size / 1000.0 * zoom;
    g.scale(pixels, pixels);
    if (zoom > 1) {
      g.translate(-500 + 500 / zoom, -500 + 560 / zoom);
    }
    var sketch = new Sketch(g, pixels, main, accent, backdrop, spec.shape(), spec.seed());
    backdrop.windowLight(sketch);
    if (stage == Stage.PLINTH) {
      plinth(sketch);
    }
    double larger = spec.kind().zoom();
    if (larger == 1) {
      spec.kind().drawing().draw(sketch);
    } else {
      double feet = stage == Stage.PLINTH ? 806 : 822;
      g.translate(500, feet);
      g.scale(larger, larger);
      g.translate(-500, -feet);
      spec.kind()
          .drawing()
          .draw(new Sketch(g, pixels * larger, main, accent, backdrop, spec.shape(), spec.seed()));
    }
    g.dispose();
    return image;
  }

  private static void plinth(Sketch s) {
    Color stone = Tone.lift(s.wall, -0.015);
    s.shadow(Outline.ellipse(640, 1010, 430, 60), 0, 0, 70, 0.25);
    s.turned(new Turned(500, 806, 334, 812, 338, 1100, 338), stone, Finish.MATTE);
    s.disc(500, 806, 334, stone, 0.035);
  }
}
