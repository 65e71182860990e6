package dev.windowshop.relay.store;

import dev.windowshop.protocol.Product;
import dev.windowshop.relay.demo.picture.PictureSpec;
import dev.windowshop.relay.demo.picture.Pictures;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be drawn, by its path on the relay. The path says everything that the drawing needs, so
/// what is behind it never changes.
public sealed interface Picture {
  /// Every path starts with this.
  String ROOT = "/media/";

  int FULL = 800;
  int THUMB = 400;
  int PORTRAIT = 256;
  Pattern PATH =
      Pattern.compile(
          "/media/(?:"
              + "product/(?<spec>[a-z0-9_-]{1,120})-(?<size>800|400)"
              + "|person/(?<person>[0-9a-f]{1,16})"
              + "|shop/(?<shopColor>[0-9a-f]{6})-(?<shop>[0-9a-f]{1,16})"
              + "|banner/(?<bannerColor>[0-9a-f]{6})-(?<banner>[0-9a-f]{1,16})"
              + "|category/(?<category>[a-z0-9-]{1,80})-(?<color>[0-9a-f]{6})"
              + "|(?<hero>hero))\\.jpg");

  byte[] draw();

  record OfProduct(PictureSpec spec, int size) implements Picture {
    @Override
    public byte[] draw() {
      return Pictures.product(spec, size);
    }
  }

  record OfPerson(long seed) implements Picture {
    @Override
    public byte[] draw() {
      return Pictures.person(seed, PORTRAIT);
    }
  }

  record OfShop(String color, long seed) implements Picture {
    @Override
    public byte[] draw() {
      return Pictures.shop("#" + color, seed, PORTRAIT);
    }
  }

  record Banner(String color, long seed) implements Picture {
    @Override
    public byte[] draw() {
      return Pictures.banner("#" + color, seed, 1600, 400);
    }
  }

  record OfCategory(String slug, String color) implements Picture {
    @Override
    public byte[] draw() {
      return Pictures.category(slug, "#" + color, THUMB);
    }
  }

  record Hero() implements Picture {
    @Override
    public byte[] draw() {
      return Pictures.hero(1600, 720);
    }
  }

  static Optional<Picture> at(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group("spec") != null) {
      try {
        return Optional.of(
            new OfProduct(
                PictureSpec.parse(matcher.group("spec")), Integer.parseInt(matcher.group("size"))));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    if (matcher.group("person") != null) {
      return Optional.of(new OfPerson(Long.parseUnsignedLong(matcher.group("person"), 16)));
    }
    if (matcher.group("shop") != null) {
      return Optional.of(
          new OfShop(
              matcher.group("shopColor"), Long.parseUnsignedLong(matcher.group("shop"), 16)));
    }
    if (matcher.group("banner") != null) {
      return Optional.of(
          new Banner(
              matcher.group("bannerColor"), Long.parseUnsignedLong(matcher.group("banner"), 16)));
    }
    if (matcher.group("category") != null) {
      return Optional.of(new OfCategory(matcher.group("category"), matcher.group("color")));
    }
    return Optional.of(new Hero());
  }

  static Product.Media product(PictureSpec spec, String alt) {
    return new Product.Media(
        ROOT + "product/" + spec.code() + "-" + FULL + ".jpg",
        ROOT + "product/" + spec.code() + "-" + THUMB + ".jpg",
        alt);
  }

  static String person(long seed) {
    return ROOT + "person/" + Long.toHexString(seed) + ".jpg";
  }

  /// @param color `#rrggbb`
  static String shop(String color, long seed) {
    return ROOT + "shop/" + hex(color) + "-" + Long.toHexString(seed) + ".jpg";
  }

  /// @param color `#rrggbb`
  static String category(String slug, String color) {
    return ROOT + "category/" + slug + "-" + hex(color) + ".jpg";
  }

  private static String hex(String color) {
    return color.substring(1).toLowerCase(Locale.ROOT);
  }
}
