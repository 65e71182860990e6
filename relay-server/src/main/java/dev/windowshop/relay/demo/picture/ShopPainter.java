package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.List;

/// Draws shops' marks and banners: simple shapes in the shop's own colour.
final class ShopPainter {
  private static final Color PAPER = new Color(0xFBF4E6);

  /// The demo shops, each at the number of its mark in [#draw].
  private static final List<String> OWN =
      List.of(
          "Atelier Sorrel",
          "Salt & Fern",
          "Fjordwool",
          "Halden Studio",
          "Northline",
          "Little Larder",
          "Kitestring",
          "Velo Amstel",
          "Tonwerk",
          "Papier Perron",
          "Meridian",
          "Oak & Ember");

  private ShopPainter() {}

  static BufferedImage mark(Color color, long seed, int size) {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    double unit = size / 1000.0;
    g.scale(unit, unit);
    Color accent = companion(color);
    var s = new Sketch(g, unit, color, accent, new Backdrop(color, accent, seed, 0), 0, seed);
    s.gradient(
        Outline.round(-5, -5, 1010, 1010, 0),
        0,
        0,
        Tone.lift(color, 0.05),
        1000,
        1000,
        Tone.lift(color, -0.05));
    s.light(200, 160, 700, Color.WHITE, 0.16);
    draw(s, choose(seed), PAPER, Tone.mix(accent, PAPER, 0.25));
    g.dispose();
    return image;
  }

  /// A light colour that goes with the shop's: apricot with cool ones, butter with warm ones.
  private static Color companion(Color color) {
    Tone tone = Tone.of(color);
    boolean warm = tone.h() > -0.4 && tone.h() < 1.8 && tone.c() > 0.04;
    return warm ? new Color(0xF2DC9B) : new Color(0xF3BE94);
  }

  /// Some names ask for a certain mark; the others take what their seed gives.
  private static int choose(long seed) {
    for (int i = 0; i < OWN.size(); i++) {
      if (Pictures.seed(OWN.get(i)) == seed) {
        return i;
      }
    }
    return (int) Math.floorMod(Surface.mix(seed), 12L);
  }

