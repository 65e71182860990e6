package dev.windowshop.relay.demo.picture;

/// The wrapped parcel that stands for what cannot be guessed.
final class ParcelDrawings {
  private ParcelDrawings() {}

  static void parcel(Sketch s) {
    s.stand(500, 800, 250);
  }
}
