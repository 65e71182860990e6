package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Soap, dispensers, creams and perfume; coffee, honey, chocolate, tea and oil; and the parcel.
final class PantryDrawings {
  private static final Color PAPER = new Color(0xF8F2E4);
  private static final Color KRAFT = new Color(0xC79E6E);
  private static final Color DARK = new Color(0x2E2D30);
  private static final Color BRASS = new Color(0xC9A050);

  private PantryDrawings() {}

  static void bag(Sketch s) {
    int shape = s.shape(4);
    s.stand(500, 806, 210, 0.16);
    Color kraft = shape % 2 == 0 ? KRAFT : s.main;
    Shape body =
        Outline.svg(
            "M 304 330 C 420 322 580 322 690 330 C 710 480 704 660 716 796 C 600 818 400 818 286 796 C 300 660 290 480 304 330 Z");
    Shape side =
        Outline.svg(
            "M 690 330 C 724 350 742 400 744 460 C 750 600 744 700 750 776 L 716 796 C 704 660 710 480 690 330 Z");
    s.volume(side, Tone.lift(kraft, -0.1), 20, 0.8);
    s.volume(body, kraft, 44, 1);
    Shape fold =
        Outline.svg("M 300 250 C 420 240 580 240 700 250 L 704 340 C 580 350 420 350 296 340 Z");
    s.shadow(fold, 2, 8, 10, 0.35);
    s.volume(fold, Tone.lift(kraft, 0.015), 18, 0.9);
    s.fill(Outline.round(280, 284, 440, 20, 6), shape % 2 == 0 ? s.main : s.accent);
    s.fold("M 330 380 C 350 500 330 640 350 770", 9, 0.28);
    s.fold("M 660 380 C 650 500 668 640 650 780", 9, 0.24);
    Shape label =
        shape < 2 ? Outline.round(380, 430, 236, 270, 10) : Outline.ellipse(498, 560, 132, 132);
    s.shadow(label, 2, 3, 4, 0.25);
    s.fill(label, shape % 2 == 0 ? s.main : PAPER);
    Color ink = shape % 2 == 0 ? PAPER : s.tone(-0.2);
    if (shape < 2) {
      for (int i = 0; i < 3; i++) {
        Shape bean =
            Outline.turn(
                Outline.ellipse(450 + i * 48, 500, 19, 28), 20 + i * 12, 450 + i * 48, 500);
        s.fill(bean, ink);
        s.line(
            Outline.turn(
                Outline.path("M", 450 + i * 48, 476, "Q", 458 + i * 48, 500, 450 + i * 48, 524),
                20 + i * 12,
                450 + i * 48,
                500),
            4,
            shape == 0 ? s.main : PAPER);
      }
      s.fill(Outline.round(416, 576, 166, 20, 5), ink);
      s.fill(Outline.round(440, 614, 118, 11, 4), Tone.alpha(ink, 0.7));
      s.fill(Outline.round(456, 640, 86, 11, 4), Tone.alpha(ink, 0.7));
    } else {
      s.line(Outline.ellipse(498, 560, 116, 116), 4, ink);
      s.line("M 430 590 L 470 530 L 498 570 L 540 500 L 574 590 Z", 9, ink);
      s.fill(Outline.round(446, 612, 106, 14, 4), ink);
    }
    s.fill(Outline.ellipse(498, 384, 12, 12), Tone.lift(kraft, -0.22));
  }

