package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Bicycles, helmets and skateboards.
final class WheelDrawings {
  private static final Color STEEL = new Color(0xC3C6CA);
  private static final Color DARK = new Color(0x2C2D31);
  private static final Color HIDE = new Color(0x9A5F38);

  private WheelDrawings() {}

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
