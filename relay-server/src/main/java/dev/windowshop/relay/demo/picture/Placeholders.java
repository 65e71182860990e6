package dev.windowshop.relay.demo.picture;

/// Guesses a picture from words.
final class Placeholders {
  private Placeholders() {}

  static PictureSpec spec(String title, String category, long seed) {
    return new PictureSpec(
        kind(title + ' ' + category), 0, "#c7a77f", "#8a6a4a", seed & 0xFFFFFFFFFFFFL, 0);
  }

  static ProductKind kind(String words) {
    return words.contains("vase") ? ProductKind.VASE : ProductKind.PARCEL;
  }
}
