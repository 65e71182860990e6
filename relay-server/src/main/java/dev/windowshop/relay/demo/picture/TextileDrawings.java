package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.function.Consumer;

/// Cushions, rugs, throws, towels and prints.
final class TextileDrawings {
  private TextileDrawings() {}

  static void cushion(Sketch s) {
    int shape = s.shape(6);
    boolean oblong = (int) s.vary(0, 4) == 0;
    Shape body =
        Outline.smooth(
            196, 250, 350, 236, 500, 240, 650, 236, 804, 250, 786, 400, 782, 520, 788, 660, 806,
            806, 650, 796, 500, 792, 350, 796, 194, 806, 214, 660, 218, 520, 214, 400);
    if (oblong) {
      body = Outline.scale(body, 1.06, 0.76, 500, 812);
    }
    body = Outline.turn(body, s.vary(-4, 4), 500, 520);
    s.stand(500, 796, 290, 0.14);
    s.fill(body, s.main);
    switch (shape) {
      case 1 ->
          s.pattern(
              body,
              120,
              60,
              90,
              g -> {
                g.setColor(s.accent);
                g.fill(Outline.round(-2, 0, 130, 30, 0));
              });
      case 2 -> s.pattern(body, 44, 40, 0, g -> loops(g, s.main));
      case 3 -> Cloth.check(s, body, s.accent, 104, 0);
      case 4 ->
          s.pattern(
              body,
              96,
              96,
              45,
              g -> {
                g.setColor(Tone.alpha(s.tone(-0.22), 0.45));
                g.fill(Outline.round(0, 0, 96, 4, 0));
                g.fill(Outline.round(0, 0, 4, 96, 0));
                g.setColor(Tone.alpha(s.tone(0.14), 0.4));
                g.fill(Outline.round(0, 4, 96, 5, 0));
                g.fill(Outline.round(4, 0, 5, 96, 0));
              });
      case 5 -> s.pattern(body, 210, 210, 15, g -> terrazzo(g, s));
      default ->
          s.pattern(
              body,
              9,
              9,
              0,
              g -> {
                g.setColor(Tone.alpha(s.tone(-0.14), 0.22));
                g.fill(Outline.round(0, 0, 9, 2, 0));
                g.setColor(Tone.alpha(s.tone(0.12), 0.22));
                g.fill(Outline.round(3, 0, 2, 9, 0));
              });
    }
    s.relief(body, s.main, 120, 1.15);
    s.relief(body, s.main, 30, 0.6);
    double lift = oblong ? 90 : 0;
    s.fold(
        Outline.path("M", 236, 300 + lift, "C", 290, 330 + lift, 330, 360 + lift, 350, 400 + lift),
        12,
        0.3);
    s.fold(
        Outline.path("M", 764, 300 + lift, "C", 710, 330 + lift, 690, 360 + lift, 670, 410 + lift),
        12,
        0.3);
    s.fold("M 240 760 C 290 720 320 690 340 650", 12, 0.26);
    s.fold("M 760 760 C 720 720 690 690 668 660", 12, 0.26);
    if (shape == 0 || shape == 3) {
      s.line(body, 7, s.tone(-0.05));
      s.line(Outline.move(body, -1.5, -1.5), 2.5, Tone.alpha(s.tone(0.12), 0.7));
    }
  }

  private static void loops(Graphics2D g, Color yarn) {
    for (int i = 0; i < 12; i++) {
      double x = i * 17 % 44;
      double y = i * 29 % 40;
      g.setColor(Tone.alpha(Tone.lift(yarn, -0.13), 0.4));
      g.fill(Outline.ellipse(x + 1.5, y + 2, 6.5, 5.6));
      g.setColor(Tone.alpha(Tone.lift(yarn, 0.05), 0.75));
      g.fill(Outline.ellipse(x, y, 5.6, 4.8));
    }
  }

  private static void terrazzo(Graphics2D g, Sketch s) {
    Color[] colors = {
      s.accent, Tone.mix(s.accent, s.main, 0.45), new Color(0xF3EADB), s.tone(-0.16)
    };
    for (int i = 0; i < 22; i++) {
      long dice = Surface.mix(i * 77L + 5);
      double x = 18 + Math.floorMod(dice, 175L);
      double y = 18 + (i * 8.1);
      double r = 7 + i * 5 % 13;
      g.setColor(colors[i % 4]);
      g.fill(
          Outline.turn(
              Outline.poly(
                  x - r,
                  y - r * 0.4,
                  x - r * 0.1,
                  y - r,
                  x + r,
                  y - r * 0.2,
                  x + r * 0.5,
                  y + r * 0.8,
                  x - r * 0.6,
                  y + r * 0.7),
              i * 41,
              x,
              y));
    }
  }

