package dev.windowshop.client.app;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.order.OrderWords;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.store.CartContents;
import dev.windowshop.client.store.Welcome;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.WishlistItem;
import java.util.ArrayList;
import java.util.List;

/// Puts together what the first page says to whoever is here, out of what the features know.
/// Thread-safe.
final class Welcoming {
  private static final int ORDERS = 2;

  private final Services services;
  private final Live<Welcome> welcome = new Live<>(Welcome.GUEST);

  Welcoming(Services services) {
    this.services = services;
    services.core().account().account().observe(now -> settle());
    services.orders().orders().observe(now -> settle());
    services.store().cart().cart().observe(now -> settle());
    services.store().wishes().wishes().observe(now -> settle());
    services.chat().conversations().observe(now -> settle());
  }

  Live<Welcome> welcome() {
    return welcome;
  }

  private void settle() {
    Welcome now =
        services.core().account().account().value() instanceof Account.SignedIn in
            ? new Welcome(in.me().displayName(), notes(), talkedTo(in.me().id()))
            : Welcome.GUEST;
    welcome.update(before -> now);
  }

  private List<Welcome.Note> notes() {
    List<Welcome.Note> notes = new ArrayList<>();
    List<Order> orders = services.orders().orders().value();
    if (orders != null) {
      orders.stream()
          .filter(Welcoming::isUnderWay)
          .limit(ORDERS)
          .forEach(order ->
              notes.add(
                  new Welcome.Note(
                      Welcome.Kind.ORDER,
                      order.lines().getFirst().title() + ": " + OrderWords.status(order),
                      new Destination.OrderPage(order.id()))));
    }
    CartContents cart = services.store().cart().cart().value();
    if (cart != null && cart.count() > 0) {
      notes.add(
          new Welcome.Note(
              Welcome.Kind.CART,
              cart.changed()
                  ? "Something in your cart changed"
                  : cart.count() == 1
                      ? "1 piece waits in your cart"
                      : cart.count() + " pieces wait in your cart",
              new Destination.Cart()));
    }
    List<WishlistItem> wishes = services.store().wishes().wishes().value();
    if (wishes != null) {
      long less =
          wishes.stream()
              .filter(item ->
                  item.onSale() && item.product().price().amount() < item.priceThen().amount())
              .count();
      if (less > 0) {
        notes.add(
            new Welcome.Note(
                Welcome.Kind.WISH,
                less == 1 ? "A wish costs less now" : less + " wishes cost less now",
                new Destination.Wishlist()));
      }
    }
    return notes;
  }

  private static boolean isUnderWay(Order order) {
    return order.status() == Order.Status.AWAITING_PAYMENT
        || ((order.status() == Order.Status.PAID || order.status() == Order.Status.PLACED)
            && order.fulfilments().stream()
                .map(Order.Fulfilment::status)
                .anyMatch(status ->
                    status == Order.FulfilmentStatus.WAITING
                        || status == Order.FulfilmentStatus.PACKED
                        || status == Order.FulfilmentStatus.SHIPPED));
  }

  private List<String> talkedTo(String ownId) {
    List<Conversation> all = services.chat().conversations().value();
    if (all == null) {
      return List.of();
    }
    List<String> shops = new ArrayList<>();
    for (Conversation conversation : all) {
      var shop = conversation.shop();
      if (conversation.kind() == ConversationKind.LISTING
          && conversation.lastMessage() != null
          && shop != null
          && !shop.ownerId().equals(ownId)
          && !shops.contains(shop.id())) {
        shops.add(shop.id());
      }
    }
    return shops;
  }
}
