package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Framed prints.
final class PrintDrawings {

  private PrintDrawings() {}

  static void print(Sketch s) {
    Color[] frames = {
      new Color(0xC79A63), new Color(0x33302C), new Color(0xF4F0E8), new Color(0x8A5A38)
    };
    Color frame = frames[(int) s.vary(0, 4)];
    Shape outer = Outline.round(215, 110, 570, 780, 4);
    s.lay(outer);
    s.volume(outer, frame, 12, 1);
    Shape paper = Outline.round(243, 138, 514, 724, 1);
    s.fill(paper, new Color(0xFBF8F1));
    Shape art = Outline.round(300, 200, 400, 560, 0);
    art(s, art, s.shape(6));
    Shape edge = Outline.without(paper, Outline.round(251, 149, 520, 730, 0));
    s.fill(edge, Tone.alpha(s.ink, 0.24));
    s.fill(
        Outline.both(paper, Outline.poly(243, 620, 620, 138, 757, 138, 243, 790)),
        Tone.alpha(Color.WHITE, 0.09));
  }

  private static void art(Sketch s, Shape art, int which) {
    Color a = s.main;
    Color b = s.accent;
    Color pale = Tone.mix(a, new Color(0xF7F0E2), 0.8);
    s.fill(art, pale);
    switch (which) {
      case 0 -> {
        s.fill(Outline.round(300, 200, 400, 360, 0), Tone.mix(b, pale, 0.65));
        s.fill(Outline.ellipse(590, 330, 56, 56), b);
        s.fill(Outline.round(300, 540, 400, 220, 0), a);
        for (int i = 0; i < 4; i++) {
          s.segment(
              330 + i * 40, 610 + i * 34, 480 + i * 50, 610 + i * 34, 5, Tone.alpha(pale, 0.5));
        }
        s.fill(Outline.svg("M 380 560 L 560 560 L 530 604 L 410 604 Z"), Tone.lift(a, -0.15));
        s.fill(Outline.svg("M 466 550 L 466 330 C 540 400 560 480 566 550 Z"), new Color(0xFBF6EA));
        s.fill(
            Outline.svg("M 456 550 L 456 370 C 410 430 390 500 388 550 Z"),
            Tone.mix(b, Color.WHITE, 0.4));
      }
      case 1 -> {
        s.fill(Outline.ellipse(570, 340, 70, 70), b);
        s.fill(
            Outline.both(
                art, Outline.svg("M 300 500 C 400 380 520 420 700 520 L 700 760 L 300 760 Z")),
            Tone.mix(a, pale, 0.5));
        s.fill(
            Outline.both(
                art, Outline.svg("M 300 620 C 420 500 560 500 700 600 L 700 760 L 300 760 Z")),
            Tone.mix(a, pale, 0.2));
        s.fill(
            Outline.both(
                art, Outline.svg("M 300 680 C 420 600 520 700 700 640 L 700 760 L 300 760 Z")),
            Tone.lift(a, -0.1));
      }
      case 2 -> {
        s.fill(Outline.ellipse(420, 350, 92, 92), a);
        s.fill(Outline.svg("M 520 260 L 660 260 C 660 400 600 480 520 480 Z"), b);
        s.fill(
            Outline.svg(
                "M 340 520 C 420 440 480 560 560 520 C 640 480 680 600 620 660 C 520 740 360 700 340 520 Z"),
            Tone.mix(a, b, 0.5));
        s.fill(
            Outline.turn(Outline.round(590, 560, 50, 150, 25), 20, 615, 630), Tone.lift(a, -0.16));
      }
      case 3 -> {
        s.line("M 500 730 C 480 600 500 420 560 260", 7, a);
        for (int i = 0; i < 13; i++) {
          double t = i / 12.0;
          double x = 498 + 60 * t * t;
          double y = 690 - 430 * t;
          double l = 120 * (1 - t * 0.72);
          for (int side = -1; side <= 1; side += 2) {
            Shape leaf =
                Outline.turn(
                    Outline.path(
                        "M",
                        x,
                        y,
                        "C",
                        x + side * l * 0.4,
                        y - 34,
                        x + side * l * 0.9,
                        y - 22,
                        x + side * l,
                        y,
                        "C",
                        x + side * l * 0.7,
                        y + 16,
                        x + side * l * 0.3,
                        y + 12,
                        x,
                        y,
                        "Z"),
                    side * -22,
                    x,
                    y);
            s.fill(leaf, i % 2 == 0 ? a : Tone.mix(a, b, 0.3));
          }
        }
      }
      case 4 -> {
        s.gradient(art, 300, 200, Tone.lift(a, -0.06), 300, 760, Tone.mix(a, b, 0.4));
        s.fill(Outline.ellipse(560, 330, 58, 58), b);
        s.fill(Outline.round(300, 520, 400, 240, 0), Tone.lift(a, 0.09));
        for (int i = 0; i < 8; i++) {
          s.segment(
              560 - 50 + i * 6,
              540 + i * 26,
              560 + 50 - i * 5,
              540 + i * 26,
              6,
              Tone.alpha(b, 0.75));
        }
        s.fill(Outline.ellipse(410, 620, 20, 18), new Color(0xF2D2B4));
        s.line("M 428 632 C 450 640 470 636 486 626", 9, new Color(0xF2D2B4));
      }
      default -> {
        s.fill(Outline.ellipse(500, 480, 180, 180), a);
        s.fill(Outline.ellipse(500, 480, 158, 158), Tone.mix(a, Color.WHITE, 0.75));
        for (int i = 0; i < 9; i++) {
          s.fill(
              Outline.turn(
                  Outline.svg(
                      "M 500 470 C 460 440 448 390 462 348 C 486 330 514 330 538 348 C 552 390 540 440 500 470 Z"),
                  i * 40,
                  500,
                  480),
              Tone.lift(a, i % 2 == 0 ? 0.05 : 0.01));
        }
        s.fill(
            Outline.turn(
                Outline.svg("M 600 290 C 640 240 690 236 660 300 C 640 336 604 330 600 290 Z"),
                8,
                640,
                330),
            b);
      }
    }
  }
}
