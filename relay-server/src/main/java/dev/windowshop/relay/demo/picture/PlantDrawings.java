package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Houseplants in pots.
final class PlantDrawings {
  private static final Color LEAF = new Color(0x4F7F4A);
  private static final Color SOIL = new Color(0x4A3628);

  private PlantDrawings() {}

  static void plant(Sketch s) {
    int shape = s.shape(6);
    Turned pot =
        shape % 2 == 0
            ? new Turned(500, 590, 150, 600, 156, 640, 154, 648, 144, 790, 112, 812, 104)
            : new Turned(500, 590, 140, 604, 146, 720, 150, 796, 132, 812, 112);
    s.stand(500, 822, pot.bottomRadius() + 16);
    s.turned(pot, s.main, Finish.SATIN);
    s.opening(500, 590, pot.topRadius(), s.main, 12);
    s.fill(Outline.ellipse(500, 596, pot.topRadius() - 20, 19), SOIL);
    switch (shape) {
      case 0 -> monstera(s);
      case 1 -> snake(s);
      case 2 -> olive(s);
      case 3 -> pilea(s);
      case 4 -> cactus(s);
      default -> trailing(s);
    }
    if (shape != 5) {
      s.turnedFront(pot, Surface.plain(s.main), Finish.SATIN);
    }
  }

  /// A leaf that starts at a point and grows along an angle, with its midrib and two halves of
  /// light.
  private static void leaf(
      Sketch s, double x, double y, double angle, double length, double width, Color color) {
    double w = width / 2;
    Shape left =
        Outline.svg(
            "M 0 0 C "
                + -w * 1.3
                + " "
                + -length * 0.3
                + " "
                + -w
                + " "
                + -length * 0.8
                + " 0 "
                + -length
                + " Z");
    Shape right =
        Outline.svg(
            "M 0 0 C "
                + w * 1.3
                + " "
                + -length * 0.3
                + " "
                + w
                + " "
                + -length * 0.8
                + " 0 "
                + -length
                + " Z");
    boolean up = Math.cos(Math.toRadians(angle)) > 0;
    put(s, left, x, y, angle, Tone.lift(color, up ? 0.06 : -0.05), Tone.lift(color, 0.0));
    put(s, right, x, y, angle, Tone.lift(color, up ? -0.05 : 0.05), Tone.lift(color, -0.09));
    Shape rib =
        Outline.move(Outline.turn(Outline.svg("M 0 0 L 0 " + -length * 0.94), angle, 0, 0), x, y);
    s.line(rib, 2.6, Tone.alpha(Tone.lift(color, 0.17), 0.8));
  }

  private static void put(
      Sketch s, Shape shape, double x, double y, double angle, Color from, Color to) {
    Shape placed = Outline.move(Outline.turn(shape, angle, 0, 0), x, y);
    var b = placed.getBounds2D();
    s.gradient(placed, b.getMinX(), b.getMinY(), from, b.getMaxX(), b.getMaxY(), to);
  }

  private static Color green(Sketch s, int i) {
    double warm = s.vary(-0.02, 0.03);
    return Tone.lift(Tone.mix(LEAF, new Color(0x7C9A52), (i % 3) * 0.22), warm);
  }

  private static void monstera(Sketch s) {
    double[][] leaves = {
      {-62, 330, 176},
      {58, 340, 180},
      {-28, 410, 190},
      {30, 395, 176},
      {-84, 230, 150},
      {80, 236, 156},
      {2, 300, 190}
    };
    for (int i = 0; i < leaves.length; i++) {
      double a = Math.toRadians(leaves[i][0]);
      double reach = leaves[i][1] * 0.62;
      double x = 500 + Math.sin(a) * reach;
      double y = 590 - Math.cos(a) * reach * 0.95 - 20;
      s.line(
          "M 500 592 Q " + (500 + Math.sin(a) * reach * 0.3) + " " + (y + 60) + " " + x + " " + y,
          8,
          Tone.lift(LEAF, -0.06));
      split(s, x, y, leaves[i][0] * 1.05, leaves[i][2], green(s, i));
    }
  }

