package dev.windowshop.client.media.frames;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// A strip of black and white cells in the lower left corner of every drawn picture that says whose
/// it is and which one: large enough to come through encoding and scaling.
///
/// @param owner 0 to 65535
/// @param number of the picture, the lower 16 bits
public record PictureStamp(int owner, int number) {
  public static final int COLUMNS = 20;
  public static final int ROWS = 2;
  private static final int BITS = COLUMNS * ROWS;

  /// The side of a cell in a picture that wide.
  public static int cell(int width) {
    return Math.max(4, width / 80);
  }

  /// Whether the cell is white. Cells go by rows from the top left.
  public boolean white(int column, int row) {
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
    int cell = cell(width);
    int top = height - ROWS * cell;
    if (top < 0 || COLUMNS * cell > width) {
      return null;
    }
    long bits = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int x = column * cell + cell / 2;
        int y = top + row * cell + cell / 2;
        int green = bgra.get((y * width + x) * 4 + 1) & 0xff;
        bits = bits << 1 | (green > 127 ? 1 : 0);
      }
    }
    PictureStamp stamp =
        new PictureStamp((int) (bits >>> 24 & 0xffff), (int) (bits >>> 8 & 0xffff));
    return stamp.bits() == bits ? stamp : null;
  }
}
