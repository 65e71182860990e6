package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// T-shirts, shirts, sweaters and hoodies, hanging before the wall.
final class TopDrawings {
  private TopDrawings() {}

  /// A body and its left sleeve; the right one is its mirror image.
  record Cut(Shape body, Shape sleeve) {
    Shape all() {
      return Outline.union(body, sleeve, Outline.mirror(sleeve));
    }
  }

  /// @param w half the width at the chest
  /// @param hem where it ends
  /// @param flare how much wider the hem is on each side
  /// @param neck half the neck's width, and how deep it dips
  /// @param arm 0 short, 1 long, 2 wide and long
  static Cut cut(double w, double hem, double flare, double neck, double dip, int arm) {
    double left = 500 - w;
    double edge = left - flare;
    Shape body =
        Outline.symmetricPath(
            "M",
            500,
            222 + dip,
            "C",
            500 - neck * 0.7,
            222 + dip,
            500 - neck * 0.95,
            216 + dip * 0.5,
            500 - neck,
            206,
            "C",
            430 - neck * 0.2,
            222,
            left + 44,
            236,
            left + 26,
            252,
            "C",
            left + 34,
            320,
            left + 22,
            390,
            left,
            430,
            "C",
            left + 6,
            560,
            edge,
            hem - 120,
            edge,
            hem,
            "C",
            edge + 80,
            hem + 14,
            420,
            hem + 16,
            500,
            hem + 16);
    Shape sleeve =
        switch (arm) {
          case 0 ->
              Outline.path(
                  "M",
                  left + 40,
                  246,
                  "C",
                  left - 20,
                  274,
                  left - 80,
                  350,
                  left - 112,
                  446,
                  "C",
                  left - 80,
                  476,
                  left - 44,
                  492,
                  left - 10,
                  502,
                  "C",
                  left + 4,
                  460,
                  left + 14,
                  420,
                  left + 40,
                  400,
                  "Z");
          case 1 ->
              Outline.path(
                  "M",
                  left + 40,
                  246,
                  "C",
                  left - 24,
                  262,
                  left - 58,
                  330,
                  left - 82,
                  450,
                  "C",
                  left - 104,
                  560,
                  left - 112,
                  660,
                  left - 110,
                  752,
                  "C",
                  left - 88,
                  764,
                  left - 52,
                  764,
                  left - 30,
                  754,
                  "C",
                  left - 18,
                  660,
                  left - 2,
                  560,
                  left + 26,
                  430,
                  "Z");
          default ->
              Outline.path(
                  "M",
                  left + 40,
                  246,
                  "C",
                  left - 40,
                  264,
                  left - 84,
                  350,
                  left - 104,
                  470,
                  "C",
                  left - 124,
                  580,
                  left - 142,
                  660,
                  left - 116,
                  738,
                  "C",
                  left - 90,
                  752,
                  left - 40,
                  752,
                  left - 20,
                  738,
                  "C",
                  left + 2,
                  640,
                  left + 8,
                  560,
                  left + 30,
                  440,
                  "Z");
        };
    return new Cut(body, sleeve);
  }

  /// Cloth on the cut: colour, pattern, creases, volume.
  static void sew(Sketch s, Cut cut, Color cloth, Runnable pattern) {
    s.lay(cut.all());
    Shape right = Outline.mirror(cut.sleeve());
    s.fill(cut.sleeve(), cloth);
    s.fill(right, cloth);
    s.fill(cut.body(), cloth);
    pattern.run();
    s.relief(cut.sleeve(), cloth, 44, 0.95);
    s.relief(right, cloth, 44, 0.95);
    s.relief(cut.body(), cloth, 62, 0.9);
    var b = cut.body().getBounds2D();
    double l = b.getMinX();
    double r = b.getMaxX();
    s.fold(
        "M " + (l + 46) + " 430 C " + (l + 90) + " 500 " + (l + 120) + " 560 " + (l + 150) + " 590",
        9,
        0.30);
    s.fold(
        "M " + (r - 40) + " 440 C " + (r - 80) + " 520 " + (r - 90) + " 620 " + (r - 96) + " 700",
        9,
        0.30);
    s.fold(
        "M 430 "
            + (b.getMaxY() - 210)
            + " C 440 "
            + (b.getMaxY() - 150)
            + " 452 "
            + (b.getMaxY() - 90)
            + " 448 "
            + (b.getMaxY() - 40),
        9,
        0.24);
  }

