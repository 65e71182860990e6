package dev.windowshop.relay.demo.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/// Outlines in the 1000 by 1000 space of a picture. Pure functions.
final class Outline {
  private Outline() {}

  /// A path in the notation of SVG (M L H V C S Q Z, either case).
  static Path2D svg(String text) {
    return parse(text);
  }

  /// An outline that is symmetrical about x = 500, from its left half, which starts on the axis and
  /// ends on it.
  static Path2D symmetric(String leftHalf) {
    return mirrorJoin(parse(leftHalf));
  }

  /// A path out of command letters and numbers.
  static Path2D path(Object... parts) {
    var text = new StringBuilder();
    for (Object part : parts) {
      text.append(part).append(' ');
    }
    return parse(text.toString());
  }

  static Path2D symmetricPath(Object... parts) {
    return mirrorJoin(path(parts));
  }

  static Shape ellipse(double cx, double cy, double rx, double ry) {
    return new Ellipse2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry);
  }

  static Shape round(double x, double y, double w, double h, double radius) {
    return new RoundRectangle2D.Double(x, y, w, h, 2 * radius, 2 * radius);
  }

  static Path2D poly(double... xy) {
    var path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }

  /// A closed curve through these points.
  static Path2D smooth(double... xy) {
    int n = xy.length / 2;
    var path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 0; i < n; i++) {
      int a = 2 * ((i + n - 1) % n);
      int b = 2 * i;
      int c = 2 * ((i + 1) % n);
      int d = 2 * ((i + 2) % n);
      path.curveTo(
          xy[b] + (xy[c] - xy[a]) / 6,
          xy[b + 1] + (xy[c + 1] - xy[a + 1]) / 6,
          xy[c] - (xy[d] - xy[b]) / 6,
          xy[c + 1] - (xy[d + 1] - xy[b + 1]) / 6,
          xy[c],
          xy[c + 1]);
    }
    path.closePath();
    return path;
  }

  static Shape move(Shape shape, double dx, double dy) {
    return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
  }

  static Shape turn(Shape shape, double degrees, double cx, double cy) {
    return AffineTransform.getRotateInstance(Math.toRadians(degrees), cx, cy)
        .createTransformedShape(shape);
  }

  static Shape scale(Shape shape, double sx, double sy, double cx, double cy) {
    var at = AffineTransform.getTranslateInstance(cx, cy);
    at.scale(sx, sy);
    at.translate(-cx, -cy);
    return at.createTransformedShape(shape);
  }

  static Shape mirror(Shape shape) {
    return new AffineTransform(-1, 0, 0, 1, 1000, 0).createTransformedShape(shape);
  }

  static Shape both(Shape one, Shape other) {
    var area = new Area(one);
    area.intersect(new Area(other));
    return area;
  }

  static Shape without(Shape one, Shape hole) {
    var area = new Area(one);
    area.subtract(new Area(hole));
    return area;
  }

  static Shape union(Shape... shapes) {
    var area = new Area();
    for (Shape shape : shapes) {
      area.add(new Area(shape));
    }
    return area;
  }

  private static Path2D mirrorJoin(Path2D left) {
    var area = new Area(closed(left));
    area.add(new Area(mirror(closed(left))));
    return new Path2D.Double(area);
  }

  private static Path2D closed(Path2D open) {
    var path = new Path2D.Double(open);
    path.closePath();
    return path;
  }

  private static Path2D parse(String text) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    var scan = new PathScanner(text);
    char command = 'M';
    double x = 0;
    double y = 0;
    double sx = 0;
    double sy = 0;
    double kx = 0;
    double ky = 0;
    while (scan.more()) {
      command = scan.command(command);
      double ox = Character.isLowerCase(command) ? x : 0;
      double oy = Character.isLowerCase(command) ? y : 0;
      boolean curve = false;
      switch (Character.toUpperCase(command)) {
        case 'M' -> {
          x = sx = ox + scan.number();
          y = sy = oy + scan.number();
          path.moveTo(x, y);
          command = command == 'm' ? 'l' : 'L';
        }
        case 'L' -> path.lineTo(x = ox + scan.number(), y = oy + scan.number());
        case 'H' -> path.lineTo(x = ox + scan.number(), y);
        case 'V' -> path.lineTo(x, y = oy + scan.number());
        case 'C', 'S' -> {
          boolean smooth = Character.toUpperCase(command) == 'S';
          double x1 = smooth ? 2 * x - kx : ox + scan.number();
          double y1 = smooth ? 2 * y - ky : oy + scan.number();
          kx = ox + scan.number();
          ky = oy + scan.number();
          x = ox + scan.number();
          y = oy + scan.number();
          path.curveTo(x1, y1, kx, ky, x, y);
          curve = true;
        }
        case 'Q' -> {
          double qx = ox + scan.number();
          double qy = oy + scan.number();
          path.quadTo(qx, qy, x = ox + scan.number(), y = oy + scan.number());
        }
        case 'Z' -> {
          path.closePath();
          x = sx;
          y = sy;
        }
        default -> throw new IllegalArgumentException("path command " + command + " in " + text);
      }
      if (!curve) {
        kx = x;
        ky = y;
      }
    }
    return path;
  }
}
