package dev.windowshop.client.shell.look;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Makes pictures smaller by weighing each pixel by the area that it covers; the toolkit's own
/// scaling leaves steps at edges. Pure; runs where pictures are decoded.
final class Shrink {
  private Shrink() {}

  /// The picture so that it just covers a square of this size; as it is when it is smaller.
  static Image toCover(Image image, int size) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    double scale = (double) size / Math.min(width, height);
    if (size <= 0 || scale >= 1) {
      return image;
    }
    int newWidth = Math.max(1, (int) Math.round(width * scale));
    int newHeight = Math.max(1, (int) Math.round(height * scale));
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
    int[] narrow = alongRows(pixels, width, height, newWidth);
    int[] turned = alongRows(transpose(narrow, newWidth, height), height, newWidth, newHeight);
    WritableImage result = new WritableImage(newWidth, newHeight);
    result
        .getPixelWriter()
        .setPixels(
            0,
            0,
            newWidth,
            newHeight,
            PixelFormat.getIntArgbPreInstance(),
            transpose(turned, newHeight, newWidth),
            0,
            newWidth);
    return result;
  }

  private static int[] alongRows(int[] from, int width, int height, int newWidth) {
    int[] to = new int[newWidth * height];
    double step = (double) width / newWidth;
    for (int x = 0; x < newWidth; x++) {
      double start = x * step;
      double end = Math.min(width, start + step);
      int first = (int) start;
      int last = Math.min(width - 1, (int) Math.ceil(end) - 1);
      for (int y = 0; y < height; y++) {
        double alpha = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int source = first; source <= last; source++) {
          double weight = Math.min(end, source + 1) - Math.max(start, source);
          int pixel = from[y * width + source];
          alpha += weight * (pixel >>> 24);
          red += weight * (pixel >> 16 & 0xff);
          green += weight * (pixel >> 8 & 0xff);
          blue += weight * (pixel & 0xff);
        }
        double area = end - start;
        to[y * newWidth + x] =
            part(alpha / area) << 24
                | part(red / area) << 16
                | part(green / area) << 8
                | part(blue / area);
      }
    }
    return to;
  }

  private static int part(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  private static int[] transpose(int[] from, int width, int height) {
    int[] to = new int[from.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to[x * height + y] = from[y * width + x];
      }
    }
    return to;
  }
}
