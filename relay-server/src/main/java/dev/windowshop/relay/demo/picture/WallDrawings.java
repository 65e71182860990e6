package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Clocks and mirrors.
final class WallDrawings {
  private static final Color BRASS = new Color(0xC9A050);

  private WallDrawings() {}

  static void clock(Sketch s) {
    switch (s.shape(4)) {
      case 0 -> {
        Shape rim = Outline.ellipse(500, 500, 310, 310);
        s.lay(rim);
        s.volume(rim, s.main, 30, 1);
        face(s, 500, 500, 272, new Color(0xFBF7EF), new Color(0x33302C));
      }
      case 1 -> {
        for (int i = 0; i < 24; i++) {
          double length = i % 2 == 0 ? 380 : 318;
          Shape ray =
              Outline.turn(
                  Outline.poly(493, 500, 499, 500 - length, 501, 500 - length, 507, 500),
                  i * 15,
                  500,
                  500);
          s.shadow(ray, 12, 16, 10, 0.28);
          s.gradient(ray, 300, 200, Tone.lift(s.main, 0.14), 700, 800, Tone.lift(s.main, -0.16));
        }
        Shape rim = Outline.ellipse(500, 500, 186, 186);
        s.lay(rim);
        s.volume(rim, s.main, 26, 1.2);
        face(s, 500, 500, 156, new Color(0xFBF7EF), new Color(0x33302C));
      }
      case 2 -> {
        s.stand(500, 770, 210);
        s.rod(380, 690, 330, 790, 30, 18, s.tone(-0.05), Finish.GLOSS);
        s.rod(620, 690, 670, 790, 30, 18, s.tone(-0.05), Finish.GLOSS);
        for (int side = -1; side <= 1; side += 2) {
          Shape bell =
              Outline.turn(
                  Outline.svg("M 410 300 C 410 230 590 230 590 300 Z"), side * 34, 500, 520);
          s.volume(bell, BRASS, 34, 1.3);
        }
        s.rod(500, 300, 500, 226, 10, 10, BRASS, Finish.METAL);
        Shape rim = Outline.ellipse(500, 540, 236, 236);
        s.shadow(rim, 26, 30, 30, 0.25);
        s.volume(rim, s.main, 34, 1.2);
        face(s, 500, 540, 192, new Color(0xFBF7EF), new Color(0x33302C));
      }
      default -> {
        Shape arch = Outline.svg("M 260 780 L 260 500 C 260 180 740 180 740 500 L 740 780 Z");
        s.stand(500, 784, 250, 0.1);
        s.shadow(arch, 30, 20, 40, 0.22);
        s.volume(arch, s.main, 36, 1);
        s.volume(Outline.round(220, 770, 560, 40, 8), s.tone(-0.04), 12, 1);
        face(s, 500, 500, 176, new Color(0xF8F1E2), new Color(0x33302C));
      }
    }
  }

  static void face(Sketch s, double cx, double cy, double r, Color paper, Color ink) {
    Shape dial = Outline.ellipse(cx, cy, r, r);
    s.gradient(dial, cx - r, cy - r, paper, cx + r, cy + r, Tone.lift(paper, -0.07));
    Shape dark =
        Outline.without(
            Outline.ellipse(cx, cy, r, r),
            Outline.ellipse(cx + r * 0.06, cy + r * 0.07, r * 0.98, r * 0.98));
    s.fill(dark, Tone.alpha(s.ink, 0.22));
    for (int i = 0; i < 12; i++) {
      double a = Math.PI / 6 * i;
      double in = i % 3 == 0 ? 0.78 : 0.84;
      s.segment(
          cx + Math.sin(a) * r * in,
          cy - Math.cos(a) * r * in,
          cx + Math.sin(a) * r * 0.91,
          cy - Math.cos(a) * r * 0.91,
          r * (i % 3 == 0 ? 0.035 : 0.02),
          ink);
    }
    hand(s, cx, cy, -60, r * 0.52, r * 0.05, ink);
    hand(s, cx, cy, 54, r * 0.76, r * 0.036, ink);
    hand(s, cx, cy, 200, r * 0.7, r * 0.014, s.accent);
    s.ball(cx, cy, r * 0.05, s.accent, Finish.GLOSS);
  }

  private static void hand(
      Sketch s, double cx, double cy, double degrees, double length, double width, Color color) {
    double a = Math.toRadians(degrees);
    double x = cx + Math.sin(a) * length;
    double y = cy - Math.cos(a) * length;
    s.segment(cx + 5, cy + 7, x + 5, y + 7, width, Tone.alpha(s.ink, 0.22));
    s.segment(
        cx - Math.sin(a) * length * 0.14, cy + Math.cos(a) * length * 0.14, x, y, width, color);
  }

  static void mirror(Sketch s) {
    int shape = s.shape(3);
    Shape outer =
        switch (shape) {
          case 0 -> Outline.ellipse(500, 500, 320, 320);
          case 1 -> Outline.svg("M 290 880 L 290 360 C 290 90 710 90 710 360 L 710 880 Z");
          default ->
              Outline.smooth(
                  300, 250, 480, 170, 690, 230, 780, 450, 720, 690, 540, 820, 330, 790, 220, 590,
                  226, 400);
        };
    s.lay(outer);
    s.volume(outer, s.main, 18, 1.2);
    Shape glass = Outline.scale(outer, 0.93, shape == 1 ? 0.96 : 0.93, 500, shape == 1 ? 500 : 500);
    Color pale = Tone.mix(s.wall, new Color(0xE8F0F2), 0.6);
    s.gradient(glass, 250, 150, Tone.lift(pale, 0.04), 700, 850, Tone.lift(pale, -0.16));
    s.fill(
        Outline.both(glass, Outline.poly(180, 640, 700, 60, 800, 60, 240, 780)),
        Tone.alpha(Color.WHITE, 0.34));
    s.fill(
        Outline.both(glass, Outline.poly(330, 820, 900, 190, 930, 230, 380, 860)),
        Tone.alpha(Color.WHITE, 0.22));
    s.line(glass, 3, Tone.alpha(s.ink, 0.4));
  }
}
