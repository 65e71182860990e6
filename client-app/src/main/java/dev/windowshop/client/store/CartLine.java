package dev.windowshop.client.store;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import java.time.Instant;

/// One line of the cart, with the product as it was last seen.
public record CartLine(Product product, Product.Variant variant, int quantity, Instant addedAt) {
  public Money total() {
    return variant.price().times(quantity);
  }

  CartLine withQuantity(int newQuantity) {
    return new CartLine(product, variant, newQuantity, addedAt);
  }
}
