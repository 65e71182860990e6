package dev.windowshop.client.media.engine;

import dev.windowshop.client.media.engine.Picture.Colour;

/// Slowly drifting bars in the owner's colour, and a sign that says what is missing.
final class NoCameraDrawing implements Drawing {
  private static final String SIGN = "No camera";
  private static final int BARS = 8;

  private final Colour[] bars = new Colour[BARS];
  private final Colour board;
  private final Colour letters;

  /// @param hue 0 to 1
  NoCameraDrawing(double hue) {
    for (int i = 0; i < BARS; i++) {
      double wave = Math.abs(i - BARS / 2) / (double) (BARS / 2);
      bars[i] = Colour.hue(hue + 0.02 * i, 0.55, 0.35 + 0.4 * wave);
    }
    board = Colour.hue(hue, 0.35, 0.16);
    letters = Colour.hue(hue, 0.18, 0.98);
  }

  @Override
  public void draw(Picture picture, double seconds) {
    int bar = picture.width / BARS;
    int shift = (int) (seconds * picture.width / 16) % picture.width;
    for (int i = 0; i <= BARS; i++) {
      for (int copy = 0; copy < 2; copy++) {
        int x = i * bar + shift - copy * picture.width;
        picture.fill(x, 0, bar, picture.height, bars[i % BARS]);
      }
    }
    int dot = Math.max(2, picture.width / 90);
    int width = DotLetters.width(SIGN, dot);
    int height = DotLetters.height(dot);
    int left = (picture.width - width) / 2;
    int top = (picture.height - height) / 2;
    picture.fill(left - 4 * dot, top - 4 * dot, width + 8 * dot, height + 8 * dot, board);
    DotLetters.draw(picture, SIGN, left, top, dot, letters);
    // A light that runs around under the sign shows that the picture lives.
    int run = (int) ((Math.sin(seconds * 1.5) + 1) / 2 * width);
    picture.disc(left + run, top + height + 2 * dot, Math.max(2, dot * 2 / 3), letters);
  }
}
