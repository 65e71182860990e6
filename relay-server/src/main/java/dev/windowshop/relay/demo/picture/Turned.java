package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// A body turned about a vertical axis (vase, mug, bottle), seen slightly from above and shaded
/// point by point under the studio's one light, top left.
final class Turned {
  /// How flat circles look from the studio's camera.
  static final double TILT = 0.17;

  private static final int ROWS = 256;
  private static final double LX = -0.55;
  private static final double LY = -0.46;
  private static final double LZ = 0.70;
  private final double cx;
  private final double top;
  private final double bottom;
  private final double[] radius = new double[ROWS + 1];
  private final double widest;

  /// @param profile y and radius, again and again, from top to bottom; a smooth curve runs through
  Turned(double cx, double... profile) {
    this.cx = cx;
    int n = profile.length / 2;
    top = profile[0];
    bottom = profile[2 * n - 2];
    double most = 0;
    for (int row = 0; row <= ROWS; row++) {
      radius[row] = Math.max(0.01, interpolate(profile, n, top + (bottom - top) * row / ROWS));
    }
    relax(3);
    relax(3);
    for (double r : radius) {
      most = Math.max(most, r);
    }
    widest = most;
  }

  /// Takes the hardness out of the joints between the profile's pieces.
  private void relax(int reach) {
    double[] from = radius.clone();
    for (int row = 1; row < ROWS; row++) {
      int near = Math.min(reach, Math.min(row, ROWS - row));
      double sum = 0;
      for (int k = -near; k <= near; k++) {
        sum += from[row + k];
      }
      radius[row] = sum / (2 * near + 1);
    }
  }

  double top() {
    return top;
  }

  double bottom() {
    return bottom;
  }

  double topRadius() {
    return radius[0];
  }

  double bottomRadius() {
    return radius[ROWS];
  }

  double radiusAt(double y) {
    double row = (y - top) / (bottom - top) * ROWS;
    int low = (int) Math.clamp(Math.floor(row), 0, ROWS - 1);
    double part = Math.clamp(row - low, 0, 1);
    return radius[low] * (1 - part) + radius[low + 1] * part;
  }

  Shape outline() {
    var path = new Path2D.Double();
    double r0 = radius[0];
    double rn = radius[ROWS];
    path.moveTo(cx - r0, top);
    for (int row = 2; row <= ROWS; row += 2) {
      path.lineTo(cx - radius[row], top + (bottom - top) * row / ROWS);
    }
    double k = 0.5523;
    double ry = rn * TILT;
    path.curveTo(cx - rn, bottom + ry * k, cx - rn * k, bottom + ry, cx, bottom + ry);
    path.curveTo(cx + rn * k, bottom + ry, cx + rn, bottom + ry * k, cx + rn, bottom);
    for (int row = ROWS - 2; row >= 0; row -= 2) {
      path.lineTo(cx + radius[row], top + (bottom - top) * row / ROWS);
    }
    ry = r0 * TILT;
    path.curveTo(cx + r0, top - ry * k, cx + r0 * k, top - ry, cx, top - ry);
    path.curveTo(cx - r0 * k, top - ry, cx - r0, top - ry * k, cx - r0, top);
    path.closePath();
    return path;
  }

