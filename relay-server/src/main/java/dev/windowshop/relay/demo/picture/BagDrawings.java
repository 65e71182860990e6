package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Backpacks, totes, handbags and wallets.
final class BagDrawings {
  private static final Color BRASS = new Color(0xC9A050);
  private static final Color HIDE = new Color(0x9A5F38);

  private BagDrawings() {}

  static void backpack(Sketch s) {
    int shape = s.shape(3);
    s.stand(500, 812, 250, 0.16);
    s.tube("M 450 250 C 440 160 560 160 550 250", 24, s.tone(-0.08), Finish.MATTE);
    s.tube("M 300 420 C 230 520 236 660 276 760", 38, s.tone(-0.08), Finish.MATTE);
    s.tube("M 700 420 C 770 520 764 660 724 760", 38, s.tone(-0.1), Finish.MATTE);
    Shape body =
        shape == 1
            ? Outline.svg(
                "M 290 300 C 290 240 340 224 500 224 C 660 224 710 240 710 300 L 726 740 C 726 800 690 822 500 822 C 310 822 274 800 274 740 Z")
            : Outline.svg(
                "M 276 430 C 276 280 360 218 500 218 C 640 218 724 280 724 430 L 736 720 C 738 796 700 822 500 822 C 300 822 262 796 264 720 Z");
    s.volume(body, s.main, 76, 1.1);
    if (shape == 0) {
      Shape pocket =
          Outline.svg(
              "M 316 560 C 316 530 340 520 500 520 C 660 520 684 530 684 560 L 690 740 C 690 786 660 796 500 796 C 340 796 310 786 310 740 Z");
      s.shadow(pocket, 4, 8, 12, 0.35);
      s.volume(pocket, s.tone(-0.015), 40, 1);
      zip(s, "M 330 556 C 400 544 600 544 670 556");
      zip(s, "M 296 440 C 320 320 420 270 500 270 C 580 270 680 320 704 440");
      patch(s, 500, 420);
    } else if (shape == 1) {
      Shape flap =
          Outline.svg(
              "M 280 330 C 280 240 340 214 500 214 C 660 214 720 240 720 330 L 716 500 C 716 540 660 552 500 552 C 340 552 284 540 284 500 Z");
      s.shadow(flap, 4, 14, 16, 0.4);
      s.volume(flap, s.tone(0.01), 50, 1);
      for (double x : new double[] {380, 590}) {
        Shape strap = Outline.round(x, 480, 32, 210, 8);
        s.shadow(strap, 4, 5, 6, 0.4);
        s.volume(strap, HIDE, 12, 1);
        s.line(Outline.round(x - 8, 600, 48, 42, 6), 8, BRASS);
      }
      Shape low = Outline.both(body, Outline.round(250, 690, 500, 140, 4));
      s.faded(0.55, () -> s.fill(low, HIDE));
      s.relief(low, HIDE, 30, 0.6);
    } else {
      Shape top =
          Outline.svg(
              "M 300 300 C 320 210 400 186 500 186 C 600 186 680 210 700 300 C 640 330 360 330 300 300 Z");
      s.volume(top, s.tone(0.02), 30, 1);
      s.fold("M 320 320 C 420 350 580 350 680 320", 9, 0.45);
      for (int i = 0; i < 4; i++) {
        double y = 420 + i * 70;
        s.segment(340, y, 660, y + 50, 7, Tone.mix(s.accent, s.main, 0.1));
        s.segment(660, y, 340, y + 50, 7, s.accent);
      }
      Shape side = Outline.svg("M 330 700 L 670 700 L 676 800 C 600 816 400 816 324 800 Z");
      s.volume(side, s.tone(-0.04), 20, 0.9);
      s.line("M 500 336 L 500 400", 14, s.tone(-0.16));
      s.line(Outline.round(472, 376, 56, 30, 6), 8, s.tone(-0.2));
    }
  }

  private static void zip(Sketch s, String path) {
    s.line(path, 13, s.tone(-0.13));
    s.dashes(Outline.svg(path), 5, BRASS, 3, 5);
  }

