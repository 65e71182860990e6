package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Point2D;

/// Tables, shelves, clocks, mirrors and baskets.
final class HomeDrawings {

  private HomeDrawings() {}

  static void table(Sketch s) {
    int shape = s.shape(3);
    Color wood = s.main;
    if (shape == 2) {
      s.stand(500, 800, 280);
      s.turned(
          new Turned(500, 560, 276, 568, 282, 790, 276, 806, 262), grooves(wood), Finish.SATIN);
      top(s, 560, 290, wood);
      return;
    }
    if (shape == 0) {
      var room = new Room(s, 500, 806, 20);
      s.shadow(Outline.ellipse(540, 800, 240, 44), 0, 0, 40, 0.26);
      room.bar(0, 400, -80, 0, 0, -150, 30, 18, Tone.lift(wood, -0.09));
      room.foot(-150, 120, 12);
      room.foot(160, 100, 12);
      room.bar(-110, 400, 60, -160, 0, 120, 32, 18, wood);
      room.bar(110, 400, 60, 165, 0, 100, 32, 18, Tone.lift(wood, -0.03));
      top(s, 420, 290, wood);
      s.place(VesselDrawings::mug, 430, 424, 0.2, s.accent, wood, 0);
      return;
    }
    var room = new Room(s, 480, 770, 24);
    room.shadow(-320, -130, 320, 130);
    for (double x : new double[] {-250, 250}) {
      room.bar(x, 400, -90, x - 30, 0, -140, 24, 18, Tone.lift(wood, -0.10));
    }
    for (double x : new double[] {-250, 250}) {
      room.foot(x - 30, 140, 11);
      room.bar(x, 400, 90, x - 30, 0, 140, 26, 18, Tone.lift(wood, -0.02));
      room.bar(x - 16, 170, 110, x - 16, 170, -110, 13, 13, Tone.lift(wood, -0.06));
    }
    room.box(-350, 400, -160, 350, 428, 160, wood);
    room.grain(-350, -160, 350, 160, 428, wood, 12);
    Point2D p = room.at(190, 428, -30);
    s.place(LampDrawings::table, p.getX(), p.getY(), 0.34, s.accent, wood, 1);
    Point2D q = room.at(-140, 428, 20);
    s.fill(Outline.ellipse(q.getX() + 16, q.getY() + 4, 90, 16), Tone.alpha(s.ink, 0.2));
    var books = new Room(s, q.getX(), q.getY(), 24);
    books.box(-70, 0, -44, 70, 22, 44, Tone.mix(s.accent, Color.WHITE, 0.2));
    books.box(-58, 22, -40, 62, 40, 40, Tone.lift(s.accent, -0.1));
  }

  private static void top(Sketch s, double y, double r, Color wood) {
    s.shadow(Outline.ellipse(500, y + 44, r * 0.9, 30), 0, 0, 16, 0.3);
    s.turned(new Turned(500, y, r, y + 8, r + 2, y + 26, r - 6), wood, Finish.SATIN);
    s.disc(500, y, r, wood, 0.03);
    for (int i = 1; i < 9; i++) {
      double dy = (i / 4.5 - 1) * r * Turned.TILT * 0.9;
      double half = r * Math.sqrt(Math.max(0, 1 - Math.pow(dy / (r * Turned.TILT), 2)));
      s.segment(
          500 - half * s.vary(0.6, 0.97),
          y + dy,
          500 + half * s.vary(0.6, 0.97),
          y + dy,
          1.6,
          Tone.alpha(Tone.lift(wood, -0.16), 0.35));
    }
  }

  private static Surface grooves(Color wood) {
    int[] base = Tone.ramp(wood);
    int[] dark = Tone.ramp(Tone.lift(wood, -0.09));
    return (u, v) -> {
      double place = (u + 1) * 17;
      return place - Math.floor(place) < 0.22 ? dark : base;
    };
  }

