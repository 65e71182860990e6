package dev.windowshop.client.media.engine;

import dev.windowshop.client.media.engine.Picture.Colour;

/// A shopping street at dusk, going by: sky and moon, far roofs, near shops with lit windows and
/// awnings, and a bag that bounces along.
final class StreetDrawing implements Drawing {
  private static final int SKY_BANDS = 24;

  private final Colour skyTop = Colour.rgb(38, 34, 84);
  private final Colour skyLow = Colour.rgb(242, 160, 124);
  private final Colour far = Colour.rgb(96, 74, 118);
  private final Colour near = Colour.rgb(52, 42, 74);
  private final Colour street = Colour.rgb(46, 44, 56);
  private final Colour lit = Colour.rgb(255, 214, 130);
  private final Colour dark = Colour.rgb(58, 60, 84);
  private final Colour moon = Colour.rgb(255, 244, 214);
  private final Colour own;
  private final int seed;

  /// @param hue 0 to 1
  StreetDrawing(double hue, int seed) {
    this.seed = seed;
    own = Colour.hue(hue, 0.7, 0.85);
  }

  @Override
  public void draw(Picture picture, double seconds) {
    int ground = picture.height * 4 / 5;
    for (int i = 0; i < SKY_BANDS; i++) {
      int top = ground * i / SKY_BANDS;
      picture.fill(
          0,
          top,
          picture.width,
          ground * (i + 1) / SKY_BANDS - top,
          skyTop.towards(skyLow, i / (double) SKY_BANDS));
    }
    picture.disc(picture.width * 4 / 5, picture.height / 5, picture.height / 14, moon);
    roofs(picture, ground, seconds * picture.width / 40);
    shops(picture, ground, seconds * picture.width / 12, seconds);
    picture.fill(0, ground, picture.width, picture.height - ground, street);
    dashes(picture, seconds * picture.width / 12);
    bag(picture, ground, seconds);
  }

  private void roofs(Picture picture, int ground, double travelled) {
    int step = picture.width / 10;
    int first = (int) (travelled / step);
    for (int i = first; i <= first + 11; i++) {
      int height = picture.height * (20 + noise(i) % 25) / 100;
      picture.fill(i * step - (int) travelled, ground - height, step + 1, height, far);
    }
  }

  private void shops(Picture picture, int ground, double travelled, double seconds) {
    int step = picture.width / 4;
    int first = (int) (travelled / step);
    for (int i = first; i <= first + 5; i++) {
      int left = i * step - (int) travelled;
      int height = picture.height * (30 + noise(i + 1000) % 22) / 100;
      picture.fill(left, ground - height, step * 9 / 10, height, near);
      int window = step / 8;
      for (int column = 0; column < 3; column++) {
        for (int row = 0; (row * 3 + 3) * window / 2 < height * 3 / 5; row++) {
          boolean on = noise(i * 31 + column * 7 + row * 3 + (int) (seconds / 3)) % 3 != 0;
          picture.fill(
              left + window + column * window * 2,
              ground - height + window / 2 + row * window * 3 / 2,
              window,
              window,
              on ? lit : dark);
        }
      }
      int front = height / 4;
      picture.fill(left + step / 20, ground - front, step * 8 / 10, front, lit);
      for (int stripe = 0; stripe < 8; stripe++) {
        picture.fill(
            left + step / 20 + stripe * step / 10,
            ground - front - front / 3,
            step / 10,
            front / 2,
            stripe % 2 == 0 ? own : Colour.WHITE);
      }
    }
  }

  private void dashes(Picture picture, double travelled) {
    int step = picture.width / 6;
    int y = picture.height * 9 / 10;
    for (int i = 0; i <= 7; i++) {
      int left = i * step - (int) (travelled % step);
      picture.fill(left, y, step / 2, Math.max(2, picture.height / 90), lit.towards(street, 0.5));
    }
  }

  private void bag(Picture picture, int ground, double seconds) {
    int size = picture.height / 6;
    int x = picture.width / 2 - size / 2 + (int) (Math.sin(seconds * 0.7) * picture.width / 6);
    int y = ground - size + size / 3 - (int) (Math.abs(Math.sin(seconds * 4)) * size / 2);
    picture.fill(x + size / 4, y - size / 4, size / 2, size / 12, Colour.WHITE);
    picture.fill(x + size / 4, y - size / 4, size / 12, size / 3, Colour.WHITE);
    picture.fill(x + size * 2 / 3, y - size / 4, size / 12, size / 3, Colour.WHITE);
    picture.fill(x, y, size, size, own);
    picture.fill(x, y + size / 3, size, size / 6, Colour.WHITE);
  }

  private int noise(int at) {
    int mixed = (at + seed) * 0x9E3779B1;
    mixed ^= mixed >>> 15;
    mixed *= 0x85EBCA77;
    return (mixed ^ mixed >>> 13) & 0x7fffffff;
  }
}
