package dev.windowshop.relay.demo.picture;

/// The drawn pictures of the relay, as JPEG bytes. Deterministic: the same arguments give the same
/// bytes. Safe on any thread; a picture of 640 pixels takes some ten to thirty milliseconds of CPU.
public final class Pictures {
  /// What every picture here is.
  public static final String MIME = "image/jpeg";

  private static final float QUALITY = 0.9f;

  private Pictures() {}

  /// @param size pixels of a side, 16 to 2048
  public static byte[] product(PictureSpec spec, int size) {
    return Jpeg.encode(ProductPainter.paint(spec, checked(size)), QUALITY);
  }

  /// A neutral picture for a product that has none: the nearest drawing for the words of its title
  /// and category, in the colour that they name, or else a wrapped parcel.
  public static byte[] placeholder(String title, String category, long seed, int size) {
    return product(Placeholders.spec(title, category, seed), size);
  }

  /// What [#placeholder] draws.
  public static PictureSpec placeholderSpec(String title, String category, long seed) {
    return Placeholders.spec(title, category, seed);
  }

  /// A person's portrait.
  public static byte[] person(long seed, int size) {
    return Jpeg.encode(PortraitPainter.paint(seed, checked(size)), QUALITY);
  }

  /// A seed for [#person] that settles what is recognised at once; the rest varies with `seed`.
  ///
  /// @param cut 0 any hair, 1 long hair or a bun, 2 short hair and perhaps a beard
  /// @param skin 0 to 7: light to dark, 7 rosy
  /// @param hair 0 to 9: black, browns, blonds, red, greys, blue-black
  public static long portrait(long seed, int cut, int skin, int hair) {
    return PortraitPainter.seed(seed, cut, skin, hair);
  }

  /// A shop's mark.
  ///
  /// @param color `#rrggbb`
  public static byte[] shop(String color, long seed, int size) {
    return Jpeg.encode(ShopPainter.mark(Tone.hex(color), seed, checked(size)), QUALITY);
  }

  /// A wide pattern in the shop's colour.
  public static byte[] banner(String color, long seed, int width, int height) {
    return Jpeg.encode(
        ShopPainter.banner(Tone.hex(color), seed, checked(width), checked(height)), QUALITY);
  }

  /// A category's chip.
  ///
  /// @param slug one of the demo shop's, or any other
  /// @param color `#rrggbb`
  public static byte[] category(String slug, String color, int size) {
    return Jpeg.encode(ScenePainter.category(slug, Tone.hex(color), checked(size)), QUALITY);
  }

  /// A still life for the top of the home page. What is left of the middle stays quiet, for words.
  public static byte[] hero(int width, int height) {
    return Jpeg.encode(ScenePainter.hero(checked(width), checked(height)), 0.92f);
  }

  /// A well-spread number for an id or a name, to seed pictures with.
  public static long seed(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return Surface.mix(hash) & 0xFFFFFFFFFFFFL;
  }

  private static int checked(int size) {
    if (size < 16 || size > 2048) {
      throw new IllegalArgumentException("a picture has 16 to 2048 pixels, not " + size);
    }
    return size;
  }
}
