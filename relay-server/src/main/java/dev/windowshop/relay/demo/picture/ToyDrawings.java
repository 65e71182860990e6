package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Teddies, trains, blocks and kites.
final class ToyDrawings {
  private static final Color[] PAINT = {
    new Color(0xD8593B),
    new Color(0xE6B23E),
    new Color(0x4F8F86),
    new Color(0x4B6C9E),
    new Color(0xE7D8BC)
  };

  private ToyDrawings() {}

  static void teddy(Sketch s) {
    int shape = s.shape(3);
    Color fur = s.main;
    Color pale = Tone.mix(fur, new Color(0xFBF1DE), 0.6);
    s.stand(500, 806, 230, 0.18);
    for (int side = 0; side < 2; side++) {
      Shape arm =
          Outline.svg(
              "M 330 520 C 260 540 220 620 236 680 C 250 720 310 716 330 680 C 346 640 370 600 380 560 Z");
      Shape leg =
          Outline.svg(
              "M 310 700 C 250 720 220 770 250 806 C 280 836 380 830 410 790 C 420 740 380 690 310 700 Z");
      Shape ear =
          shape == 1
              ? Outline.svg("M 410 300 C 340 200 330 70 386 60 C 450 66 470 180 466 280 Z")
              : shape == 2
                  ? Outline.svg("M 330 260 C 220 240 170 320 200 420 C 230 470 300 450 350 390 Z")
                  : Outline.ellipse(372, 232, 66, 64);
      Shape inner =
          shape == 1
              ? Outline.svg("M 412 270 C 370 200 366 110 392 100 C 426 110 440 190 440 260 Z")
              : shape == 2
                  ? Outline.svg("M 322 290 C 250 280 222 330 234 400 C 260 430 300 410 336 370 Z")
                  : Outline.ellipse(374, 236, 38, 37);
      for (Shape part : new Shape[] {ear, arm, leg}) {
        s.volume(
            side == 0 ? part : Outline.mirror(part),
            Tone.lift(fur, side == 0 ? 0 : -0.02),
            40,
            1.15);
        if (part == ear) {
          s.volume(side == 0 ? inner : Outline.mirror(inner), pale, 20, 0.8);
        }
      }
    }
    Shape body =
        Outline.svg(
            "M 500 460 C 620 460 680 580 670 690 C 660 790 580 816 500 816 C 420 816 340 790 330 690 C 320 580 380 460 500 460 Z");
    s.volume(body, fur, 80, 1.15);
    s.volume(Outline.ellipse(500, 664, 108, 116), pale, 50, 0.8);
    for (int side = 0; side < 2; side++) {
      Shape foot = Outline.ellipse(300, 772, 54, 50);
      s.volume(side == 0 ? foot : Outline.mirror(foot), pale, 20, 0.9);
    }
    Shape head =
        Outline.svg(
            "M 500 200 C 640 200 700 290 692 370 C 684 460 600 500 500 500 C 400 500 316 460 308 370 C 300 290 360 200 500 200 Z");
    s.shadow(head, 6, 18, 18, 0.3);
    s.volume(head, fur, 84, 1.15);
    if (shape == 2) {
      Shape trunk =
          Outline.svg(
              "M 456 360 C 450 440 440 520 470 560 C 500 590 550 580 556 548 C 552 530 530 540 520 530 C 520 480 540 420 544 360 Z");
      s.shadow(trunk, 4, 8, 10, 0.3);
      s.volume(trunk, Tone.lift(fur, 0.012), 30, 1.1);
    } else {
      s.volume(Outline.ellipse(500, 414, 84, 64), pale, 40, 0.9);
      s.volume(
          Outline.svg(
              "M 466 384 C 480 372 520 372 534 384 C 530 408 512 420 500 422 C 488 420 470 408 466 384 Z"),
          new Color(0x4A342A),
          12,
          1.1);
      s.line(
          "M 500 422 L 500 440 C 490 458 470 458 460 448 M 500 440 C 510 458 530 458 540 448",
          5,
          new Color(0x5A4234));
    }
    for (double x : new double[] {416, 584}) {
      s.ball(x, 346, 17, new Color(0x2A211C), Finish.GLOSS);
      s.fill(Outline.ellipse(x - 5, 340, 5, 5), Color.WHITE);
    }
    Shape scarf =
        Outline.svg("M 372 480 C 440 520 560 520 628 480 L 634 526 C 560 566 440 566 366 526 Z");
    s.shadow(scarf, 2, 8, 8, 0.3);
    s.volume(scarf, s.accent, 20, 1);
    Shape end = Outline.svg("M 570 530 L 624 520 L 650 640 L 592 652 Z");
    s.volume(end, Tone.lift(s.accent, -0.02), 14, 1);
  }

