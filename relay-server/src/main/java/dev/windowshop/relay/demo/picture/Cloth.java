package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Woven and knitted surfaces.
final class Cloth {

  private Cloth() {}

  static void check(Sketch s, Shape shape, Color line, double size, double degrees) {
    s.pattern(
        shape,
        size,
        size,
        degrees,
        g -> {
          g.setColor(Tone.alpha(line, 0.42));
          g.fill(Outline.round(0, 0, size, size * 0.34, 0));
          g.fill(Outline.round(0, 0, size * 0.34, size, 0));
          g.setColor(Tone.alpha(Tone.lift(line, -0.1), 0.5));
          g.fill(Outline.round(0, size * 0.64, size, size * 0.05, 0));
          g.fill(Outline.round(size * 0.64, 0, size * 0.05, size, 0));
        });
  }

  /// Rows of small stitches.
  static void knit(Sketch s, Shape shape, Color yarn, double size, double degrees) {
    Color dark = Tone.alpha(Tone.lift(yarn, -0.16), 0.32);
    Color lit = Tone.alpha(Tone.lift(yarn, 0.12), 0.34);
    s.pattern(
        shape,
        size,
        size * 0.72,
        degrees,
        g -> {
          double h = size * 0.72;
          g.setStroke(new java.awt.BasicStroke((float) (size * 0.16), 1, 1));
          g.setColor(dark);
          g.draw(Outline.path("M", 0, -h * 0.2, "L", size / 2, h * 0.6, "L", size, -h * 0.2));
          g.draw(Outline.path("M", 0, h * 0.8, "L", size / 2, h * 1.6, "L", size, h * 0.8));
          g.setColor(lit);
          g.draw(Outline.path("M", 0, h * 0.05, "L", size / 2, h * 0.85, "L", size, h * 0.05));
        });
  }

  static void ribs(Sketch s, Shape shape, Color yarn, double degrees) {
    s.volume(shape, Tone.lift(yarn, -0.012), 16, 0.7);
    s.pattern(
        shape,
        13,
        40,
        degrees,
        g -> {
          g.setColor(Tone.alpha(Tone.lift(yarn, -0.18), 0.4));
          g.fill(Outline.round(0, -5, 4.5, 50, 0));
          g.setColor(Tone.alpha(Tone.lift(yarn, 0.12), 0.35));
          g.fill(Outline.round(6, -5, 3.5, 50, 0));
        });
  }
}
