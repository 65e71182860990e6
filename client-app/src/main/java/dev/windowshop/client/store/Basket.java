package dev.windowshop.client.store;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Product;

/// What the storefront's screens need of the cart. No method blocks.
public interface Basket {
  Live<CartContents> cart();

  void add(Product product, Product.Variant variant, int quantity);

  /// None removes the line.
  void setQuantity(String variantId, int quantity);

  /// Removes the line, put aside or not, and hands it out, so that it can be put back.
  CartLine remove(String variantId);

  /// Puts a removed line back where it was.
  void restore(CartLine line);

  /// Puts a line aside; it is in no sum any more.
  void saveForLater(String variantId);

  /// Puts what was put aside back into the cart.
  void moveToCart(String variantId);

  /// Goes along with what changed: new prices, no more than there are, what is sold out put aside.
  void settle();

  /// Asks how the products in it are now.
  void refresh();
}
