package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Turned clay, glass and metal: vases, mugs, teapots, bowls, carafes, kettles.
final class VesselDrawings {
  private static final Color CLAY = new Color(0xC98F6B);

  private VesselDrawings() {}

  static void vase(Sketch s) {
    Turned body =
        switch (s.shape(6)) {
          case 0 ->
              new Turned(500, 250, 62, 270, 56, 360, 66, 500, 165, 640, 205, 760, 150, 815, 112);
          case 1 ->
              new Turned(500, 230, 84, 250, 74, 330, 64, 420, 120, 560, 176, 700, 150, 812, 104);
          case 2 ->
              new Turned(500, 300, 130, 320, 122, 460, 190, 620, 236, 740, 196, 800, 120, 812, 118);
          case 3 -> new Turned(500, 220, 92, 240, 88, 500, 118, 800, 132, 814, 126);
          case 4 ->
              new Turned(
                  500, 250, 46, 265, 40, 420, 44, 520, 120, 620, 190, 720, 200, 790, 150, 812, 128);
          default ->
              new Turned(500, 240, 150, 260, 142, 400, 96, 520, 84, 640, 150, 740, 172, 812, 120);
        };
    Color dip = Tone.lift(s.accent, 0.02);
    Surface surface =
        switch (s.shape(5)) {
          case 0 -> Surface.speckled(s.main, s.tone(-0.35), s.shape(97));
          case 1 -> Surface.dipped(s.main, dip, 0.62);
          case 2 -> Surface.plain(s.main);
          case 3 -> Surface.bands(s.main, s.tone(-0.045), 0, 1, 26);
          default -> Surface.speckled(s.main, CLAY, 7);
        };
    s.stand(500, 824, body.bottomRadius());
    if (s.shape(2) == 1) {
      stems(s, body);
    }
    s.turned(body, surface, s.shape(3) == 1 ? Finish.GLOSS : Finish.SATIN);
    s.opening(500, body.top(), body.topRadius(), s.main, 11);
    if (s.shape(2) == 1) {
      neck(s, body);
    }
  }

  private static void stems(Sketch s, Turned body) {}

  private static void neck(Sketch s, Turned body) {
    Color stem = new Color(0x8C8A5A);
    double y = body.top();
    String[] paths = {
      "M 496 %s C 490 %s 452 190 408 120",
      "M 505 %s C 505 %s 520 170 540 78",
      "M 512 %s C 520 %s 580 210 628 168"
    };
    for (int i = 0; i < 3; i++) {
      String path = String.format(paths[i], (int) y + 4, (int) y - 70);
      s.line(path, 5, stem);
      double[][] ends = {{408, 120, -35}, {540, 78, 10}, {628, 168, 40}};
      double[] end = ends[i];
      for (int k = 0; k < 9; k++) {
        double back = k * 15;
        double rad = Math.toRadians(end[2] - 90);
        double x = end[0] - Math.cos(rad) * back;
        double yy = end[1] - Math.sin(rad) * back;
        for (int side = -1; side <= 1; side += 2) {
          Shape grain =
              Outline.turn(Outline.ellipse(x, yy - 16, 6.5, 19), end[2] + side * 32, x, yy);
          s.gradient(grain, x - 8, yy - 20, new Color(0xE9D5A8), x + 8, yy, new Color(0xC7A774));
        }
      }
    }
  }
}
