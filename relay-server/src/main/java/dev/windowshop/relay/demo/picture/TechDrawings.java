package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Headphones, speakers, cameras, radios, turntables, keyboards and guitars.
final class TechDrawings {
  private static final Color DARK = new Color(0x33343A);
  private static final Color STEEL = new Color(0xC3C6CA);
  private static final Color BRASS = new Color(0xC9A050);
  private static final Color WALNUT = new Color(0x7A4F34);

  private TechDrawings() {}

  static void headphones(Sketch s) {
    int shape = s.shape(3);
    s.stand(500, 806, 290, 0.13);
    Color band = shape == 1 ? new Color(0x9A5F38) : s.tone(-0.03);
    s.tube("M 246 560 C 220 120 780 120 754 560", 46, band, Finish.SATIN);
    s.tube(
        "M 296 420 C 320 210 680 210 704 420",
        30,
        shape == 2 ? s.accent : Tone.lift(band, 0.05),
        Finish.MATTE);
    s.rod(248, 470, 246, 600, 18, 18, STEEL, Finish.METAL);
    s.rod(752, 470, 754, 600, 18, 18, STEEL, Finish.METAL);
    for (int side = 0; side < 2; side++) {
      Shape pad = Outline.round(296, 510, 84, 280, 42);
      Shape cup =
          Outline.svg("M 200 560 C 204 510 260 500 318 506 L 318 794 C 260 800 204 790 200 740 Z");
      s.volume(side == 0 ? pad : Outline.mirror(pad), Tone.mix(DARK, s.main, 0.25), 30, 1.1);
      Shape placed = side == 0 ? cup : Outline.mirror(cup);
      s.shadow(placed, 6, 6, 10, 0.3);
      s.volume(placed, shape == 1 ? WALNUT : s.main, 46, 1.25);
      double x = side == 0 ? 250 : 750;
      s.volume(Outline.ellipse(x, 650, 34, 84), shape == 0 ? s.accent : STEEL, 16, 1);
    }
  }

  static void speaker(Sketch s) {
    int shape = s.shape(4);
    if (shape == 1 || shape == 3) {
      Turned body =
          shape == 1
              ? new Turned(500, 300, 168, 312, 176, 790, 176, 808, 164)
              : new Turned(500, 470, 160, 490, 210, 600, 246, 720, 244, 800, 190, 812, 176);
      s.stand(500, 822, body.bottomRadius() + 10);
      int[] a = Tone.ramp(s.main);
      int[] b = Tone.ramp(s.tone(-0.075));
      int[] c = Tone.ramp(s.accent);
      double split = shape == 1 ? 0.84 : 2;
      s.turned(
          body,
          (u, v) -> {
            if (v > split || v < 0.05) {
              return c;
            }
            double p = (u + 1) * 44;
            double q = v * 60 + (Math.floorMod((int) p, 2) == 0 ? 0 : 0.5);
            double dx = p - Math.floor(p) - 0.5;
            double dy = q - Math.floor(q) - 0.5;
            return dx * dx + dy * dy < 0.1 ? b : a;
          },
          Finish.MATTE);
      s.disc(500, body.top(), body.topRadius(), s.tone(-0.03), 0.02);
      s.line(
          Outline.ellipse(500, body.top(), body.topRadius() * 0.62, body.topRadius() * 0.1),
          5,
          Tone.alpha(s.accent, 0.9));
      if (shape == 1) {
        s.tube("M 640 330 C 730 330 730 460 676 470", 17, new Color(0x9A5F38), Finish.SATIN);
      }
      return;
    }
    var room = new Room(s, 470, 820, 18);
    double w = shape == 0 ? 165 : 290;
    double h = shape == 0 ? 580 : 330;
    room.shadow(-w, -120, w, 120);
    room.box(-w, 0, -120, w, h, 120, shape == 0 ? s.main : WALNUT);
    if (shape == 0) {
      cone(s, room, 0, 190, 120);
      cone(s, room, 0, 440, 62);
      return;
    }
    Shape grille =
        room.face(-w + 22, 22, 121, w - 22, 22, 121, w - 22, h - 22, 121, -w + 22, h - 22, 121);
    s.volume(grille, s.main, 14, 0.9);
    s.pattern(
        grille,
        12,
        12,
        0,
        g -> {
          g.setColor(Tone.alpha(s.tone(-0.2), 0.5));
          g.fill(Outline.ellipse(6, 6, 2.6, 2.6));
        });
    var p = room.at(w - 80, 60, 122);
    s.volume(Outline.round(p.getX() - 40, p.getY() - 12, 70, 18, 5), BRASS, 6, 1);
    for (int i = 0; i < 3; i++) {
      var k = room.at(-w + 110 + i * 80, h, 30);
      s.turned(
          new Turned(k.getX(), k.getY() - 22, 22, k.getY() - 18, 24, k.getY() + 2, 24),
          BRASS,
          Finish.METAL);
      s.disc(k.getX(), k.getY() - 22, 22, BRASS, 0.03);
    }
  }

