package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Radios, turntables and guitars.
final class MusicDrawings {
  private static final Color DARK = new Color(0x33343A);
  private static final Color STEEL = new Color(0xC3C6CA);
  private static final Color BRASS = new Color(0xC9A050);
  private static final Color WALNUT = new Color(0x7A4F34);

  private MusicDrawings() {}

  static void radio(Sketch s) {
    int shape = s.shape(2);
    s.stand(500, 790, 350, 0.12);
    s.tube(
        "M 300 400 C 300 290 700 290 700 400",
        24,
        shape == 0 ? new Color(0x9A5F38) : STEEL,
        Finish.SATIN);
    s.segment(740, 400, 850, 170, 7, STEEL);
    s.ball(850, 168, 9, STEEL, Finish.METAL);
    Shape body = Outline.round(150, 386, 700, 400, shape == 0 ? 60 : 24);
    s.volume(body, shape == 0 ? s.main : WALNUT, 46, 1.1);
    Shape front = Outline.round(184, 420, 632, 332, shape == 0 ? 34 : 12);
    s.volume(front, shape == 0 ? new Color(0xF1E8D6) : s.main, 12, 0.7);
    Shape grille = Outline.round(214, 450, 320, 272, 20);
    s.fill(grille, Tone.lift(shape == 0 ? s.main : s.accent, -0.08));
    s.pattern(
        grille,
        40,
        18,
        0,
        g -> {
          g.setColor(Tone.alpha(new Color(0x241C16), 0.5));
          g.fill(Outline.round(-3, 5, 46, 7, 0));
        });
    s.relief(grille, s.main, 14, 0.8);
    Shape scale = Outline.round(564, 460, 220, 80, 10);
    s.fill(scale, new Color(0xFBF3DD));
    for (int i = 0; i < 12; i++) {
      s.segment(
          578 + i * 17.4, 474, 578 + i * 17.4, i % 3 == 0 ? 510 : 496, 3, new Color(0x6B5A48));
    }
    s.segment(656, 466, 656, 534, 5, new Color(0xC4473A));
    for (double x : new double[] {614, 734}) {
      s.shadow(Outline.ellipse(x + 6, 648, 52, 52), 0, 0, 10, 0.45);
      s.volume(Outline.ellipse(x, 638, 52, 52), BRASS, 16, 1.2);
      s.volume(Outline.ellipse(x, 638, 38, 38), Tone.lift(BRASS, 0.03), 12, 0.9);
      s.segment(x, 606, x, 626, 5, Tone.lift(BRASS, -0.3));
    }
  }

  static void turntable(Sketch s) {
    int shape = s.shape(2);
    Shape base = Outline.round(140, 210, 720, 580, 26);
    s.lay(base);
    s.volume(base, shape == 0 ? s.main : WALNUT, 24, 0.9);
    s.volume(Outline.ellipse(420, 500, 262, 262), STEEL, 14, 1.2);
    s.fill(Outline.ellipse(420, 500, 248, 248), new Color(0x1D1D20));
    for (int i = 0; i < 17; i++) {
      s.line(
          Outline.ellipse(420, 500, 92 + i * 9.2, 92 + i * 9.2),
          1.6,
          Tone.alpha(Color.WHITE, i % 4 == 0 ? 0.13 : 0.06));
    }
    Shape shine =
        Outline.both(
            Outline.ellipse(420, 500, 246, 246),
            Outline.union(
                Outline.poly(420, 500, 200, 260, 320, 220),
                Outline.poly(420, 500, 640, 740, 520, 790)));
    s.fill(shine, Tone.alpha(Color.WHITE, 0.12));
    s.fill(Outline.ellipse(420, 500, 82, 82), s.accent);
    s.line(Outline.ellipse(420, 500, 58, 58), 3, Tone.alpha(Color.WHITE, 0.6));
    s.ball(420, 500, 10, STEEL, Finish.METAL);
    s.shadow(Outline.ellipse(760, 330, 60, 60), 8, 10, 12, 0.4);
    s.volume(Outline.ellipse(756, 326, 60, 60), Tone.lift(STEEL, -0.05), 18, 1.1);
    s.line(
        Outline.move(Outline.svg("M 756 326 L 764 560 L 640 650"), 12, 16),
        13,
        Tone.alpha(s.ink, 0.35));
    s.tube("M 756 326 L 764 560 L 640 650", 15, STEEL, Finish.GLOSS);
    s.volume(
        Outline.turn(Outline.round(606, 630, 66, 34, 6), -36, 640, 648), new Color(0x2B2D33), 8, 1);
    for (int i = 0; i < 2; i++) {
      s.volume(Outline.ellipse(740 + i * 60, 724, 22, 22), BRASS, 10, 1.1);
    }
  }

