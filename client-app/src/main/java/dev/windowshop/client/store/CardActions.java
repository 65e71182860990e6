package dev.windowshop.client.store;

import dev.windowshop.protocol.Product;

/// What a card can do with its product.
interface CardActions {
  void open(Product product);

  /// Into the cart, or to the product's page when there is something to choose first.
  void addToCart(Product product);

  void askSeller(Product product);

  /// A heart for the product.
  HeartButton heart();

  /// Whether the shopper can say that they are not interested.
  default boolean canDismiss() {
    return false;
  }

  /// "Not interested", with a way back.
  default void dismiss(Product product) {}

  /// As if the shopper had never met it, with a way back for a moment.
  void forget(Product product);

  /// Whether the card is there because the shopper looked at it: forgetting it is at hand then.
  default boolean isOwnTrace() {
    return false;
  }
}
