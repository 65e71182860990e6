package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Soap, dispensers, creams and perfume.
final class BathDrawings {
  private static final Color PAPER = new Color(0xF8F2E4);
  private static final Color DARK = new Color(0x2E2D30);
  private static final Color BRASS = new Color(0xC9A050);

  private BathDrawings() {}

  static void soap(Sketch s) {
    int shape = s.shape(4);
    s.stand(500, 800, 250, 0.2);
    var room = new Room(s, 506, 806, 24);
    Color[] bars = {
      s.main, Tone.mix(s.main, new Color(0xF7EEDD), 0.55), Tone.mix(s.main, s.accent, 0.6)
    };
    int count = shape == 1 ? 3 : shape == 3 ? 1 : 2;
    for (int i = 0; i < count; i++) {
      double h = shape == 3 ? 150 : 92;
      double y = i * (h + 4);
      double turn = i * 12;
      room.box(-180 + turn, y, -100 + turn * 0.4, 170 + turn * 0.6, y + h, 100, bars[i % 3]);
      Shape front =
          room.face(
              -180 + turn,
              y,
              100.5,
              170 + turn * 0.6,
              y,
              100.5,
              170 + turn * 0.6,
              y + h,
              100.5,
              -180 + turn,
              y + h,
              100.5);
      if (shape == 2 || shape == 3) {
        for (int k = 0; k < 3; k++) {
          var b = front.getBounds2D();
          Shape swirl =
              Outline.path(
                  "M",
                  b.getMinX(),
                  b.getCenterY() - 30 + k * 30,
                  "C",
                  b.getMinX() + 90,
                  b.getCenterY() - 70 + k * 36,
                  b.getMinX() + 180,
                  b.getCenterY() + 40 + k * 20,
                  b.getMaxX(),
                  b.getCenterY() - 10 + k * 26);
          s.fill(
              Outline.both(front, new java.awt.BasicStroke(11).createStrokedShape(swirl)),
              Tone.alpha(Tone.mix(s.accent, Color.WHITE, 0.3), 0.55));
        }
      }
      if (shape == 0 && i == 0 || shape == 1 && i == 1) {
        Shape band =
            room.face(
                -50 + turn,
                y,
                101,
                60 + turn,
                y,
                101,
                60 + turn,
                y + h,
                101,
                -50 + turn,
                y + h,
                101);
        Shape top =
            room.face(
                -50 + turn,
                y + h + 0.5,
                101,
                60 + turn,
                y + h + 0.5,
                101,
                60 + turn,
                y + h + 0.5,
                -100,
                -50 + turn,
                y + h + 0.5,
                -100);
        s.fill(band, PAPER);
        s.fill(top, Tone.lift(PAPER, 0.02));
        var b = band.getBounds2D();
        s.segment(
            b.getMinX() + 24,
            b.getCenterY() - 6,
            b.getMaxX() - 24,
            b.getCenterY() + 8,
            7,
            s.tone(-0.2));
      }
    }
    if (shape == 2 || shape == 0) {
      var p = room.at(0, shape == 0 ? 192 : 192, 0);
      for (int i = 0; i < 5; i++) {
        Shape leaf =
            Outline.turn(
                Outline.ellipse(p.getX() + 10, p.getY() - 34, 11, 34),
                -60 + i * 30,
                p.getX() + 10,
                p.getY() + 10);
        s.gradient(
            leaf,
            p.getX() - 30,
            p.getY() - 60,
            new Color(0x9DB184),
            p.getX() + 40,
            p.getY(),
            new Color(0x5F7F55));
      }
    }
  }

  static void dispenser(Sketch s) {
    int shape = s.shape(3);
    double[] xs = shape == 2 ? new double[] {370, 630} : new double[] {500};
    for (int i = 0; i < xs.length; i++) {
      double cx = xs[i];
      Color color = i == 0 ? s.main : Tone.mix(s.accent, s.main, 0.35);
      double r = shape == 2 ? 104 : 140;
      Turned body =
          shape == 1
              ? new Turned(cx, 420, 50, 446, 90, 520, 150, 640, 160, 790, 130, 812, 118)
              : new Turned(cx, 400, r * 0.4, 420, r * 0.8, 452, r, 790, r, 810, r - 10);
      s.stand(cx, 818, body.bottomRadius());
      Surface paint =
          shape == 1
              ? Surface.plain(color)
              : Surface.label(Surface.plain(color), PAPER, -0.5, 0.42, 0.40, 0.80);
      s.turned(body, paint, Finish.GLOSS);
      if (shape != 1) {
        double y = 620;
        s.line(
            Outline.path("M", cx - r * 0.4, y, "Q", cx - 6, y + 10, cx + r * 0.3, y),
            8,
            Tone.lift(color, -0.2));
        s.line(
            Outline.path("M", cx - r * 0.3, y + 30, "Q", cx - 6, y + 38, cx + r * 0.2, y + 30),
            5,
            Tone.alpha(s.ink, 0.45));
        s.fill(Outline.ellipse(cx - 6, y - 36, 15, 15), s.accent);
      }
      Color cap = shape == 1 ? BRASS : DARK;
      Finish f = shape == 1 ? Finish.METAL : Finish.GLOSS;
      double top = body.top();
      s.turned(new Turned(cx, top - 46, 46, top - 40, 50, top + 6, 52), cap, f);
      s.disc(cx, top - 46, 46, cap, 0.04);
      s.rod(cx, top - 110, cx, top - 44, 17, 17, cap, f);
      s.volume(
          Outline.svg(
              "M "
                  + (cx - 96)
                  + " "
                  + (top - 116)
                  + " C "
                  + (cx - 60)
                  + " "
                  + (top - 146)
                  + " "
                  + (cx + 30)
                  + " "
                  + (top - 150)
                  + " "
                  + (cx + 42)
                  + " "
                  + (top - 126)
                  + " L "
                  + (cx + 40)
                  + " "
                  + (top - 104)
                  + " L "
                  + (cx - 60)
                  + " "
                  + (top - 106)
                  + " L "
                  + (cx - 92)
                  + " "
                  + (top - 92)
                  + " Z"),
          cap,
          14,
          1.2);
    }
  }

