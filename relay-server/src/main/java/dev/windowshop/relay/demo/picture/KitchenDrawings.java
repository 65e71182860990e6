package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Kettles, pans, knives, boards, mills and coffee makers.
final class KitchenDrawings {
  private static final Color STEEL = new Color(0xC6C9CD);
  private static final Color WOOD = new Color(0xB9824E);
  private static final Color DARK = new Color(0x2E2F33);

  private KitchenDrawings() {}

  static void kettle(Sketch s) {
    int shape = s.shape(2);
    Turned body =
        shape == 0
            ? new Turned(480, 430, 120, 450, 170, 560, 226, 700, 236, 790, 214, 812, 196)
            : new Turned(480, 440, 90, 470, 110, 620, 190, 780, 214, 812, 208);
    s.stand(490, 822, 226);
    if (shape == 0) {
      s.volume(
          Outline.svg("M 640 640 C 740 620 760 540 812 478 L 852 508 C 820 590 780 690 660 720 Z"),
          s.tone(-0.02),
          26,
          1.2);
      s.tube("M 318 470 C 300 230 660 230 642 470", 17, STEEL, Finish.GLOSS);
      s.tube("M 392 314 C 430 280 530 280 568 314", 34, WOOD, Finish.SATIN);
    } else {
      s.tube(
          "M 640 740 C 760 740 700 520 800 452 C 826 440 846 452 868 476",
          26,
          s.tone(-0.02),
          Finish.GLOSS);
      s.tube("M 320 500 C 180 470 180 720 300 740", 34, WOOD, Finish.SATIN);
    }
    s.turned(body, s.main, Finish.GLOSS);
    double y = body.top();
    s.turned(
        new Turned(480, y - 34, 30, y - 24, 74, y + 2, body.topRadius()),
        shape == 0 ? s.main : STEEL,
        shape == 0 ? Finish.GLOSS : Finish.METAL);
    s.ball(480, y - 56, 24, WOOD, Finish.SATIN);
  }

  static void pan(Sketch s) {
    int shape = s.shape(3);
    if (shape == 1) {
      s.stand(500, 806, 270);
      s.tube("M 240 600 C 170 590 170 660 244 660", 28, s.tone(-0.05), Finish.GLOSS);
      s.tube("M 760 600 C 830 590 830 660 756 660", 28, s.tone(-0.07), Finish.GLOSS);
      s.turned(new Turned(500, 560, 270, 740, 268, 790, 246, 806, 230), s.main, Finish.GLOSS);
      s.shadow(Outline.ellipse(500, 572, 272, 48), 0, 0, 10, 0.4);
      s.turned(
          new Turned(500, 478, 40, 486, 130, 516, 226, 552, 276, 566, 278),
          s.tone(0.01),
          Finish.GLOSS);
      s.turned(
          new Turned(500, 420, 42, 432, 46, 444, 26, 482, 22), new Color(0xC9A050), Finish.METAL);
      s.disc(500, 420, 42, new Color(0xC9A050), 0.04);
      return;
    }
    boolean sauce = shape == 2;
    s.stand(sauce ? 440 : 420, 790, sauce ? 220 : 290);
    double r = sauce ? 224 : 312;
    double cx = sauce ? 420 : 400;
    double top = sauce ? 560 : 660;
    Turned body =
        sauce
            ? new Turned(cx, top, r, top + 10, r - 2, 770, r - 8, 792, r - 26)
            : new Turned(cx, top, r, top + 8, r - 3, 740, r - 40, 778, r - 66);
    Color metal = sauce ? s.main : DARK;
    s.rod(
        cx + r - 20,
        top + 30,
        sauce ? 930 : 960,
        top - 50,
        26,
        34,
        sauce ? WOOD : Tone.mix(WOOD, s.main, 0.4),
        Finish.SATIN);
    s.rod(cx + r - 26, top + 34, cx + r + 54, top + 14, 28, 28, STEEL, Finish.METAL);
    s.turned(body, sauce ? metal : s.main, Finish.GLOSS);
    s.opening(cx, top, r, sauce ? STEEL : DARK, 10);
    if (!sauce) {
      s.gradient(
          Outline.ellipse(cx, top + 14, r - 60, 34),
          cx - r,
          0,
          new Color(0x3D3E43),
          cx + r,
          0,
          new Color(0x232428));
      Shape egg =
          Outline.smooth(330, 664, 390, 652, 450, 660, 474, 676, 430, 694, 350, 694, 312, 680);
      s.volume(egg, new Color(0xFBF7EE), 12, 0.7);
      s.volume(Outline.ellipse(394, 668, 34, 13), new Color(0xF0A92E), 10, 1.1);
    }
  }

