package dev.windowshop.client.store;

import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Product.Variant;

/// A product that is gone, as it was, with none left.
final class SoldOut {
  private SoldOut() {}

  static Product of(Product product) {
    return new Product(
        product.id(),
        product.handle(),
        product.title(),
        product.description(),
        product.shop(),
        product.categoryId(),
        product.category(),
        product.brand(),
        product.price(),
        product.compareAtPrice(),
        product.rating(),
        product.ratingCount(),
        product.popularity(),
        product.features(),
        product.tags(),
        0,
        product.media(),
        product.options(),
        product.variants().stream().map(SoldOut::of).toList(),
        product.color(),
        product.createdAt(),
        product.updatedAt(),
        product.attributes());
  }

  private static Variant of(Variant variant) {
    return new Variant(
        variant.id(),
        variant.sku(),
        variant.options(),
        variant.price(),
        variant.compareAtPrice(),
        0);
  }
}
