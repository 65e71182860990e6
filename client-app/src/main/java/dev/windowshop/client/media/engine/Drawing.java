package dev.windowshop.client.media.engine;

/// A moving picture that is drawn instead of taken.
@FunctionalInterface
interface Drawing {
  /// Paints all of the picture.
  ///
  /// @param seconds since it began
  void draw(Picture picture, double seconds);
}
