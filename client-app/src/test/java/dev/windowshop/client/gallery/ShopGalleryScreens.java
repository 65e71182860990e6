package dev.windowshop.client.gallery;

import dev.windowshop.client.order.FakeOrders;
import dev.windowshop.client.seller.Conflicts;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.client.store.CartLine;
import dev.windowshop.client.store.Welcome;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.ProductSort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/// The shop: looking around, buying, selling.
final class ShopGalleryScreens {
  private ShopGalleryScreens() {}

  static List<GalleryMain.Screen> all() {
    Consumer<GalleryWindow> nothing = window -> {};
    List<GalleryMain.Screen> screens = new ArrayList<>();
    screens.add(new GalleryMain.Screen("home", true, new Destination.Home(), nothing));
    screens.add(
        new GalleryMain.Screen(
            "home-lower",
            true,
            new Destination.Home(),
            window -> GalleryTouch.scroll(window, 0.32)));
    screens.add(
        new GalleryMain.Screen(
            "home-end", true, new Destination.Home(), window -> GalleryTouch.scroll(window, 1)));
    screens.add(
        new GalleryMain.Screen(
            "home-known",
            true,
            new Destination.Home(),
            window -> {
              window.welcome.set(
                  new Welcome(
                      "Maya Lindqvist",
                      List.of(
                          new Welcome.Note(
                              Welcome.Kind.ORDER,
                              "Wool overcoat: On its way",
                              new Destination.Orders()),
                          new Welcome.Note(
                              Welcome.Kind.CART,
                              "2 pieces wait in your cart",
                              new Destination.Cart())),
                      List.of("s1")));
              window.accounts.signIn("maya", "walking");
            }));
    screens.add(new GalleryMain.Screen("home-loading", false, new Destination.Home(), nothing));
    screens.add(
        new GalleryMain.Screen(
            "home-away",
            false,
            new Destination.Home(),
            window -> {
              window.shop.homeTrouble().set("away");
              window
                  .model
                  .quietLine()
                  .set("You're offline. Everything you do is kept and sent later.");
            }));
    screens.add(
        new GalleryMain.Screen(
            "home-dock", true, new Destination.Home(), window -> window.shell.dock().openList()));
    screens.add(
        new GalleryMain.Screen("product", true, new Destination.ProductPage("p1"), nothing));
    screens.add(
        new GalleryMain.Screen(
            "product-lower",
            true,
            new Destination.ProductPage("p1"),
            window -> GalleryTouch.scroll(window, 0.75)));
    screens.add(
        new GalleryMain.Screen(
            "product-loading", true, new Destination.ProductPage("none"), nothing));
    screens.add(new GalleryMain.Screen("search", true, Destination.Search.text("lamp"), nothing));
    screens.add(
        new GalleryMain.Screen("search-all", true, Destination.Search.everything(), nothing));
    screens.add(
        new GalleryMain.Screen(
            "search-filtered",
            true,
            new Destination.Search(
                "a",
                SearchFilters.NONE
                    .withCategories(List.of("Lamps", "Mugs"))
                    .withBrands(List.of("Fern", "Nord"))
                    .withOptions(List.of("Glaze:Clay"))
                    .withPrices(2000L, 8000L)
                    .withMinRating(4),
                ProductSort.PRICE_ASC),
            window -> GalleryTouch.fireToggle(window, "Filters")));
    screens.add(
        new GalleryMain.Screen(
            "pictures",
            true,
            new Destination.ProductPage("p1"),
            window -> {
              Node large = window.shell.root().lookup(".large-picture");
              large.getOnMouseClicked().handle(null);
            }));
    screens.add(
        new GalleryMain.Screen(
            "cart-changed",
            true,
            new Destination.Cart(),
            window -> {
              var shop = window.shop;
              var money = new Money(1500, "EUR");
              var first = shop.products().get(1);
              shop.put(new CartLine(first, first.variants().getFirst(), 2, Instant.EPOCH, money));
              var second = shop.products().get(3);
              shop.put(new CartLine(second, second.variants().getFirst(), 9, Instant.EPOCH));
              var third = shop.products().get(8);
              shop.add(third, third.variants().getLast(), 1);
              shop.saveForLater(third.variants().getLast().id());
            }));
    screens.add(
        new GalleryMain.Screen("search-none", true, Destination.Search.text("zzz"), nothing));
    screens.add(
        new GalleryMain.Screen(
            "cart",
            true,
            new Destination.Cart(),
            window -> {
              for (int index : new int[] {1, 2, 8}) {
                var product = window.shop.products().get(index);
                window.shop.add(product, product.variants().getFirst(), index);
              }
              window.shell.notices().show("Bud vase is out of the cart.", "Undo", () -> {});
            }));
    Consumer<GalleryWindow> ordered =
        window -> {
          window.accounts.signIn("maya", "walking");
          window.orders.all.set(
              List.of(
                  FakeOrders.sample(
                      3, Order.Status.AWAITING_PAYMENT, Order.FulfilmentStatus.WAITING),
                  FakeOrders.sample(2, Order.Status.PAID, Order.FulfilmentStatus.SHIPPED),
                  FakeOrders.sample(1, Order.Status.PAID, Order.FulfilmentStatus.DELIVERED)));
        };
    screens.add(
        new GalleryMain.Screen(
            "checkout",
            true,
            new Destination.Checkout(),
            window -> {
              for (int index : new int[] {1, 2}) {
                var product = window.shop.products().get(index);
                window.shop.add(product, product.variants().getFirst(), index);
              }
            }));
    screens.add(
        new GalleryMain.Screen(
            "checkout-addresses",
            true,
            new Destination.Checkout(),
            window -> {
              window.addresses.fill();
              var product = window.shop.products().get(1);
              window.shop.add(product, product.variants().getFirst(), 2);
            }));
    screens.add(
        new GalleryMain.Screen(
            "wishlist",
            true,
            new Destination.Wishlist(),
            window -> window.shop.products().subList(1, 5).forEach(window.wishes::add)));
    screens.add(
        new GalleryMain.Screen(
            "review-editor",
            true,
            new Destination.ProductPage("p1"),
            window -> {
              window.accounts.signIn("maya", "walking");
              GalleryTouch.after(400, () -> GalleryTouch.fire(window, "Change yours"));
            }));
    screens.add(new GalleryMain.Screen("orders", true, new Destination.Orders(), ordered));
    screens.add(
        new GalleryMain.Screen(
            "order",
            true,
            new Destination.OrderPage("01a1f000-0000-7000-8000-000000000002"),
            ordered));
    screens.add(
        new GalleryMain.Screen(
            "transactions",
            true,
            new Destination.Transactions(),
            window -> {
              ordered.accept(window);
              window.orders.money.set(FakeOrders.sampleTransactions());
            }));
    Consumer<GalleryWindow> maya = window -> window.accounts.signIn("maya", "walking");
    screens.add(new GalleryMain.Screen("shop", true, new Destination.ShopPage("s1"), maya));
    screens.add(new GalleryMain.Screen("sell", true, new Destination.Sell(), maya));
    for (String tab : List.of("Products", "Low stock", "Quick replies", "The shop")) {
      screens.add(
          new GalleryMain.Screen(
              "sell-" + tab.toLowerCase(Locale.ROOT).replace(' ', '-'),
              true,
              new Destination.Sell(),
              window -> {
                maya.accept(window);
                GalleryTouch.fireToggle(window, tab);
              }));
    }
    screens.add(new GalleryMain.Screen("sell-guest", true, new Destination.Sell(), nothing));
    screens.add(
        new GalleryMain.Screen(
            "sell-open",
            true,
            new Destination.Sell(),
            window -> {
              maya.accept(window);
              window.selling.shop.set(Optional.empty());
            }));
    screens.add(new GalleryMain.Screen("editor", true, new Destination.EditProduct("p1"), maya));
    screens.add(
        new GalleryMain.Screen(
            "editor-lower",
            true,
            new Destination.EditProduct("p1"),
            window -> GalleryTouch.after(300, () -> GalleryTouch.scroll(window, 1))));
    screens.add(
        new GalleryMain.Screen(
            "editor-conflict",
            true,
            new Destination.EditProduct("p1"),
            window -> {
              window.selling.refusal = Conflicts.sample();
              GalleryTouch.fire(window, "Save");
            }));
    screens.add(new GalleryMain.Screen("cart-empty", true, new Destination.Cart(), nothing));
    screens.add(new GalleryMain.Screen("for-you", true, new Destination.ForYou(), nothing));
    return screens;
  }
}
