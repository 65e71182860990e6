package dev.windowshop.client.store;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;

/// Makes the storefront's pages.
public final class StoreScreens {
  private final StoreContext context;

  public StoreScreens(StoreContext context) {
    this.context = context;
  }

  public Page home() {
    return new HomeView(
        new HomeViewModel(context.catalog(), context.welcome(), context.ui()), context);
  }

  public Page forYou() {
    return new ForYouView(
        new ForYouViewModel(context.catalog().interests(), context.catalog().home(), context.ui()),
        context);
  }

  public Page search(Destination.Search asked) {
    return new SearchView(
        new SearchViewModel(SearchView.query(asked), context.catalog(), context.ui()), context);
  }

  public Page product(Destination.ProductPage asked) {
    return new ProductView(
        new ProductViewModel(asked.id(), context.catalog(), context.basket(), context.ui()),
        new ReviewsViewModel(asked.id(), context.reviews(), context.ui()),
        context);
  }

  public Page shop(Destination.ShopPage asked) {
    return new ShopView(new ShopViewModel(asked.id(), context.catalog(), context.ui()), context);
  }

  public Page wishlist() {
    return new WishlistView(context);
  }

  public Page cart() {
    return new CartView(
        new CartViewModel(context.basket(), context.catalog(), context.ui()), context);
  }
}