  /// The back of the neck, seen through the opening, and its rib.
  static void neck(Sketch s, double half, double dip, Color rib, double width) {
    Shape inside =
        Outline.path(
            "M",
            500 - half,
            206,
            "C",
            500 - half * 0.5,
            190,
            500 + half * 0.5,
            190,
            500 + half,
            206,
            "C",
            500 + half * 0.95,
            216 + dip * 0.5,
            500 + half * 0.7,
            222 + dip,
            500,
            222 + dip,
            "C",
            500 - half * 0.7,
            222 + dip,
            500 - half * 0.95,
            216 + dip * 0.5,
            500 - half,
            206,
            "Z");
    s.gradient(inside, 400, 190, Tone.lift(rib, -0.24), 560, 240 + dip, Tone.lift(rib, -0.13));
    s.line(
        Outline.path(
            "M",
            500 - half,
            206,
            "C",
            500 - half * 0.5,
            192,
            500 + half * 0.5,
            192,
            500 + half,
            206),
        width * 0.7,
        Tone.lift(rib, -0.09));
    Shape front =
        Outline.path(
            "M",
            500 - half,
            206,
            "C",
            500 - half * 0.95,
            216 + dip * 0.5,
            500 - half * 0.7,
            222 + dip,
            500,
            222 + dip,
            "C",
            500 + half * 0.7,
            222 + dip,
            500 + half * 0.95,
            216 + dip * 0.5,
            500 + half,
            206);
    s.line(Outline.move(front, 0, 5), width + 3, Tone.lift(rib, -0.10));
    s.line(front, width, Tone.lift(rib, 0.025));
  }

  private static void stripes(Sketch s, Cut cut, Color stripe, double gap, double width) {
    s.pattern(
        cut.body(),
        60,
        gap,
        0,
        g -> {
          g.setColor(stripe);
          g.fill(Outline.round(-5, 0, 70, width, 0));
        });
    for (int side = 0; side < 2; side++) {
      Shape sleeve = side == 0 ? cut.sleeve() : Outline.mirror(cut.sleeve());
      s.pattern(
          sleeve,
          60,
          gap,
          side == 0 ? 12 : -12,
          g -> {
            g.setColor(stripe);
            g.fill(Outline.round(-5, 0, 70, width, 0));
          });
    }
  }

  static void tshirt(Sketch s) {
    int shape = s.shape(4);
    Cut cut = cut(192, 790, 6, 84, shape == 3 ? 92 : 46, 0);
    sew(
        s,
        cut,
        s.main,
        () -> {
          if (shape == 1) {
            stripes(s, cut, s.accent, 46, 17);
          }
        });
    neck(s, 84, shape == 3 ? 92 : 46, shape == 1 ? Tone.mix(s.main, s.accent, 0.1) : s.main, 17);
    s.dashes(
        Outline.path("M", 306, 782, "C", 400, 792, 600, 792, 694, 782),
        2,
        Tone.alpha(s.tone(-0.18), 0.5),
        7,
        6);
    if (shape == 0) {
      Shape pocket = Outline.svg("M 560 372 L 650 372 L 648 462 L 605 480 L 562 462 Z");
      s.shadow(pocket, 3, 5, 6, 0.3);
      s.volume(pocket, s.tone(-0.008), 10, 0.5);
      s.dashes(Outline.svg("M 566 384 L 644 384"), 2, Tone.alpha(s.tone(-0.2), 0.5), 6, 5);
    } else if (shape == 2) {
      motif(s);
    }
  }

