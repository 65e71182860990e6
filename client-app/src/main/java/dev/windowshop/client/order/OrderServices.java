package dev.windowshop.client.order;

import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.store.StoreServices;
import dev.windowshop.protocol.Order;

/// Orders, wired.
public final class OrderServices {
  private OrderServices() {}

  /// The address book.
  public static AddressService addresses(
      ClientDatabase database,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Workers workers) {
    return new AddressService(new AddressStore(database), relay, socket, account, workers);
  }

  public static OrderService of(
      ClientDatabase database,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Workers workers,
      StoreServices store) {
    return new OrderService(
        new OrderStore(database),
        relay,
        socket,
        account,
        workers,
        order -> {
          for (Order.Line line : order.lines()) {
            store.cart().bought(line.variantId(), line.quantity());
          }
          store
              .catalog()
              .interests()
              .bought(order.lines().stream().map(Order.Line::productId).distinct().toList());
        },
        new Reordering(store.catalog(), store.cart())::again);
  }
}
