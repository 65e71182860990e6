package dev.windowshop.client.app;

import dev.windowshop.client.account.AccountScreens;
import dev.windowshop.client.order.OrderScreens;
import dev.windowshop.client.people.PeopleScreens;
import dev.windowshop.client.seller.SellerScreens;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.PageFactory;
import dev.windowshop.client.store.StoreScreens;
import java.util.function.Supplier;

/// Which feature makes the page of which destination. On the FX thread.
///
/// @param moderation the page for moderators
/// @param calls the page of past calls
record Pages(
    StoreScreens store,
    OrderScreens orders,
    SellerScreens seller,
    AccountScreens account,
    PeopleScreens people,
    Supplier<Page> moderation,
    Supplier<Page> calls)
    implements PageFactory {

  @Override
  public Page page(Destination destination) {
    return switch (destination) {
      case Destination.Home home -> store.home();
      case Destination.ForYou forYou -> store.forYou();
      case Destination.Search search -> store.search(search);
      case Destination.ProductPage product -> store.product(product);
      case Destination.Wishlist wishes -> store.wishlist();
      case Destination.Cart cart -> store.cart();
      case Destination.Checkout checkout -> orders.checkout();
      case Destination.Orders all -> orders.orders();
      case Destination.OrderPage order -> orders.order(order);
      case Destination.Transactions money -> orders.transactions();
      case Destination.ShopPage shop -> store.shop(shop);
      case Destination.Sell desk -> seller.sell(desk);
      case Destination.EditProduct product -> seller.editor(product);
      case Destination.Calls past -> calls.get();
      case Destination.People contacts -> people.people();
      case Destination.Moderation queue -> moderation.get();
      case Destination.Settings settings -> account.settings();
      case Destination.SignIn signIn -> account.signIn(signIn);
      case Destination.SignUp signUp -> account.signUp(signUp);
    };
  }
}
