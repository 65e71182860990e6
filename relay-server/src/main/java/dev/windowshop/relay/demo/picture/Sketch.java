package dev.windowshop.relay.demo.picture;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// A drawing surface of 1000 by 1000 units with what every product is drawn from: flat fills, soft
/// volumes, turned bodies, rods, shadows and woven patterns. Confined to one thread.
final class Sketch {
  final Graphics2D g;
  final Color main;
  final Color accent;
  final Color ink;
  final Color wall;
  final SplittableRandom random;
  private final int shape;
  private final double pixels;

  Sketch(
      Graphics2D g,
      double pixels,
      Color main,
      Color accent,
      Backdrop backdrop,
      int shape,
      long seed) {
    this.g = g;
    this.pixels = pixels;
    this.main = main;
    this.accent = accent;
    this.ink = backdrop.shadow();
    this.wall = backdrop.wall();
    this.shape = shape;
    this.random = new SplittableRandom(seed);
    polish(g);
  }

  private Sketch(Sketch from, Graphics2D g, Color main, Color accent, int shape, double zoom) {
    this.g = g;
    this.pixels = from.pixels * zoom;
    this.main = main;
    this.accent = accent;
    this.ink = from.ink;
    this.wall = from.wall;
    this.shape = shape;
    this.random = new SplittableRandom(shape * 31L + main.getRGB());
  }

  static void polish(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
  }

  /// Another product drawn into this picture, moved and scaled about its feet.
  void place(
      Drawing drawing, double x, double y, double zoom, Color color, Color second, int which) {
    Graphics2D part = (Graphics2D) g.create();
    part.translate(x, y);
    part.scale(zoom, zoom);
    part.translate(-500, -830);
    drawing.draw(new Sketch(this, part, color, second, which, zoom));
    part.dispose();
  }

  /// This product's shape, of so many.
  int shape(int count) {
    return Math.floorMod(shape, count);
  }

  double vary(double from, double to) {
    return from + random.nextDouble() * (to - from);
  }

  Color tone(double lift) {
    return Tone.lift(main, lift);
  }

  void fill(Shape outline, Paint paint) {
    g.setPaint(paint);
    g.fill(outline);
  }

  void gradient(Shape o, double x1, double y1, Color from, double x2, double y2, Color to) {
    fill(o, new GradientPaint((float) x1, (float) y1, from, (float) x2, (float) y2, to));
  }

  void line(Shape path, double width, Color color) {
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setPaint(color);
    g.draw(path);
  }

  void line(String path, double width, Color color) {
    line(Outline.svg(path), width, color);
  }

  /// A crease in cloth.
  void fold(Shape path, double width, double alpha) {
    Shape wide =
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            .createStrokedShape(path);
    glow(wide, width * 1.3, Tone.lift(main, -0.2), alpha);
    glow(Outline.move(wide, -width, -width * 0.4), width * 1.3, Tone.lift(main, 0.1), alpha * 0.6);
  }

  void fold(String path, double width, double alpha) {
    fold(Outline.svg(path), width, alpha);
  }

  void dashes(Shape path, double width, Color color, double on, double off) {
    g.setStroke(
        new BasicStroke(
            (float) width,
            BasicStroke.CAP_ROUND,
            BasicStroke.JOIN_ROUND,
            4,
            new float[] {(float) on, (float) off},
            0));
    g.setPaint(color);
    g.draw(path);
  }

  /// A tube along a path: a wide stroke with a lit and a shaded side.
  void tube(Shape path, double width, Color color, Finish finish) {
    int[] ramp = Tone.ramp(color);
    line(path, width, new Color(ramp[62]));
    Shape up = Outline.move(path, -width * 0.09, -width * 0.09);
    line(up, width * 0.72, new Color(ramp[112]));
    line(Outline.move(path, -width * 0.16, -width * 0.15), width * 0.36, new Color(ramp[150]));
    if (finish.shine() > 0.1) {
      Color gleam = Tone.alpha(Color.WHITE, 0.35 + finish.shine());
      line(Outline.move(path, -width * 0.2, -width * 0.2), width * 0.11, gleam);
    }
  }

