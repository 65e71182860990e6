package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Books, notebooks and pens.
final class PaperDrawings {
  private static final Color PAGE = new Color(0xF6EFDF);
  private static final Color BRASS = new Color(0xC9A050);

  private PaperDrawings() {}

  static void book(Sketch s) {
    int shape = s.shape(6);
    Shape pages = Outline.poly(716, 196, 752, 222, 752, 846, 716, 826);
    Shape spine = Outline.poly(262, 190, 292, 178, 292, 824, 262, 826);
    Shape cover = Outline.round(276, 180, 446, 650, 8);
    s.stand(510, 838, 250, 0.1);
    s.gradient(pages, 716, 0, PAGE, 752, 0, Tone.lift(PAGE, -0.14));
    for (int i = 0; i < 8; i++) {
      s.segment(
          720 + i * 4,
          202 + i * 2.5,
          720 + i * 4,
          828 + i * 2.2,
          0.8,
          Tone.alpha(new Color(0x8A7A5A), 0.35));
    }
    s.fill(Outline.poly(716, 826, 752, 846, 290, 846, 276, 826), s.tone(-0.16));
    s.fill(cover, s.main);
    art(s, shape, cover);
    s.fill(spine, Tone.alpha(s.tone(-0.2), 0.35));
    s.gradient(
        Outline.round(276, 180, 46, 650, 6),
        276,
        0,
        Tone.alpha(Color.BLACK, 0.20),
        322,
        0,
        Tone.alpha(Color.BLACK, 0));
    s.segment(320, 184, 320, 826, 4, Tone.alpha(s.tone(-0.25), 0.4));
    s.segment(324, 184, 324, 826, 3, Tone.alpha(Color.WHITE, 0.28));
    s.relief(cover, s.main, 14, 0.7);
    s.fill(
        Outline.both(cover, Outline.poly(322, 180, 620, 180, 322, 700)),
        Tone.alpha(Color.WHITE, 0.07));
  }

  private static void title(Sketch s, double y, Color ink, double k) {
    double[] words = {0.9, 0.56, 0.72};
    for (int i = 0; i < 2 + s.shape(2); i++) {
      double w = 250 * words[i % 3] * k;
      s.fill(Outline.round(520 - w / 2, y + i * 34, w, 17, 4), ink);
    }
  }

  private static void art(Sketch s, int shape, Shape cover) {
    Color a = s.accent;
    Color pale = Tone.mix(s.main, new Color(0xFBF4E4), 0.82);
    Color ink = Tone.of(s.main).l() > 0.62 ? Tone.lift(s.main, -0.5) : pale;
    switch (shape) {
      case 0 -> {
        s.fill(Outline.ellipse(520, 560, 130, 130), a);
        s.fill(
            Outline.both(
                cover, Outline.svg("M 276 640 C 400 560 560 720 722 600 L 722 830 L 276 830 Z")),
            s.tone(-0.13));
        title(s, 256, ink, 1);
      }
      case 1 -> {
        s.fill(Outline.round(356, 240, 330, 210, 4), pale);
        title(s, 290, s.tone(-0.3), 0.9);
        for (int i = 0; i < 5; i++) {
          s.line(
              Outline.path(
                  "M",
                  360,
                  560 + i * 44,
                  "C",
                  420,
                  520 + i * 44,
                  470,
                  600 + i * 44,
                  530,
                  560 + i * 44,
                  "C",
                  590,
                  520 + i * 44,
                  640,
                  600 + i * 44,
                  690,
                  560 + i * 44),
              9,
              a);
        }
      }
      case 2 -> {
        for (int r = 0; r < 4; r++) {
          for (int c = 0; c < 3; c++) {
            double x = 372 + c * 106;
            double y = 420 + r * 98;
            Color color = (r + c) % 2 == 0 ? a : pale;
            if ((r * 3 + c) % 4 == 1) {
              s.fill(Outline.ellipse(x + 46, y + 44, 44, 44), color);
            } else {
              s.fill(
                  Outline.both(Outline.round(x, y, 90, 88, 2), Outline.ellipse(x, y, 90, 88)),
                  color);
            }
          }
        }
        title(s, 250, ink, 1);
      }
      case 3 -> {
        s.line(Outline.round(352, 226, 340, 560, 2), 4, a);
        s.line(Outline.round(364, 238, 316, 536, 2), 2, a);
        title(s, 290, a, 0.8);
        for (int i = 0; i < 8; i++) {
          s.fill(
              Outline.turn(
                  Outline.svg("M 522 560 C 492 530 492 480 522 452 C 552 480 552 530 522 560 Z"),
                  i * 45,
                  522,
                  580),
              Tone.alpha(a, 0.9));
        }
        s.fill(Outline.ellipse(522, 580, 24, 24), s.main);
      }
      case 4 -> {
        s.fill(Outline.both(cover, Outline.poly(276, 180, 722, 180, 722, 420, 276, 620)), pale);
        title(s, 250, s.tone(-0.25), 1);
        s.fill(Outline.svg("M 420 760 L 520 520 L 620 760 Z"), a);
        s.fill(Outline.svg("M 520 760 L 600 600 L 690 760 Z"), Tone.lift(a, -0.1));
      }
      default -> {
        s.fill(
            Outline.svg(
                "M 430 500 C 430 440 470 400 520 400 C 570 400 610 440 610 500 L 600 680 C 580 720 460 720 440 680 Z"),
            a);
        s.line("M 604 520 C 670 510 670 620 598 630", 20, a);
        s.line(
            "M 480 360 C 470 330 496 320 488 290 M 540 360 C 530 330 556 320 548 290",
            8,
            Tone.alpha(pale, 0.85));
        title(s, 740, ink, 0.7);
        s.fill(Outline.round(420, 224, 200, 20, 4), ink);
      }
    }
  }