  private static void motif(Sketch s) {
    Color sun = s.accent;
    int which = (int) s.vary(0, 3);
    s.faded(
        0.9,
        () -> {
          switch (which) {
            case 0 -> {
              s.fill(Outline.ellipse(500, 450, 84, 84), sun);
              s.fill(
                  Outline.svg(
                      "M 400 500 C 440 460 470 470 500 490 C 540 516 570 480 600 500 L 600 548 L 400 548 Z"),
                  Tone.mix(s.main, sun, 0.35));
            }
            case 1 -> {
              for (int i = 0; i < 4; i++) {
                s.line(
                    Outline.path(
                        "M",
                        410,
                        420 + i * 34,
                        "C",
                        440,
                        396 + i * 34,
                        470,
                        396 + i * 34,
                        500,
                        420 + i * 34,
                        "C",
                        530,
                        444 + i * 34,
                        560,
                        444 + i * 34,
                        590,
                        420 + i * 34),
                    12,
                    sun);
              }
            }
            default -> {
              for (int i = 0; i < 8; i++) {
                s.fill(Outline.turn(Outline.ellipse(500, 396, 24, 50), i * 45, 500, 456), sun);
              }
              s.fill(Outline.ellipse(500, 456, 26, 26), s.main);
            }
          }
        });
  }

  static void shirt(Sketch s) {
    int shape = s.shape(3);
    Cut cut = cut(190, 810, 8, 70, 40, 1);
    sew(
        s,
        cut,
        s.main,
        () -> {
          if (shape == 1) {
            check(s, cut.body(), s.accent, 64, 0);
            check(s, cut.sleeve(), s.accent, 64, 10);
            check(s, Outline.mirror(cut.sleeve()), s.accent, 64, -10);
          } else if (shape == 2) {
            for (Shape part :
                new Shape[] {cut.body(), cut.sleeve(), Outline.mirror(cut.sleeve())}) {
              s.pattern(
                  part,
                  24,
                  60,
                  part == cut.body() ? 0 : part == cut.sleeve() ? 10 : -10,
                  g -> {
                    g.setColor(Tone.alpha(s.accent, 0.85));
                    g.fill(Outline.round(8, -5, 6, 70, 0));
                  });
            }
          }
        });
    neck(s, 66, 30, s.tone(-0.03), 6);
    Shape placket = Outline.round(482, 250, 36, 574, 3);
    s.shadow(placket, 3, 2, 5, 0.25);
    s.gradient(placket, 482, 0, s.tone(0.03), 520, 0, s.tone(-0.04));
    for (int i = 0; i < 7; i++) {
      s.shadow(Outline.ellipse(501, 298 + i * 76, 8, 8), 0, 0, 4, 0.4);
      s.ball(500, 296 + i * 76, 7.5, Tone.mix(s.main, new Color(0xFBF4E6), 0.75), Finish.GLOSS);
    }
    collar(s, s.main);
    for (int side = 0; side < 2; side++) {
      Shape cuff =
          Outline.svg("M 198 716 C 226 730 256 730 282 720 L 278 762 C 250 772 220 772 198 762 Z");
      Shape placed = side == 0 ? cuff : Outline.mirror(cuff);
      s.volume(placed, s.tone(-0.01), 14, 0.8);
    }
  }

  static void collar(Sketch s, Color cloth) {
    Shape left =
        Outline.svg(
            "M 500 262 L 428 216 C 424 200 432 186 440 182 C 452 206 476 236 500 252 Z M 434 186 L 406 262 L 452 306 L 500 262 C 474 244 448 216 434 186 Z");
    s.shadow(left, 4, 8, 8, 0.35);
    s.volume(left, Tone.lift(cloth, 0.02), 14, 0.9);
    Shape right = Outline.mirror(left);
    s.shadow(right, 4, 8, 8, 0.3);
    s.volume(right, cloth, 14, 0.9);
  }

  static void check(Sketch s, Shape shape, Color line, double size, double degrees) {
    s.pattern(
        shape,
        size,
        size,
        degrees,
        g -> {
          g.setColor(Tone.alpha(line, 0.42));
          g.fill(Outline.round(0, 0, size, size * 0.34, 0));
          g.fill(Outline.round(0, 0, size * 0.34, size, 0));
          g.setColor(Tone.alpha(Tone.lift(line, -0.1), 0.5));
          g.fill(Outline.round(0, size * 0.64, size, size * 0.05, 0));
          g.fill(Outline.round(size * 0.64, 0, size * 0.05, size, 0));
        });
  }

