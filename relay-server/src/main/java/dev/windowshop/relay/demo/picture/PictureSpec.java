package dev.windowshop.relay.demo.picture;

import java.util.Locale;

/// Everything that a product picture is drawn from: the same specification gives the same bytes.
///
/// @param shape which of the kind's shapes; any number, taken modulo what the kind has
/// @param color `#rrggbb`, the product's own colour
/// @param accent `#rrggbb`, its second colour
/// @param seed small variations
/// @param view 0 the main picture, 1 by window light, 2 close up
public record PictureSpec(
    ProductKind kind, int shape, String color, String accent, long seed, int view) {

  public PictureSpec withView(int other) {
    return new PictureSpec(kind, shape, color, accent, seed, other);
  }

  public PictureSpec withColor(String other) {
    return new PictureSpec(kind, shape, other, accent, seed, view);
  }

  /// Lower-case letters, digits, `_` and `-` only, fit for a path or a database column.
  public String code() {
    return String.join(
        "-",
        kind.name().toLowerCase(Locale.ROOT),
        Integer.toString(shape),
        color.substring(1).toLowerCase(Locale.ROOT),
        accent.substring(1).toLowerCase(Locale.ROOT),
        Long.toHexString(seed),
        Integer.toString(view));
  }

  /// @throws IllegalArgumentException when this is no [#code()]
  public static PictureSpec parse(String code) {
    String[] parts = code.split("-", -1);
    if (parts.length != 6 || !isColor(parts[2]) || !isColor(parts[3])) {
      throw new IllegalArgumentException("not a picture code: " + code);
    }
    return new PictureSpec(
        ProductKind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        Integer.parseInt(parts[1]),
        "#" + parts[2],
        "#" + parts[3],
        Long.parseUnsignedLong(parts[4], 16),
        Integer.parseInt(parts[5]));
  }

  private static boolean isColor(String text) {
    return text.length() == 6 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
