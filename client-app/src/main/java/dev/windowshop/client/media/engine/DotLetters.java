package dev.windowshop.client.media.engine;

/// A few letters as dots, like a sign in a shop window: no font has to be there.
final class DotLetters {
  private static final int ROWS = 7;
  private static final String LETTERS = "Nocamer";
  // Five columns a letter, the lowest bit is the top row.
  private static final int[][] COLUMNS = {
    {0x7f, 0x04, 0x08, 0x10, 0x7f},
    {0x38, 0x44, 0x44, 0x44, 0x38},
    {0x38, 0x44, 0x44, 0x44, 0x28},
    {0x20, 0x54, 0x54, 0x54, 0x78},
    {0x7c, 0x04, 0x78, 0x04, 0x78},
    {0x38, 0x54, 0x54, 0x54, 0x18},
    {0x7c, 0x08, 0x04, 0x04, 0x08},
  };

  private DotLetters() {}

  static int width(String text, int dot) {
    return text.length() * 6 * dot - dot;
  }

  static int height(int dot) {
    return ROWS * dot;
  }

  /// A letter that is not known is a gap.
  static void draw(
      Picture picture, String text, int left, int top, int dot, Picture.Colour colour) {
    for (int i = 0; i < text.length(); i++) {
      int letter = LETTERS.indexOf(text.charAt(i));
      if (letter < 0) {
        continue;
      }
      for (int column = 0; column < 5; column++) {
        for (int row = 0; row < ROWS; row++) {
          if ((COLUMNS[letter][column] >> row & 1) != 0) {
            int x = left + (i * 6 + column) * dot;
            picture.disc(x + dot / 2, top + row * dot + dot / 2, dot / 2, colour);
          }
        }
      }
    }
  }
}
