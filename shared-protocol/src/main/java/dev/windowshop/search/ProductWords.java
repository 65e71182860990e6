package dev.windowshop.search;

import dev.windowshop.protocol.Product;

/// What a product is found by, and how much each of it counts.
public final class ProductWords {
  private static final int TITLE = 8;
  private static final int SKU = 8;
  private static final int BRAND = 5;
  private static final int CATEGORY = 4;
  private static final int TAG = 3;
  private static final int ATTRIBUTE = 2;
  private static final int DESCRIPTION = 1;

  private ProductWords() {}

  public static void describe(Product product, WordIndex.Words words) {
    words.add(product.title(), TITLE);
    for (Product.Variant variant : product.variants()) {
      words.add(variant.sku(), SKU);
    }
    words.add(product.brand(), BRAND);
    words.add(product.shop().name(), BRAND);
    words.add(product.category(), CATEGORY);
    for (String tag : product.tags()) {
      words.add(tag, TAG);
    }
    product.attributes().values().forEach(value -> words.add(value, ATTRIBUTE));
    words.add(product.description(), DESCRIPTION);
  }

  /// Whether both are found by the same words.
  public static boolean same(Product one, Product other) {
    return one == other
        || (one.title().equals(other.title())
            && java.util.Objects.equals(one.brand(), other.brand())
            && one.shop().name().equals(other.shop().name())
            && one.category().equals(other.category())
            && one.tags().equals(other.tags())
            && one.attributes().equals(other.attributes())
            && one.description().equals(other.description())
            && one.variants().stream()
                .map(Product.Variant::sku)
                .toList()
                .equals(other.variants().stream().map(Product.Variant::sku).toList()));
  }

  /// By what the best come first: the larger, the better.
  public static double rank(float score, Product product) {
    return score + product.popularity();
  }
}