  /// Rows of small stitches.
  static void knit(Sketch s, Shape shape, Color yarn, double size, double degrees) {
    Color dark = Tone.alpha(Tone.lift(yarn, -0.16), 0.32);
    Color lit = Tone.alpha(Tone.lift(yarn, 0.12), 0.34);
    s.pattern(
        shape,
        size,
        size * 0.72,
        degrees,
        g -> {
          double h = size * 0.72;
          g.setStroke(new java.awt.BasicStroke((float) (size * 0.16), 1, 1));
          g.setColor(dark);
          g.draw(Outline.path("M", 0, -h * 0.2, "L", size / 2, h * 0.6, "L", size, -h * 0.2));
          g.draw(Outline.path("M", 0, h * 0.8, "L", size / 2, h * 1.6, "L", size, h * 0.8));
          g.setColor(lit);
          g.draw(Outline.path("M", 0, h * 0.05, "L", size / 2, h * 0.85, "L", size, h * 0.05));
        });
  }

  private static void ribs(Sketch s, Shape shape, Color yarn, double degrees) {
    s.volume(shape, Tone.lift(yarn, -0.012), 16, 0.7);
    s.pattern(
        shape,
        13,
        40,
        degrees,
        g -> {
          g.setColor(Tone.alpha(Tone.lift(yarn, -0.18), 0.4));
          g.fill(Outline.round(0, -5, 4.5, 50, 0));
          g.setColor(Tone.alpha(Tone.lift(yarn, 0.12), 0.35));
          g.fill(Outline.round(6, -5, 3.5, 50, 0));
        });
  }

  static void sweater(Sketch s) {
    int shape = s.shape(5);
    boolean open = shape == 4;
    Cut cut = cut(204, 770, 4, 82, open ? 150 : 44, 2);
    sew(
        s,
        cut,
        s.main,
        () -> {
          if (shape == 2) {
            stripes(s, cut, s.accent, 92, 42);
          } else if (shape == 3) {
            yoke(s, cut);
          }
          knit(s, cut.body(), s.main, 19, 0);
          knit(s, cut.sleeve(), s.main, 19, 12);
          knit(s, Outline.mirror(cut.sleeve()), s.main, 19, -12);
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
    ribs(s, hem, s.main, 0);
    Shape cuff =
        Outline.path(
            "M", l - 118, 712, "C", l - 90, 724, l - 40, 724, l - 12, 712, "L", l - 24, 770, "C",
            l - 44, 780, l - 88, 780, l - 106, 770, "Z");
    ribs(s, cuff, s.main, 4);
    ribs(s, Outline.mirror(cuff), s.main, -4);
    if (shape == 1) {
      Shape roll =
          Outline.svg(
              "M 412 232 C 402 190 410 140 424 122 C 470 108 530 108 576 122 C 590 140 598 190 588 232 C 540 258 460 258 412 232 Z");
      s.shadow(roll, 4, 12, 12, 0.3);
      ribs(s, roll, s.main, 0);
      s.gradient(
          Outline.ellipse(500, 124, 72, 12), 430, 110, s.tone(-0.22), 570, 130, s.tone(-0.1));
    } else {
      neck(s, 82, open ? 150 : 44, s.main, 26);
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

  private static void yoke(Sketch s, Cut cut) {
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
    Cut cut = cut(206, 780, 4, 92, 50, 2);
    Shape hood =
        Outline.svg(
            "M 372 262 C 350 130 430 96 500 96 C 570 96 650 130 628 262 C 580 300 420 300 372 262 Z");
    s.lay(hood);
    s.volume(hood, s.tone(-0.03), 50, 1);
    sew(s, cut, s.main, () -> {});
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
    ribs(
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
    ribs(s, cuff, s.main, 4);
    ribs(s, Outline.mirror(cuff), s.main, -4);
  }
}
