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
    LampDrawings.flame(s, 500, 640, 1.1);
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

  private static void wheel(Sketch s, double cx, double cy, double r) {
    s.line(Outline.ellipse(cx, cy, r, r), 17, DARK);
    s.line(Outline.ellipse(cx, cy, r - 1, r - 1), 5, Tone.alpha(Color.WHITE, 0.18));
    s.line(Outline.ellipse(cx, cy, r - 12, r - 12), 5, STEEL);
    for (int i = 0; i < 18; i++) {
      double a = Math.PI * 2 * i / 18;
      s.segment(
          cx + Math.cos(a + 0.5) * 12,
          cy + Math.sin(a + 0.5) * 12,
          cx + Math.cos(a) * (r - 14),
          cy + Math.sin(a) * (r - 14),
          1.5,
          Tone.alpha(new Color(0x8A8E94), 0.75));
    }
    s.ball(cx, cy, 15, STEEL, Finish.METAL);
  }

  static void bicycle(Sketch s) {
    int shape = s.shape(3);
    for (double x : new double[] {260, 740}) {
      s.shadow(Outline.ellipse(x + 24, 806, 130, 15), 0, 0, 20, 0.34);
      s.shadow(Outline.ellipse(x, 804, 34, 7), 0, 0, 5, 0.5);
    }
    s.shadow(Outline.ellipse(520, 812, 360, 26), 0, 0, 40, 0.22);
    wheel(s, 260, 640, 158);
    wheel(s, 740, 640, 158);
    if (shape != 2) {
      s.line(
          "M 110 610 C 130 500 220 460 280 466 C 340 470 400 520 416 580",
          12,
          Tone.lift(s.main, -0.05));
      s.line(
          "M 592 600 C 620 500 690 466 750 468 C 800 470 850 510 880 560",
          12,
          Tone.lift(s.main, -0.05));
    }
    Finish f = Finish.GLOSS;
    s.rod(260, 640, 466, 650, 13, 15, s.tone(-0.06), f);
    s.rod(260, 640, 400, 400, 12, 14, s.tone(-0.04), f);
    s.rod(466, 650, 396, 352, 22, 22, s.main, f);
    if (shape == 0) {
      s.tube("M 466 650 C 520 560 600 460 660 410", 24, s.main, f);
      s.tube("M 430 500 C 500 520 590 440 652 376", 20, s.main, f);
    } else {
      s.rod(466, 650, 664, 420, 24, 24, s.main, f);
      s.rod(402, 392, 650, 366, 22, 22, s.main, f);
    }
    s.rod(740, 640, 664, 400, 14, 20, s.tone(-0.03), f);
    s.rod(670, 430, 636, 312, 26, 24, s.main, f);
    s.rod(640, 326, 626, 272, 14, 14, STEEL, Finish.METAL);
    if (shape == 2) {
      s.tube("M 626 274 C 680 262 730 262 742 300 C 746 340 720 360 696 350", 15, DARK, f);
    } else {
      s.tube("M 626 274 C 600 262 560 270 520 292", 15, STEEL, f);
      s.tube("M 560 274 L 516 294", 22, HIDE, Finish.SATIN);
    }
    s.rod(398, 360, 390, 312, 13, 13, STEEL, Finish.METAL);
    s.volume(
        Outline.svg(
            "M 304 296 C 330 280 420 284 470 300 C 474 316 440 320 410 322 C 380 340 320 344 306 330 C 298 318 298 304 304 296 Z"),
        HIDE,
        16,
        1.1);
    s.line(Outline.ellipse(466, 650, 46, 46), 9, STEEL);
    s.fill(Outline.ellipse(466, 650, 30, 30), Tone.alpha(DARK, 0.85));
    s.line("M 262 622 L 466 606 M 262 658 L 466 694", 4, DARK);
    s.rod(466, 650, 500, 734, 13, 12, STEEL, Finish.METAL);
    s.rod(476, 738, 530, 734, 15, 15, DARK, f);
    if (shape == 0) {
      Shape basket = Outline.svg("M 650 300 L 810 300 L 786 420 L 676 420 Z");
      s.volume(basket, new Color(0xC79A63), 18, 0.9);
      s.pattern(
          basket,
          20,
          16,
          0,
          g -> {
            g.setColor(Tone.alpha(new Color(0x6B4630), 0.5));
            g.fill(Outline.round(0, 0, 20, 3, 0));
            g.fill(Outline.round(0, 0, 3, 16, 0));
          });
      s.line("M 646 300 L 814 300", 10, new Color(0xA9784A));
    } else if (shape == 1) {
      s.ball(690, 398, 24, STEEL, Finish.METAL);
      s.light(708, 398, 60, new Color(0xFFF0C8), 0.7);
      s.rod(180, 452, 400, 440, 9, 9, DARK, f);
    }
  }

  static void helmet(Sketch s) {
    int shape = s.shape(3);
    s.stand(500, 760, 310, 0.15);
    s.line("M 300 640 C 320 780 380 830 430 834 M 700 640 C 660 780 560 830 430 834", 13, DARK);
    s.volume(Outline.round(404, 820, 60, 30, 8), s.accent, 8, 1);
    Shape shell =
        shape == 1
            ? Outline.svg(
                "M 170 640 C 150 400 320 250 520 250 C 740 256 850 420 838 620 C 836 660 800 660 760 650 C 600 690 360 700 220 680 C 190 676 172 664 170 640 Z")
            : Outline.svg(
                "M 180 660 C 170 400 320 260 510 260 C 710 264 830 420 826 660 C 640 716 360 716 180 660 Z");
    s.volume(shell, s.main, 100, 1.3);
    if (shape == 0) {
      s.light(shell, 350, 380, 150, Color.WHITE, 0.4);
      s.line("M 190 640 C 380 700 640 700 820 640", 15, s.accent);
      s.fill(Outline.ellipse(670, 520, 26, 26), s.accent);
      s.volume(
          Outline.svg("M 690 660 C 780 650 850 640 900 668 C 880 706 760 716 690 700 Z"),
          s.tone(-0.06),
          16,
          1);
    } else {
      int count = shape == 1 ? 5 : 3;
      for (int i = 0; i < count; i++) {
        double x = 300 + i * (shape == 1 ? 92 : 150);
        double top = 330 + Math.abs(i - (count - 1) / 2.0) * 42;
        Shape vent =
            Outline.svg(
                "M "
                    + x
                    + " "
                    + top
                    + " C "
                    + (x + 46)
                    + " "
                    + (top + 10)
                    + " "
                    + (x + 52)
                    + " "
                    + (top + 150)
                    + " "
                    + (x + 34)
                    + " "
                    + (top + 220)
                    + " C "
                    + (x + 6)
                    + " "
                    + (top + 214)
                    + " "
                    + (x - 20)
                    + " "
                    + (top + 90)
                    + " "
                    + x
                    + " "
                    + top
                    + " Z");
        s.gradient(vent, x, top, s.tone(-0.34), x + 40, top + 220, s.tone(-0.2));
        s.line(vent, 3, Tone.alpha(s.tone(0.16), 0.5));
      }
      s.line("M 186 650 C 380 704 640 700 822 640", 17, shape == 1 ? s.accent : DARK);
    }
  }

  static void skateboard(Sketch s) {
    int shape = s.shape(4);
    double tilt = 28 + s.vary(-6, 6);
    Shape deck =
        shape == 3
            ? Outline.svg(
                "M 500 60 C 570 100 600 260 604 500 C 600 740 580 880 500 940 C 420 880 400 740 396 500 C 400 260 430 100 500 60 Z")
            : Outline.round(392, 70, 216, 860, 108);
    Shape placed = Outline.turn(deck, tilt, 500, 500);
    for (double y : new double[] {240, 740}) {
      for (double x : new double[] {378, 622}) {
        Shape wheel = Outline.turn(Outline.round(x - 24, y - 36, 48, 72, 18), tilt, 500, 500);
        s.shadow(wheel, 18, 24, 16, 0.35);
        s.volume(wheel, s.accent, 16, 1.2);
      }
    }
    s.lay(placed);
    s.fill(placed, s.main);
    var before = s.g.getTransform();
    switch (shape) {
      case 0 -> {
        for (int i = 0; i < 3; i++) {
          Shape band =
              Outline.both(
                  placed,
                  Outline.turn(Outline.round(300, 430 + i * 62, 400, 44, 0), tilt, 500, 500));
          s.fill(band, i == 1 ? Tone.mix(s.accent, Color.WHITE, 0.4) : s.accent);
        }
      }
      case 1 -> {
        Shape sun =
            Outline.both(placed, Outline.turn(Outline.ellipse(500, 520, 150, 150), tilt, 500, 500));
        s.fill(sun, s.accent);
        for (int i = 0; i < 4; i++) {
          Shape wave =
              Outline.turn(
                  Outline.path(
                      "M",
                      380,
                      640 + i * 52,
                      "C",
                      430,
                      610 + i * 52,
                      470,
                      670 + i * 52,
                      510,
                      640 + i * 52,
                      "C",
                      550,
                      610 + i * 52,
                      580,
                      660 + i * 52,
                      620,
                      640 + i * 52),
                  tilt,
                  500,
                  500);
          s.fill(
              Outline.both(placed, new java.awt.BasicStroke(17).createStrokedShape(wave)),
              Tone.mix(s.main, Color.WHITE, 0.55));
        }
      }
      case 2 -> {
        for (int i = 0; i < 10; i++) {
          double y = 130 + i * 84;
          Shape tri =
              Outline.turn(
                  i % 2 == 0
                      ? Outline.poly(390, y, 610, y + 84, 390, y + 168)
                      : Outline.poly(610, y, 390, y + 84, 610, y + 168),
                  tilt,
                  500,
                  500);
          s.fill(
              Outline.both(placed, tri),
              i % 3 == 0
                  ? s.accent
                  : i % 3 == 1 ? s.tone(-0.1) : Tone.mix(s.main, Color.WHITE, 0.45));
        }
      }
      default -> {
        for (int i = 0; i < 9; i++) {
          Shape line =
              Outline.turn(
                  Outline.path(
                      "M",
                      420 + i * 20,
                      90,
                      "C",
                      412 + i * 21,
                      400,
                      428 + i * 20,
                      600,
                      420 + i * 20,
                      910),
                  tilt,
                  500,
                  500);
          s.fill(
              Outline.both(placed, new java.awt.BasicStroke(3).createStrokedShape(line)),
              Tone.alpha(s.tone(-0.2), 0.35));
        }
        s.fill(
            Outline.both(placed, Outline.turn(Outline.round(488, 40, 24, 920, 0), tilt, 500, 500)),
            s.accent);
      }
    }
    s.g.setTransform(before);
    s.relief(placed, s.main, 26, 0.9);
    for (double y : new double[] {210, 270, 710, 770}) {
      for (double x : new double[] {480, 520}) {
        s.fill(Outline.turn(Outline.ellipse(x, y, 6, 6), tilt, 500, 500), STEEL);
      }
    }
  }
}