  static void shelf(Sketch s) {
    Color wood = s.main;
    int shape = s.shape(3);
    if (shape == 2) {
      for (int i = 0; i < 2; i++) {
        double y = 400 + i * 260;
        Shape board = Outline.round(i * 60 + 150, y, 640, 30, 5);
        s.shadow(board, 34, 50, 34, 0.34);
        s.gradient(board, 150, y, Tone.lift(wood, 0.04), 800, y + 30, Tone.lift(wood, -0.06));
        s.segment(
            i * 60 + 154, y + 3, i * 60 + 786, y + 3, 4, Tone.alpha(Tone.lift(wood, 0.14), 0.8));
      }
      books(s, 190, 400, 7, 1.25);
      s.place(VesselDrawings::vase, 650, 402, 0.3, s.accent, wood, 2);
      s.place(PlantDrawings::plant, 330, 662, 0.33, Tone.mix(s.accent, Color.WHITE, 0.3), wood, 3);
      books(s, 520, 660, 6, 1.15);
      return;
    }
    int rows = shape == 0 ? 4 : 3;
    double w = shape == 0 ? 190 : 290;
    var room = new Room(s, 470, 815, 18);
    room.shadow(-w, -70, w, 70);
    double gap = shape == 0 ? 168 : 200;
    if (shape == 1) {
      room.box(-w, 0, -70, -w + 18, rows * gap, 70, wood);
    } else {
      room.bar(-w + 12, 0, -60, -w + 12, 720, -60, 18, 18, Tone.lift(wood, -0.07));
      room.bar(w - 12, 0, -60, w - 12, 720, -60, 18, 18, Tone.lift(wood, -0.07));
    }
    for (int row = 0; row <= rows; row++) {
      if (shape == 1 && row < rows) {
        Shape back =
            room.face(
                -w,
                row * gap,
                -68,
                w,
                row * gap,
                -68,
                w,
                (row + 1) * gap,
                -68,
                -w,
                (row + 1) * gap,
                -68);
        s.gradient(back, 300, 0, Tone.lift(wood, -0.14), 800, 0, Tone.lift(wood, -0.20));
      }
    }
    for (int row = 0; row < rows + (shape == 1 ? 1 : 0); row++) {
      double y = shape == 1 ? row * gap : 60 + row * gap;
      double depth = shape == 1 ? 70 : 70 - row * 8;
      room.box(-w, y, -66, w, y + 18, depth, wood);
      if (row == rows) {
        continue;
      }
      Point2D p = room.at(-w + 40, y + 18, 0);
      if (row % 2 == 0) {
        books(s, p.getX(), p.getY(), shape == 1 ? 8 : 5, 1.0);
      }
      Point2D q = room.at(row % 2 == 0 ? w - 90 : -w + 90, y + 18, 10);
      s.place(
          row == 1 ? PlantDrawings::plant : VesselDrawings::vase,
          q.getX(),
          q.getY(),
          0.21,
          row % 2 == 0 ? s.accent : Tone.mix(s.accent, Color.WHITE, 0.4),
          wood,
          row + 1);
      if (row % 2 == 1) {
        Point2D r = room.at(30, y + 18, 0);
        books(s, r.getX(), r.getY(), 4, 1.0);
      }
    }
    if (shape == 1) {
      for (int i = 1; i < 3; i++) {
        double x = -w + i * 2 * w / 3;
        room.box(x - 7, 0, 60, x + 7, rows * gap, 70, wood);
      }
      room.box(w - 18, 0, -70, w, rows * gap + 18, 70, wood);
    } else {
      room.bar(-w + 12, 0, 62, -w + 12, 720, 30, 18, 18, wood);
      room.bar(w - 12, 0, 62, w - 12, 720, 30, 18, 18, Tone.lift(wood, -0.03));
    }
  }

  private static void books(Sketch s, double x, double y, int count, double k) {
    Color[] colors = {
      s.accent,
      Tone.mix(s.accent, Color.WHITE, 0.5),
      new Color(0xE9E0CF),
      Tone.lift(s.main, -0.12),
      Tone.mix(s.main, s.accent, 0.5),
      new Color(0x6F7C86),
      new Color(0xB6624A)
    };
    double at = x;
    for (int i = 0; i < count; i++) {
      double w = (15 + (i * 7 + 3) % 11) * k;
      double h = (88 + (i * 23) % 38) * k;
      Color color = colors[(i * 3 + s.shape(7)) % colors.length];
      Shape spine = Outline.round(at, y - h, w, h, 3);
      s.gradient(spine, at, 0, Tone.lift(color, 0.06), at + w, 0, Tone.lift(color, -0.12));
      s.segment(at + 4, y - h * 0.8, at + w - 4, y - h * 0.8, 2.4, Tone.alpha(Color.WHITE, 0.5));
      at += w + 1.5;
    }
  }

  static void basket(Sketch s) {
    int shape = s.shape(3);
    Turned body =
        switch (shape) {
          case 0 -> new Turned(500, 420, 236, 430, 242, 620, 250, 790, 214, 812, 200);
          case 1 -> new Turned(500, 400, 196, 420, 206, 560, 262, 680, 268, 790, 190, 812, 176);
          default -> new Turned(500, 520, 300, 532, 304, 640, 280, 790, 196, 812, 184);
        };
    s.stand(500, 822, body.bottomRadius() + 20);
    Color straw = s.main;
    int[] a = Tone.ramp(Tone.lift(straw, 0.05));
    int[] b = Tone.ramp(Tone.lift(straw, -0.08));
    int[] c = Tone.ramp(Tone.mix(straw, s.accent, 0.7));
    double band = shape == 1 ? 0.45 : 2;
    Surface weave =
        (u, v) -> {
          double row = v * (shape == 2 ? 15 : 20);
          double col = (u + 1) * 20 + (Math.floorMod((int) row, 2) == 0 ? 0 : 0.5);
          double dx = col - Math.floor(col) - 0.5;
          double dy = row - Math.floor(row) - 0.5;
          boolean raised = dx * dx * 3.4 + dy * dy * 4.2 < 0.8;
          return raised ? (v > band ? c : a) : b;
        };
    if (shape == 2) {
      s.tube("M 330 560 C 330 200 670 200 670 560", 30, Tone.lift(straw, -0.08), Finish.SATIN);
    }
    s.turned(body, weave, Finish.MATTE);
    s.opening(500, body.top(), body.topRadius(), Tone.lift(straw, -0.05), 18);
    if (shape == 0) {
      Shape cloth =
          Outline.svg(
              "M 300 424 C 350 330 450 380 520 350 C 600 330 690 370 706 424 C 620 460 380 462 300 424 Z");
      s.volume(cloth, Tone.mix(s.accent, Color.WHITE, 0.25), 40, 1);
      s.turnedFront(body, weave, Finish.MATTE);
      s.tube("M 262 520 C 220 440 230 400 290 440", 22, Tone.lift(straw, -0.12), Finish.MATTE);
      s.tube("M 738 520 C 780 440 770 400 710 440", 22, Tone.lift(straw, -0.12), Finish.MATTE);
    }
  }
}
