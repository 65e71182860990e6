package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Coats, jackets, dresses, skirts and trousers.
final class CoatDrawings {
  private CoatDrawings() {}

  private static void buttons(
      Sketch s, double x, double from, double to, int count, double r, Color color) {
    for (int i = 0; i < count; i++) {
      double y = from + (to - from) * i / Math.max(1, count - 1);
      s.shadow(Outline.ellipse(x + 2, y + 3, r, r), 0, 0, 5, 0.45);
      s.ball(x, y, r, color, Finish.GLOSS);
    }
  }

  private static void lapels(Sketch s, Color cloth, double depth) {
    Shape left =
        Outline.path(
            "M", 434, 196, "C", 420, 230, 396, 262, 380, 292, "L", 418, 318, "L", 396, 344, "L",
            500, depth, "C", 490, 380, 460, 280, 446, 200, "Z");
    s.shadow(left, 8, 8, 10, 0.4);
    s.volume(left, Tone.lift(cloth, 0.02), 16, 0.8);
    Shape right = Outline.mirror(left);
    s.shadow(right, 6, 10, 10, 0.35);
    s.volume(right, Tone.lift(cloth, 0.005), 16, 0.8);
  }

  private static void pocket(Sketch s, double x, double y, double w, double h, double lean) {
    Shape flap = Outline.turn(Outline.round(x, y, w, h, 6), lean, x + w / 2, y);
    s.shadow(flap, 3, 6, 7, 0.4);
    s.volume(flap, s.tone(-0.012), 9, 0.7);
  }

  static void coat(Sketch s) {
    int shape = s.shape(3);
    var cut =
        TopDrawings.cut(
            shape == 2 ? 206 : 186, shape == 2 ? 800 : 850, shape == 2 ? 6 : 34, 66, 60, 1);
    if (shape == 2) {
      Shape hood =
          Outline.svg(
              "M 366 270 C 340 130 430 92 500 92 C 570 92 660 130 634 270 C 580 300 420 300 366 270 Z");
      s.lay(hood);
      s.volume(hood, s.tone(-0.03), 50, 1);
      s.line(
          "M 384 258 C 364 140 440 110 500 110 C 560 110 636 140 616 258",
          34,
          Tone.mix(s.accent, Color.WHITE, 0.35));
    }
    TopDrawings.sew(s, cut, s.main, () -> {});
    neckShade(s);
    s.line(Outline.path("M", 500, 330, "L", 500, 850), 3, Tone.alpha(s.tone(-0.2), 0.8));
    s.fold("M 512 340 L 514 836", 8, 0.35);
    switch (shape) {
      case 0 -> {
        lapels(s, s.main, 440);
        buttons(s, 524, 480, 640, 3, 13, s.tone(-0.16));
        pocket(s, 338, 610, 104, 22, 4);
        pocket(s, 558, 610, 104, 22, -4);
      }
      case 1 -> {
        lapels(s, s.main, 400);
        buttons(s, 448, 400, 500, 2, 12, Tone.mix(s.accent, new Color(0x5A4030), 0.5));
        buttons(s, 556, 400, 500, 2, 12, Tone.mix(s.accent, new Color(0x5A4030), 0.5));
        Shape belt =
            Outline.svg(
                "M 306 552 C 400 566 600 566 694 552 L 696 594 C 600 608 400 608 304 594 Z");
        s.shadow(belt, 3, 8, 9, 0.4);
        s.volume(belt, s.tone(-0.015), 14, 0.9);
        s.line(Outline.round(470, 548, 58, 56, 8), 9, Tone.mix(s.accent, new Color(0x5A4030), 0.5));
        s.volume(Outline.svg("M 556 590 L 600 590 L 612 700 L 574 704 Z"), s.tone(-0.01), 12, 0.9);
      }
      default -> {
        s.rod(500, 300, 500, 800, 14, 14, new Color(0xB9A36A), Finish.METAL);
        pocket(s, 330, 590, 128, 110, 0);
        pocket(s, 542, 590, 128, 110, 0);
        pocket(s, 326, 582, 136, 30, 0);
        pocket(s, 538, 582, 136, 30, 0);
        s.fold("M 306 540 C 400 556 600 556 694 540", 7, 0.4);
      }
    }
  }

  private static void neckShade(Sketch s) {
    Shape inside =
        Outline.svg(
            "M 434 206 C 460 190 540 190 566 206 C 560 260 530 290 500 330 C 470 290 440 260 434 206 Z");
    s.gradient(inside, 430, 190, s.tone(-0.26), 560, 320, s.tone(-0.14));
  }

