package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Turned clay: vases, mugs, teapots, bowls and plates.
final class VesselDrawings {
  private static final Color CLAY = new Color(0xB98A68);
  private static final Color WATER = new Color(0xBFD6DC);

  private VesselDrawings() {}

  /// One of the studio's glazes, by number.
  static Surface glaze(Sketch s, int which) {
    return switch (Math.floorMod(which, 5)) {
      case 0 -> Surface.speckled(s.main, s.tone(-0.32), which * 97L + 5);
      case 1 -> Surface.dipped(s.main, Tone.lift(s.accent, 0.02), s.vary(0.5, 0.66));
      case 2 -> Surface.plain(s.main);
      case 3 -> Surface.bands(s.main, s.tone(-0.05), 0, 1, 24);
      default -> Surface.dipped(Tone.mix(s.main, CLAY, 0.1), CLAY, 0.8);
    };
  }

  static void vase(Sketch s) {
    int shape = s.shape(6);
    Turned body =
        switch (shape) {
          case 0 ->
              new Turned(
                  500, 240, 58, 256, 50, 350, 60, 470, 140, 600, 205, 720, 200, 800, 138, 815, 120);
          case 1 ->
              new Turned(
                  500, 250, 92, 262, 84, 330, 76, 430, 130, 560, 182, 690, 168, 800, 112, 815, 104);
          case 2 ->
              new Turned(
                  500, 330, 110, 345, 102, 390, 128, 490, 222, 600, 252, 710, 214, 795, 120, 815,
                  112);
          case 3 -> new Turned(500, 230, 96, 244, 88, 500, 112, 760, 132, 802, 128, 815, 116);
          case 4 ->
              new Turned(
                  500, 290, 42, 302, 34, 430, 38, 520, 92, 620, 176, 700, 190, 780, 150, 815, 112);
          default ->
              new Turned(
                  500, 240, 158, 254, 148, 380, 106, 500, 84, 610, 128, 710, 170, 790, 140, 815,
                  116);
        };
    int glaze = (int) s.vary(0, 5) + shape;
    s.stand(500, 826, body.bottomRadius());
    if (shape != 2 && shape != 5) {
      stems(s, body.top(), shape == 3 ? 4 : 3);
    } else if (shape == 5) {
      stems(s, body.top(), 5);
    }
    s.turned(body, glaze(s, glaze), glaze % 2 == 0 ? Finish.GLOSS : Finish.SATIN);
    lip(s, body);
  }

  /// The front of the lip hides where stems go in.
  private static void lip(Sketch s, Turned body) {
    double r = body.topRadius();
    double ry = r * Turned.TILT;
    int[] ramp = Tone.ramp(s.main);
    Shape ring =
        Outline.without(
            Outline.ellipse(500, body.top(), r, ry),
            Outline.ellipse(500, body.top() + 1, r - 8, ry - 4));
    s.gradient(ring, 500 - r, 0, new Color(ramp[196]), 500 + r, 0, new Color(ramp[112]));
  }

  private static void stems(Sketch s, double y, int count) {
    s.opening(500, y, 30 + count * 8, s.main, 6);
    Color stem = new Color(0x87885C);
    Color leaf = new Color(0x7F8F63);
    Color bloom = Tone.mix(s.accent, new Color(0xE7D3AE), 0.55);
    int kind = (int) s.vary(0, 3);
    for (int i = 0; i < count; i++) {
      double spread = count == 1 ? 0 : (i / (count - 1.0) - 0.5) * 2;
      double length = s.vary(150, 205) * (1.05 - 0.25 * Math.abs(spread));
      double tipX = 500 + spread * s.vary(110, 150);
      double tipY = Math.max(70, y - length);
      String path =
          "M "
              + (500 + spread * 14)
              + " "
              + (y + 8)
              + " Q "
              + (500 + spread * 30)
              + " "
              + (y - length * 0.55)
              + " "
              + tipX
              + " "
              + tipY;
      Shape line = Outline.svg(path);
      s.line(line, 5, Tone.lift(stem, -0.03));
      double angle = spread * 34;
      switch (kind) {
        case 0 -> ear(s, tipX, tipY, angle, bloom);
        case 1 -> branch(s, y, spread, tipX, tipY, leaf);
        default -> {
          s.light(tipX + 6, tipY + 8, 40, s.ink, 0.18);
          s.ball(tipX, tipY, s.vary(22, 32), bloom, Finish.MATTE);
        }
      }
    }
  }

  private static void ear(Sketch s, double x, double y, double angle, Color color) {
    double rad = Math.toRadians(angle - 90);
    for (int k = 7; k >= 0; k--) {
      double px = x - Math.cos(rad) * k * 12;
      double py = y - Math.sin(rad) * k * 12;
      for (int side = -1; side <= 1; side += 2) {
        Shape grain = Outline.turn(Outline.ellipse(px, py - 14, 6, 17), angle + side * 28, px, py);
        s.gradient(
            grain, px - 9, py - 22, Tone.lift(color, 0.06), px + 9, py, Tone.lift(color, -0.12));
      }
    }
  }

