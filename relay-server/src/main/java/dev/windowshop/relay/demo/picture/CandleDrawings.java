package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Candles and their flames.
final class CandleDrawings {
  private static final Color BRASS = new Color(0xC9A050);

  private CandleDrawings() {}

  static void candle(Sketch s) {
    switch (s.shape(4)) {
      case 0, 3 -> jar(s);
      case 1 -> pillars(s);
      default -> tapers(s);
    }
  }

  private static void jar(Sketch s) {
    s.stand(500, 812, 170);
    Turned glass = new Turned(500, 430, 176, 440, 178, 780, 178, 806, 160);
    boolean dark = s.shape(4) == 3;
    Color vessel = dark ? s.main : Tone.mix(s.main, Color.WHITE, 0.12);
    s.turned(glass, vessel, Finish.GLOSS);
    s.opening(500, 430, 176, vessel, 10);
    s.gradient(
        Outline.ellipse(500, 452, 156, 21),
        350,
        440,
        new Color(0xFFF3DC),
        660,
        470,
        new Color(0xE9CFA2));
    label(s, glass, 0.34, 0.76);
    s.segment(500, 448, 500, 420, 5, new Color(0x3A2E26));
    flame(s, 500, 420, 1);
  }

  static void label(Sketch s, Turned body, double from, double to) {
    double height = body.bottom() - body.top();
    double y1 = body.top() + height * from;
    double y2 = body.top() + height * to;
    double r = body.radiusAt((y1 + y2) / 2) * 0.66;
    double sag = r * Turned.TILT * 0.62;
    Shape paper =
        Outline.svg(
            "M "
                + (500 - r)
                + " "
                + (y1 + 10)
                + " Q 500 "
                + (y1 + 10 + sag)
                + " "
                + (500 + r)
                + " "
                + (y1 + 10)
                + " L "
                + (500 + r)
                + " "
                + (y2 + 10)
                + " Q 500 "
                + (y2 + 10 + sag)
                + " "
                + (500 - r)
                + " "
                + (y2 + 10)
                + " Z");
    s.gradient(paper, 500 - r, 0, new Color(0xFCF7EC), 500 + r, 0, new Color(0xD3C8B4));
    double mid = (y1 + y2) / 2 + sag * 0.5;
    Color ink = Tone.lift(s.main, -0.25);
    s.line(
        "M "
            + (500 - r * 0.5)
            + " "
            + (mid + 6)
            + " Q 500 "
            + (mid + 6 + sag * 0.3)
            + " "
            + (500 + r * 0.5)
            + " "
            + (mid + 6),
        9,
        ink);
    s.line(
        "M "
            + (500 - r * 0.32)
            + " "
            + (mid + 34)
            + " Q 500 "
            + (mid + 34 + sag * 0.2)
            + " "
            + (500 + r * 0.32)
            + " "
            + (mid + 34),
        5,
        Tone.alpha(ink, 0.6));
    s.fill(Outline.ellipse(500, mid - 30, 15, 15), Tone.alpha(s.accent, 0.9));
  }

  static void flame(Sketch s, double x, double y, double k) {
    s.light(x, y - 30 * k, 200 * k, new Color(0xFFD58A), 0.5);
    Shape outer =
        Outline.move(
            Outline.scale(
                Outline.svg("M 0 4 C -26 -8 -24 -44 0 -92 C 24 -44 26 -8 0 4 Z"), k, k, 0, 0),
            x,
            y);
    s.gradient(outer, x, y - 92 * k, new Color(0xFFE9A8), x, y, new Color(0xF6A23C));
    Shape inner =
        Outline.move(
            Outline.scale(
                Outline.svg("M 0 0 C -13 -8 -12 -30 0 -56 C 12 -30 13 -8 0 0 Z"), k, k, 0, 0),
            x,
            y);
    s.fill(inner, new Color(0xFFFBEA));
  }

  private static void pillars(Sketch s) {
    double[][] rows = {{400, 330, 92}, {620, 450, 98}, {505, 560, 100}};
    for (int i = 0; i < 3; i++) {
      double[] row = rows[i];
      double foot = i == 2 ? 836 : 806;
      s.stand(row[0], foot + 8, row[2]);
      Color wax = i == 1 ? Tone.mix(s.main, s.accent, 0.35) : Tone.lift(s.main, i * 0.03);
      s.turned(
          new Turned(row[0], row[1], row[2] - 6, row[1] + 8, row[2], foot, row[2]),
          wax,
          Finish.SATIN);
      s.light(
          Outline.ellipse(row[0], row[1] + 40, row[2], 70),
          row[0],
          row[1] + 10,
          100,
          new Color(0xFFE7B5),
          0.6);
      s.disc(row[0], row[1], row[2] - 6, Tone.lift(wax, 0.08), 0.03);
      s.segment(row[0], row[1], row[0], row[1] - 18, 5, new Color(0x3A2E26));
      flame(s, row[0], row[1] - 16, 0.85);
    }
  }

  private static void tapers(Sketch s) {
    for (int i = 0; i < 2; i++) {
      double x = i == 0 ? 400 : 600;
      double top = i == 0 ? 250 : 330;
      s.stand(x, 812, 92);
      s.turned(
          new Turned(x, 690, 40, 712, 44, 730, 22, 770, 26, 794, 88, 806, 92), BRASS, Finish.METAL);
      s.turned(
          new Turned(x, top, 12, top + 40, 24, 700, 34),
          i == 0 ? s.main : s.tone(0.05),
          Finish.SATIN);
      s.segment(x, top, x, top - 16, 4, new Color(0x3A2E26));
      flame(s, x, top - 12, 0.8);
    }
  }
}