  private static void cone(Sketch s, Room room, double x, double y, double r) {
    var p = room.at(x, y, 121);
    Shape rim = Outline.ellipse(p.getX(), p.getY(), r * 0.95, r);
    s.volume(rim, DARK, 12, 1.2);
    Shape inner = Outline.ellipse(p.getX(), p.getY(), r * 0.80, r * 0.85);
    s.gradient(
        inner,
        p.getX() - r,
        p.getY() - r,
        Tone.lift(s.accent, -0.2),
        p.getX() + r,
        p.getY() + r,
        Tone.lift(s.accent, 0.06));
    s.line(inner, 4, Tone.alpha(Color.BLACK, 0.4));
    s.shadow(Outline.ellipse(p.getX() + 6, p.getY() + 8, r * 0.34, r * 0.36), 0, 0, 8, 0.4);
    s.ball(p.getX(), p.getY(), r * 0.32, Tone.mix(DARK, s.accent, 0.2), Finish.GLOSS);
  }

  static void camera(Sketch s) {
    int shape = s.shape(3);
    s.stand(500, 770, 340, 0.12);
    if (shape == 2) {
      instant(s);
      return;
    }
    Shape body = Outline.round(176, 376, 648, 390, 46);
    s.volume(
        Outline.svg("M 380 380 L 410 296 C 420 280 580 280 590 296 L 620 380 Z"),
        shape == 0 ? STEEL : DARK,
        20,
        1.1);
    s.volume(body, shape == 0 ? STEEL : DARK, 34, 1);
    Shape wrap = Outline.round(176, 462, 648, 226, 8);
    s.volume(wrap, s.main, 22, 0.9);
    s.pattern(
        wrap,
        10,
        10,
        0,
        g -> {
          g.setColor(Tone.alpha(s.tone(-0.2), 0.3));
          g.fill(Outline.ellipse(3, 3, 2, 2));
          g.fill(Outline.ellipse(8, 7.5, 1.7, 1.7));
        });
    s.turned(new Turned(250, 342, 40, 348, 44, 380, 44), STEEL, Finish.METAL);
    s.disc(250, 342, 40, STEEL, 0.03);
    s.turned(new Turned(730, 350, 50, 356, 54, 380, 54), STEEL, Finish.METAL);
    s.disc(730, 350, 50, STEEL, 0.03);
    s.disc(660, 366, 18, new Color(0xB5472F), 0.05);
    s.volume(Outline.round(446, 312, 108, 50, 8), new Color(0x24262B), 10, 1);
    s.fill(Outline.round(690, 400, 96, 44, 8), new Color(0x24262B));
    s.light(Outline.round(690, 400, 96, 44, 8), 712, 408, 60, Color.WHITE, 0.5);
    lens(s, 500, 574, 176);
    s.fill(Outline.ellipse(246, 424, 14, 14), s.accent);
  }

