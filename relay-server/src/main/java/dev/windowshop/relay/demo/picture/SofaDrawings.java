package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Armchairs and sofas.
final class SofaDrawings {
  static final Color OAK = new Color(0xC79A63);

  private SofaDrawings() {}

  static void armchair(Sketch s) {
    switch (s.shape(4)) {
      case 0 -> upholstered(s, 250, false);
      case 1 -> upholstered(s, 250, true);
      case 2 -> sling(s);
      default -> round(s);
    }
  }

  private static void upholstered(Sketch s, double half, boolean wings) {
    Color cloth = s.main;
    Color deep = s.tone(-0.035);
    s.stand(500, 812, half + 20, 0.16);
    for (double x : new double[] {500 - half + 46, 500 + half - 46}) {
      s.rod(x, 730, x + (x < 500 ? -16 : 16), 816, 24, 13, OAK, Finish.SATIN);
    }
    double top = wings ? 196 : 300;
    Shape back = Outline.round(500 - half + 30, top, 2 * half - 60, 480, wings ? 90 : 110);
    s.volume(back, deep, 70, 1.1);
    if (wings) {
      Shape left =
          Outline.svg(
              "M 286 250 C 250 260 226 330 236 420 C 240 470 262 520 300 530 C 322 440 320 320 326 250 C 320 236 300 240 286 250 Z");
      s.volume(left, cloth, 40, 1.1);
      s.volume(Outline.mirror(left), s.tone(-0.02), 40, 1.1);
      for (int i = 0; i < 6; i++) {
        double x = 410 + i % 3 * 90;
        double y = 310 + i / 3 * 100;
        s.shadow(Outline.ellipse(x + 2, y + 3, 15, 13), 0, 0, 8, 0.5);
        s.ball(x, y, 9, deep, Finish.SATIN);
      }
    }
    Shape base = Outline.round(500 - half + 20, 620, 2 * half - 40, 134, 40);
    s.volume(base, deep, 40, 1);
    Shape seat = Outline.round(500 - half + 70, 540, 2 * half - 140, 124, 56);
    s.shadow(seat, 0, 10, 16, 0.4);
    s.volume(seat, s.tone(0.015), 44, 1.05);
    Shape arm = Outline.round(500 - half - 26, 470, 124, 286, 60);
    s.shadow(arm, 16, 8, 18, 0.32);
    s.volume(arm, cloth, 50, 1.15);
    s.volume(Outline.mirror(arm), s.tone(-0.015), 50, 1.15);
    Shape pillow =
        Outline.turn(
            Outline.smooth(
                430, 420, 520, 432, 610, 424, 598, 500, 606, 572, 520, 562, 434, 570, 444, 500),
            -5,
            520,
            500);
    s.shadow(pillow, 8, 14, 20, 0.34);
    s.volume(pillow, s.accent, 44, 1);
  }

  private static void round(Sketch s) {
    s.stand(500, 806, 280, 0.16);
    Shape shell =
        Outline.svg(
            "M 500 330 C 690 326 800 450 800 600 C 800 740 730 800 500 800 C 270 800 200 740 200 600 C 200 450 310 326 500 330 Z");
    s.volume(shell, s.main, 110, 1.25);
    Shape hollow =
        Outline.svg(
            "M 500 450 C 620 448 690 510 694 580 C 640 610 360 610 306 580 C 310 510 380 448 500 450 Z");
    s.gradient(hollow, 400, 450, s.tone(-0.14), 560, 610, s.tone(-0.06));
    s.glow(hollow, 14, s.tone(-0.16), 0.3);
    Shape seat =
        Outline.svg(
            "M 306 560 C 360 524 640 524 694 560 C 712 610 704 652 500 656 C 296 652 288 610 306 560 Z");
    s.volume(seat, s.tone(0.02), 50, 1.1);
  }