  void tube(String path, double width, Color color, Finish finish) {
    tube(Outline.svg(path), width, color, finish);
  }

  /// A soft, cushion-like body.
  void volume(Shape outline, Color color, double depth, double strength) {
    fill(outline, color);
    relief(outline, color, depth, strength);
  }

  /// Only the light and shade of one, over what is there.
  void relief(Shape outline, Color color, double depth, double strength) {
    texture(outline, Relief.volume(outline, depth, strength, color));
  }

  private void texture(Shape outline, Relief.Layer layer) {
    fill(outline, new TexturePaint(layer.image(), layer.box()));
  }

  void turned(Turned body, Surface surface, Finish finish) {
    texture(body.outline(), body.shade(surface, finish, pixels));
  }

  /// Only what is in front of the opening, over whatever stands in it.
  void turnedFront(Turned body, Surface surface, Finish finish) {
    texture(body.front(), body.shade(surface, finish, pixels));
  }

  void turned(Turned body, Color color, Finish finish) {
    turned(body, Surface.plain(color), finish);
  }

  /// Clear glass: its edges, and what the studio's window leaves on it.
  void glass(Turned body, Color tint, double density) {
    texture(body.outline(), body.clear(tint, density, pixels));
  }

  /// A flat lid or table top: an ellipse that catches the light.
  void disc(double cx, double cy, double r, Color color, double lift) {
    Color lit = Tone.lift(color, lift + 0.07);
    Color far = Tone.lift(color, lift - 0.03);
    double ry = r * Turned.TILT;
    gradient(Outline.ellipse(cx, cy, r, ry), cx - r, cy - ry, lit, cx + r, cy + ry, far);
  }

  /// The dark inside of a vessel, with its lip.
  void opening(double cx, double cy, double r, Color color, double lip) {
    int[] ramp = Tone.ramp(color);
    double ry = r * Turned.TILT;
    gradient(
        Outline.ellipse(cx, cy, r, ry),
        cx - r,
        cy,
        new Color(ramp[190]),
        cx + r,
        cy,
        new Color(ramp[110]));
    double inner = r - lip;
    double iy = ry - lip * 0.42;
    Shape hole = Outline.ellipse(cx, cy + lip * 0.06, inner, iy);
    gradient(hole, cx - inner, cy, new Color(ramp[34]), cx + inner, cy, new Color(ramp[104]));
    gradient(
        hole,
        cx,
        cy - iy,
        Tone.alpha(new Color(ramp[8]), 0.5),
        cx,
        cy + iy,
        Tone.alpha(new Color(ramp[150]), 0.25));
  }

  void ball(double cx, double cy, double r, Color color, Finish finish) {
    texture(Outline.ellipse(cx, cy, r, r), Turned.ball(cx, cy, r, color, finish, pixels));
  }

  /// A straight round bar, its ends as wide as told.
  void rod(
      double x1, double y1, double x2, double y2, double w1, double w2, Color color, Finish f) {
    double length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
    double nx = -(y2 - y1) / length;
    double ny = (x2 - x1) / length;
    if (nx > 0 || (Math.abs(nx) < 1e-6 && ny > 0)) {
      nx = -nx;
      ny = -ny;
    }
    double w = Math.max(w1, w2) / 2;
    int[] ramp = Tone.ramp(color);
    boolean metal = f.metal();
    Color[] colors = {
      new Color(ramp[metal ? 70 : 96]),
      new Color(ramp[metal ? 225 : 158]),
      new Color(ramp[118]),
      new Color(ramp[metal ? 44 : 54]),
      new Color(ramp[metal ? 120 : 72])
    };
    float[] stops = {0, 0.26f, 0.5f, 0.84f, 1};
    double mx = (x1 + x2) / 2;
    double my = (y1 + y2) / 2;
    var paint =
        new LinearGradientPaint(
            new Point2D.Double(mx + nx * w, my + ny * w),
            new Point2D.Double(mx - nx * w, my - ny * w),
            stops,
            colors);
    Shape bar =
        Outline.poly(
            x1 + nx * w1 / 2,
            y1 + ny * w1 / 2,
            x2 + nx * w2 / 2,
            y2 + ny * w2 / 2,
            x2 - nx * w2 / 2,
            y2 - ny * w2 / 2,
            x1 - nx * w1 / 2,
            y1 - ny * w1 / 2);
    fill(bar, paint);
  }

