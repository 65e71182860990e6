package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Dresses, skirts and trousers.
final class DressDrawings {

  private DressDrawings() {}

  static void dress(Sketch s) {
    int shape = s.shape(4);
    double waist = shape == 1 ? 150 : 120;
    Shape body =
        switch (shape) {
          case 0 ->
              Outline.symmetric(
                  "M 500 300 C 460 290 436 250 430 190 L 398 190 C 392 270 372 330 356 380 C 366 440 374 470 376 500 C 340 620 280 740 250 850 C 330 880 420 886 500 886");
          case 1 ->
              Outline.symmetric(
                  "M 500 262 C 466 258 440 230 430 196 C 400 208 360 220 334 240 L 316 440 C 312 600 296 740 286 856 C 360 876 430 880 500 880");
          case 2 ->
              Outline.symmetric(
                  "M 500 340 C 470 300 440 250 424 204 C 400 212 370 222 344 236 C 344 320 350 420 378 500 C 350 620 310 740 296 864 C 370 880 430 886 500 886");
          default ->
              Outline.symmetric(
                  "M 500 296 C 460 294 424 300 392 314 C 380 380 372 440 380 490 C 310 600 240 720 216 840 C 300 884 410 890 500 890");
        };
    s.lay(body);
    if (shape == 3) {
      s.tube("M 412 306 C 420 240 430 190 446 140", 11, s.main, Finish.MATTE);
      s.tube("M 588 306 C 580 240 570 190 554 140", 11, s.main, Finish.MATTE);
    }
    if (shape == 1 || shape == 2) {
      Shape sleeve =
          shape == 1
              ? Outline.svg(
                  "M 350 232 C 290 256 240 340 216 420 C 250 446 290 456 322 458 C 330 380 340 320 350 232 Z")
              : Outline.svg(
                  "M 360 228 C 290 240 230 330 226 430 C 250 520 300 520 340 480 C 350 400 356 320 360 228 Z");
      for (int side = 0; side < 2; side++) {
        Shape placed = side == 0 ? sleeve : Outline.mirror(sleeve);
        s.lay(placed);
        s.fill(placed, s.tone(-0.01));
        prints(s, placed, shape);
        s.relief(placed, s.main, 40, 0.9);
      }
    }
    if (shape != 3) {
      s.fill(
          Outline.svg(
              shape == 0
                  ? "M 430 190 C 450 176 550 176 570 190 C 560 250 540 296 500 302 C 460 296 440 250 430 190 Z"
                  : "M 428 200 C 460 184 540 184 572 200 C 560 240 540 "
                      + (shape == 1 ? 262 : 320)
                      + " 500 "
                      + (shape == 1 ? 264 : 344)
                      + " C 460 "
                      + (shape == 1 ? 262 : 320)
                      + " 440 240 428 200 Z"),
          s.tone(-0.2));
    }
    s.fill(body, s.main);
    prints(s, body, shape);
    s.relief(body, s.main, 56, 0.95);
    for (int i = -3; i <= 3; i++) {
      if (i != 0 || shape == 3) {
        s.fold(
            Outline.path(
                "M",
                500 + i * waist * 0.26,
                520 + Math.abs(i) * 6,
                "C",
                500 + i * 44,
                620,
                500 + i * 58,
                740,
                500 + i * 66,
                850),
            11,
            0.34);
      }
    }
    if (shape == 2) {
      Shape sash =
          Outline.svg("M 376 486 C 440 506 560 506 624 486 L 626 524 C 560 544 440 544 374 524 Z");
      s.shadow(sash, 2, 7, 8, 0.35);
      s.volume(sash, s.tone(-0.03), 12, 0.9);
      s.volume(
          Outline.svg("M 560 516 C 590 560 600 640 596 700 L 566 704 C 570 640 560 580 536 524 Z"),
          s.tone(-0.02),
          12,
          0.9);
    } else if (shape == 1) {
      for (int i = 0; i < 6; i++) {
        s.ball(500, 300 + i * 84, 8, Tone.mix(s.accent, Color.WHITE, 0.3), Finish.GLOSS);
      }
    } else {
      s.fold("M 384 496 C 440 512 560 512 616 496", 8, 0.5);
    }
  }

