package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Chairs, stools, armchairs and sofas.
final class SeatDrawings {
  static final Color OAK = new Color(0xC79A63);

  private SeatDrawings() {}

  static void chair(Sketch s) {
    switch (s.shape(4)) {
      case 0 -> curved(s);
      case 1 -> cafe(s);
      case 2 -> shell(s);
      default -> ladder(s);
    }
  }

  private static void legs(Room room, double half, double height, double splay, Color wood) {
    double[][] corners = {{-half, -half}, {half, -half}, {-half, half}, {half, half}};
    for (double[] c : corners) {
      room.foot(c[0] * splay, c[1] * splay, 12);
    }
    for (double[] c : corners) {
      room.bar(
          c[0] * 0.86,
          height,
          c[1] * 0.86,
          c[0] * splay,
          0,
          c[1] * splay,
          30,
          18,
          c[1] < 0 ? Tone.lift(wood, -0.06) : wood);
    }
  }

  private static void curved(Sketch s) {
    var room = new Room(s, 490, 790, 30);
    room.shadow(-150, -150, 150, 150);
    Color wood = s.main;
    room.bar(-130, 570, -150, -150, 0, -160, 24, 20, Tone.lift(wood, -0.05));
    room.bar(130, 570, -150, 150, 0, -160, 24, 20, Tone.lift(wood, -0.06));
    room.foot(-150, 150, 12);
    room.foot(150, 150, 12);
    room.foot(150, -160, 12);
    room.bar(-136, 300, 140, -150, 0, 150, 28, 18, wood);
    room.bar(136, 300, 140, 150, 0, 150, 28, 18, wood);
    var seatC = room.at(0, 320, 0);
    Shape seat =
        Outline.smooth(
            seatC.getX() - 208,
            seatC.getY() + 2,
            seatC.getX() - 90,
            seatC.getY() - 64,
            seatC.getX() + 120,
            seatC.getY() - 60,
            seatC.getX() + 204,
            seatC.getY() + 6,
            seatC.getX() + 70,
            seatC.getY() + 72,
            seatC.getX() - 120,
            seatC.getY() + 66);
    s.fill(Outline.move(seat, 0, 16), Tone.lift(wood, -0.16));
    s.volume(seat, Tone.mix(s.accent, s.main, 0.25), 40, 0.9);
    var a = room.at(-150, 560, -150);
    var b = room.at(150, 560, -150);
    String top =
        "M "
            + (a.getX() - 20)
            + " "
            + (a.getY() + 30)
            + " C "
            + (a.getX() + 20)
            + " "
            + (a.getY() - 70)
            + " "
            + (b.getX() - 30)
            + " "
            + (b.getY() - 80)
            + " "
            + (b.getX() + 26)
            + " "
            + (b.getY() + 20);
    s.tube(top, 62, wood, Finish.SATIN);
  }

  private static void cafe(Sketch s) {
    Color wood = s.main;
    var room = new Room(s, 500, 800, 24);
    room.shadow(-130, -130, 130, 130);
    String back =
        "M 350 800 C 372 640 330 300 410 210 C 450 168 560 168 596 212 C 664 300 620 560 636 748";
    s.tube(back, 22, Tone.lift(wood, -0.03), Finish.GLOSS);
    s.tube("M 410 530 C 400 380 420 270 504 262 C 580 268 596 380 586 520", 17, wood, Finish.GLOSS);
    s.tube("M 392 640 C 440 690 590 690 640 636", 13, Tone.lift(wood, -0.05), Finish.GLOSS);
    room.foot(-100, 140, 12);
    room.foot(130, 120, 12);
    s.rod(404, 560, 378, 850, 24, 17, wood, Finish.GLOSS);
    s.rod(626, 560, 676, 842, 24, 17, wood, Finish.GLOSS);
    s.fill(Outline.ellipse(508, 566, 178, 56), Tone.lift(wood, -0.14));
    s.volume(Outline.ellipse(508, 546, 178, 56), wood, 24, 0.8);
    Shape cane = Outline.ellipse(508, 543, 136, 40);
    Color straw = new Color(0xE0C08A);
    s.fill(cane, straw);
    s.pattern(
        cane,
        14,
        10,
        0,
        g -> {
          g.setColor(Tone.alpha(new Color(0x8A6436), 0.5));
          g.fill(Outline.ellipse(7, 5, 3.4, 2.2));
        });
    s.line(cane, 3, Tone.lift(wood, -0.12));
  }

