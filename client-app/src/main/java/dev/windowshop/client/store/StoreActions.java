package dev.windowshop.client.store;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.protocol.Product;

/// What a card's buttons do.
final class StoreActions implements CardActions {
  private final StoreContext context;
  private final boolean personal;
  private final boolean trace;

  StoreActions(StoreContext context) {
    this(context, false, false);
  }

  private StoreActions(StoreContext context, boolean personal, boolean trace) {
    this.context = context;
    this.personal = personal;
    this.trace = trace;
  }

  /// On shelves that are picked for the shopper, what does not interest them can go.
  static StoreActions personal(StoreContext context) {
    return new StoreActions(context, true, false);
  }

  /// On a shelf of what the shopper looked at, each thing can be forgotten.
  static StoreActions traces(StoreContext context) {
    return new StoreActions(context, false, true);
  }

  @Override
  public boolean isOwnTrace() {
    return trace;
  }

  @Override
  public void forget(Product product) {
    Runnable undo = context.catalog().interests().forget(product);
    context.notices().show(product.title() + " is forgotten.", "Undo", undo);
  }

  @Override
  public boolean canDismiss() {
    return personal;
  }

  @Override
  public void dismiss(Product product) {
    Interests interests = context.catalog().interests();
    interests.dismiss(product);
    context
        .notices()
        .show(product.title() + " won't be shown again.", "Undo", () -> interests.restore(product));
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
  public HeartButton heart() {
    return new HeartButton(context.wishes(), context.ui());
  }

  void share(Product product) {
    if (!context.signedIn().get()) {
      context.navigator().go(new Destination.SignIn(new Destination.ProductPage(product.id())));
      return;
    }
    context.share().accept(product);
  }

  @Override
  public void askSeller(Product product) {
    context.askSeller().accept(product);
  }
}