  static void honey(Sketch s) {
    int shape = s.shape(3);
    Turned body =
        shape == 1
            ? new Turned(500, 400, 136, 430, 170, 520, 196, 640, 200, 760, 186, 808, 150)
            : new Turned(500, 420, 150, 450, 176, 780, 178, 808, 156);
    s.stand(500, 818, 180);
    s.turned(body, s.main, Finish.GLOSS);
    s.light(body.outline(), 440, 640, 190, Tone.lift(s.main, 0.16), 0.6);
    s.glass(body, Tone.lift(s.main, -0.1), 0.04);
    CandleDrawings.label(s, body, 0.36, 0.76);
    Color lid = shape == 2 ? s.accent : BRASS;
    if (shape == 1) {
      Shape cloth =
          Outline.svg(
              "M 346 330 C 420 280 580 280 654 330 C 668 380 680 420 694 452 C 640 436 600 462 560 442 C 520 462 480 440 440 460 C 400 440 360 462 306 450 C 322 420 332 380 346 330 Z");
      s.shadow(cloth, 2, 8, 8, 0.35);
      s.fill(cloth, s.accent);
      Cloth.check(s, cloth, Color.WHITE, 46, 0);
      s.relief(cloth, s.accent, 30, 1);
      s.tube("M 352 398 C 440 420 560 420 648 398", 9, KRAFT, Finish.MATTE);
    } else {
      s.turned(
          new Turned(500, 336, 152, 346, 160, 416, 160, 424, 156),
          lid,
          shape == 2 ? Finish.SATIN : Finish.METAL);
      s.disc(500, 336, 152, lid, 0.03);
    }
  }

  static void chocolate(Sketch s) {
    int shape = s.shape(4);
    double tilt = -11 + s.vary(-4, 4);
    Shape foil = Outline.turn(Outline.round(322, 150, 356, 300, 6), tilt, 500, 500);
    Shape bar = Outline.turn(Outline.round(334, 120, 332, 300, 6), tilt, 500, 500);
    Shape wrap = Outline.turn(Outline.round(310, 300, 380, 580, 8), tilt, 500, 500);
    s.lay(Outline.union(foil, wrap));
    Color cocoa = shape == 2 ? new Color(0x8A5A3A) : new Color(0x4A2C1E);
    s.volume(bar, cocoa, 12, 0.9);
    for (int row = 0; row < 3; row++) {
      for (int col = 0; col < 3; col++) {
        Shape cell =
            Outline.turn(Outline.round(348 + col * 104, 134 + row * 72, 96, 64, 6), tilt, 500, 500);
        s.volume(cell, Tone.lift(cocoa, 0.02), 9, 1.1);
      }
    }
    Shape torn =
        Outline.turn(
            Outline.svg(
                "M 316 320 L 316 262 L 360 288 L 410 256 L 450 290 L 500 258 L 548 288 L 590 254 L 640 286 L 684 260 L 684 330 Z"),
            tilt,
            500,
            500);
    s.gradient(torn, 320, 260, new Color(0xF4F4F2), 680, 330, new Color(0xB4B7BA));
    s.fill(wrap, s.main);
    Color a = s.accent;
    switch (shape) {
      case 0 -> {
        for (int i = 0; i < 6; i++) {
          s.fill(
              Outline.both(
                  wrap,
                  Outline.turn(Outline.round(300, 330 + i * 96, 400, 40, 0), tilt + 26, 500, 500)),
              a);
        }
      }
      case 1 ->
          s.pattern(
              wrap,
              76,
              76,
              tilt,
              g -> {
                g.setColor(a);
                g.fill(Outline.ellipse(20, 20, 13, 13));
                g.fill(Outline.ellipse(58, 58, 13, 13));
              });
      case 2 -> {
        for (int i = 0; i < 5; i++) {
          s.fill(
              Outline.both(
                  wrap,
                  Outline.turn(
                      Outline.ellipse(690, 880, 420 - i * 80, 420 - i * 80), tilt, 500, 500)),
              i % 2 == 0 ? a : s.main);
        }
      }
      default -> {
        for (int i = 0; i < 14; i++) {
          double x = 330 + i * 83 % 340;
          double y = 330 + i * 137 % 520;
          s.fill(
              Outline.both(wrap, Outline.turn(Outline.ellipse(x, y, 13, 38), i * 47, x, y)),
              i % 2 == 0 ? a : Tone.mix(a, s.main, 0.4));
        }
      }
    }
    Shape label = Outline.turn(Outline.round(386, 470, 228, 210, 6), tilt, 500, 500);
    s.fill(label, PAPER);
    s.line(
        Outline.turn(Outline.svg("M 420 530 L 580 530 M 440 566 L 560 566"), tilt, 500, 500),
        13,
        s.tone(-0.22));
    s.line(
        Outline.turn(Outline.svg("M 456 616 L 544 616"), tilt, 500, 500),
        7,
        Tone.alpha(s.ink, 0.4));
    s.relief(wrap, s.main, 20, 0.8);
  }

