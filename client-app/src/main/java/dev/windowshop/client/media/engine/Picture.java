package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.windowshop.client.media.frames.PictureStamp;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A picture to draw on, in the encoder's own colours (a byte of light a pixel, two of colour for
/// each four), so that nothing has to be converted. Not safe for several threads.
final class Picture {
  /// A colour as light and two differences, each 0 to 255.
  record Colour(int light, int blue, int red) {
    static final Colour WHITE = rgb(255, 255, 255);

    static Colour rgb(int r, int g, int b) {
      return new Colour(
          Math.clamp(Math.round(16 + 0.257f * r + 0.504f * g + 0.098f * b), 0, 255),
          Math.clamp(Math.round(128 - 0.148f * r - 0.291f * g + 0.439f * b), 0, 255),
          Math.clamp(Math.round(128 + 0.439f * r - 0.368f * g - 0.071f * b), 0, 255));
    }

    /// @param hue 0 to 1
    static Colour hue(double hue, double saturation, double brightness) {
      double[] parts = new double[3];
      for (int i = 0; i < 3; i++) {
        double k = (5 - 2 * i + hue * 6) % 6;
        parts[i] = brightness * (1 - saturation * Math.clamp(Math.min(k, 4 - k), 0, 1));
      }
      return rgb((int) (parts[0] * 255), (int) (parts[1] * 255), (int) (parts[2] * 255));
    }

    Colour towards(Colour other, double share) {
      return new Colour(
          (int) Math.round(light + (other.light - light) * share),
          (int) Math.round(blue + (other.blue - blue) * share),
          (int) Math.round(red + (other.red - red) * share));
    }
  }

  private static final Colour STAMP_DARK =
      Colour.rgb(PictureStamp.DARK, PictureStamp.DARK, PictureStamp.DARK);
  private static final Colour STAMP_LIGHT =
      Colour.rgb(PictureStamp.LIGHT, PictureStamp.LIGHT, PictureStamp.LIGHT);

  final int width;
  final int height;
  private final int half;
  private final byte[] light;
  private final byte[] blue;
  private final byte[] red;

  /// @param width even
  /// @param height even
  Picture(int width, int height) {
    this.width = width;
    this.height = height;
    half = width / 2;
    light = new byte[width * height];
    blue = new byte[half * (height / 2)];
    red = new byte[half * (height / 2)];
  }

  /// What lies outside is cut off.
  void fill(int x, int y, int w, int h, Colour colour) {
    int left = Math.clamp(x, 0, width);
    int right = Math.clamp((long) x + w, 0, width);
    int top = Math.clamp(y, 0, height);
    int bottom = Math.clamp((long) y + h, 0, height);
    if (left >= right) {
      return;
    }
    for (int row = top; row < bottom; row++) {
      Arrays.fill(light, row * width + left, row * width + right, (byte) colour.light);
      if ((row & 1) == 0) {
        int at = row / 2 * half;
        Arrays.fill(blue, at + left / 2, at + (right + 1) / 2, (byte) colour.blue);
        Arrays.fill(red, at + left / 2, at + (right + 1) / 2, (byte) colour.red);
      }
    }
  }

  void disc(int centreX, int centreY, int radius, Colour colour) {
    for (int dy = -radius; dy <= radius; dy++) {
      int reach = (int) Math.sqrt((double) radius * radius - (double) dy * dy);
      fill(centreX - reach, centreY + dy, 2 * reach + 1, 1, colour);
    }
  }

  void stamp(PictureStamp stamp) {
    for (int row = 0; row < PictureStamp.ROWS; row++) {
      for (int column = 0; column < PictureStamp.COLUMNS; column++) {
        int left = PictureStamp.left(column, width);
        int top = PictureStamp.top(row, width, height);
        fill(
            left,
            top,
            PictureStamp.left(column + 1, width) - left,
            PictureStamp.top(row + 1, width, height) - top,
            stamp.light(column, row) ? STAMP_LIGHT : STAMP_DARK);
      }
    }
  }

  /// The light of one point, 16 to 235.
  int lightAt(int x, int y) {
    return light[y * width + x] & 0xff;
  }

  /// @param target of the same size
  void copyTo(NativeI420Buffer target) {
    copy(light, width, height, target.getDataY(), target.getStrideY());
    copy(blue, half, height / 2, target.getDataU(), target.getStrideU());
    copy(red, half, height / 2, target.getDataV(), target.getStrideV());
  }

  private static void copy(byte[] from, int width, int rows, ByteBuffer to, int stride) {
    for (int row = 0; row < rows; row++) {
      to.put(row * stride, from, row * width, width);
    }
  }
}
