package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Watches, rings, necklaces and earrings.
final class JewelDrawings {

  private JewelDrawings() {}

  static void watch(Sketch s) {
    int shape = s.shape(4);
    boolean steel = shape == 1;
    boolean square = shape == 3;
    Color strap = steel ? new Color(0xB9BCC0) : s.main;
    Color rim = shape == 0 || shape == 3 ? new Color(0xC9A050) : new Color(0xC3C6CA);
    Shape band =
        Outline.svg(
            "M 410 70 C 440 60 560 60 590 70 L 604 320 L 396 320 Z M 396 680 L 604 680 L 588 930 C 560 944 440 944 412 930 Z");
    s.lay(Outline.union(band, Outline.ellipse(500, 500, 220, 220)));
    s.volume(band, strap, 34, 1.1);
    if (steel) {
      s.pattern(
          band,
          220,
          36,
          0,
          g -> {
            g.setColor(Tone.alpha(new Color(0x50545A), 0.5));
            g.fill(Outline.round(-5, 0, 230, 4, 0));
            g.setColor(Tone.alpha(Color.WHITE, 0.4));
            g.fill(Outline.round(-5, 5, 230, 6, 0));
          });
      s.segment(458, 70, 450, 320, 3, Tone.alpha(new Color(0x50545A), 0.5));
      s.segment(542, 70, 550, 320, 3, Tone.alpha(new Color(0x50545A), 0.5));
      s.segment(450, 680, 458, 930, 3, Tone.alpha(new Color(0x50545A), 0.5));
      s.segment(550, 680, 542, 930, 3, Tone.alpha(new Color(0x50545A), 0.5));
    } else {
      s.dashes(
          Outline.svg(
              "M 424 84 L 412 310 M 576 84 L 588 310 M 412 690 L 424 918 M 588 690 L 576 918"),
          3,
          Tone.alpha(Tone.lift(strap, 0.16), 0.8),
          9,
          7);
      for (int i = 0; i < 4; i++) {
        s.fill(Outline.ellipse(500, 760 + i * 40, 7, 9), Tone.lift(strap, -0.22));
      }
    }
    Shape outer =
        square ? Outline.round(318, 318, 364, 364, 60) : Outline.ellipse(500, 500, 208, 208);
    s.volume(Outline.round(698, 476, 34, 48, 8), rim, 10, 1.1);
    s.shadow(outer, 10, 14, 14, 0.35);
    s.volume(outer, rim, 22, 1.3);
    Color dial =
        steel
            ? s.main
            : shape == 2 ? Tone.mix(new Color(0xF8F4EA), s.accent, 0.12) : new Color(0xFAF6EC);
    Color ink = Tone.of(dial).l() > 0.6 ? new Color(0x2E2B28) : new Color(0xF6F1E6);
    if (square) {
      s.fill(Outline.round(340, 340, 320, 320, 44), dial);
    }
    WallDrawings.face(s, 500, 500, square ? 158 : 178, dial, ink);
    if (shape == 2) {
      s.line(Outline.ellipse(500, 590, 38, 38), 3, Tone.alpha(ink, 0.5));
      s.line(Outline.ellipse(425, 500, 34, 34), 3, Tone.alpha(ink, 0.5));
      s.line(Outline.ellipse(575, 500, 34, 34), 3, Tone.alpha(ink, 0.5));
    }
    s.fill(
        Outline.both(
            Outline.ellipse(500, 500, 176, 176),
            Outline.poly(320, 560, 500, 300, 580, 300, 340, 660)),
        Tone.alpha(Color.WHITE, 0.14));
  }

  private static void loop(
      Sketch s, double cx, double cy, double rx, double ry, double w, Color metal) {
    Shape ring =
        Outline.without(
            Outline.ellipse(cx, cy, rx, ry), Outline.ellipse(cx, cy, rx - w, ry - w * 0.92));
    int[] ramp = Tone.ramp(metal);
    s.gradient(ring, cx - rx, cy - ry, new Color(ramp[220]), cx + rx, cy + ry, new Color(ramp[64]));
    s.relief(ring, metal, w * 0.7, 1.5);
    Shape shine =
        Outline.path(
            "M",
            cx - rx + w / 2,
            cy,
            "C",
            cx - rx + w / 2,
            cy - ry * 0.6,
            cx - rx * 0.5,
            cy - ry + w / 2,
            cx,
            cy - ry + w / 2);
    s.line(shine, w * 0.2, Tone.alpha(Color.WHITE, 0.75));
  }

  static void gem(Sketch s, double cx, double cy, double r, Color color) {
    Shape stone =
        Outline.poly(
            cx - r,
            cy - r * 0.25,
            cx - r * 0.55,
            cy - r * 0.75,
            cx + r * 0.55,
            cy - r * 0.75,
            cx + r,
            cy - r * 0.25,
            cx,
            cy + r);
    s.gradient(
        stone, cx - r, cy - r, Tone.lift(color, 0.2), cx + r, cy + r, Tone.lift(color, -0.16));
    s.fill(
        Outline.poly(cx - r * 0.5, cy - r * 0.25, cx, cy - r * 0.75, cx + r * 0.5, cy - r * 0.25),
        Tone.alpha(Color.WHITE, 0.5));
    s.fill(
        Outline.poly(cx - r * 0.5, cy - r * 0.25, cx + r * 0.5, cy - r * 0.25, cx, cy + r),
        Tone.alpha(Tone.lift(color, -0.08), 0.5));
    s.fill(
        Outline.poly(cx - r, cy - r * 0.25, cx - r * 0.5, cy - r * 0.25, cx, cy + r),
        Tone.alpha(Color.WHITE, 0.22));
    s.light(cx - r * 0.3, cy - r * 0.5, r * 0.7, Color.WHITE, 0.6);
  }