  static void lens(Sketch s, double cx, double cy, double r) {
    s.shadow(Outline.ellipse(cx + 14, cy + 18, r, r), 0, 0, 20, 0.45);
    s.volume(Outline.ellipse(cx, cy, r, r), new Color(0x3B3D44), 22, 1.3);
    s.line(Outline.ellipse(cx, cy, r * 0.86, r * 0.86), r * 0.06, new Color(0xB9BCC0));
    s.volume(Outline.ellipse(cx, cy, r * 0.78, r * 0.78), new Color(0x24262B), 18, 1.2);
    Shape glass = Outline.ellipse(cx, cy, r * 0.54, r * 0.54);
    s.gradient(
        glass,
        cx - r * 0.4,
        cy - r * 0.5,
        new Color(0x51607E),
        cx + r * 0.4,
        cy + r * 0.5,
        new Color(0x15171C));
    s.light(glass, cx + r * 0.2, cy + r * 0.24, r * 0.4, new Color(0x8A5FA0), 0.7);
    s.light(glass, cx - r * 0.2, cy - r * 0.2, r * 0.34, new Color(0x9FD0D6), 0.8);
    s.fill(
        Outline.ellipse(cx - r * 0.2, cy - r * 0.24, r * 0.12, r * 0.09),
        Tone.alpha(Color.WHITE, 0.85));
  }

  private static void instant(Sketch s) {
    Shape body =
        Outline.svg(
            "M 240 380 C 240 330 280 310 340 306 L 660 306 C 720 310 760 330 760 380 L 800 700 C 804 760 780 780 720 780 L 280 780 C 220 780 196 760 200 700 Z");
    s.volume(body, new Color(0xF3EEE4), 46, 1);
    Shape low = Outline.both(body, Outline.round(150, 640, 700, 150, 4));
    s.volume(low, s.main, 26, 0.9);
    Color[] rainbow = {s.main, Tone.mix(s.main, s.accent, 0.5), s.accent};
    for (int i = 0; i < 3; i++) {
      s.fill(Outline.round(487 + i * 9 - 4, 310, 9, 330, 0), rainbow[i]);
    }
    s.fill(Outline.round(290, 716, 420, 22, 8), new Color(0x24262B));
    s.volume(Outline.round(300, 350, 96, 76, 14), new Color(0x2B2D33), 12, 1);
    s.light(320, 366, 50, Color.WHITE, 0.4);
    s.volume(Outline.round(610, 350, 100, 60, 10), new Color(0xD9DCE0), 10, 1);
    lens(s, 500, 530, 118);
    s.ball(690, 560, 28, new Color(0xC4473A), Finish.GLOSS);
  }

  static void keyboard(Sketch s) {
    int shape = s.shape(2);
    Shape base = Outline.round(90, 340, 820, 330, 30);
    s.lay(base);
    s.volume(base, shape == 0 ? s.tone(-0.05) : WALNUT, 20, 1);
    Color light = Tone.mix(s.main, new Color(0xF4EFE4), shape == 0 ? 0.75 : 0.15);
    for (int row = 0; row < 5; row++) {
      double x = 118;
      for (int i = 0; x < 862; i++) {
        double w = row == 4 && i == 3 ? 300 : row > 0 && i == 0 ? 64 + row * 9 : 47;
        w = Math.min(w, 882 - x);
        Color key = i == 0 || x + w > 850 ? Tone.mix(s.main, s.accent, 0.45) : light;
        if (row == 0 && i == 0) {
          key = s.accent;
        }
        double y = 366 + row * 57;
        s.fill(Outline.round(x, y, w, 51, 9), Tone.lift(key, -0.17));
        s.gradient(
            Outline.round(x + 4, y + 1, w - 8, 41, 8),
            x,
            y,
            Tone.lift(key, 0.04),
            x + w,
            y + 44,
            Tone.lift(key, -0.04));
        x += w + 5;
      }
    }
  }
}
