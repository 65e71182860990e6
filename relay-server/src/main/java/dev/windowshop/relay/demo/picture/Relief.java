package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;

/// Soft shadows and soft volume out of an outline alone: the outline is blurred on a coarse grid
/// (cheap at any picture size) and read as a shadow or as a height that light falls on.
final class Relief {
  private static final int GRID = 112;
  private final Rectangle2D box;
  private final int width;
  private final int height;
  private final double cell;
  private final float[] mask;

  private Relief(Shape shape, double margin) {
    Rectangle2D bounds = shape.getBounds2D();
    box =
        new Rectangle2D.Double(
            bounds.getX() - margin,
            bounds.getY() - margin,
            bounds.getWidth() + 2 * margin,
            bounds.getHeight() + 2 * margin);
    cell = Math.max(box.getWidth(), box.getHeight()) / GRID;
    width = Math.max(4, (int) Math.ceil(box.getWidth() / cell));
    height = Math.max(4, (int) Math.ceil(box.getHeight() / cell));
    box.setRect(box.getX(), box.getY(), width * cell, height * cell);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.scale(1 / cell, 1 / cell);
    g.translate(-box.getX(), -box.getY());
    g.setColor(Color.WHITE);
    g.fill(shape);
    g.dispose();
    byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    mask = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      mask[i] = (bytes[i] & 255) / 255f;
    }
  }

  /// @param image to be drawn, or used as a texture, over `box`
  record Layer(BufferedImage image, Rectangle2D box) {}

  /// The outline's shadow.
  static Layer shadow(Shape shape, double blur, Color color, double alpha) {
    var relief = new Relief(shape, blur * 1.6);
    float[] soft = relief.blurred(blur);
    int rgb = color.getRGB() & 0xFFFFFF;
    return relief.layer(i -> (int) (255 * alpha * Math.min(1, soft[i])) << 24 | rgb);
  }

  /// Light and shade of a cushion-like body with this outline, to be filled over its flat colour.
  ///
  /// @param depth how far in from the edge the roundness reaches
  static Layer volume(Shape shape, double depth, double strength, Color base) {
    var relief = new Relief(shape, depth * 0.8 + 4);
    float[] soft = relief.blurred(depth);
    int reach = Math.max(1, (int) Math.round(depth * 0.55 / relief.cell));
    int[] ramp = Tone.ramp(base);
    int dark = ramp[18] & 0xFFFFFF;
    int lit = Tone.mix(new Color(ramp[255]), Color.WHITE, 0.35).getRGB() & 0xFFFFFF;
    int w = relief.width;
    int h = relief.height;
    return relief.layer(i -> {
      int x = i % w;
      int y = i / w;
      float in = soft[Math.min(h - 1, y + reach) * w + Math.min(w - 1, x + reach)];
      float out = soft[Math.max(0, y - reach) * w + Math.max(0, x - reach)];
      double slope = in - out;
      double edge = Math.max(0, 0.75 - soft[i]) * 0.35;
      double alpha;
      int rgb;
      if (slope - edge > 0) {
        alpha = (slope - edge) * 0.62 * strength;
        rgb = lit;
      } else {
        alpha = (edge - slope) * 0.78 * strength;
        rgb = dark;
      }
      return (int) (255 * Math.min(0.9, alpha)) << 24 | rgb;
    });
  }

  private interface Texel {
    int at(int index);
  }

  private Layer layer(Texel texel) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = texel.at(i);
    }
    return new Layer(image, box);
  }

  private float[] blurred(double blur) {
    int radius = Math.max(1, (int) Math.round(blur / cell / 2.2));
    float[] one = mask.clone();
    float[] two = new float[one.length];
    for (int pass = 0; pass < 3; pass++) {
      boxBlur(one, two, width, height, 1, width, radius);
      boxBlur(two, one, height, width, width, 1, radius);
    }
    return one;
  }

  private static void boxBlur(
      float[] from, float[] to, int length, int lines, int step, int lineStep, int radius) {
    float share = 1f / (2 * radius + 1);
    for (int line = 0; line < lines; line++) {
      int start = line * lineStep;
      float sum = 0;
      for (int i = 0; i <= Math.min(radius, length - 1); i++) {
        sum += from[start + i * step];
      }
      for (int i = 0; i < length; i++) {
        to[start + i * step] = sum * share;
        int next = i + radius + 1;
        int last = i - radius;
        if (next < length) {
          sum += from[start + next * step];
        }
        if (last >= 0) {
          sum -= from[start + last * step];
        }
      }
    }
  }
}
