package dev.windowshop.relay.demo.picture;

import java.awt.Color;

/// What is painted on a turned body: which ramp (see [Tone#ramp]) at which place.
interface Surface {
  /// @param u across, -1 left edge to 1 right edge as an angle
  /// @param v down, 0 top to 1 bottom
  int[] at(double u, double v);

  static Surface plain(Color color) {
    int[] ramp = Tone.ramp(color);
    return (u, v) -> ramp;
  }

  /// The second colour from `split` downwards, with a slightly running edge, as a dipped glaze.
  static Surface dipped(Color above, Color below, double split) {
    int[] top = Tone.ramp(above);
    int[] bottom = Tone.ramp(below);
    return (u, v) -> v + 0.012 * Math.sin(u * 7 + split * 40) < split ? top : bottom;
  }

  static Surface bands(Color ground, Color stripe, double from, double to, int count) {
    int[] base = Tone.ramp(ground);
    int[] line = Tone.ramp(stripe);
    return (u, v) -> {
      if (v < from || v > to) {
        return base;
      }
      double place = (v - from) / (to - from) * count;
      return place - Math.floor(place) < 0.5 ? line : base;
    };
  }

  static Surface speckled(Color ground, Color speck, long seed) {
    int[] base = Tone.ramp(ground);
    int[] dot = Tone.ramp(Tone.mix(ground, speck, 0.55));
    return (u, v) -> {
      double cellU = (u + 1) * 26;
      double cellV = v * 34;
      long cell = (long) Math.floor(cellU) * 7919 + (long) Math.floor(cellV) * 104_729 + seed;
      long mixed = mix(cell);
      if ((mixed & 7) > 2) {
        return base;
      }
      double du = cellU - Math.floor(cellU) - 0.2 - 0.6 * ((mixed >> 8 & 255) / 255.0);
      double dv = cellV - Math.floor(cellV) - 0.2 - 0.6 * ((mixed >> 16 & 255) / 255.0);
      double radius = 0.06 + 0.16 * ((mixed >> 24 & 255) / 255.0);
      return du * du + dv * dv < radius * radius ? dot : base;
    };
  }

  /// A label wrapped round the front.
  static Surface label(
      Surface body, Color paper, double left, double right, double top, double bottom) {
    int[] ramp = Tone.ramp(paper);
    return (u, v) -> u > left && u < right && v > top && v < bottom ? ramp : body.at(u, v);
  }

  static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