  private static void branch(Sketch s, double y, double spread, double x, double top, Color leaf) {
    for (int k = 0; k < 6; k++) {
      double t = 0.42 + k * 0.115;
      double px = 500 + spread * 14 + (x - 500 - spread * 14) * t * t;
      double py = y + (top - y) * t;
      int side = k % 2 == 0 ? 1 : -1;
      Shape blade =
          Outline.turn(
              Outline.svg("M 0 0 C 14 -12 16 -40 0 -60 C -16 -40 -14 -12 0 0 Z"),
              side * 58 + spread * 30,
              0,
              0);
      Color tone = Tone.lift(leaf, k % 2 == 0 ? 0.05 : -0.04);
      s.gradient(
          Outline.move(blade, px, py),
          px - 20,
          py - 30,
          Tone.lift(tone, 0.07),
          px + 20,
          py + 10,
          Tone.lift(tone, -0.06));
    }
  }

  static void mug(Sketch s) {
    int shape = s.shape(4);
    Turned body =
        switch (shape) {
          case 0 -> new Turned(480, 400, 176, 412, 174, 700, 172, 790, 164, 812, 138);
          case 1 -> new Turned(480, 420, 190, 432, 186, 600, 170, 740, 134, 800, 112, 812, 108);
          case 2 -> new Turned(480, 430, 160, 442, 158, 560, 186, 680, 190, 780, 152, 812, 124);
          default -> new Turned(480, 340, 142, 352, 140, 600, 146, 780, 150, 812, 132);
        };
    double mid = (body.top() + body.bottom()) / 2;
    double x = 480 + body.radiusAt(mid) - 14;
    s.stand(490, 822, body.bottomRadius() + 12);
    String handle =
        "M "
            + x
            + " "
            + (mid - 108)
            + " C "
            + (x + 150)
            + " "
            + (mid - 140)
            + " "
            + (x + 150)
            + " "
            + (mid + 120)
            + " "
            + (x - 6)
            + " "
            + (mid + 118);
    s.tube(handle, 40, Tone.lift(s.main, -0.02), Finish.GLOSS);
    s.turned(body, glaze(s, shape + (int) s.vary(0, 5)), Finish.GLOSS);
    s.opening(480, body.top(), body.topRadius(), Tone.mix(s.main, Color.WHITE, 0.45), 10);
    if (shape != 2) {
      double r = body.topRadius() - 18;
      s.gradient(
          Outline.ellipse(480, body.top() + 12, r * 0.94, r * Turned.TILT * 0.66),
          400,
          0,
          new Color(0x5A3520),
          600,
          0,
          new Color(0x8A5A38));
    }
  }

  static void teapot(Sketch s) {
    int shape = s.shape(3);
    Turned body =
        switch (shape) {
          case 0 ->
              new Turned(500, 430, 104, 445, 128, 540, 214, 640, 236, 740, 196, 800, 134, 815, 124);
          case 1 -> new Turned(500, 440, 150, 455, 170, 560, 200, 700, 206, 790, 190, 815, 172);
          default -> new Turned(500, 480, 110, 495, 150, 590, 246, 690, 250, 780, 180, 815, 130);
        };
    s.stand(500, 824, body.bottomRadius() + 20);
    Shape spout =
        shape == 1
            ? Outline.svg(
                "M 330 640 C 250 620 226 540 176 486 L 226 466 C 274 506 290 540 340 556 Z")
            : Outline.svg(
                "M 320 690 C 220 670 220 560 150 500 L 200 476 C 268 520 280 570 340 590 Z");
    s.volume(spout, s.main, 34, 1.1);
    s.fill(
        Outline.turn(
            Outline.ellipse(shape == 1 ? 201 : 175, shape == 1 ? 476 : 488, 27, 9),
            -24,
            shape == 1 ? 201 : 175,
            shape == 1 ? 476 : 488),
        Tone.lift(s.main, -0.22));
    if (shape == 2) {
      s.tube("M 330 540 C 320 260 680 260 670 540", 26, new Color(0xB98A55), Finish.SATIN);
    } else {
      s.tube("M 690 520 C 850 470 860 720 704 714", 34, s.tone(-0.02), Finish.GLOSS);
    }
    Surface glaze = shape == 1 ? glaze(s, 0) : glaze(s, 2 + (int) s.vary(0, 2));
    s.turned(body, glaze, Finish.GLOSS);
    double y = body.top();
    double r = body.topRadius();
    s.shadow(Outline.ellipse(500, y + 8, r, 26), 0, 0, 10, 0.4);
    s.turned(
        new Turned(500, y - 52, 20, y - 44, 60, y - 18, r * 0.9, y + 2, r), s.main, Finish.GLOSS);
    s.ball(500, y - 78, 26, shape == 2 ? new Color(0xB98A55) : s.main, Finish.GLOSS);
  }