  static void jacket(Sketch s) {
    int shape = s.shape(3);
    var cut = TopDrawings.cut(202, shape == 2 ? 700 : 760, 0, 72, 40, 1);
    if (shape == 0) {
      Shape hood =
          Outline.svg(
              "M 374 262 C 356 120 440 92 500 92 C 560 92 644 120 626 262 C 580 292 420 292 374 262 Z");
      s.lay(hood);
      s.volume(hood, s.tone(-0.02), 46, 1.1);
      Shape inside =
          Outline.svg(
              "M 418 220 C 420 150 460 130 500 130 C 540 130 580 150 582 220 C 570 260 540 280 500 286 C 460 280 430 260 418 220 Z");
      TopDrawings.sew(s, cut, s.main, () -> {});
      s.gradient(inside, 420, 130, s.tone(-0.25), 580, 290, s.tone(-0.14));
      s.line(inside, 11, s.tone(0.02));
      Shape yoke =
          Outline.both(
              cut.body(), Outline.svg("M 200 200 L 800 200 L 800 372 C 650 400 350 400 200 372 Z"));
      s.faded(0.5, () -> s.fill(yoke, s.accent));
      s.relief(yoke, s.main, 40, 0.6);
      s.rod(500, 286, 500, 772, 12, 12, Tone.lift(s.accent, -0.05), Finish.SATIN);
      s.line("M 352 560 L 412 660", 8, Tone.lift(s.accent, -0.05));
      s.line("M 648 560 L 588 660", 8, Tone.lift(s.accent, -0.05));
      return;
    }
    TopDrawings.sew(
        s,
        cut,
        s.main,
        () -> {
          if (shape == 1) {
            for (int i = 0; i < 8; i++) {
              double y = 300 + i * 64;
              s.fold(Outline.path("M", 306, y, "C", 400, y + 14, 600, y + 14, 694, y), 9, 0.5);
            }
            for (int i = 0; i < 7; i++) {
              double y = 330 + i * 62;
              Shape seam = Outline.path("M", 262 - i * 10, y, "L", 316 - i * 7, y + 16);
              s.fold(seam, 9, 0.5);
              s.fold(Outline.mirror(seam), 9, 0.5);
            }
          }
        });
    if (shape == 1) {
      Shape stand =
          Outline.svg(
              "M 420 236 C 410 200 416 166 424 152 C 470 140 530 140 576 152 C 584 166 590 200 580 236 C 540 262 460 262 420 236 Z");
      s.shadow(stand, 4, 10, 10, 0.3);
      s.volume(stand, s.tone(-0.01), 26, 1);
      s.rod(500, 170, 500, 770, 13, 13, Tone.mix(s.accent, new Color(0x9A9488), 0.4), Finish.METAL);
      pocket(s, 344, 610, 92, 14, -62);
      pocket(s, 566, 610, 92, 14, 62);
      return;
    }
    Color thread = new Color(0xD7A25A);
    neckShade(s);
    s.line("M 500 300 L 500 708", 30, s.tone(-0.025));
    s.dashes(
        Outline.svg("M 488 300 L 488 704 M 512 300 L 512 704"), 2.2, Tone.alpha(thread, 0.9), 7, 5);
    buttons(s, 500, 330, 660, 6, 9, new Color(0xB98C4A));
    TopDrawings.collar(s, s.main);
    for (int side = 0; side < 2; side++) {
      Shape flap = Outline.svg("M 350 392 L 446 392 L 446 424 L 398 446 L 350 424 Z");
      Shape box = Outline.svg("M 354 416 L 442 416 L 438 512 L 398 528 L 358 512 Z");
      Shape a = side == 0 ? box : Outline.mirror(box);
      Shape b = side == 0 ? flap : Outline.mirror(flap);
      s.volume(a, s.tone(-0.008), 10, 0.5);
      s.dashes(a, 2, Tone.alpha(thread, 0.8), 7, 5);
      s.shadow(b, 2, 5, 6, 0.35);
      s.volume(b, s.tone(0.01), 10, 0.6);
      s.ball(side == 0 ? 398 : 602, 428, 7, new Color(0xB98C4A), Finish.GLOSS);
    }
    Shape band =
        Outline.svg("M 300 676 C 400 690 600 690 700 676 L 698 718 C 600 732 400 732 302 718 Z");
    s.volume(band, s.tone(-0.015), 14, 0.8);
    s.dashes(Outline.svg("M 306 686 C 400 699 600 699 694 686"), 2, Tone.alpha(thread, 0.8), 7, 5);
  }
}