  private static void split(Sketch s, double x, double y, double angle, double size, Color color) {
    Shape heart =
        Outline.svg(
            "M 0 0 C -30 20 -86 6 -84 -50 C -82 -110 -30 -150 0 -178 C 30 -150 82 -110 84 -50 C 86 6 30 20 0 0 Z");
    Shape cuts =
        Outline.union(
            Outline.svg("M -92 -40 L -30 -46 L -94 -58 Z"),
                Outline.svg("M -84 -88 L -26 -80 L -74 -104 Z"),
            Outline.svg("M -60 -128 L -18 -110 L -48 -140 Z"),
                Outline.svg("M 92 -40 L 30 -46 L 94 -58 Z"),
            Outline.svg("M 84 -88 L 26 -80 L 74 -104 Z"),
                Outline.svg("M 60 -128 L 18 -110 L 48 -140 Z"));
    double k = size / 170;
    Shape shape =
        Outline.move(
            Outline.turn(Outline.scale(Outline.without(heart, cuts), k, k, 0, 0), angle, 0, 0),
            x,
            y);
    s.shadow(shape, 8, 14, 14, 0.22);
    s.volume(shape, color, 30, 0.9);
    Shape rib = Outline.move(Outline.turn(Outline.svg("M 0 0 L 0 " + -150 * k), angle, 0, 0), x, y);
    s.line(rib, 3, Tone.alpha(Tone.lift(color, 0.18), 0.8));
  }

  private static void snake(Sketch s) {
    double[][] blades = {
      {-14, 300}, {12, 330}, {-4, 400}, {20, 250}, {-24, 240}, {5, 360}, {-9, 345}
    };
    for (int i = 0; i < blades.length; i++) {
      double x = 500 + (i - 3) * 22;
      Color color = green(s, 0);
      double l = blades[i][1];
      Shape blade =
          Outline.svg(
              "M -26 0 C -44 "
                  + -l * 0.5
                  + " -30 "
                  + -l * 0.8
                  + " 4 "
                  + -l
                  + " C 36 "
                  + -l * 0.8
                  + " 42 "
                  + -l * 0.5
                  + " 26 0 Z");
      Shape placed = Outline.move(Outline.turn(blade, blades[i][0], 0, 0), x, 600);
      Color rim = new Color(0xC9C78A);
      s.shadow(placed, 6, 4, 10, 0.2);
      s.volume(placed, rim, 16, 0.8);
      Shape core =
          Outline.move(
              Outline.turn(Outline.scale(blade, 0.68, 0.96, 0, 0), blades[i][0], 0, 0), x, 600);
      s.volume(core, Tone.lift(color, -0.07), 20, 0.9);
      s.pattern(
          core,
          60,
          24,
          0,
          g -> {
            g.setColor(Tone.alpha(new Color(0xA9C08A), 0.35));
            g.fill(
                Outline.svg("M 0 8 Q 15 2 30 9 Q 45 15 60 8 L 60 13 Q 45 20 30 14 Q 15 7 0 13 Z"));
          });
    }
  }

  private static void olive(Sketch s) {
    Color bark = new Color(0x8A745C);
    s.rod(500, 596, 494, 400, 24, 17, bark, Finish.MATTE);
    s.tube("M 496 440 C 470 380 430 350 400 300", 11, bark, Finish.MATTE);
    s.tube("M 496 430 C 530 370 570 350 590 290", 11, bark, Finish.MATTE);
    s.tube("M 495 410 C 500 340 490 280 500 210", 11, bark, Finish.MATTE);
    for (int i = 0; i < 120; i++) {
      double a = s.vary(0, Math.PI * 2);
      double d = Math.sqrt(s.vary(0, 1));
      double x = 497 + Math.cos(a) * d * 195;
      double y = 280 + Math.sin(a) * d * 165;
      Color color =
          Tone.mix(
              new Color(0x7B9070),
              i % 4 == 0 ? new Color(0xB9C4AE) : new Color(0x5F7A58),
              s.vary(0.1, 0.8));
      Color depth = Tone.lift(color, (330 - y) / 2600.0 - (x - 497) / 3600.0);
      leaf(s, x, y, s.vary(-100, 100), s.vary(46, 66), 19, depth);
    }
  }

