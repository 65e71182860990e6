package dev.windowshop.client.store;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.protocol.Product;

/// What a card's buttons do.
final class StoreActions implements CardActions {
  private final StoreContext context;

  StoreActions(StoreContext context) {
    this.context = context;
  }

  @Override
  public void open(Product product) {
    context.navigator().go(new Destination.ProductPage(product.id()));
  }

  @Override
  public void addToCart(Product product) {
    if (product.variants().size() != 1 || product.stock() <= 0) {
      open(product);
      return;
    }
    context.basket().add(product, product.variants().getFirst(), 1);
    added();
  }

  void added() {
    context
        .notices()
        .show(
            "It's in your cart.",
            "Open the cart",
            () -> context.navigator().go(new Destination.Cart()));
  }

  @Override
  public void askSeller(Product product) {
    context.askSeller().accept(product);
  }
}