  static void notebook(Sketch s) {
    int shape = s.shape(4);
    double tilt = s.vary(-9, -3);
    if (shape == 3) {
      for (int i = 0; i < 3; i++) {
        Shape book =
            Outline.turn(
                Outline.round(290 + i * 16, 220 + i * 14, 400, 560, 14),
                tilt + i * 7 - 6,
                500,
                500);
        s.lay(book);
        Color color =
            i == 0 ? s.accent : i == 1 ? Tone.mix(s.main, new Color(0xF0E8D8), 0.6) : s.main;
        s.volume(book, color, 14, 0.7);
        if (i == 2) {
          s.volume(
              Outline.turn(Outline.round(400, 340, 240, 110, 6), tilt + 8, 500, 500), PAGE, 6, 0.5);
          s.line(
              Outline.turn(
                  Outline.svg("M 440 380 L 600 380 M 440 412 L 560 412"), tilt + 8, 500, 500),
              6,
              Tone.alpha(s.ink, 0.4));
        }
      }
      return;
    }
    Shape pages = Outline.turn(Outline.round(276, 184, 470, 652, 16), tilt, 500, 500);
    Shape cover =
        Outline.turn(Outline.round(262, 172, 470, 652, shape == 1 ? 6 : 22), tilt, 500, 500);
    s.lay(pages);
    s.fill(pages, PAGE);
    s.line(pages, 2, Tone.lift(PAGE, -0.16));
    s.volume(cover, s.main, 18, 0.8);
    if (shape == 0) {
      Shape band = Outline.turn(Outline.round(640, 168, 26, 660, 4), tilt, 500, 500);
      s.shadow(band, 4, 4, 6, 0.4);
      s.volume(band, s.accent, 8, 0.9);
      s.line(
          Outline.turn(
              Outline.svg("M 420 822 L 420 894 L 434 880 L 448 894 L 448 822"), tilt, 500, 500),
          4,
          s.accent);
    } else if (shape == 1) {
      for (int i = 0; i < 15; i++) {
        Shape hole = Outline.turn(Outline.ellipse(292, 204 + i * 42, 8, 8), tilt, 500, 500);
        s.fill(hole, s.tone(-0.26));
        s.tube(
            Outline.turn(
                Outline.path(
                    "M",
                    292,
                    204 + i * 42,
                    "C",
                    240,
                    180 + i * 42,
                    236,
                    220 + i * 42,
                    268,
                    214 + i * 42),
                tilt,
                500,
                500),
            9,
            new Color(0xC6C9CD),
            Finish.GLOSS);
      }
      for (int i = 0; i < 5; i++) {
        s.fill(
            Outline.turn(Outline.round(380, 300 + i * 84, 290, 40, 20), tilt, 500, 500),
            i % 2 == 0 ? Tone.alpha(s.accent, 0.9) : s.tone(-0.06));
      }
    } else {
      s.fill(
          Outline.both(cover, Outline.turn(Outline.round(250, 150, 130, 700, 0), tilt, 500, 500)),
          s.accent);
      s.relief(cover, s.main, 14, 0.6);
      s.volume(Outline.turn(Outline.round(450, 320, 210, 120, 8), tilt, 500, 500), PAGE, 6, 0.5);
      s.line(
          Outline.turn(Outline.svg("M 480 362 L 630 362 M 480 396 L 590 396"), tilt, 500, 500),
          6,
          Tone.alpha(s.ink, 0.4));
    }
  }