  private static void sling(Sketch s) {
    Color hide = s.main;
    Color wood = new Color(0x9C6A40);
    s.stand(360, 816, 60);
    s.stand(690, 816, 60);
    s.rod(640, 380, 700, 812, 24, 20, Tone.lift(wood, -0.06), Finish.SATIN);
    s.rod(300, 812, 640, 520, 20, 20, Tone.lift(wood, -0.08), Finish.SATIN);
    Shape back =
        Outline.svg("M 330 250 C 420 232 560 232 664 252 L 660 560 C 560 582 440 582 344 560 Z");
    s.shadow(back, 18, 24, 24, 0.28);
    s.volume(back, hide, 50, 1);
    Shape seat =
        Outline.svg("M 320 560 C 420 540 600 540 690 556 L 716 640 C 600 678 400 678 290 644 Z");
    s.shadow(seat, 4, 20, 16, 0.35);
    s.volume(seat, s.tone(0.02), 34, 1);
    s.dashes(
        Outline.svg("M 346 268 L 360 544 M 648 270 L 644 544"), 3, Tone.alpha(s.accent, 0.7), 9, 8);
    s.rod(330, 228, 296, 816, 24, 20, wood, Finish.SATIN);
    s.rod(668, 232, 700, 816, 24, 20, wood, Finish.SATIN);
    Shape arm = Outline.round(226, 470, 150, 30, 15);
    s.volume(arm, hide, 14, 1);
    s.volume(Outline.move(arm, 408, 0), s.tone(-0.02), 14, 1);
  }

  static void sofa(Sketch s) {
    int shape = s.shape(3);
    Color cloth = s.main;
    s.stand(500, 786, 400, 0.10);
    if (shape == 1) {
      Shape body =
          Outline.svg(
              "M 110 560 C 90 420 200 380 500 380 C 800 380 910 420 890 560 C 900 700 880 776 780 780 L 220 780 C 120 776 100 700 110 560 Z");
      s.volume(body, s.tone(-0.03), 110, 1.2);
      Shape seat =
          Outline.svg(
              "M 200 590 C 240 556 760 556 800 590 C 850 640 840 724 780 730 L 220 730 C 160 724 150 640 200 590 Z");
      s.shadow(seat, 0, -8, 18, 0.35);
      s.volume(seat, s.tone(0.02), 60, 1.1);
    } else {
      for (double x : new double[] {150, 850}) {
        s.rod(x, 730, x + (x < 500 ? -10 : 10), 792, 20, 12, OAK, Finish.SATIN);
      }
      int cushions = shape == 0 ? 2 : 3;
      s.volume(Outline.round(110, 420, 780, 310, 60), s.tone(-0.04), 50, 1);
      s.volume(Outline.round(100, 640, 800, 104, 36), s.tone(-0.03), 34, 1);
      double w = 640.0 / cushions;
      for (int i = 0; i < cushions; i++) {
        Shape back = Outline.round(180 + i * w + 3, 400, w - 6, 190, 52);
        s.shadow(back, 0, 10, 14, 0.22);
        s.volume(back, cloth, 60, 1.05);
        Shape seat = Outline.round(176 + i * (w + 3), 574, w, 92, 36);
        s.shadow(seat, 0, 8, 10, 0.3);
        s.volume(seat, s.tone(0.018), 36, 1.05);
      }
      Shape arm = Outline.round(78, 470, 118, 276, 52);
      s.shadow(arm, 12, 8, 16, 0.3);
      s.volume(arm, cloth, 48, 1.1);
      s.volume(Outline.mirror(arm), s.tone(-0.02), 48, 1.1);
    }
    Shape pillow = Outline.smooth(0, 0, 70, 8, 142, 0, 134, 66, 142, 134, 70, 126, 0, 134, 8, 66);
    Shape one = Outline.turn(Outline.move(pillow, 210, 446), -7, 280, 520);
    s.shadow(one, 8, 12, 16, 0.34);
    s.volume(one, s.accent, 40, 1);
    Shape two = Outline.turn(Outline.move(pillow, 640, 452), 8, 710, 520);
    s.shadow(two, 8, 12, 16, 0.34);
    s.volume(two, Tone.mix(s.accent, s.main, 0.55), 40, 1);
  }
}