  static void tin(Sketch s) {
    int shape = s.shape(3);
    if (shape == 2) {
      s.stand(500, 800, 230, 0.18);
      var room = new Room(s, 470, 806, 26);
      room.box(-140, 0, -140, 140, 420, 140, s.main);
      Shape front = room.face(-110, 90, 141, 110, 90, 141, 110, 330, 141, -110, 330, 141);
      s.fill(front, PAPER);
      var b = front.getBounds2D();
      s.segment(
          b.getMinX() + 40,
          b.getCenterY() - 20,
          b.getMaxX() - 40,
          b.getCenterY() + 18,
          13,
          s.tone(-0.22));
      s.segment(
          b.getMinX() + 62,
          b.getCenterY() + 24,
          b.getMaxX() - 62,
          b.getCenterY() + 52,
          7,
          Tone.alpha(s.ink, 0.4));
      room.box(-146, 420, -146, 146, 470, 146, s.accent);
      var p = room.at(0, 470, 0);
      s.turned(
          new Turned(p.getX(), p.getY() - 30, 34, p.getY() - 24, 40, p.getY() + 2, 40),
          BRASS,
          Finish.METAL);
      s.disc(p.getX(), p.getY() - 30, 34, BRASS, 0.04);
      return;
    }
    double r = shape == 0 ? 150 : 190;
    double top = shape == 0 ? 370 : 480;
    s.stand(500, 818, r);
    int[] a = Tone.ramp(s.main);
    int[] b = Tone.ramp(s.accent);
    int[] paper = Tone.ramp(PAPER);
    s.turned(
        new Turned(500, top, r, 806, r),
        (u, v) -> {
          if (Math.abs(u + 0.04) < 0.44 && v > 0.26 && v < 0.76) {
            return paper;
          }
          double p = (u + 1) * 9;
          double q = v * 9;
          double dx = p - Math.floor(p) - 0.5;
          double dy = q - Math.floor(q) - 0.5;
          return v < 0.06 || v > 0.94 || Math.abs(dx) + Math.abs(dy) < 0.2 ? b : a;
        },
        Finish.SATIN);
    double mid = (top + 806) / 2 + 10;
    s.fill(
        Outline.svg(
            "M 494 "
                + (mid - 64)
                + " C 536 "
                + (mid - 60)
                + " 540 "
                + (mid - 20)
                + " 494 "
                + (mid - 4)
                + " C 448 "
                + (mid - 20)
                + " 452 "
                + (mid - 60)
                + " 494 "
                + (mid - 64)
                + " Z"),
        Tone.mix(new Color(0x6F8B5A), s.main, 0.3));
    s.line(Outline.path("M", 446, mid + 34, "Q", 494, mid + 44, 542, mid + 34), 10, s.tone(-0.25));
    s.turned(
        new Turned(500, top - 70, r - 8, top - 60, r + 3, top + 6, r + 4), s.accent, Finish.SATIN);
    s.disc(500, top - 70, r - 8, s.accent, 0.03);
  }