  static void train(Sketch s) {
    int shape = s.shape(2);
    s.stand(500, 770, 400, 0.09);
    Color second = s.accent;
    s.volume(Outline.round(120, 690, 420, 34, 12), new Color(0xC79A63), 10, 0.9);
    s.volume(Outline.round(160, 520, 300, 176, 60), s.main, 46, 1.2);
    s.volume(Outline.ellipse(186, 610, 46, 80), second, 18, 1);
    s.turned(new Turned(250, 400, 48, 412, 44, 470, 30, 540, 34), second, Finish.SATIN);
    s.disc(250, 400, 48, second, 0.02);
    s.turned(new Turned(360, 470, 20, 484, 34, 540, 36), new Color(0xC9A050), Finish.SATIN);
    s.volume(Outline.round(420, 400, 130, 296, 12), s.tone(-0.05), 22, 1);
    s.fill(Outline.round(448, 446, 74, 92, 10), Tone.mix(s.wall, Color.WHITE, 0.4));
    s.line(Outline.round(448, 446, 74, 92, 10), 6, second);
    s.volume(Outline.round(396, 372, 180, 38, 16), second, 12, 1);
    s.rod(540, 712, 620, 712, 13, 13, new Color(0x8A6A4A), Finish.SATIN);
    s.volume(Outline.round(600, 690, 290, 34, 12), new Color(0xC79A63), 10, 0.9);
    if (shape == 0) {
      for (int i = 0; i < 3; i++) {
        s.volume(Outline.round(618 + i * 88, 606, 80, 84, 10), PAINT[(i + 1) % 5], 14, 1);
      }
      s.volume(Outline.poly(660, 606, 706, 530, 752, 606), PAINT[0], 14, 1);
    } else {
      s.volume(Outline.round(612, 560, 266, 134, 14), second, 22, 1);
      for (int i = 0; i < 4; i++) {
        s.ball(654 + i * 60, 552 - i % 2 * 16, 40, PAINT[i], Finish.GLOSS);
      }
      s.volume(Outline.round(606, 580, 278, 116, 14), second, 22, 1);
    }
    double[] wheels = {210, 340, 480, 670, 820};
    for (double x : wheels) {
      double r = x == 480 ? 62 : 50;
      s.shadow(Outline.ellipse(x + 6, 786 - r, r, r), 0, 0, 10, 0.35);
      s.volume(Outline.ellipse(x, 780 - r, r, r), new Color(0xDDB77E), 16, 1.2);
      s.line(Outline.ellipse(x, 780 - r, r * 0.66, r * 0.66), 6, second);
      s.ball(x, 780 - r, 11, s.main, Finish.SATIN);
    }
  }