  private static void pilea(Sketch s) {
    for (int i = 0; i < 22; i++) {
      double a = Math.toRadians(-96 + (i * 37) % 193);
      double reach = 150 + (i * 53) % 130;
      double x = 500 + Math.sin(a) * reach;
      double y = 560 - Math.cos(a) * reach * 0.98;
      s.line(
          "M 500 594 Q " + (500 + Math.sin(a) * reach * 0.35) + " " + (y + 30) + " " + x + " " + y,
          4.5,
          new Color(0x8A9A63));
      double r = s.vary(42, 60);
      Shape disc = Outline.turn(Outline.ellipse(x, y, r, r * 0.86), Math.toDegrees(a) * 0.4, x, y);
      s.shadow(disc, 5, 10, 10, 0.25);
      s.volume(disc, Tone.lift(green(s, i), 0.03), 24, 0.85);
      s.fill(Outline.ellipse(x - 4, y - 2, 5, 4), new Color(0xD8DFB6));
    }
  }

  private static void cactus(Sketch s) {
    Color green = new Color(0x6C9460);
    Turned body = new Turned(500, 330, 40, 350, 100, 420, 168, 520, 172, 590, 120);
    int[] light = Tone.ramp(green);
    int[] dark = Tone.ramp(Tone.lift(green, -0.13));
    int[] spine = Tone.ramp(new Color(0xEFE6C9));
    s.turned(
        body,
        (u, v) -> {
          double col = (u + 1) * 8;
          double at = col - Math.floor(col);
          double row = v * 15;
          if (Math.abs(at - 0.5) < 0.07 && row - Math.floor(row) < 0.3) {
            return spine;
          }
          return at < 0.16 || at > 0.84 ? dark : light;
        },
        Finish.SATIN);
    for (int i = 0; i < 8; i++) {
      leaf(s, 500, 326, i * 45 - 20, 54, 30, Tone.mix(s.accent, new Color(0xE77A8B), 0.6));
    }
    s.ball(500, 322, 13, new Color(0xF3D069), Finish.MATTE);
    s.turned(
        new Turned(628, 470, 14, 484, 34, 540, 44, 592, 30), Tone.lift(green, 0.02), Finish.SATIN);
  }

  private static void trailing(Sketch s) {
    String[] vines = {
      "M 500 594 C 400 500 300 560 290 780", "M 490 594 C 420 440 340 470 350 700",
      "M 510 594 C 600 480 700 560 706 740", "M 505 594 C 590 420 660 500 640 640",
      "M 500 594 C 480 480 520 440 540 400", "M 500 594 C 440 520 430 460 440 410"
    };
    double[][] ends = {
      {400, 500, 300, 560, 290, 780},
      {420, 440, 340, 470, 350, 700},
      {600, 480, 700, 560, 706, 740},
      {590, 420, 660, 500, 640, 640},
      {480, 480, 520, 440, 540, 400},
      {440, 520, 430, 460, 440, 410}
    };
    for (int i = 0; i < vines.length; i++) {
      s.line(vines[i], 5, new Color(0x7C8F58));
      double[] e = ends[i];
      for (int k = 1; k <= 8; k++) {
        double t = k / 8.0;
        double q = 1 - t;
        double x = q * q * q * 500 + 3 * q * q * t * e[0] + 3 * q * t * t * e[2] + t * t * t * e[4];
        double y = q * q * q * 594 + 3 * q * q * t * e[1] + 3 * q * t * t * e[3] + t * t * t * e[5];
        double lean = (k % 2 == 0 ? 60 : -60) + (i < 4 ? 180 : 0) * t;
        leaf(s, x, y, lean, 82 - k * 2, 62, green(s, i + k));
      }
    }
  }
}