  static void ring(Sketch s) {
    int shape = s.shape(4);
    Color metal = shape == 1 ? new Color(0xC6C9CE) : new Color(0xD2A850);
    if (shape == 3) {
      for (int i = 0; i < 3; i++) {
        double y = 740 - i * 56;
        s.shadow(Outline.ellipse(510, y + 30, 190, 52), 0, 0, 16, 0.35);
        loop(
            s,
            500,
            y,
            186,
            66,
            28,
            i == 1 ? new Color(0xC6C9CE) : i == 0 ? metal : new Color(0xD49A7C));
      }
      return;
    }
    s.shadow(Outline.ellipse(540, 808, 180, 30), 0, 0, 22, 0.4);
    s.shadow(Outline.ellipse(500, 804, 90, 16), 0, 0, 8, 0.5);
    loop(s, 500, 600, 204, 206, shape == 2 ? 58 : 34, metal);
    if (shape == 0) {
      s.volume(Outline.round(446, 372, 108, 40, 12), metal, 12, 1.2);
      gem(s, 500, 348, 74, s.main);
    } else if (shape == 1) {
      s.ball(500, 380, 64, Tone.mix(s.main, new Color(0xF5EFE6), 0.55), Finish.GLOSS);
      s.line("M 444 402 C 470 430 530 430 556 402", 11, metal);
    } else {
      Shape face = Outline.ellipse(500, 410, 96, 70);
      s.volume(face, metal, 20, 1.2);
      s.volume(Outline.ellipse(500, 408, 72, 50), s.main, 16, 1);
    }
  }

  static void necklace(Sketch s) {
    int shape = s.shape(3);
    Color metal = shape == 1 ? new Color(0xC2C5CA) : new Color(0xCFA54E);
    Shape bust =
        Outline.svg(
            "M 380 90 C 400 200 380 260 300 310 C 200 360 170 460 190 600 C 210 760 360 900 500 910 C 640 900 790 760 810 600 C 830 460 800 360 700 310 C 620 260 600 200 620 90 Z");
    Color linen = Tone.mix(s.wall, Color.WHITE, 0.4);
    s.lay(bust);
    s.volume(bust, linen, 120, 0.9);
    Shape chain = Outline.svg("M 366 250 C 330 430 420 600 500 620 C 580 600 670 430 634 250");
    s.line(Outline.move(chain, 5, 8), 8, Tone.alpha(s.ink, 0.25));
    s.line(chain, 7, Tone.lift(metal, -0.12));
    s.dashes(chain, 5, Tone.lift(metal, 0.14), 5, 8);
    switch (shape) {
      case 0 -> {
        s.shadow(Outline.ellipse(508, 684, 56, 60), 0, 0, 12, 0.4);
        gem(s, 500, 672, 60, s.main);
        s.line("M 440 656 L 500 618 L 560 656", 7, metal);
      }
      case 1 -> {
        for (int i = 0; i <= 16; i++) {
          double t = i / 16.0;
          double a = Math.PI * (1 - t);
          double x = 500 + Math.cos(a) * 150;
          double y = 420 + Math.sin(a) * 196;
          double r = 14 + 13 * Math.sin(a);
          s.shadow(Outline.ellipse(x + 4, y + 8, r, r), 0, 0, 6, 0.35);
          s.ball(x, y, r, Tone.mix(s.main, new Color(0xF7F1E8), 0.6), Finish.GLOSS);
        }
      }
      default -> {
        Shape disc = Outline.ellipse(500, 676, 62, 62);
        s.shadow(disc, 6, 10, 10, 0.4);
        s.volume(disc, metal, 14, 1.2);
        s.line("M 470 690 C 486 650 514 650 530 690", 6, Tone.lift(metal, -0.2));
        s.fill(Outline.ellipse(500, 652, 10, 10), s.main);
      }
    }
  }

  static void earrings(Sketch s) {
    int shape = s.shape(3);
    Color metal = new Color(0xCFA54E);
    Shape card = Outline.round(280, 170, 440, 660, 22);
    s.lay(card);
    s.volume(card, Tone.mix(new Color(0xF8F3E8), s.main, 0.10), 14, 0.7);
    s.line("M 440 240 L 560 240", 8, Tone.alpha(s.main, 0.8));
    s.line("M 464 268 L 536 268", 5, Tone.alpha(s.ink, 0.3));
    for (double x : new double[] {400, 600}) {
      switch (shape) {
        case 0 -> {
          s.shadow(
              Outline.without(Outline.ellipse(x, 540, 84, 92), Outline.ellipse(x, 540, 62, 70)),
              10,
              14,
              8,
              0.35);
          loop(s, x, 540, 84, 92, 22, metal);
        }
        case 1 -> {
          s.line(Outline.path("M", x, 400, "L", x, 560), 5, metal);
          s.ball(x, 396, 17, metal, Finish.METAL);
          s.shadow(Outline.ellipse(x + 8, 622, 50, 70), 0, 0, 10, 0.35);
          s.volume(
              Outline.path(
                  "M", x, 540, "C", x + 30, 590, x + 56, 620, x + 56, 660, "C", x + 56, 720, x - 56,
                  720, x - 56, 660, "C", x - 56, 620, x - 30, 590, x, 540, "Z"),
              s.main,
              36,
              1.3);
        }
        default -> {
          s.shadow(Outline.ellipse(x + 7, 520, 60, 54), 0, 0, 10, 0.35);
          for (int i = 0; i < 6; i++) {
            Shape petal = Outline.turn(Outline.ellipse(x, 470, 28, 42), i * 60, x, 510);
            s.volume(petal, s.main, 14, 1.1);
          }
          s.ball(x, 510, 24, metal, Finish.METAL);
        }
      }
    }
  }
}