  private static void shell(Sketch s) {
    var room = new Room(s, 500, 800, 28);
    room.shadow(-150, -150, 150, 150);
    legs(room, 150, 330, 1.08, OAK);
    Shape shell =
        Outline.svg(
            "M 330 250 C 350 170 610 150 660 236 C 700 320 690 430 668 480 C 740 486 748 540 700 566 C 610 612 400 624 316 572 C 262 536 284 500 318 484 C 300 410 306 320 330 250 Z");
    s.shadow(shell, 6, 34, 24, 0.25);
    s.volume(shell, s.main, 74, 1.2);
    Shape inner =
        Outline.svg(
            "M 366 270 C 390 210 590 196 626 262 C 660 350 640 440 612 478 C 540 510 430 512 372 482 C 344 430 344 330 366 270 Z");
    s.glow(inner, 26, Tone.lift(s.main, -0.14), 0.34);
    Shape seat =
        Outline.svg(
            "M 350 512 C 420 552 590 548 648 506 C 690 520 690 544 652 558 C 570 588 430 592 352 562 C 312 544 318 520 350 512 Z");
    s.glow(seat, 14, Tone.lift(s.main, 0.12), 0.5);
  }

  private static void ladder(Sketch s) {
    Color wood = s.main;
    var room = new Room(s, 490, 800, 30);
    room.shadow(-140, -140, 140, 140);
    room.bar(-140, 640, -150, -140, 0, -140, 24, 22, Tone.lift(wood, -0.04));
    for (int i = 0; i < 4; i++) {
      double y = 400 + i * 66;
      var a = room.at(-138, y, -148);
      var b = room.at(138, y, -148);
      s.tube(
          "M "
              + a.getX()
              + " "
              + a.getY()
              + " Q "
              + (a.getX() + b.getX()) / 2
              + " "
              + ((a.getY() + b.getY()) / 2 - 26)
              + " "
              + b.getX()
              + " "
              + b.getY(),
          30,
          Tone.lift(wood, 0.01),
          Finish.SATIN);
    }
    room.bar(140, 640, -150, 140, 0, -140, 24, 22, Tone.lift(wood, -0.05));
    room.bar(-140, 120, 140, 140, 120, 140, 14, 14, Tone.lift(wood, -0.05));
    room.bar(140, 140, 140, 140, 140, -140, 14, 14, Tone.lift(wood, -0.09));
    room.foot(-140, 140, 13);
    room.foot(140, 140, 13);
    room.bar(-140, 330, 140, -140, 0, 140, 24, 22, wood);
    room.bar(140, 330, 140, 140, 0, 140, 24, 22, wood);
    Shape seat = room.face(-150, 330, 150, 150, 330, 150, 150, 330, -140, -150, 330, -140);
    Color cord = new Color(0xD9C08F);
    s.volume(seat, cord, 20, 0.7);
    s.pattern(
        seat,
        12,
        12,
        8,
        g -> {
          g.setColor(Tone.alpha(new Color(0x8F7442), 0.45));
          g.fillRect(0, 8, 12, 3);
        });
    s.line(seat, 8, Tone.lift(cord, -0.12));
  }

  static void stool(Sketch s) {
    int shape = s.shape(3);
    if (shape == 2) {
      s.stand(500, 812, 236);
      s.turned(new Turned(500, 796, 226, 818, 226), OAK, Finish.SATIN);
      Turned drum = new Turned(500, 520, 220, 540, 240, 660, 246, 780, 240, 800, 228);
      s.turned(drum, s.main, Finish.MATTE);
      s.volume(Outline.ellipse(500, 522, 228, 46), s.tone(0.03), 26, 0.7);
      s.fill(Outline.ellipse(500, 516, 13, 6), s.tone(-0.2));
      return;
    }
    double height = shape == 0 ? 440 : 560;
    var room = new Room(s, 500, 800, 25);
    room.shadow(-110, -110, 110, 110);
    Color leg = shape == 0 ? s.main : Tone.mix(s.main, Color.BLACK, 0.2);
    double w = shape == 0 ? 30 : 17;
    room.bar(0, height, -90, 10, 0, -150, w, w * 0.66, Tone.lift(leg, -0.08));
    if (shape == 1) {
      room.bar(120, height, -60, 160, 0, -110, w, w, Tone.lift(leg, -0.05));
      s.line(Outline.ellipse(500, 660, 152, 44), 13, Tone.lift(leg, 0.05));
    }
    room.foot(-130, 110, 13);
    room.foot(150, 90, 13);
    room.bar(-90, height, 60, -140, 0, 110, w, w * 0.66, leg);
    room.bar(100, height, 60, 150, 0, 90, w, w * 0.66, leg);
    double y = 800 - height * 0.965;
    Color seat = shape == 0 ? s.main : new Color(0x9A6A42);
    s.turned(new Turned(500, y - 6, 196, y + 2, 204, y + 30, 204, y + 42, 190), seat, Finish.SATIN);
    s.disc(500, y - 6, 198, seat, 0.03);
    for (int i = 1; i < 5; i++) {
      s.line(
          Outline.ellipse(490 - i * 6, y - 7, 40.0 * i, 6.4 * i),
          1.6,
          Tone.alpha(Tone.lift(seat, -0.2), 0.25));
    }
  }
}