  static void bowl(Sketch s) {
    int shape = s.shape(3);
    if (shape == 1) {
      stacked(s);
      return;
    }
    Turned body =
        shape == 0
            ? new Turned(500, 500, 282, 514, 278, 640, 232, 750, 130, 782, 108, 815, 112)
            : new Turned(500, 540, 300, 556, 296, 660, 262, 760, 170, 815, 150);
    s.stand(500, 824, body.bottomRadius() + 40);
    Surface surface = glaze(s, (int) s.vary(0, 5));
    s.turned(body, surface, Finish.GLOSS);
    s.opening(500, body.top(), body.topRadius(), Tone.mix(s.main, s.accent, 0.12), 12);
    if (shape == 2) {
      fruit(s, body.top());
      s.turnedFront(body, surface, Finish.GLOSS);
    }
  }

  private static void fruit(Sketch s, double y) {
    Color[] colors = {new Color(0xE39A3B), new Color(0xC6533A), new Color(0xB7B35A)};
    double[][] places = {
      {405, -30, 74}, {590, -26, 78}, {500, -66, 80}, {470, 0, 70}, {560, 6, 66}
    };
    for (int i = 0; i < places.length; i++) {
      s.ball(500 + places[i][0] - 500, y + places[i][1], places[i][2], colors[i % 3], Finish.SATIN);
    }
  }

  private static void stacked(Sketch s) {
    s.stand(500, 824, 160);
    Color[] colors = {s.tone(-0.06), Tone.mix(s.main, s.accent, 0.6), s.tone(0.05)};
    for (int i = 0; i < 3; i++) {
      double y = 640 - i * 52;
      double r = 250 - i * 4;
      s.turned(
          new Turned(500, y, r, y + 12, r - 3, y + 90, r - 50, y + 142, 140, y + 175, 110),
          Surface.speckled(colors[i], Tone.lift(colors[i], -0.25), i),
          Finish.GLOSS);
      s.opening(500, y, r, colors[i], 11);
    }
  }

  static void plate(Sketch s) {
    int shape = s.shape(3);
    int count = shape == 1 ? 5 : 7;
    s.stand(500, 812, 250);
    for (int i = 0; i < count; i++) {
      double y = 780 - i * (shape == 1 ? 60 : 42);
      double r = 330 - i * (shape == 1 ? 46 : 3);
      Color color = i % 2 == 0 ? s.main : Tone.mix(s.main, s.accent, shape == 2 ? 0.55 : 0.16);
      s.shadow(Outline.ellipse(510, y + 14, r * 0.86, r * 0.16), 0, 0, 12, 0.35);
      s.turned(new Turned(500, y, r, y + 8, r - 4, y + 38, r * 0.72), color, Finish.GLOSS);
      s.disc(500, y, r, color, 0.02);
      Shape well = Outline.ellipse(500, y + 4, r * 0.72, r * 0.72 * Turned.TILT);
      s.gradient(well, 300, y - 20, Tone.lift(color, -0.07), 700, y + 30, Tone.lift(color, 0.04));
      s.line(Outline.ellipse(500, y, r - 4, r * Turned.TILT - 2), 3, Tone.lift(color, -0.14));
    }
  }

  static void carafe(Sketch s) {
    int shape = s.shape(3);
    Turned body =
        switch (shape) {
          case 0 ->
              new Turned(500, 230, 78, 300, 62, 400, 70, 540, 150, 700, 176, 800, 160, 815, 150);
          case 1 -> new Turned(500, 250, 92, 330, 88, 420, 120, 600, 140, 800, 140, 815, 132);
          default ->
              new Turned(500, 240, 60, 340, 54, 440, 100, 560, 205, 700, 228, 800, 170, 815, 160);
        };
    s.stand(500, 824, body.bottomRadius());
    double level = shape == 1 ? 470 : 560;
    double r = body.radiusAt(level) - 9;
    s.faded(
        0.9,
        () -> {
          s.turned(cut(body, level), Tone.mix(WATER, s.main, 0.72), Finish.SATIN);
          s.disc(500, level, r, Tone.mix(WATER, s.main, 0.5), 0.06);
        });
    s.glass(body, Tone.mix(s.main, new Color(0x9FB4B8), 0.4), 0.10);
    double ry = body.topRadius() * Turned.TILT;
    s.line(
        Outline.ellipse(500, body.top(), body.topRadius() - 2, ry),
        5,
        Tone.alpha(Color.WHITE, 0.8));
    if (shape != 2) {
      s.turned(
          new Turned(500, body.top() - 66, 44, body.top() - 58, 50, body.top() + 6, 50),
          new Color(0xC69B68),
          Finish.MATTE);
      s.disc(500, body.top() - 66, 44, new Color(0xC69B68), 0.05);
    }
  }

  private static Turned cut(Turned body, double from) {
    double[] profile = new double[2 * 12];
    for (int i = 0; i < 12; i++) {
      double y = from + (body.bottom() - 8 - from) * i / 11;
      profile[2 * i] = y;
      profile[2 * i + 1] = body.radiusAt(y) - 9;
    }
    return new Turned(500, profile);
  }
}
