package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Point2D;

/// A corner of space for things with edges: boxes and bars, seen from the front left and a little
/// above. x to the right, y up from the floor, z towards us; draw from back to front.
final class Room {
  private static final double TIP = 0.27;
  private final Sketch s;
  private final double ox;
  private final double oy;
  private final double cos;
  private final double sin;

  Room(Sketch s, double ox, double oy, double degrees) {
    this.s = s;
    this.ox = ox;
    this.oy = oy;
    this.cos = Math.cos(Math.toRadians(degrees));
    this.sin = Math.sin(Math.toRadians(degrees));
  }

  Point2D at(double x, double y, double z) {
    double depth = x * sin + z * cos;
    return new Point2D.Double(ox + x * cos - z * sin, oy - y * 0.965 + depth * TIP);
  }

  Shape face(double... xyz) {
    double[] flat = new double[xyz.length / 3 * 2];
    for (int i = 0; i < xyz.length / 3; i++) {
      Point2D p = at(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
      flat[2 * i] = p.getX();
      flat[2 * i + 1] = p.getY();
    }
    return Outline.poly(flat);
  }

  /// A block between two corners.
  void box(double x0, double y0, double z0, double x1, double y1, double z1, Color color) {
    int[] ramp = Tone.ramp(color);
    Shape right = face(x1, y0, z1, x1, y0, z0, x1, y1, z0, x1, y1, z1);
    Shape front = face(x0, y0, z1, x1, y0, z1, x1, y1, z1, x0, y1, z1);
    Shape top = face(x0, y1, z1, x1, y1, z1, x1, y1, z0, x0, y1, z0);
    shade(right, ramp[92], ramp[60]);
    shade(front, ramp[140], ramp[108]);
    shade(top, ramp[178], ramp[150]);
    Point2D a = at(x0, y1, z1);
    Point2D b = at(x1, y1, z1);
    Point2D c = at(x1, y1, z0);
    Color edge = Tone.alpha(new Color(ramp[226]), 0.7);
    s.segment(a.getX(), a.getY(), b.getX(), b.getY(), 2, edge);
    s.segment(b.getX(), b.getY(), c.getX(), c.getY(), 1.6, Tone.alpha(edge, 0.4));
  }

  private void shade(Shape face, int from, int to) {
    var b = face.getBounds2D();
    s.gradient(
        face, b.getMinX(), b.getMinY(), new Color(from), b.getMaxX(), b.getMaxY(), new Color(to));
    s.line(face, 0.8, new Color(to));
  }

  /// A bar between two points, as wide as told at each end.
  void bar(
      double x0,
      double y0,
      double z0,
      double x1,
      double y1,
      double z1,
      double w0,
      double w1,
      Color color) {
    Point2D a = at(x0, y0, z0);
    Point2D b = at(x1, y1, z1);
    s.rod(a.getX(), a.getY(), b.getX(), b.getY(), w0, w1, color, Finish.SATIN);
  }

  /// The shadow on the floor under a rectangle.
  void shadow(double x0, double z0, double x1, double z1) {
    Shape foot = face(x0, 0, z0, x1, 0, z0, x1, 0, z1, x0, 0, z1);
    s.shadow(foot, 60, 14, 60, 0.24);
    s.shadow(foot, 10, 4, 16, 0.28);
  }

  /// The small dark spot under a leg.
  void foot(double x, double z, double r) {
    Point2D p = at(x, 0, z);
    s.shadow(Outline.ellipse(p.getX() + r * 0.8, p.getY() + 2, r * 2.2, r * 0.8), 0, 0, 10, 0.3);
    s.shadow(Outline.ellipse(p.getX(), p.getY(), r, r * 0.5), 0, 0, 3, 0.5);
  }

  /// Fine lines of grain over a top.
  void grain(double x0, double z0, double x1, double z1, double y, Color color, int lines) {
    for (int i = 1; i < lines; i++) {
      double z = z0 + (z1 - z0) * (i + s.vary(-0.3, 0.3)) / lines;
      double a = x0 + (x1 - x0) * s.vary(0.01, 0.25);
      double b = x1 - (x1 - x0) * s.vary(0.01, 0.25);
      Point2D p = at(a, y, z);
      Point2D q = at(b, y, z);
      s.segment(
          p.getX(), p.getY(), q.getX(), q.getY(), 1.5, Tone.alpha(Tone.lift(color, -0.16), 0.35));
    }
  }
}