  static void jar(Sketch s) {
    int shape = s.shape(3);
    double r = shape == 1 ? 200 : 180;
    double top = shape == 2 ? 560 : 520;
    s.stand(500, 816, r);
    Color glass = shape == 0 ? Tone.mix(s.main, Color.WHITE, 0.3) : s.main;
    s.turned(
        new Turned(500, top, r - 8, top + 10, r, 790, r, 808, r - 16),
        Surface.label(Surface.plain(glass), PAPER, -0.5, 0.42, 0.34, 0.82),
        Finish.GLOSS);
    s.line(Outline.path("M", 430, 700, "Q", 494, 714, 556, 700), 9, Tone.lift(s.main, -0.25));
    s.line(Outline.path("M", 450, 734, "Q", 494, 744, 536, 734), 5, Tone.alpha(s.ink, 0.4));
    s.fill(Outline.ellipse(494, 664, 14, 14), s.accent);
    Color lid = shape == 1 ? new Color(0xC79A63) : shape == 2 ? BRASS : DARK;
    if (shape == 2) {
      s.stand(690, 826, 90);
    }
    s.turned(
        new Turned(500, top - 84, r - 10, top - 74, r + 4, top + 4, r + 6),
        lid,
        shape == 2 ? Finish.METAL : Finish.SATIN);
    s.disc(500, top - 84, r - 10, lid, 0.03);
  }

  static void perfume(Sketch s) {
    int shape = s.shape(3);
    s.stand(500, 808, 180, 0.18);
    Color juice = Tone.mix(s.main, new Color(0xFFF3DC), 0.25);
    if (shape == 1) {
      Turned body = new Turned(500, 400, 40, 420, 60, 500, 170, 620, 214, 740, 170, 806, 90);
      s.turned(new Turned(500, 520, 150, 620, 196, 740, 156, 798, 80), juice, Finish.GLOSS);
      s.glass(body, Tone.mix(s.main, Color.WHITE, 0.4), 0.14);
      s.turned(new Turned(500, 360, 44, 370, 48, 404, 46), BRASS, Finish.METAL);
      s.ball(500, 300, 66, s.accent, Finish.GLOSS);
      return;
    }
    double w = shape == 0 ? 170 : 130;
    double top = shape == 0 ? 440 : 360;
    Shape outer = Outline.round(500 - w, top, 2 * w, 806 - top, shape == 0 ? 34 : 60);
    Shape inner = Outline.round(500 - w + 24, top + 70, 2 * w - 48, 806 - top - 100, 22);
    s.fill(outer, Tone.alpha(Tone.mix(Color.WHITE, s.main, 0.2), 0.75));
    s.gradient(inner, 400, top, Tone.lift(juice, 0.07), 620, 800, Tone.lift(juice, -0.12));
    s.relief(outer, Tone.mix(s.main, Color.WHITE, 0.4), 26, 1.2);
    s.fill(Outline.round(500 - w + 14, top + 24, 26, 330, 12), Tone.alpha(Color.WHITE, 0.6));
    Shape label = Outline.round(440, 610, 120, 84, 4);
    s.volume(label, PAPER, 5, 0.5);
    s.line("M 462 640 L 538 640 M 474 664 L 526 664", 5, Tone.alpha(s.ink, 0.5));
    s.turned(new Turned(500, top - 40, 50, top - 34, 54, top + 6, 54), BRASS, Finish.METAL);
    if (shape == 0) {
      s.volume(Outline.round(428, top - 150, 144, 116, 14), s.accent, 26, 1.2);
    } else {
      s.turned(
          new Turned(500, top - 130, 62, top - 120, 68, top - 40, 68),
          new Color(0x8A5A38),
          Finish.SATIN);
      s.disc(500, top - 130, 62, new Color(0x8A5A38), 0.03);
    }
  }
}