  /// Shadow of something standing with a round or flat foot: dark where it touches, soft to the
  /// right.
  void stand(double cx, double y, double rx) {
    stand(cx, y, rx, 0.24);
  }

  void stand(double cx, double y, double rx, double flat) {
    double ry = Math.max(14, rx * flat);
    shadow(Outline.ellipse(cx + rx * 0.42, y + ry * 0.45, rx * 1.3, ry * 0.95), 0, 0, 62, 0.26);
    shadow(Outline.ellipse(cx + rx * 0.12, y + ry * 0.18, rx * 1.04, ry * 0.86), 0, 0, 20, 0.34);
    shadow(Outline.ellipse(cx, y + 3, rx * 0.95, ry * 0.72), 0, 0, 6, 0.5);
  }

  /// Shadow of what hangs or lies a little in front of a surface.
  void shadow(Shape outline, double dx, double dy, double blur, double alpha) {
    glow(Outline.move(outline, dx, dy), blur, ink, alpha);
  }

  void glow(Shape outline, double blur, Color color, double alpha) {
    Relief.Layer layer = Relief.shadow(outline, blur, color, alpha);
    Rectangle2D box = layer.box();
    BufferedImage image = layer.image();
    var at = AffineTransform.getTranslateInstance(box.getX(), box.getY());
    at.scale(box.getWidth() / image.getWidth(), box.getHeight() / image.getHeight());
    g.drawImage(image, at, null);
  }

  /// Lies on the table or hangs before the wall: near and far shadow in one.
  void lay(Shape outline) {
    shadow(outline, 26, 34, 46, 0.30);
    shadow(outline, 7, 9, 10, 0.34);
  }

  /// A repeating pattern over an outline.
  void pattern(Shape outline, double w, double h, double degrees, Consumer<Graphics2D> tile) {
    int pw = Math.max(2, (int) Math.round(w * pixels));
    int ph = Math.max(2, (int) Math.round(h * pixels));
    var image = new BufferedImage(pw, ph, BufferedImage.TYPE_INT_ARGB);
    Graphics2D t = image.createGraphics();
    polish(t);
    t.scale(pw / w, ph / h);
    tile.accept(t);
    t.dispose();
    var paint = new TexturePaint(image, new Rectangle2D.Double(0, 0, w, h));
    if (degrees == 0) {
      fill(outline, paint);
      return;
    }
    AffineTransform before = g.getTransform();
    g.rotate(Math.toRadians(degrees), 500, 500);
    fill(Outline.turn(outline, -degrees, 500, 500), paint);
    g.setTransform(before);
  }

  /// A soft round light.
  void light(double cx, double cy, double r, Color color, double alpha) {
    var paint =
        new RadialGradientPaint(
            new Point2D.Double(cx, cy),
            (float) r,
            new float[] {0, 0.45f, 1},
            new Color[] {
              Tone.alpha(color, alpha), Tone.alpha(color, alpha * 0.4), Tone.alpha(color, 0)
            });
    fill(Outline.ellipse(cx, cy, r, r), paint);
  }

  void segment(double x1, double y1, double x2, double y2, double width, Color color) {
    line(new Line2D.Double(x1, y1, x2, y2), width, color);
  }

  /// A round light that stays inside an outline.
  void light(Shape within, double cx, double cy, double r, Color color, double alpha) {
    fill(
        within,
        new RadialGradientPaint(
            new Point2D.Double(cx, cy),
            (float) r,
            new float[] {0, 0.5f, 1},
            new Color[] {
              Tone.alpha(color, alpha), Tone.alpha(color, alpha * 0.45), Tone.alpha(color, 0)
            }));
  }

  void faded(double alpha, Runnable draw) {
    var before = g.getComposite();
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha));
    draw.run();
    g.setComposite(before);
  }
}