  /// @param pixels of one unit, so that the texture is as fine as the picture
  Relief.Layer shade(Surface surface, Finish finish, double pixels) {
    double pad = 3;
    double upper = top - radius[0] * TILT - pad;
    double lower = bottom + radius[ROWS] * TILT + pad;
    double spanX = 2 * (widest + pad);
    double spanY = lower - upper;
    double fine = Math.min(pixels, 460 / Math.max(spanX, spanY));
    int w = Math.max(3, (int) Math.ceil(spanX * fine));
    int h = Math.max(3, (int) Math.ceil(spanY * fine));
    var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    int[] out = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    double length = bottom - top;
    double halfPixel = 0.42 / (fine * length);
    for (int py = 0; py < h; py++) {
      double y = upper + (py + 0.5) / fine;
      for (int px = 0; px < w; px++) {
        double x = (px + 0.5) / fine - spanX / 2;
        double r = radiusAt(y);
        double nx = Math.clamp(x / r, -0.999, 0.999);
        double nz = Math.sqrt(1 - nx * nx);
        double at = y - TILT * r * nz;
        r = radiusAt(at);
        nx = Math.clamp(x / r, -0.999, 0.999);
        nz = Math.sqrt(1 - nx * nx);
        double slope = Math.clamp((radiusAt(at + 3) - radiusAt(at - 3)) / 6, -4, 4);
        double norm = 1 / Math.sqrt(1 + slope * slope);
        double v = Math.clamp((at - top) / length, 0, 1);
        double u = Math.asin(nx) * (2 / Math.PI);
        double du = 0.42 / (fine * r * Math.max(0.2, nz)) * (2 / Math.PI);
        int[] here = surface.at(u - du, v - halfPixel);
        int[] there = surface.at(u + du, v + halfPixel);
        int rgb = light(here, finish, nx * norm, -slope * norm, nz * norm, u, v);
        out[py * w + px] =
            here == there
                ? rgb
                : middle(rgb, light(there, finish, nx * norm, -slope * norm, nz * norm, u, v));
      }
    }
    return new Relief.Layer(
        image, new Rectangle2D.Double(cx - spanX / 2, upper, w / fine, h / fine));
  }

  /// What is seen of the body in front of its opening.
  Shape front() {
    double r = radius[0];
    return Outline.without(outline(), Outline.ellipse(cx, top, r, r * TILT));
  }

  /// A ball, which needs no profile.
  static Relief.Layer ball(
      double cx, double cy, double r, Color color, Finish finish, double pixels) {
    double fine = Math.min(pixels, 150 / r);
    int side = Math.max(3, (int) Math.ceil(2 * (r + 2) * fine));
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    int[] out = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int[] ramp = Tone.ramp(color);
    for (int py = 0; py < side; py++) {
      double ny = ((py + 0.5) / fine - r - 2) / r;
      for (int px = 0; px < side; px++) {
        double nx = ((px + 0.5) / fine - r - 2) / r;
        double length = Math.sqrt(nx * nx + ny * ny);
        double in = length > 0.999 ? 0.999 / length : 1;
        double x = nx * in;
        double y = ny * in;
        double z = Math.sqrt(Math.max(0, 1 - x * x - y * y));
        out[py * side + px] = light(ramp, finish, x, y, z, 0.1, 0.9);
      }
    }
    return new Relief.Layer(
        image, new Rectangle2D.Double(cx - r - 2, cy - r - 2, side / fine, side / fine));
  }

  /// The same body in clear glass: dark where one looks along the wall, bright where it mirrors.
  Relief.Layer clear(Color tint, double density, double pixels) {
    double spanX = 2 * widest + 6;
    double upper = top - radius[0] * TILT - 3;
    double spanY = bottom + radius[ROWS] * TILT + 3 - upper;
    double fine = Math.min(pixels, 400 / Math.max(spanX, spanY));
    int w = Math.max(3, (int) Math.ceil(spanX * fine));
    int h = Math.max(3, (int) Math.ceil(spanY * fine));
    var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    int[] out = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int[] ramp = Tone.ramp(tint);
    for (int py = 0; py < h; py++) {
      double y = upper + (py + 0.5) / fine;
      double v = Math.clamp((y - top) / (bottom - top), 0, 1);
      for (int px = 0; px < w; px++) {
        double nx = Math.clamp(((px + 0.5) / fine - spanX / 2) / radiusAt(y), -1, 1);
        double u = Math.asin(nx) * (2 / Math.PI);
        double edge = nx * nx * nx * nx;
        double alpha = density + 0.62 * edge * edge + 0.10 * edge;
        double pane = step(-0.70, -0.60, u) * step(-0.38, -0.46, u) * step(0.04, 0.12, v);
        double rim = step(0.58, 0.66, u) * step(0.80, 0.72, u) * step(0.1, 0.3, v);
        double gleam = 0.62 * pane * step(0.92, 0.6, v) + 0.30 * rim;
        int rgb = whiten(ramp[nx < 0 ? 96 : 70], Math.min(1, gleam * 1.3));
        int a = (int) (255 * Math.min(0.95, Math.max(alpha, gleam)));
        out[py * w + px] = a << 24 | rgb & 0xFFFFFF;
      }
    }
    return new Relief.Layer(
        image, new Rectangle2D.Double(cx - spanX / 2, upper, w / fine, h / fine));
  }