  static void rug(Sketch s) {
    int shape = s.shape(5);
    if (shape == 2) {
      Shape round = Outline.ellipse(500, 500, 360, 360);
      s.lay(round);
      s.fill(round, s.main);
      for (int i = 0; i < 18; i++) {
        Color color =
            i % 5 == 4 ? Tone.mix(s.main, s.accent, 0.5) : s.tone(i % 2 == 0 ? 0.02 : -0.03);
        s.line(Outline.ellipse(500, 500, 350 - i * 19.5, 350 - i * 19.5), 17, color);
        s.dashes(
            Outline.ellipse(500, 500, 350 - i * 19.5, 350 - i * 19.5),
            13,
            Tone.alpha(s.tone(-0.16), 0.28),
            3,
            19);
      }
      s.relief(round, s.main, 16, 0.7);
      return;
    }
    double w = shape == 4 ? 330 : 560;
    double x = 500 - w / 2;
    Shape body = Outline.round(x, 140, w, 720, 4);
    s.lay(Outline.round(x, 118, w, 764, 4));
    for (double i = 0; i < w; i += 12) {
      s.segment(
          x + i + 4, 140, x + i + s.vary(0, 8), 116, 3, Tone.mix(s.main, new Color(0xEFE6D2), 0.6));
      s.segment(
          x + i + 4, 860, x + i + s.vary(0, 8), 884, 3, Tone.mix(s.main, new Color(0xEFE6D2), 0.6));
    }
    s.fill(body, s.main);
    switch (shape) {
      case 0 -> {
        for (int i = 0; i < 4; i++) {
          double y = 140 + i * 180;
          Shape zig =
              Outline.path(
                  "M",
                  x + 20,
                  y + 90,
                  "L",
                  x + w / 2,
                  y - 10,
                  "L",
                  x + w - 20,
                  y + 90,
                  "L",
                  x + w / 2,
                  y + 190,
                  "Z");
          s.line(zig, 9, Tone.mix(s.accent, new Color(0x4A3A30), 0.5));
          s.line(Outline.scale(zig, 0.5, 0.5, 500, y + 90), 7, Tone.mix(s.accent, s.main, 0.3));
        }
      }
      case 1 -> {
        Color[] colors = {s.accent, Tone.mix(s.accent, new Color(0xF1E4CC), 0.7), s.tone(-0.14)};
        for (int band = 0; band < 9; band++) {
          double y = 160 + band * 78;
          for (int i = 0; i < 7; i++) {
            double k = w / 7;
            double cx = x + k * (i + 0.5);
            Color color = colors[(band + i) % 3];
            if (band % 2 == 0) {
              s.fill(
                  Outline.poly(cx - k / 2, y + 32, cx, y, cx + k / 2, y + 32, cx, y + 64), color);
              s.fill(
                  Outline.poly(cx - k / 5, y + 32, cx, y + 18, cx + k / 5, y + 32, cx, y + 46),
                  s.main);
            } else if (i == 0) {
              s.fill(Outline.round(x, y + 8, w, 14, 0), colors[band % 3]);
              s.fill(Outline.round(x, y + 34, w, 8, 0), colors[(band + 1) % 3]);
            }
          }
        }
      }
      case 3 -> {
        s.fill(
            Outline.round(x, 140, w * 0.56, 330, 0), Tone.mix(s.main, new Color(0xF0E4D0), 0.72));
        s.fill(Outline.both(body, Outline.ellipse(x + w * 0.7, 470, 190, 190)), s.accent);
        s.fill(Outline.round(x + w * 0.56, 660, w * 0.44, 200, 0), s.tone(-0.12));
        s.fill(
            Outline.both(body, Outline.ellipse(x + 80, 820, 150, 150)),
            Tone.mix(s.accent, s.main, 0.5));
      }
      default -> {
        for (int i = 0; i < 12; i++) {
          s.fill(
              Outline.round(x, 156 + i * 60, w, i % 3 == 0 ? 34 : 12, 0),
              i % 3 == 0 ? s.accent : Tone.mix(s.main, new Color(0xF4EAD8), 0.6));
        }
      }
    }
    s.pattern(
        body,
        8,
        8,
        0,
        g -> {
          g.setColor(Tone.alpha(new Color(0x2A2018), 0.10));
          g.fill(Outline.round(0, 0, 8, 2.4, 0));
          g.setColor(Tone.alpha(Color.WHITE, 0.12));
          g.fill(Outline.round(0, 4, 5, 2, 0));
        });
    s.relief(body, s.main, 12, 0.6);
  }

