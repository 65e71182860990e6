package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Tents, lanterns, bottles, mats, bicycles, helmets and skateboards.
final class OutdoorDrawings {
  private static final Color STEEL = new Color(0xC3C6CA);
  private static final Color DARK = new Color(0x2C2D31);
  private static final Color HIDE = new Color(0x9A5F38);

  private OutdoorDrawings() {}

  static void tent(Sketch s) {
    int shape = s.shape(3);
    s.stand(500, 792, 390, 0.11);
    switch (shape) {
      case 0 -> {
        Shape right = Outline.poly(480, 300, 600, 330, 900, 770, 660, 806);
        s.gradient(right, 500, 300, s.tone(-0.07), 880, 780, s.tone(-0.17));
        s.relief(right, s.main, 30, 0.6);
        Shape front = Outline.poly(480, 300, 660, 806, 140, 780);
        s.gradient(front, 200, 400, s.tone(0.05), 640, 800, s.tone(-0.05));
        s.relief(front, s.main, 30, 0.7);
        Shape door =
            Outline.svg(
                "M 470 420 C 500 560 540 700 580 800 L 330 790 C 400 690 450 560 470 420 Z");
        s.gradient(door, 400, 420, new Color(0x3A322A), 560, 800, new Color(0x6B5A44));
        s.light(door, 460, 760, 160, new Color(0xFFCF86), 0.75);
        Shape flap =
            Outline.svg(
                "M 470 420 C 430 560 370 700 300 788 L 250 786 C 340 690 420 540 470 420 Z");
        s.volume(flap, s.accent, 14, 0.9);
        s.segment(480, 300, 484, 262, 10, HIDE);
        s.segment(484, 300, 120, 820, 3, Tone.alpha(new Color(0xF0E6D0), 0.8));
        s.segment(600, 330, 950, 800, 3, Tone.alpha(new Color(0xF0E6D0), 0.8));
      }
      case 1 -> {
        Shape dome =
            Outline.svg(
                "M 120 780 C 160 440 340 300 500 296 C 680 300 850 450 890 780 C 700 812 300 812 120 780 Z");
        s.volume(dome, s.main, 110, 1.1);
        s.line(
            "M 500 296 C 300 400 220 600 210 796 M 500 296 C 720 400 790 600 800 794",
            7,
            s.tone(-0.16));
        s.line("M 497 293 C 297 397 217 597 207 793", 3, Tone.alpha(Color.WHITE, 0.4));
        Shape door = Outline.svg("M 340 800 C 340 600 400 480 500 470 C 600 480 660 600 664 800 Z");
        s.gradient(door, 400, 470, new Color(0x39332C), 620, 800, new Color(0x6A5A46));
        s.light(door, 500, 780, 190, new Color(0xFFCF86), 0.7);
        Shape flap =
            Outline.svg(
                "M 500 470 C 600 480 660 600 664 800 L 600 802 C 640 640 600 540 500 470 Z");
        s.volume(flap, s.accent, 16, 0.9);
        Shape fly = Outline.svg("M 320 380 C 400 300 600 300 690 384 C 600 440 420 440 320 380 Z");
        s.shadow(fly, 0, 12, 12, 0.3);
        s.volume(fly, s.accent, 26, 0.9);
      }
      default -> {
        s.segment(500, 180, 500, 300, 9, HIDE);
        Shape roof =
            Outline.svg(
                "M 500 210 C 560 330 720 430 860 500 C 700 560 300 560 140 500 C 280 430 440 330 500 210 Z");
        Shape wall =
            Outline.svg(
                "M 170 500 C 300 560 700 560 830 500 L 850 770 C 700 824 300 824 150 770 Z");
        s.volume(wall, s.tone(-0.02), 70, 1);
        Shape door =
            Outline.svg(
                "M 420 542 L 500 800 L 330 802 Z M 580 542 L 500 800 L 670 802 Z M 420 542 C 470 550 530 550 580 542 L 500 800 Z");
        s.gradient(door, 420, 540, new Color(0x39332C), 600, 800, new Color(0x74614A));
        s.light(door, 500, 770, 170, new Color(0xFFCF86), 0.75);
        s.shadow(roof, 0, 24, 18, 0.35);
        s.volume(roof, s.main, 70, 1);
        for (int i = -3; i <= 3; i++) {
          s.fold(
              Outline.path(
                  "M",
                  500 + i * 6,
                  240,
                  "C",
                  500 + i * 40,
                  360,
                  500 + i * 80,
                  440,
                  500 + i * 112,
                  520),
              7,
              0.34);
        }
        for (int i = 0; i < 12; i++) {
          double x = 170 + i * 60;
          double y = 508 + Math.sin(Math.PI * (i + 0.5) / 12) * 36;
          s.fill(
              Outline.poly(x - 24, y, x + 24, y, x, y + 40), i % 2 == 0 ? s.accent : s.tone(0.08));
        }
      }
    }
  }