  /// The light of one point, by its normal.
  static int light(int[] ramp, Finish finish, double nx, double ny, double nz, double u, double v) {
    double facing = Math.max(0, nx * LX + ny * LY + nz * LZ);
    double bounce = 0.13 * Math.max(0, nx - 0.72) + 0.07 * Math.max(0, ny);
    double shade;
    double gleam;
    if (finish.metal()) {
      double mirror = 2 * nz * nx;
      double box = step(-0.95, -0.55, mirror) * step(0.15, -0.25, mirror);
      double strip = step(0.62, 0.72, mirror) * step(0.95, 0.85, mirror);
      double core = step(0.05, 0.4, mirror) * step(0.75, 0.5, mirror);
      shade = 0.36 + 0.30 * box + 0.22 * strip - 0.17 * core - 0.12 * ny + 0.12 * (facing - 0.6);
      gleam = 0.30 * box * box;
    } else {
      shade = 0.15 + 0.45 * facing + bounce;
      gleam = 0;
    }
    double hx = nx * -0.32 + ny * -0.30 + nz * 0.90;
    double spot = Math.max(0, hx);
    for (int i = 0; i < finish.tight(); i++) {
      spot *= spot;
    }
    gleam += finish.shine() * spot;
    if (finish.window() > 0) {
      double pane = step(-0.60, -0.54, u) * step(-0.34, -0.40, u);
      pane *= step(0.10, 0.16, v) * step(0.80, 0.55, v);
      double second = step(0.66, 0.72, u) * step(0.84, 0.78, u) * step(0.15, 0.3, v);
      gleam += finish.window() * (pane * 0.72 + second * step(0.9, 0.7, v) * 0.22);
    }
    int rgb = ramp[(int) (255 * Math.clamp(shade, 0.02, 1))];
    return gleam <= 0.004 ? rgb : whiten(rgb, Math.min(0.92, gleam));
  }

  private static int middle(int one, int other) {
    return 0xFF000000 | ((one & 0xFEFEFE) + (other & 0xFEFEFE)) >> 1;
  }

  private static int whiten(int rgb, double share) {
    int r = rgb >> 16 & 255;
    int g = rgb >> 8 & 255;
    int b = rgb & 255;
    r += (int) ((255 - r) * share);
    g += (int) ((253 - g) * share);
    b += (int) ((248 - b) * share);
    return 0xFF000000 | r << 16 | Math.max(0, g) << 8 | Math.max(0, b);
  }

  /// 0 before `from`, 1 after `to`, smooth between; falling where `from` is the larger.
  static double step(double from, double to, double x) {
    double t = Math.clamp((x - from) / (to - from), 0, 1);
    return t * t * (3 - 2 * t);
  }

  /// Monotone cubic: no overshoot, so that a corner made of two close points stays one.
  private static double interpolate(double[] p, int n, double y) {
    int i = 0;
    while (i < n - 2 && y > p[2 * i + 2]) {
      i++;
    }
    double h = p[2 * i + 2] - p[2 * i];
    double t = h == 0 ? 0 : Math.clamp((y - p[2 * i]) / h, 0, 1);
    double d0 = slope(p, n, i) * h;
    double d1 = slope(p, n, i + 1) * h;
    double t2 = t * t;
    double t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * p[2 * i + 1]
        + (t3 - 2 * t2 + t) * d0
        + (3 * t2 - 2 * t3) * p[2 * i + 3]
        + (t3 - t2) * d1;
  }

  private static double slope(double[] p, int n, int i) {
    if (i == 0 || i == n - 1) {
      int a = i == 0 ? 0 : n - 2;
      return (p[2 * a + 3] - p[2 * a + 1]) / Math.max(0.01, p[2 * a + 2] - p[2 * a]);
    }
    double before = (p[2 * i + 1] - p[2 * i - 1]) / Math.max(0.01, p[2 * i] - p[2 * i - 2]);
    double after = (p[2 * i + 3] - p[2 * i + 1]) / Math.max(0.01, p[2 * i + 2] - p[2 * i]);
    return before * after <= 0 ? 0 : 2 * before * after / (before + after);
  }
}