  static void throwBlanket(Sketch s) {
    int shape = s.shape(4);
    s.stand(500, 800, 330, 0.13);
    Color[] tones = {s.tone(-0.05), s.tone(-0.015), s.tone(0.015)};
    for (int i = 0; i < 3; i++) {
      double y = 680 - i * 104;
      double inset = i * 10;
      Shape layer =
          Outline.smooth(
              196 + inset,
              y + 8,
              350,
              y - 4,
              520,
              y + 4,
              690,
              y - 4,
              806 - inset,
              y + 10,
              826 - inset,
              y + 62,
              806 - inset,
              y + 118,
              660,
              y + 122,
              500,
              y + 118,
              340,
              y + 124,
              190 + inset,
              y + 116,
              178 + inset,
              y + 60);
      s.shadow(layer, 4, 16, 18, 0.28);
      weave(s, layer, tones[i], shape);
      s.relief(layer, s.main, 56, 1.15);
      Shape edge =
          Outline.path(
              "M", 194 + inset, y + 64, "C", 340, y + 74, 600, y + 56, 816 - inset, y + 66);
      s.fold(edge, 7, 0.35);
    }
    Shape drape =
        Outline.svg(
            "M 590 474 C 650 462 720 466 756 480 C 770 600 764 720 772 800 C 716 812 650 812 604 802 C 612 700 586 580 590 474 Z");
    s.shadow(drape, -6, 10, 18, 0.3);
    weave(s, drape, s.tone(0.02), shape);
    s.relief(drape, s.main, 50, 1.05);
    s.fold("M 660 500 C 650 600 676 700 664 790", 11, 0.4);
    s.fold("M 716 500 C 726 600 708 700 722 790", 11, 0.35);
    for (int i = 0; i < 14; i++) {
      double x = 608 + i * 12.2;
      s.segment(x, 800, x + s.vary(-5, 5), 836, 5, Tone.lift(s.main, i % 2 == 0 ? 0.02 : -0.06));
    }
  }

  private static void weave(Sketch s, Shape layer, Color tone, int shape) {
    s.fill(layer, tone);
    switch (shape) {
      case 1 -> Cloth.check(s, layer, s.accent, 92, 0);
      case 2 ->
          s.pattern(
              layer,
              20,
              20,
              0,
              g -> {
                g.setColor(Tone.alpha(Tone.lift(tone, -0.13), 0.45));
                g.fill(Outline.round(0, 0, 20, 4, 0));
                g.fill(Outline.round(0, 0, 4, 20, 0));
                g.setColor(Tone.alpha(Tone.lift(tone, 0.08), 0.4));
                g.fill(Outline.round(6, 6, 8, 8, 3));
              });
      case 3 -> Cloth.knit(s, layer, tone, 30, 0);
      default -> {
        Consumer<Graphics2D> herringbone =
            g -> {
              g.setColor(Tone.alpha(Tone.mix(tone, s.accent, 0.7), 0.55));
              g.setStroke(new java.awt.BasicStroke(4));
              g.draw(Outline.svg("M 0 0 L 14 14 L 28 0"));
              g.draw(Outline.svg("M 0 14 L 14 28 L 28 14"));
              g.draw(Outline.svg("M 0 -14 L 14 0 L 28 -14"));
            };
        s.pattern(layer, 28, 14, 0, herringbone);
      }
    }
  }

  static void towel(Sketch s) {
    s.stand(500, 806, 290, 0.14);
    Color[] tones = {
      s.main, Tone.mix(s.main, s.accent, 0.5), s.tone(0.03), Tone.mix(s.main, Color.WHITE, 0.4)
    };
    int count = 3 + s.shape(2);
    for (int i = 0; i < count; i++) {
      double y = 712 - i * 100;
      Color tone = tones[i % 4];
      Shape layer =
          Outline.smooth(
              226, y + 4, 500, y - 2, 770, y + 4, 790, y + 48, 772, y + 94, 500, y + 98, 226,
              y + 94, 210, y + 48);
      s.shadow(layer, 4, 14, 14, 0.3);
      s.fill(layer, tone);
      s.pattern(
          layer,
          8,
          8,
          0,
          g -> {
            g.setColor(Tone.alpha(Tone.lift(tone, -0.14), 0.3));
            g.fill(Outline.ellipse(3, 3, 2.4, 2.4));
            g.setColor(Tone.alpha(Tone.lift(tone, 0.1), 0.4));
            g.fill(Outline.ellipse(6, 6, 2, 2));
          });
      s.relief(layer, tone, 50, 1.15);
      s.fold(Outline.path("M", 240, y + 50, "C", 400, y + 58, 600, y + 44, 784, y + 50), 6, 0.4);
      s.faded(
          0.75, () -> s.fill(Outline.round(650, y + 6, 22, 86, 3), Tone.mix(tone, s.accent, 0.75)));
    }
  }
}