  private static void patch(Sketch s, double x, double y) {
    Shape patch = Outline.round(x - 48, y - 30, 96, 60, 6);
    s.shadow(patch, 2, 3, 4, 0.35);
    s.volume(patch, HIDE, 8, 0.7);
    s.dashes(
        Outline.round(x - 41, y - 23, 82, 46, 4), 2, Tone.alpha(new Color(0xF0D8A8), 0.9), 6, 5);
    s.line(
        Outline.path("M", x - 18, y + 10, "L", x, y - 12, "L", x + 18, y + 10),
        5,
        new Color(0xF0D8A8));
  }

  static void tote(Sketch s) {
    int shape = s.shape(4);
    s.stand(500, 812, 270, 0.15);
    Color strap = shape == 3 ? HIDE : s.tone(-0.06);
    s.tube("M 390 400 C 370 110 600 110 596 396", 26, Tone.lift(strap, -0.04), Finish.MATTE);
    Shape body =
        shape == 1
            ? Outline.svg(
                "M 216 400 C 380 416 620 416 784 400 C 776 560 760 700 730 806 C 600 826 400 826 270 806 C 240 700 224 560 216 400 Z")
            : Outline.svg(
                "M 256 390 C 380 402 620 402 744 390 L 762 800 C 620 826 380 826 238 800 Z");
    s.gradient(
        Outline.svg("M 256 392 C 380 376 620 376 744 392 C 620 408 380 408 256 392 Z"),
        300,
        380,
        s.tone(-0.26),
        700,
        400,
        s.tone(-0.16));
    s.fill(body, s.main);
    if (shape == 1) {
      s.pattern(
          body,
          90,
          80,
          0,
          g -> {
            g.setColor(s.accent);
            g.fill(Outline.round(-2, 0, 96, 38, 0));
          });
    } else if (shape == 2) {
      s.faded(
          0.92,
          () -> {
            s.fill(
                Outline.svg(
                    "M 380 640 C 380 520 460 500 500 560 C 540 500 620 520 620 640 C 620 720 560 740 500 740 C 440 740 380 720 380 640 Z"),
                s.accent);
            s.line("M 500 560 C 500 520 510 500 530 480", 10, Tone.lift(s.accent, -0.2));
            s.fill(
                Outline.turn(Outline.ellipse(560, 500, 40, 17), -24, 560, 500),
                Tone.mix(s.accent, new Color(0x5F8A55), 0.8));
          });
    } else {
      s.pattern(
          body,
          9,
          9,
          0,
          g -> {
            g.setColor(Tone.alpha(s.tone(-0.14), 0.2));
            g.fill(Outline.round(0, 0, 9, 2, 0));
            g.fill(Outline.round(0, 0, 2, 9, 0));
          });
    }
    s.relief(body, s.main, 60, 0.95);
    s.fold("M 330 420 C 340 520 320 620 336 720", 13, 0.35);
    s.fold("M 660 430 C 650 540 676 640 650 760", 13, 0.3);
    s.fold("M 250 780 C 400 760 600 770 750 780", 12, 0.28);
    if (shape == 3) {
      Shape low = Outline.both(body, Outline.round(200, 690, 600, 150, 2));
      s.volume(low, HIDE, 30, 0.9);
      s.dashes(
          Outline.svg("M 246 702 C 400 716 600 716 756 702"),
          3,
          Tone.alpha(new Color(0xF0D8A8), 0.8),
          9,
          7);
    }
    s.tube("M 352 520 C 350 60 644 60 648 520", 30, strap, Finish.MATTE);
    for (double x : new double[] {352, 648}) {
      s.volume(Outline.round(x - 20, 470, 40, 76, 4), strap, 8, 0.8);
      s.line(
          Outline.path("M", x - 12, 490, "L", x + 12, 530, "M", x + 12, 490, "L", x - 12, 530),
          3,
          Tone.alpha(new Color(0xF0E2C4), 0.8));
    }
  }