  private static void prints(Sketch s, Shape shape, int which) {
    if (which == 2) {
      s.pattern(
          shape,
          92,
          92,
          20,
          g -> {
            g.setColor(Tone.alpha(s.accent, 0.9));
            for (int i = 0; i < 5; i++) {
              g.fill(Outline.turn(Outline.ellipse(30, 16, 7, 12), i * 72, 30, 30));
            }
            g.setColor(Tone.alpha(Tone.lift(s.accent, -0.15), 0.8));
            g.fill(Outline.ellipse(76, 72, 7, 7));
          });
    } else if (which == 1) {
      s.pattern(
          shape,
          26,
          40,
          0,
          g -> {
            g.setColor(Tone.alpha(s.accent, 0.55));
            g.fill(Outline.round(8, -4, 5, 50, 0));
          });
    }
  }

  static void skirt(Sketch s) {
    int shape = s.shape(2);
    Shape body =
        shape == 0
            ? Outline.symmetric(
                "M 500 250 C 450 250 400 244 372 240 C 350 400 280 640 216 800 C 300 850 420 858 500 858")
            : Outline.symmetric(
                "M 500 240 C 450 240 404 236 376 230 C 340 400 320 640 316 840 C 370 856 430 860 500 860");
    s.lay(body);
    s.fill(body, s.main);
    if (shape == 1) {
      Cloth.check(s, body, s.accent, 76, 0);
    }
    s.relief(body, s.main, 60, 0.95);
    for (int i = -4; i <= 4; i++) {
      double spread = shape == 0 ? 62 : 34;
      s.fold(
          Outline.path(
              "M",
              500 + i * 26,
              300,
              "C",
              500 + i * 34,
              440,
              500 + i * spread * 0.85,
              680,
              500 + i * spread,
              836),
          10,
          0.45);
    }
    Shape band =
        Outline.svg("M 372 214 C 440 226 560 226 628 214 L 632 262 C 560 276 440 276 368 262 Z");
    s.volume(band, s.tone(-0.02), 14, 0.9);
    s.ball(590, 244, 10, Tone.mix(s.accent, Color.WHITE, 0.2), Finish.GLOSS);
  }

  static void trousers(Sketch s) {
    int shape = s.shape(3);
    double foot = shape == 0 ? 36 : shape == 1 ? 96 : 60;
    Shape left =
        Outline.path(
            "M",
            500,
            172,
            "L",
            364,
            166,
            "C",
            346,
            260,
            336,
            360,
            336,
            440,
            "C",
            330 - foot * 0.2,
            600,
            352 - foot,
            740,
            356 - foot,
            868,
            "C",
            380,
            880,
            420,
            880,
            452 + foot * 0.2,
            870,
            "C",
            470,
            700,
            486,
            560,
            500,
            420,
            "Z");
    Shape all = Outline.union(left, Outline.mirror(left));
    s.lay(all);
    for (int side = 0; side < 2; side++) {
      Shape leg = side == 0 ? left : Outline.mirror(left);
      s.fill(leg, side == 0 ? s.main : s.tone(-0.012));
      s.relief(leg, s.main, 52, 0.95);
    }
    Color thread = shape == 2 ? new Color(0xD7A25A) : s.tone(-0.16);
    if (shape == 1) {
      s.fold("M 424 300 C 410 500 396 700 390 860", 7, 0.5);
      s.fold("M 576 300 C 590 500 604 700 610 860", 7, 0.5);
    } else {
      s.fold("M 500 420 C 470 450 440 460 410 462", 9, 0.4);
      s.fold("M 500 420 C 530 450 560 460 590 462", 9, 0.4);
      s.fold("M 372 640 C 400 660 430 660 452 648", 9, 0.3);
    }
    s.dashes(
        Outline.svg(
            "M 366 236 C 400 262 410 290 404 322 M 634 236 C 600 262 590 290 596 322 M 506 214 L 506 360 C 506 384 500 396 490 404"),
        2.5,
        Tone.alpha(thread, 0.9),
        8,
        6);
    Shape band =
        Outline.svg("M 364 162 C 440 174 560 174 636 162 L 642 210 C 560 224 440 224 358 210 Z");
    s.volume(band, s.tone(-0.02), 14, 0.9);
    if (shape == 0) {
      s.tube("M 484 192 C 470 240 462 270 466 300", 7, s.accent, Finish.MATTE);
      s.tube("M 516 192 C 530 240 538 260 532 290", 7, s.accent, Finish.MATTE);
    } else {
      s.ball(500, 192, 12, new Color(0xB98C4A), Finish.GLOSS);
      for (double x : new double[] {400, 596}) {
        s.volume(Outline.round(x, 156, 14, 62, 3), s.tone(-0.01), 6, 0.8);
      }
    }
  }
}