  static void oil(Sketch s) {
    int shape = s.shape(2);
    Turned body =
        shape == 0
            ? new Turned(500, 250, 34, 330, 38, 400, 50, 470, 112, 560, 124, 790, 122, 812, 108)
            : new Turned(500, 300, 40, 360, 42, 420, 90, 480, 150, 700, 154, 800, 130, 812, 118);
    s.stand(500, 820, body.bottomRadius());
    s.turned(
        body, Surface.label(Surface.plain(s.main), PAPER, -0.54, 0.46, 0.56, 0.88), Finish.GLOSS);
    s.glass(body, s.tone(-0.15), 0.02);
    double y = body.top() + (812 - body.top()) * 0.70;
    s.line(Outline.path("M", 446, y, "Q", 494, y + 10, 540, y), 9, s.tone(-0.3));
    s.line(
        Outline.path("M", 462, y + 32, "Q", 494, y + 38, 526, y + 32), 5, Tone.alpha(s.ink, 0.45));
    s.fill(Outline.turn(Outline.ellipse(494, y - 34, 12, 22), 24, 494, y - 34), s.accent);
    s.turned(
        new Turned(500, body.top() - 56, 30, body.top() - 48, 34, body.top() + 6, 40),
        shape == 0 ? new Color(0xC79A63) : DARK,
        Finish.SATIN);
    s.disc(500, body.top() - 56, 30, shape == 0 ? new Color(0xC79A63) : DARK, 0.04);
  }

  static void parcel(Sketch s) {
    var room = new Room(s, 470, 800, 28);
    Color paper = Tone.mix(KRAFT, s.main, 0.35);
    double w = s.vary(190, 230);
    double h = s.vary(240, 310);
    room.shadow(-w, -150, w, 150);
    room.box(-w, 0, -150, w, h, 150, paper);
    Color ribbon = s.accent;
    int[] ramp = Tone.ramp(ribbon);
    s.fill(room.face(-26, 0, 151, 26, 0, 151, 26, h, 151, -26, h, 151), new Color(ramp[120]));
    s.fill(
        room.face(-26, h + 0.5, 151, 26, h + 0.5, 151, 26, h + 0.5, -150, -26, h + 0.5, -150),
        new Color(ramp[160]));
    s.fill(
        room.face(-w, h + 0.6, 26, w, h + 0.6, 26, w, h + 0.6, -26, -w, h + 0.6, -26),
        new Color(ramp[150]));
    s.fill(
        room.face(w + 0.5, 0, 26, w + 0.5, h, 26, w + 0.5, h, -26, w + 0.5, 0, -26),
        new Color(ramp[70]));
    var p = room.at(0, h, 0);
    double x = p.getX();
    double y = p.getY();
    s.shadow(Outline.ellipse(x + 10, y + 6, 120, 26), 0, 0, 14, 0.35);
    for (int side = -1; side <= 1; side += 2) {
      Shape loop =
          Outline.path(
              "M",
              x,
              y - 6,
              "C",
              x + side * 40,
              y - 100,
              x + side * 170,
              y - 100,
              x + side * 150,
              y - 30,
              "C",
              x + side * 130,
              y + 16,
              x + side * 50,
              y + 10,
              x,
              y - 6,
              "Z");
      s.volume(loop, Tone.lift(ribbon, side < 0 ? 0.02 : -0.02), 26, 1.2);
      Shape hole =
          Outline.path(
              "M",
              x + side * 34,
              y - 22,
              "C",
              x + side * 60,
              y - 64,
              x + side * 120,
              y - 66,
              x + side * 112,
              y - 34,
              "C",
              x + side * 100,
              y - 12,
              x + side * 60,
              y - 12,
              x + side * 34,
              y - 22,
              "Z");
      s.fill(hole, Tone.lift(ribbon, -0.13));
      s.volume(
          Outline.path(
              "M",
              x,
              y - 6,
              "L",
              x + side * 60,
              y + 66,
              "L",
              x + side * 90,
              y + 50,
              "L",
              x + side * 30,
              y - 10,
              "Z"),
          Tone.lift(ribbon, -0.04),
          10,
          1);
    }
    s.volume(Outline.round(x - 26, y - 32, 52, 44, 16), ribbon, 16, 1.2);
  }
}