  static void pen(Sketch s) {
    int shape = s.shape(3);
    if (shape == 2) {
      Color[] colors = {
        s.main, s.accent, Tone.mix(s.main, s.accent, 0.5), s.tone(0.1), Tone.lift(s.accent, -0.12)
      };
      for (int i = 0; i < 5; i++) {
        double x = 300 + i * 96;
        double y = 210 + (i * 37) % 60;
        Shape all =
            Outline.svg(
                "M " + x + " " + (y + 110) + " L " + (x + 32) + " " + y + " L " + (x + 64) + " "
                    + (y + 110) + " L " + (x + 64) + " 840 L " + x + " 840 Z");
        s.lay(all);
        s.rod(x + 32, y + 100, x + 32, 840, 64, 64, colors[i], Finish.SATIN);
        s.gradient(
            Outline.poly(x, y + 112, x + 32, y, x + 64, y + 112),
            x,
            0,
            new Color(0xEBD2A6),
            x + 64,
            0,
            new Color(0xB98E5A));
        s.fill(
            Outline.poly(x + 22, y + 36, x + 32, y, x + 42, y + 36), Tone.lift(colors[i], -0.08));
        s.rod(x + 32, 790, x + 32, 812, 65, 65, BRASS, Finish.METAL);
      }
      return;
    }
    Shape shadow = Outline.turn(Outline.round(456, 90, 88, 820, 40), 38, 500, 500);
    s.lay(shadow);
    var before = s.g.getTransform();
    s.g.rotate(Math.toRadians(38), 500, 500);
    s.rod(500, 330, 500, 800, 84, 76, s.main, Finish.SATIN);
    s.volume(
        Outline.svg("M 462 800 L 538 800 L 530 880 C 520 900 480 900 470 880 Z"), s.main, 20, 1.1);
    s.rod(500, 300, 500, 332, 86, 86, BRASS, Finish.METAL);
    s.rod(500, 794, 500, 806, 78, 78, BRASS, Finish.METAL);
    if (shape == 0) {
      s.volume(
          Outline.svg("M 462 300 L 474 190 L 526 190 L 538 300 Z"), new Color(0x2B2B30), 16, 1.1);
      s.gradient(
          Outline.svg("M 472 194 C 468 160 488 120 500 78 C 512 120 532 160 528 194 Z"),
          470,
          0,
          new Color(0xF3DC9C),
          530,
          0,
          new Color(0x9C7430));
      s.segment(500, 86, 500, 150, 2.4, new Color(0x5A431C));
      s.fill(Outline.ellipse(500, 154, 5, 5), new Color(0x5A431C));
    } else {
      s.volume(Outline.svg("M 460 300 L 488 120 L 512 120 L 540 300 Z"), BRASS, 20, 1.3);
      s.rod(500, 92, 500, 122, 8, 14, new Color(0x9A9DA2), Finish.METAL);
    }
    s.volume(Outline.round(534, 560, 16, 260, 8), BRASS, 6, 1.1);
    s.rod(490, 420, 490, 560, 5, 5, Tone.alpha(Color.WHITE, 0.6), Finish.MATTE);
    s.g.setTransform(before);
  }
}
