package dev.windowshop.client.order;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;

/// Makes the pages of checkout and orders.
public final class OrderScreens {
  private final OrderContext context;

  public OrderScreens(OrderContext context) {
    this.context = context;
  }

  public Page checkout() {
    return new CheckoutView(
        new CheckoutViewModel(
            context.orders(), context.basket(), context.addresses(), context.ui()),
        context);
  }

  public Page orders() {
    return new OrdersView(new OrdersViewModel(context.orders(), context.ui()), context);
  }

  public Page transactions() {
    return new TransactionsView(new TransactionsViewModel(context.orders(), context.ui()), context);
  }

  public Page order(Destination.OrderPage asked) {
    return new OrderView(new OrderViewModel(asked.id(), context.orders(), context.ui()), context);
  }
}
