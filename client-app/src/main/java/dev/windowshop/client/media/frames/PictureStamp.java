package dev.windowshop.client.media.frames;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// A strip of dark and light cells in the lower left corner of every drawn picture that says whose
/// it is and which one: large enough to come through encoding and scaling.
///
/// @param owner 0 to 65535
/// @param number of the picture, the lower 16 bits
public record PictureStamp(int owner, int number) {
  public static final int COLUMNS = 20;
  public static final int ROWS = 2;
  private static final int BITS = COLUMNS * ROWS;

  /// The grey of a dark cell and of a light one, which are not to catch the eye.
  public static final int DARK = 26;

  public static final int LIGHT = 150;
  private static final int BETWEEN = (DARK + LIGHT) / 2;

  /// Where a column begins in a picture that wide, which may have been scaled on its way.
  public static int left(int column, int width) {
    return Math.round(column * cell(width));
  }

  /// Where a row begins.
  public static int top(int row, int width, int height) {
    return height - Math.round((ROWS - row) * cell(width));
  }

  private static float cell(int width) {
    return width / 80f;
  }

  /// Whether the cell is light. Cells go by rows from the top left.
  public boolean light(int column, int row) {
    return (bits() >>> (BITS - 1 - (row * COLUMNS + column)) & 1) != 0;
  }

  private long bits() {
    return (owner & 0xffffL) << 24 | (number & 0xffffL) << 8 | check(owner, number);
  }

  private static int check(int owner, int number) {
    return ((owner & 0xffff) * 31 + (number & 0xffff) * 17 + 0x5a) % 251;
  }

  /// @return null when the picture bears none
  public static @Nullable PictureStamp read(int width, int height, ByteBuffer bgra) {
    float half = cell(width) / 2;
    if (half < 1 || top(0, width, height) < 0) {
      return null;
    }
    long bits = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int x = (int) (left(column, width) + half);
        int y = (int) (top(row, width, height) + half);
        int green = bgra.get((y * width + x) * 4 + 1) & 0xff;
        bits = bits << 1 | (green > BETWEEN ? 1 : 0);
      }
    }
    PictureStamp stamp =
        new PictureStamp((int) (bits >>> 24 & 0xffff), (int) (bits >>> 8 & 0xffff));
    return stamp.bits() == bits ? stamp : null;
  }
}