  static void blocks(Sketch s) {
    int shape = s.shape(3);
    if (shape == 1) {
      s.stand(500, 812, 210);
      s.turned(new Turned(500, 790, 196, 812, 196), new Color(0xC79A63), Finish.SATIN);
      for (int i = 0; i < 6; i++) {
        double y = 730 - i * 76;
        double r = 190 - i * 22;
        Color color = i % 3 == 0 ? s.main : i % 3 == 1 ? s.accent : PAINT[i % 5];
        s.turned(
            new Turned(500, y - 8, r - 16, y + 4, r - 2, y + 32, r, y + 56, r - 2, y + 68, r - 16),
            color,
            Finish.SATIN);
        s.disc(500, y - 8, r - 16, color, 0.03);
      }
      s.ball(500, 306, 46, s.main, Finish.SATIN);
      return;
    }
    var room = new Room(s, 470, 800, 26);
    room.shadow(-260, -90, 260, 120);
    Color[] c = {s.main, s.accent, PAINT[1], PAINT[2], PAINT[4], PAINT[3]};
    room.box(-250, 0, -70, -110, 140, 70, c[0]);
    room.box(-70, 0, -70, 70, 140, 70, c[4]);
    room.box(110, 0, -70, 250, 140, 70, c[3]);
    if (shape == 0) {
      room.box(-180, 140, -64, -52, 268, 64, c[2]);
      room.box(10, 140, -64, 210, 204, 64, c[1]);
      room.box(-90, 268, -60, 40, 390, 60, c[5]);
      var p = room.at(120, 204, 64);
      s.volume(
          Outline.path(
              "M",
              p.getX() - 84,
              p.getY() + 4,
              "L",
              p.getX() + 4,
              p.getY() - 130,
              "L",
              p.getX() + 76,
              p.getY() - 8,
              "Z"),
          c[0],
          18,
          1);
      var q = room.at(-25, 390, 0);
      s.ball(q.getX(), q.getY() - 54, 56, c[1], Finish.GLOSS);
    } else {
      room.box(-180, 140, -64, 180, 196, 64, c[1]);
      room.box(-160, 196, -50, -90, 400, 50, c[2]);
      room.box(90, 196, -50, 160, 400, 50, c[2]);
      room.box(-200, 400, -64, 200, 452, 64, c[5]);
      var q = room.at(0, 452, 0);
      s.volume(
          Outline.path(
              "M",
              q.getX() - 120,
              q.getY() + 20,
              "C",
              q.getX() - 110,
              q.getY() - 140,
              q.getX() + 110,
              q.getY() - 150,
              q.getX() + 130,
              q.getY() + 6,
              "Z"),
          c[0],
          34,
          1.1);
    }
  }

  static void kite(Sketch s) {
    int shape = s.shape(2);
    Shape sail =
        shape == 0
            ? Outline.poly(560, 120, 790, 350, 470, 700, 290, 300)
            : Outline.svg(
                "M 500 150 C 640 220 760 330 850 470 C 720 430 640 450 600 520 C 560 470 440 470 400 520 C 360 450 280 430 150 470 C 240 330 360 220 500 150 Z");
    s.shadow(sail, 60, 80, 50, 0.24);
    s.fill(sail, s.main);
    if (shape == 0) {
      s.fill(Outline.poly(560, 120, 790, 350, 532, 330), s.accent);
      s.fill(Outline.poly(290, 300, 532, 330, 470, 700), Tone.mix(s.accent, Color.WHITE, 0.4));
      s.fill(Outline.poly(790, 350, 532, 330, 470, 700), s.tone(-0.08));
      s.relief(sail, s.main, 30, 0.8);
      s.segment(560, 120, 470, 700, 7, new Color(0xC79A63));
      s.segment(290, 300, 790, 350, 7, new Color(0xC79A63));
    } else {
      s.fill(
          Outline.svg(
              "M 500 150 C 560 260 590 400 600 520 C 560 470 440 470 400 520 C 410 400 440 260 500 150 Z"),
          s.accent);
      s.relief(sail, s.main, 40, 0.9);
    }
    double x = shape == 0 ? 470 : 500;
    double y = shape == 0 ? 700 : 490;
    s.line(
        Outline.path("M", x, y, "C", x - 120, y + 90, x + 120, y + 140, x - 20, y + 230),
        5,
        Tone.lift(s.accent, -0.15));
    for (int i = 0; i < 3; i++) {
      double bx = x + new double[] {-32, 36, 14}[i];
      double by = y + 60 + i * 66;
      s.volume(
          Outline.path("M", bx, by, "L", bx - 46, by - 24, "L", bx - 42, by + 24, "Z"),
          PAINT[i],
          8,
          1);
      s.volume(
          Outline.path("M", bx, by, "L", bx + 46, by - 24, "L", bx + 42, by + 24, "Z"),
          PAINT[i],
          8,
          1);
    }
  }
}