  static void knife(Sketch s) {
    int shape = s.shape(3);
    double tilt = -32;
    Shape blade =
        switch (shape) {
          case 0 ->
              Outline.svg(
                  "M 90 520 C 200 440 420 430 600 438 L 604 548 C 420 580 240 570 90 520 Z");
          case 1 ->
              Outline.svg(
                  "M 110 470 L 130 440 L 600 436 L 604 560 L 150 570 C 120 566 104 520 110 470 Z");
          default ->
              Outline.svg(
                  "M 100 506 C 240 470 420 460 600 462 L 602 522 C 420 534 240 530 100 506 Z");
        };
    Shape handle =
        Outline.svg(
            "M 606 "
                + (shape == 2 ? 456 : 440)
                + " C 700 440 840 436 900 454 C 924 480 920 520 896 540 C 840 540 700 520 606 524 Z");
    Shape b = Outline.turn(blade, tilt, 500, 500);
    Shape h = Outline.turn(handle, tilt, 500, 500);
    Shape boardShape = Outline.turn(Outline.round(180, 330, 640, 400, 60), 12, 500, 500);
    s.lay(boardShape);
    s.volume(boardShape, Tone.mix(WOOD, new Color(0xE3C79A), 0.6), 20, 0.8);
    for (int i = 0; i < 9; i++) {
      s.line(
          Outline.turn(
              Outline.path(
                  "M",
                  200,
                  366 + i * 40,
                  "C",
                  400,
                  360 + i * 40 + i % 3 * 5,
                  600,
                  372 + i * 40,
                  800,
                  364 + i * 40),
              12,
              500,
              500),
          2,
          Tone.alpha(new Color(0x8A5F38), 0.28));
    }
    s.lay(Outline.union(b, h));
    s.gradient(b, 200, 700, new Color(0xE9ECEF), 560, 300, new Color(0x9DA3AA));
    s.relief(b, STEEL, 12, 0.8);
    Shape edge =
        Outline.both(
            b, Outline.turn(Outline.round(80, shape == 2 ? 516 : 538, 540, 60, 0), tilt, 500, 500));
    s.fill(edge, Tone.alpha(Color.WHITE, 0.55));
    s.volume(h, s.main, 26, 1.2);
    for (int i = 0; i < 3; i++) {
      s.volume(
          Outline.turn(Outline.ellipse(670 + i * 80, 486, 12, 12), tilt, 500, 500),
          new Color(0xD3B46E),
          5,
          1.1);
    }
  }

