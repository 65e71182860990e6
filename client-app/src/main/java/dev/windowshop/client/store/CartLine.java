package dev.windowshop.client.store;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import java.time.Instant;

/// One line of the cart, with the product as it was last seen.
///
/// @param agreed the price that its owner last saw and went along with
public record CartLine(
    Product product, Product.Variant variant, int quantity, Instant addedAt, Money agreed) {

  /// At the price that it has now.
  public CartLine(Product product, Product.Variant variant, int quantity, Instant addedAt) {
    this(product, variant, quantity, addedAt, variant.price());
  }

  public Money total() {
    return variant.price().times(quantity);
  }

  CartLine withQuantity(int newQuantity) {
    return new CartLine(product, variant, newQuantity, addedAt, agreed);
  }

  /// With the product as it is now. A variant that is no longer made is one that is sold out.
  CartLine with(Product fresh) {
    Product.Variant now =
        fresh.variants().stream()
            .filter(each -> each.id().equals(variant.id()))
            .findFirst()
            .orElseGet(() ->
                new Product.Variant(
                    variant.id(),
                    variant.sku(),
                    variant.options(),
                    variant.price(),
                    variant.compareAtPrice(),
                    0));
    return new CartLine(fresh, now, quantity, addedAt, agreed);
  }

  public boolean priceChanged() {
    return variant.price().amount() != agreed.amount();
  }

  public boolean soldOut() {
    return variant.stock() <= 0;
  }

  /// Whether there are some left, and fewer than are wanted.
  public boolean tooMany() {
    return !soldOut() && quantity > variant.stock();
  }

  /// Whether its owner has to be told something before paying.
  public boolean changed() {
    return priceChanged() || soldOut() || tooMany();
  }

  /// As it can be had now.
  CartLine settled() {
    int most = soldOut() ? quantity : Math.min(quantity, variant.stock());
    return new CartLine(product, variant, most, addedAt);
  }
}
