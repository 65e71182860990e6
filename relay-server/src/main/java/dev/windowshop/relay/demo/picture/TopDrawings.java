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
    s.relief(cut.sleeve(), cloth, 44, 0.85);
    s.relief(right, cloth, 44, 0.85);
    s.relief(cut.body(), cloth, 62, 0.74);
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

  static void stripes(Sketch s, Cut cut, Color stripe, double gap, double width) {
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
            Cloth.check(s, cut.body(), s.accent, 64, 0);
            Cloth.check(s, cut.sleeve(), s.accent, 64, 10);
            Cloth.check(s, Outline.mirror(cut.sleeve()), s.accent, 64, -10);
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
}
