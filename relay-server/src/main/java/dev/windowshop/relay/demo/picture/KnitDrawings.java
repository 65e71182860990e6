package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Sweaters, cardigans and hoodies.
final class KnitDrawings {

  private KnitDrawings() {}

  static void sweater(Sketch s) {
    int shape = s.shape(5);
    boolean open = shape == 4;
    TopDrawings.Cut cut = TopDrawings.cut(204, 770, 4, 82, open ? 150 : 44, 2);
    TopDrawings.sew(
        s,
        cut,
        s.main,
        () -> {
          if (shape == 2) {
            TopDrawings.stripes(s, cut, s.accent, 92, 42);
          } else if (shape == 3) {
            yoke(s, cut);
          }
          Cloth.knit(s, cut.body(), s.main, 19, 0);
          Cloth.knit(s, cut.sleeve(), s.main, 19, 12);
          Cloth.knit(s, Outline.mirror(cut.sleeve()), s.main, 19, -12);
        });
    if (shape == 0) {
      cables(s);
    }
    double l = cut.body().getBounds2D().getMinX();
    Shape hem =
        Outline.path(
            "M",
            l,
            736,
            "C",
            400,
            752,
            600,
            752,
            1000 - l,
            736,
            "L",
            1000 - l - 8,
            796,
            "C",
            600,
            812,
            400,
            812,
            l + 8,
            796,
            "Z");
    Cloth.ribs(s, hem, s.main, 0);
    Shape cuff =
        Outline.path(
            "M", l - 118, 712, "C", l - 90, 724, l - 40, 724, l - 12, 712, "L", l - 24, 770, "C",
            l - 44, 780, l - 88, 780, l - 106, 770, "Z");
    Cloth.ribs(s, cuff, s.main, 4);
    Cloth.ribs(s, Outline.mirror(cuff), s.main, -4);
    if (shape == 1) {
      Shape roll =
          Outline.svg(
              "M 412 232 C 402 190 410 140 424 122 C 470 108 530 108 576 122 C 590 140 598 190 588 232 C 540 258 460 258 412 232 Z");
      s.shadow(roll, 4, 12, 12, 0.3);
      Cloth.ribs(s, roll, s.main, 0);
      s.gradient(
          Outline.ellipse(500, 124, 72, 12), 430, 110, s.tone(-0.22), 570, 130, s.tone(-0.1));
    } else {
      TopDrawings.neck(s, 82, open ? 150 : 44, s.main, 26);
    }
    if (open) {
      s.line("M 500 372 L 500 794", 34, s.tone(-0.03));
      s.line("M 489 372 L 489 794", 3, s.tone(-0.16));
      for (int i = 0; i < 5; i++) {
        s.shadow(Outline.ellipse(503, 422 + i * 82, 13, 13), 0, 0, 5, 0.4);
        s.ball(501, 420 + i * 82, 12, Tone.mix(s.accent, new Color(0x6B4630), 0.5), Finish.GLOSS);
      }
    }
  }

  private static void yoke(Sketch s, TopDrawings.Cut cut) {
    Shape all = cut.all();
    Color light = Tone.mix(s.accent, Color.WHITE, 0.25);
    for (int ring = 0; ring < 4; ring++) {
      double r = 130 + ring * 52;
      for (int i = -10; i <= 10; i++) {
        double a = Math.toRadians(i * (12.4 - ring * 1.6));
        double x = 500 + Math.sin(a) * r * 1.25;
        double y = 170 + Math.cos(a) * r;
        if (!all.contains(x, y)) {
          continue;
        }
        Color color = ring % 2 == 0 ? light : s.accent;
        if (ring == 1) {
          s.fill(Outline.ellipse(x, y, 9, 9), color);
        } else {
          double k = 13 + ring * 2;
          s.fill(
              Outline.turn(Outline.poly(x - k, y, x, y - k, x + k, y, x, y + k), i * 4, x, y),
              color);
        }
      }
    }
  }

  private static void cables(Sketch s) {
    for (double x : new double[] {400, 500, 600}) {
      for (double y = 300; y < 720; y += 56) {
        s.fold(
            Outline.path("M", x - 22, y, "C", x - 18, y + 26, x + 18, y + 30, x + 22, y + 56),
            9,
            0.42);
        s.fold(
            Outline.path("M", x + 22, y, "C", x + 20, y + 14, x + 14, y + 20, x + 8, y + 24),
            8,
            0.3);
      }
    }
  }

  static void hoodie(Sketch s) {
    int shape = s.shape(2);
    TopDrawings.Cut cut = TopDrawings.cut(206, 780, 4, 92, 50, 2);
    Shape hood =
        Outline.svg(
            "M 372 262 C 350 130 430 96 500 96 C 570 96 650 130 628 262 C 580 300 420 300 372 262 Z");
    s.lay(hood);
    s.volume(hood, s.tone(-0.03), 50, 1);
    TopDrawings.sew(s, cut, s.main, () -> {});
    Shape inside =
        Outline.svg(
            "M 410 214 C 420 150 460 132 500 132 C 540 132 580 150 590 214 C 570 270 540 290 500 296 C 460 290 430 270 410 214 Z");
    s.gradient(inside, 420, 140, s.tone(-0.24), 580, 300, s.tone(-0.13));
    s.line(inside, 14, s.tone(-0.02));
    s.tube("M 462 284 C 456 330 458 370 462 410", 8, s.accent, Finish.MATTE);
    s.tube("M 538 284 C 546 330 544 360 540 396", 8, s.accent, Finish.MATTE);
    if (shape == 0) {
      Shape pouch = Outline.svg("M 392 560 L 608 560 L 660 724 L 340 724 Z");
      s.shadow(pouch, 4, 6, 8, 0.32);
      s.volume(pouch, s.tone(-0.006), 22, 0.7);
    } else {
      s.rod(500, 300, 500, 790, 11, 11, new Color(0xB9B4AA), Finish.METAL);
    }
    double l = cut.body().getBounds2D().getMinX();
    Cloth.ribs(
        s,
        Outline.path(
            "M",
            l,
            752,
            "C",
            400,
            768,
            600,
            768,
            1000 - l,
            752,
            "L",
            1000 - l - 8,
            806,
            "C",
            600,
            820,
            400,
            820,
            l + 8,
            806,
            "Z"),
        s.main,
        0);
    Shape cuff =
        Outline.path(
            "M", l - 118, 712, "C", l - 90, 724, l - 40, 724, l - 12, 712, "L", l - 24, 762, "C",
            l - 44, 772, l - 88, 772, l - 106, 762, "Z");
    Cloth.ribs(s, cuff, s.main, 4);
    Cloth.ribs(s, Outline.mirror(cuff), s.main, -4);
  }
}