  static void lantern(Sketch s) {
    int shape = s.shape(2);
    s.light(500, 540, 420, new Color(0xFFDDA0), 0.5);
    s.stand(500, 822, 150);
    s.tube(
        "M 350 420 C 330 120 670 120 650 420",
        11,
        shape == 0 ? s.tone(-0.05) : STEEL,
        Finish.GLOSS);
    s.turned(new Turned(500, 700, 120, 716, 150, 800, 164, 814, 158), s.main, Finish.GLOSS);
    Turned glass =
        shape == 0
            ? new Turned(500, 420, 96, 470, 128, 560, 142, 650, 128, 700, 104)
            : new Turned(500, 420, 116, 440, 120, 690, 120, 700, 116);
    s.light(glass.outline(), 500, 590, 190, new Color(0xFFD58C), 0.9);
    CandleDrawings.flame(s, 500, 640, 1.1);
    s.glass(glass, new Color(0xC9C2A8), 0.06);
    for (double x : new double[] {364, 636}) {
      s.rod(x, 410, x, 716, 11, 11, s.tone(-0.08), Finish.METAL);
    }
    s.turned(new Turned(500, 300, 44, 316, 60, 360, 70, 400, 130, 420, 138), s.main, Finish.GLOSS);
    s.turned(new Turned(500, 270, 36, 280, 50, 304, 44), s.tone(-0.08), Finish.GLOSS);
  }

  static void bottle(Sketch s) {
    int shape = s.shape(4);
    Turned body =
        switch (shape) {
          case 0 -> new Turned(500, 330, 76, 350, 96, 400, 124, 440, 128, 790, 128, 814, 116);
          case 1 -> new Turned(500, 300, 110, 320, 118, 790, 112, 814, 104);
          case 2 -> new Turned(500, 380, 60, 420, 70, 480, 126, 540, 136, 790, 132, 814, 120);
          default -> new Turned(500, 300, 122, 312, 128, 560, 118, 790, 98, 814, 92);
        };
    s.stand(500, 824, body.bottomRadius());
    int[] a = Tone.ramp(s.main);
    int[] b = Tone.ramp(s.accent);
    Surface paint =
        switch (shape) {
          case 0 -> (u, v) -> v > 0.80 ? b : a;
          case 1 -> (u, v) -> v > 0.40 && v < 0.47 || v > 0.5 && v < 0.53 ? b : a;
          case 2 -> (u, v) -> v > 0.62 + 0.05 * Math.sin(u * 9) ? b : a;
          default -> Surface.plain(s.main);
        };
    s.turned(body, paint, Finish.SATIN);
    double y = body.top();
    double r = body.topRadius();
    switch (shape) {
      case 0 -> {
        s.turned(
            new Turned(500, y - 90, 66, y - 80, 72, y - 4, 72, y + 4, 70),
            new Color(0xB9824E),
            Finish.SATIN);
        s.disc(500, y - 90, 66, new Color(0xB9824E), 0.03);
        s.tube("M 452 250 C 450 190 550 190 548 250", 15, DARK, Finish.SATIN);
      }
      case 1 -> {
        s.turned(
            new Turned(500, y - 64, 88, y - 52, 104, y - 4, 114, y + 4, 114),
            s.tone(-0.1),
            Finish.SATIN);
        s.disc(500, y - 64, 88, s.tone(-0.1), 0.03);
        s.tube("M 410 260 C 420 160 580 160 590 260", 18, s.tone(-0.12), Finish.SATIN);
      }
      case 2 -> {
        s.turned(new Turned(500, y - 70, 52, y - 62, 58, y, 58), STEEL, Finish.METAL);
        s.disc(500, y - 70, 52, STEEL, 0.04);
        s.line(Outline.ellipse(500, y - 112, 32, 38), 13, Tone.lift(STEEL, -0.12));
      }
      default -> {
        s.turned(new Turned(500, y - 46, r - 22, y - 40, r - 6, y + 4, r + 3), DARK, Finish.SATIN);
        s.disc(500, y - 46, r - 22, DARK, 0.04);
        s.turned(new Turned(500, 470, 127, 478, 130, 620, 122, 628, 119), HIDE, Finish.MATTE);
      }
    }
  }

  static void mat(Sketch s) {
    int shape = s.shape(2);
    s.stand(500, 766, 370, 0.12);
    Shape roll = Outline.round(150, 500, 700, 250, 60);
    int[] ramp = Tone.ramp(s.main);
    s.fill(
        roll,
        new java.awt.LinearGradientPaint(
            0,
            500,
            0,
            750,
            new float[] {0, 0.25f, 0.6f, 1},
            new Color[] {
              new Color(ramp[150]), new Color(ramp[170]), new Color(ramp[112]), new Color(ramp[52])
            }));
    Shape end = Outline.ellipse(830, 625, 62, 125);
    s.gradient(end, 780, 510, s.tone(0.03), 880, 740, s.tone(-0.12));
    for (int i = 0; i < 6; i++) {
      s.line(
          Outline.ellipse(830 - i * 1.5, 625, 56 - i * 9.4, 114 - i * 19),
          4,
          i % 2 == 0 ? s.tone(-0.14) : Tone.mix(s.accent, s.main, 0.4));
    }
    Color strap = shape == 0 ? s.accent : HIDE;
    for (double x : new double[] {300, 620}) {
      Shape belt = Outline.round(x, 497, 44, 256, 22);
      s.shadow(belt, 6, 0, 8, 0.4);
      s.fill(
          belt,
          new java.awt.LinearGradientPaint(
              0,
              500,
              0,
              750,
              new float[] {0, 0.25f, 0.6f, 1},
              new Color[] {
                strap, Tone.lift(strap, 0.08), Tone.lift(strap, -0.04), Tone.lift(strap, -0.16)
              }));
    }
    s.tube("M 322 500 C 340 360 620 360 642 500", 26, strap, Finish.MATTE);
  }
}