  static void guitar(Sketch s) {
    int shape = s.shape(3);
    double tilt = 24;
    Shape body =
        shape == 2
            ? Outline.svg(
                "M 380 560 C 350 500 330 520 350 590 C 300 640 290 760 360 830 C 440 900 560 900 640 830 C 700 760 700 650 650 600 C 680 540 660 480 620 560 C 590 590 560 560 560 540 L 440 540 C 440 560 410 590 380 560 Z")
            : Outline.svg(
                "M 500 470 C 400 456 350 500 360 570 C 366 620 330 640 316 700 C 296 800 380 880 500 880 C 620 880 704 800 684 700 C 670 640 634 620 640 570 C 650 500 600 456 500 470 Z");
    double k = shape == 1 ? 0.86 : 1;
    java.util.function.Function<Shape, Shape> pose =
        o -> Outline.move(Outline.turn(Outline.scale(o, k, k, 500, 500), tilt, 500, 500), 30, -14);
    s.lay(pose.apply(Outline.union(body, Outline.round(472, 120, 56, 400, 8))));
    s.volume(pose.apply(body), s.main, 34, 1);
    if (shape == 2) {
      s.volume(
          pose.apply(
              Outline.svg("M 440 600 C 500 580 600 640 600 760 C 560 800 480 760 430 740 Z")),
          new Color(0xF1EADB),
          8,
          0.6);
      for (int i = 0; i < 2; i++) {
        s.volume(pose.apply(Outline.round(448, 620 + i * 80, 104, 34, 8)), DARK, 8, 1);
      }
      s.volume(pose.apply(Outline.round(440, 776, 120, 24, 6)), STEEL, 8, 1.1);
    } else {
      s.line(pose.apply(Outline.scale(body, 0.95, 0.96, 500, 680)), 3, Tone.alpha(s.accent, 0.6));
      s.fill(pose.apply(Outline.ellipse(500, 640, 74, 74)), Tone.lift(s.main, -0.16));
      s.line(pose.apply(Outline.ellipse(500, 640, 74, 74)), 9, Tone.alpha(s.accent, 0.9));
      s.fill(pose.apply(Outline.ellipse(500, 640, 60, 60)), new Color(0x1E1612));
      s.volume(pose.apply(Outline.round(420, 776, 160, 26, 8)), new Color(0x3A261A), 8, 1);
    }
    s.volume(
        pose.apply(Outline.round(473, 150, 54, 420, 4)),
        shape == 2 ? new Color(0xC79A63) : new Color(0x3A261A),
        12,
        0.9);
    for (int i = 0; i < 11; i++) {
      Shape fret =
          Outline.path("M", 474, 176 + i * 33 - i * i * 0.5, "L", 526, 176 + i * 33 - i * i * 0.5);
      s.line(pose.apply(fret), 2.6, Tone.alpha(new Color(0xE3DCCB), 0.8));
    }
    Shape head = Outline.svg("M 470 156 L 456 60 C 470 40 530 40 544 60 L 530 156 Z");
    s.volume(pose.apply(head), s.tone(-0.06), 12, 1);
    int strings = shape == 1 ? 4 : 6;
    for (int i = 0; i < strings; i++) {
      double x = 481 + 38.0 * i / (strings - 1);
      s.line(
          pose.apply(Outline.path("M", x, 100, "L", x, 784)),
          1.6,
          Tone.alpha(new Color(0xF3EEE2), 0.85));
    }
    for (int i = 0; i < 3; i++) {
      for (double x : new double[] {446, 554}) {
        s.volume(pose.apply(Outline.ellipse(x, 72 + i * 30, 12, 9)), STEEL, 6, 1);
      }
    }
  }
}