  static void handbag(Sketch s) {
    int shape = s.shape(3);
    s.stand(500, 806, 290, 0.14);
    if (shape == 1) {
      Shape moon =
          Outline.svg(
              "M 176 470 C 210 560 330 600 500 600 C 670 600 790 560 824 470 C 870 640 760 806 500 806 C 240 806 130 640 176 470 Z");
      s.tube("M 200 500 C 190 140 800 130 806 494", 34, s.tone(-0.03), Finish.SATIN);
      s.volume(moon, s.main, 70, 1.2);
      s.line("M 204 520 C 300 614 700 614 798 518", 7, s.tone(-0.16));
      s.dashes(Outline.svg("M 204 520 C 300 614 700 614 798 518"), 3, BRASS, 4, 5);
      s.volume(Outline.ellipse(206, 496, 26, 26), BRASS, 10, 1);
      s.volume(Outline.ellipse(800, 492, 26, 26), BRASS, 10, 1);
      return;
    }
    if (shape == 0) {
      s.tube("M 340 440 C 330 180 670 180 660 440", 26, s.tone(-0.06), Finish.SATIN);
    } else {
      s.tube(
          "M 230 470 C 120 200 420 80 500 84 C 600 80 880 210 770 470",
          16,
          s.tone(-0.08),
          Finish.SATIN);
    }
    Shape body =
        shape == 0
            ? Outline.svg(
                "M 262 440 C 400 424 600 424 738 440 L 800 780 C 800 806 780 814 500 814 C 220 814 200 806 200 780 Z")
            : Outline.svg(
                "M 220 460 C 220 430 240 420 500 420 C 760 420 780 430 780 460 L 786 770 C 786 806 770 814 500 814 C 230 814 214 806 214 770 Z");
    s.volume(body, s.main, 60, 1.15);
    if (shape == 0) {
      s.line("M 300 446 L 250 806 M 700 446 L 750 806", 4, s.tone(-0.13));
      Shape tab = Outline.svg("M 450 430 L 550 430 L 546 560 C 540 580 460 580 454 560 Z");
      s.shadow(tab, 3, 6, 8, 0.4);
      s.volume(tab, s.tone(0.015), 14, 1);
      s.ball(500, 548, 18, BRASS, Finish.METAL);
    } else {
      Shape flap =
          Outline.svg(
              "M 214 460 C 214 420 240 412 500 412 C 760 412 786 420 786 460 L 780 600 C 700 690 600 700 500 700 C 400 700 300 690 220 600 Z");
      s.shadow(flap, 3, 12, 14, 0.42);
      s.volume(flap, s.tone(0.012), 46, 1.05);
      s.dashes(Outline.scale(flap, 0.955, 0.93, 500, 540), 3, Tone.alpha(s.tone(-0.17), 0.6), 9, 7);
      s.volume(Outline.round(466, 650, 68, 74, 14), BRASS, 16, 1.1);
      s.fill(Outline.ellipse(500, 690, 9, 9), Tone.lift(BRASS, -0.3));
    }
  }

  static void wallet(Sketch s) {
    int shape = s.shape(2);
    Shape body = Outline.turn(Outline.round(230, 330, 540, 360, 30), -7, 500, 510);
    if (shape == 1) {
      body = Outline.turn(Outline.round(310, 300, 380, 420, 30), -9, 500, 510);
      Color[] cards = {s.accent, new Color(0xEFE6D6), Tone.mix(s.main, s.accent, 0.5)};
      for (int i = 0; i < 3; i++) {
        Shape card = Outline.turn(Outline.round(340, 236 + i * 30, 320, 200, 18), -9, 500, 510);
        s.shadow(card, 3, 5, 6, 0.3);
        s.volume(card, cards[i], 8, 0.6);
      }
    }
    s.lay(body);
    s.volume(body, s.main, 30, 1.05);
    s.dashes(Outline.scale(body, 0.945, 0.92, 500, 510), 3.4, Tone.alpha(s.accent, 0.85), 10, 8);
    if (shape == 0) {
      Shape flap =
          Outline.turn(
              Outline.svg(
                  "M 230 330 L 770 330 L 770 480 C 720 560 560 580 500 580 C 440 580 280 560 230 480 Z"),
              -7,
              500,
              510);
      s.shadow(flap, 3, 8, 10, 0.4);
      s.volume(flap, s.tone(0.014), 26, 0.9);
      s.ball(505, 540, 20, BRASS, Finish.METAL);
    } else {
      s.line(
          Outline.turn(Outline.svg("M 322 480 C 400 500 600 500 680 480"), -9, 500, 510),
          4,
          s.tone(-0.16));
    }
  }
}
