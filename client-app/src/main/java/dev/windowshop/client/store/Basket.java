package dev.windowshop.client.store;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Product;

/// What the storefront's screens need of the cart. No method blocks.
public interface Basket {
  Live<CartContents> cart();

  void add(Product product, Product.Variant variant, int quantity);

  /// None removes the line.
  void setQuantity(String variantId, int quantity);

  /// Removes the line and hands it out, so that it can be put back.
  CartLine remove(String variantId);

  /// Puts a removed line back where it was.
  void restore(CartLine line);
}
