package dev.windowshop.relay.demo.picture;

import java.awt.Color;

/// A colour as lightness, chroma and hue (OKLCH), where equal steps look equal. Immutable.
///
/// @param l 0 black to 1 white
/// @param c 0 grey to about 0.3
/// @param h radians
record Tone(double l, double c, double h) {
  static Tone of(int rgb) {
    double r = linear(rgb >> 16 & 255);
    double g = linear(rgb >> 8 & 255);
    double b = linear(rgb & 255);
    double lc = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double mc = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double sc = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    double l = 0.2104542553 * lc + 0.7936177850 * mc - 0.0040720468 * sc;
    double a = 1.9779984951 * lc - 2.4285922050 * mc + 0.4505937099 * sc;
    double bb = 0.0259040371 * lc + 0.7827717662 * mc - 0.8086757660 * sc;
    return new Tone(l, Math.hypot(a, bb), Math.atan2(bb, a));
  }

  static Tone of(Color color) {
    return of(color.getRGB());
  }

  /// @param hex `#rrggbb`
  static Color hex(String hex) {
    return new Color(Integer.parseInt(hex.substring(1), 16));
  }

  static String hex(Color color) {
    return String.format("#%06x", color.getRGB() & 0xFFFFFF);
  }

  static Color mix(Color one, Color other, double share) {
    double keep = 1 - share;
    return new Color(
        (int) Math.round(one.getRed() * keep + other.getRed() * share),
        (int) Math.round(one.getGreen() * keep + other.getGreen() * share),
        (int) Math.round(one.getBlue() * keep + other.getBlue() * share));
  }

  static Color alpha(Color color, double alpha) {
    int a = (int) Math.round(255 * Math.clamp(alpha, 0, 1));
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), a);
  }

  /// The same colour lighter (positive) or darker (negative) by this much.
  static Color lift(Color color, double by) {
    Tone tone = of(color);
    return new Tone(Math.clamp(tone.l + by, 0.04, 0.985), tone.c, tone.h).color();
  }

  Tone with(double lightness, double chroma) {
    return new Tone(lightness, chroma, h);
  }

  Color color() {
    return new Color(rgb());
  }

  /// Chroma gives way where the screen cannot show it.
  int rgb() {
    double chroma = c;
    for (int i = 0; i < 12; i++) {
      double[] rgb = toLinear(chroma);
      if (inside(rgb) || i == 11) {
        return encode(rgb[0]) << 16 | encode(rgb[1]) << 8 | encode(rgb[2]);
      }
      chroma *= 0.88;
    }
    throw new IllegalStateException("unreachable");
  }

  private double[] toLinear(double chroma) {
    double a = chroma * Math.cos(h);
    double b = chroma * Math.sin(h);
    double lc = cube(l + 0.3963377774 * a + 0.2158037573 * b);
    double mc = cube(l - 0.1055613458 * a - 0.0638541728 * b);
    double sc = cube(l - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * lc - 3.3077115913 * mc + 0.2309699292 * sc,
      -1.2684380046 * lc + 2.6097574011 * mc - 0.3413193965 * sc,
      -0.0041960863 * lc - 0.7034186147 * mc + 1.7076147010 * sc
    };
  }

  private static boolean inside(double[] rgb) {
    for (double v : rgb) {
      if (v < -0.002 || v > 1.002) {
        return false;
      }
    }
    return true;
  }

  private static double cube(double v) {
    return v * v * v;
  }

  private static double linear(int channel) {
    double v = channel / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static int encode(double v) {
    double clamped = Math.clamp(v, 0, 1);
    double e = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * Math.pow(clamped, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * e);
  }

  /// 256 steps from this colour in deep shade (0) over itself (128) to itself in full light (255).
  /// Shade leans to blue-violet and keeps its chroma, light leans to white: as in a studio.
  static int[] ramp(Color color) {
    Tone base = of(color);
    int[] ramp = new int[256];
    for (int i = 0; i < 256; i++) {
      double t = i / 255.0;
      Tone tone;
      if (t < 0.5) {
        double k = Math.pow(t / 0.5, 0.92);
        double turn = 0.16 * (1 - k) * Math.signum(Math.sin(4.9 - base.h));
        tone = new Tone(base.l * (0.30 + 0.70 * k), base.c * (1 + 0.10 * (1 - k)), base.h + turn);
      } else {
        double k = (t - 0.5) / 0.5;
        double gain = Math.min(0.985 - base.l, 0.42) * 0.9;
        tone = new Tone(base.l + gain * k, base.c * (1 - 0.4 * k), base.h);
      }
      ramp[i] = 0xFF000000 | tone.rgb();
    }
    return ramp;
  }
}