  private static void draw(Sketch s, int which, Color pale, Color warm) {
    switch (which) {
      case 0 -> {
        s.fill(Outline.ellipse(500, 420, 150, 150), warm);
        for (int i = 0; i < 3; i++) {
          double y = 610 + i * 74;
          s.line(
              Outline.path(
                  "M", 240, y, "C", 330, y - 60, 410, y + 60, 500, y, "C", 590, y - 60, 670, y + 60,
                  760, y),
              34,
              pale);
        }
      }
      case 1 -> {
        s.fill(
            Outline.svg("M 500 180 C 720 330 740 620 500 820 C 260 620 280 330 500 180 Z"), pale);
        s.line("M 500 290 L 500 800", 26, s.main);
        s.line(
            "M 500 560 L 400 470 M 500 560 L 600 470 M 500 680 L 410 600 M 500 680 L 590 600",
            22,
            s.main);
      }
      case 2 -> {
        for (int i = 0; i < 4; i++) {
          s.line(
              Outline.path(
                  "M",
                  200 + i * 75,
                  740,
                  "C",
                  200 + i * 75,
                  340 + i * 75,
                  800 - i * 75,
                  340 + i * 75,
                  800 - i * 75,
                  740),
              42,
              i % 2 == 0 ? pale : warm);
        }
      }
      case 3 -> {
        Shape vessel =
            Outline.svg(
                "M 420 240 L 580 240 C 570 330 560 360 610 420 C 720 540 690 760 500 770 C 310 760 280 540 390 420 C 440 360 430 330 420 240 Z");
        s.fill(vessel, pale);
        s.fill(Outline.both(vessel, Outline.round(200, 560, 600, 300, 0)), warm);
      }
      case 4 -> {
        s.fill(Outline.poly(180, 760, 420, 320, 600, 640, 660, 540, 820, 760), pale);
        s.fill(Outline.ellipse(660, 330, 82, 82), warm);
      }
      case 5 -> {
        for (int i = 0; i < 8; i++) {
          s.fill(
              Outline.turn(Outline.ellipse(500, 320, 66, 140), i * 45, 500, 500),
              i % 2 == 0 ? pale : warm);
        }
        s.fill(Outline.ellipse(500, 500, 84, 84), s.main);
      }
      case 6 -> {
        s.fill(Outline.poly(500, 180, 740, 460, 500, 820, 260, 460), pale);
        s.fill(Outline.poly(500, 180, 740, 460, 500, 460), warm);
        s.fill(Outline.poly(260, 460, 500, 460, 500, 820), Tone.mix(warm, s.main, 0.4));
      }
      case 7 -> {
        s.line(Outline.ellipse(380, 500, 170, 170), 46, pale);
        s.line(Outline.ellipse(620, 500, 170, 170), 46, warm);
      }
      case 8 -> {
        for (int i = 0; i < 5; i++) {
          double h = new double[] {220, 380, 520, 340, 260}[i];
          s.fill(Outline.round(225 + i * 118, 500 - h / 2, 74, h, 37), i % 2 == 0 ? pale : warm);
        }
      }
      case 9 -> {
        s.fill(
            Outline.svg(
                "M 230 300 C 340 260 440 280 500 330 C 560 280 660 260 770 300 L 770 720 C 660 680 560 700 500 750 C 440 700 340 680 230 720 Z"),
            pale);
        s.line("M 500 340 L 500 740", 20, s.main);
        s.line(
            "M 300 420 C 360 404 410 412 440 430 M 300 510 C 360 494 410 502 440 520 M 560 430 C 600 410 650 404 700 420",
            20,
            Tone.mix(warm, s.main, 0.4));
      }
      case 10 -> {
        s.fill(
            Outline.without(
                Outline.ellipse(500, 500, 290, 290), Outline.ellipse(600, 430, 250, 250)),
            pale);
        s.fill(Outline.ellipse(620, 430, 74, 74), warm);
      }
      default -> {
        s.fill(Outline.svg("M 240 500 L 500 240 L 760 500 Z"), warm);
        s.fill(Outline.svg("M 300 500 L 700 500 L 700 760 L 300 760 Z"), pale);
        s.fill(Outline.svg("M 440 760 L 440 640 C 440 560 560 560 560 640 L 560 760 Z"), s.main);
      }
    }
  }

  static BufferedImage banner(Color color, long seed, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    Sketch.polish(g);
    double unit = height / 400.0;
    g.scale(unit, unit);
    double w = width / unit;
    Color accent = companion(color);
    Color[] tones = {
      color,
      Tone.lift(color, 0.07),
      Tone.lift(color, -0.06),
      Tone.mix(color, PAPER, 0.72),
      Tone.mix(accent, color, 0.25)
    };
    g.setColor(color);
    g.fill(Outline.round(0, 0, w + 1, 401, 0));
    double tile = 100;
    for (int row = 0; row < 4; row++) {
      for (int col = 0; col * tile < w; col++) {
        long dice = Surface.mix(seed + row * 131L + col * 7919L) >>> 3;
        double x = col * tile;
        double y = row * tile;
        g.setColor(tones[(int) (dice % 3)]);
        g.fill(Outline.round(x, y, tile + 1, tile + 1, 0));
        g.setColor(tones[(int) (dice / 7 % 5)]);
        Shape square = Outline.round(x, y, tile, tile, 0);
        switch ((int) (dice / 64 % 7)) {
          case 0 -> g.fill(Outline.both(square, Outline.ellipse(x, y, tile, tile)));
          case 1 -> g.fill(Outline.both(square, Outline.ellipse(x + tile, y + tile, tile, tile)));
          case 2 -> g.fill(Outline.ellipse(x + 50, y + 50, 32, 32));
          case 3 -> g.fill(Outline.both(square, Outline.ellipse(x + 50, y + tile, 50, 50)));
          case 4 -> g.fill(Outline.poly(x, y, x + tile, y, x, y + tile));
          case 5 -> {
            g.fill(Outline.both(square, Outline.ellipse(x + tile, y, tile, tile)));
            g.setColor(tones[(int) (dice / 512 % 3)]);
            g.fill(Outline.both(square, Outline.ellipse(x + tile, y, 54, 54)));
          }
          default -> {}
        }
      }
    }
    g.dispose();
    return image;
  }
}