  static void board(Sketch s) {
    int shape = s.shape(3);
    Shape body =
        switch (shape) {
          case 0 ->
              Outline.svg(
                  "M 300 330 C 300 300 320 280 350 280 L 440 280 C 460 270 452 220 450 170 C 450 130 550 130 550 170 C 548 220 540 270 560 280 L 650 280 C 680 280 700 300 700 330 L 700 840 C 700 870 680 890 650 890 L 350 890 C 320 890 300 870 300 840 Z");
          case 1 ->
              Outline.svg(
                  "M 500 300 C 690 300 800 430 800 590 C 800 750 690 880 500 880 C 310 880 200 750 200 590 C 200 430 310 300 450 296 L 456 160 C 460 130 540 130 544 160 L 550 296 Z");
          default -> Outline.round(190, 300, 620, 420, 40);
        };
    Shape hole =
        shape == 2 ? Outline.round(700, 460, 34, 110, 17) : Outline.ellipse(500, 186, 22, 22);
    Shape solid = Outline.without(body, hole);
    s.lay(solid);
    s.fill(solid, s.main);
    if (shape == 2) {
      for (int i = 0; i < 7; i++) {
        s.fill(
            Outline.both(solid, Outline.round(190 + i * 90, 290, 44, 440, 0)),
            i % 2 == 0 ? s.accent : s.tone(-0.07));
      }
    }
    for (int i = 0; i < 22; i++) {
      double x = 200 + i * 29 + s.vary(-7, 7);
      Shape line =
          shape == 2
              ? Outline.path(
                  "M",
                  190,
                  310 + i * 19,
                  "C",
                  400,
                  306 + i * 19 + s.vary(-8, 8),
                  600,
                  314 + i * 19,
                  810,
                  308 + i * 19)
              : Outline.path(
                  "M", x, 150, "C", x + s.vary(-18, 18), 400, x + s.vary(-18, 18), 600, x, 890);
      Shape grain =
          Outline.both(
              solid, new java.awt.BasicStroke((float) s.vary(1.2, 4)).createStrokedShape(line));
      s.fill(grain, Tone.alpha(s.tone(-0.2), s.vary(0.12, 0.34)));
    }
    s.relief(solid, s.main, 16, 0.9);
  }

  static void mill(Sketch s) {
    double[] xs = {370, 630};
    for (int i = 0; i < 2; i++) {
      double x = xs[i];
      Color wood = i == 0 ? s.main : Tone.mix(s.accent, new Color(0xEFE6D6), 0.4);
      double top = i == 0 ? 250 : 330;
      s.stand(x, 822, 104);
      s.turned(
          new Turned(x, top + 150, 82, top + 170, 78, 580, 62, 700, 84, 800, 108, 814, 104),
          wood,
          Finish.SATIN);
      s.turned(
          new Turned(x, top + 40, 34, top + 56, 76, top + 110, 94, top + 150, 78),
          Tone.lift(wood, 0.015),
          Finish.SATIN);
      s.turned(new Turned(x, top + 144, 80, top + 152, 82, top + 160, 80), STEEL, Finish.METAL);
      s.ball(x, top + 18, 26, new Color(0xC9A050), Finish.METAL);
    }
  }

  static void coffeeMaker(Sketch s) {
    int shape = s.shape(2);
    if (shape == 1) {
      s.stand(480, 822, 170);
      s.tube("M 600 430 C 760 400 760 640 660 700", 32, DARK, Finish.GLOSS);
      s.turned(new Turned(480, 600, 120, 640, 136, 800, 176, 814, 172), s.main, Finish.METAL);
      s.turned(new Turned(480, 560, 122, 584, 128, 604, 122), STEEL, Finish.METAL);
      s.volume(Outline.svg("M 330 360 L 270 336 L 344 470 Z"), s.tone(-0.03), 14, 1);
      s.turned(new Turned(480, 340, 168, 350, 166, 560, 118), s.main, Finish.METAL);
      s.turned(new Turned(480, 284, 26, 300, 110, 340, 168), s.tone(0.02), Finish.METAL);
      s.turned(new Turned(480, 236, 22, 250, 28, 288, 18), DARK, Finish.GLOSS);
      return;
    }
    s.stand(480, 822, 180);
    Turned glass = new Turned(480, 360, 166, 370, 168, 790, 168, 810, 160);
    s.tube("M 636 440 C 790 430 790 720 640 720", 30, s.main, Finish.GLOSS);
    s.turned(new Turned(480, 500, 158, 800, 158), new Color(0x4A2C1C), Finish.GLOSS);
    s.disc(480, 500, 158, new Color(0x7A4E32), 0.04);
    s.glass(glass, new Color(0x9FB0B4), 0.08);
    Color band = s.main;
    s.turned(new Turned(480, 716, 171, 780, 171), band, Finish.METAL);
    s.turned(new Turned(480, 404, 171, 430, 171), band, Finish.METAL);
    s.rod(480, 220, 480, 350, 9, 9, STEEL, Finish.METAL);
    s.turned(new Turned(480, 312, 30, 324, 120, 360, 174, 372, 174), band, Finish.METAL);
    s.ball(480, 208, 26, DARK, Finish.GLOSS);
  }
}
