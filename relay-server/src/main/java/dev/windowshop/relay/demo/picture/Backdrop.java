package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// The studio: wall and floor in a pale tint of the product's colour, one light from top left.
final class Backdrop {
  private final Tone tone;
  private final long seed;
  private final int view;

  Backdrop(Color main, Color accent, long seed, int view) {
    this.seed = seed;
    this.view = view;
    Tone own = Tone.of(main);
    Tone second = Tone.of(accent);
    boolean grey = own.c() < 0.025;
    double hue = grey ? (second.c() > 0.05 ? second.h() : 1.25) : own.h();
    int step = (int) Math.floorMod(Surface.mix(seed), 3L);
    double l = 0.93 - 0.022 * step;
    double c = 0.008 + Math.min(0.022, own.c() * 0.15) + 0.005 * step;
    if (own.l() > 0.88) {
      l -= 0.065;
      c = Math.max(c, 0.024);
    }
    if (view == 1) {
      l -= 0.10;
      c += 0.018;
    }
    tone = new Tone(l, c, hue);
  }

  Color wall() {
    return tone.color();
  }

  /// What shadows are made of here.
  Color shadow() {
    return new Tone(0.34, Math.min(0.05, tone.c() * 1.3), tone.h()).color();
  }

  void paint(BufferedImage image, Stage stage) {
    int w = image.getWidth();
    int h = image.getHeight();
    int[] out = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int steps = 1024;
    int[] lut = new int[steps];
    for (int i = 0; i < steps; i++) {
      double k = i / (double) (steps - 1) - 0.5;
      lut[i] = tone.with(Math.min(0.985, tone.l() + k * 0.34), tone.c() * (1 - 0.5 * k)).rgb();
    }
    double horizon = 0.655;
    for (int y = 0; y < h; y++) {
      double fy = (y + 0.5) / h;
      double floor = stage == Stage.FLAT ? 0 : Turned.step(horizon - 0.075, horizon + 0.075, fy);
      double wall = 0.010 - 0.060 * Turned.step(0.1, horizon, fy);
      double ground = 0.012 - 0.085 * Turned.step(horizon, 1.05, fy);
      double row = stage == Stage.FLAT ? -0.05 * fy : wall * (1 - floor) + ground * floor;
      double dy = fy - 0.2;
      for (int x = 0; x < w; x++) {
        double fx = (x + 0.5) / h;
        double dx = fx - 0.22 * w / h;
        double light = 0.10 / (1 + 2.6 * (dx * dx + dy * dy)) - 0.055;
        double value = 0.5 + (row + light) / 0.34 * 1.0;
        int noise = (x * 1103515245 + y * 12345 ^ x * y * 2654435) >> 8 & 7;
        int at = (int) (value * steps + noise * 0.55);
        out[y * w + x] = 0xFF000000 | lut[Math.clamp(at, 0, steps - 1)];
      }
    }
  }

  /// The light of a window falling across the scene; on some pictures only.
  void windowLight(Sketch s) {
    boolean often = Math.floorMod(Surface.mix(seed + 5), 3L) == 0;
    if (view != 1 && !often) {
      return;
    }
    double x = 120 + Math.floorMod(Surface.mix(seed + 9), 260L);
    double alpha = view == 1 ? 0.42 : 0.26;
    for (int pane = 0; pane < 4; pane++) {
      double px = x + pane % 2 * 215;
      double py = 30 + pane / 2 * 275;
      double lean = -0.34;
      var shape =
          Outline.poly(
              px,
              py,
              px + 190,
              py + 34,
              px + 190 + lean * 245,
              py + 34 + 245,
              px + lean * 245,
              py + 245);
      s.glow(shape, 26, Color.WHITE, alpha);
    }
  }
}
