package dev.windowshop.relay.order;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.notification.Told;
import dev.windowshop.relay.realtime.Broadcaster;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells buyer and sellers what became of an order, each what is theirs. Called after the commit.
final class Announcer {
  /// An order as it is now.
  ///
  /// @param sellers by shop
  /// @param refunded how much each shop gave back
  /// @param told notifications
  record Changed(
      Order order, Map<String, String> sellers, Map<String, Long> refunded, List<Told> told) {}

  private final Broadcaster broadcaster;

  Announcer(Broadcaster broadcaster) {
    this.broadcaster = broadcaster;
  }

  void announce(Changed changed) {
    Order order = changed.order();
    changed.told().forEach(one -> broadcaster.toUsers(List.of(one.userId()), one.event()));
    broadcaster.toUsers(List.of(order.buyerId()), new ServerEvent.OrderChanged(order));
    if (order.status() == Order.Status.AWAITING_PAYMENT) {
      return;
    }
    for (String seller : Set.copyOf(changed.sellers().values())) {
      if (!seller.equals(order.buyerId())) {
        broadcaster.toUsers(
            List.of(seller),
            new ServerEvent.OrderChanged(
                partOf(order, shopsOf(changed.sellers(), seller), changed.refunded())));
      }
    }
  }

  static Set<String> shopsOf(Map<String, String> sellers, String userId) {
    return sellers.entrySet().stream()
        .filter(entry -> entry.getValue().equals(userId))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /// What these shops may see of an order, with the sums of that part, of the payment too.
  ///
  /// @param refunded how much each shop gave back
  static Order partOf(Order order, Set<String> shops, Map<String, Long> refunded) {
    List<Order.Line> lines =
        order.lines().stream().filter(line -> shops.contains(line.shopId())).toList();
    List<Order.Fulfilment> fulfilments =
        order.fulfilments().stream().filter(one -> shops.contains(one.shopId())).toList();
    Money none = new Money(0, order.total().currency());
    Money items = lines.stream().map(Order.Line::total).reduce(none, Money::plus);
    Money delivery = fulfilments.stream().map(Order.Fulfilment::delivery).reduce(none, Money::plus);
    return new Order(
        order.id(),
        order.status(),
        order.buyerId(),
        lines,
        order.address(),
        order.deliveryMethod(),
        items,
        delivery,
        items.plus(delivery),
        partOf(
            order.payment(),
            items.plus(delivery),
            shops.stream().mapToLong(shop -> refunded.getOrDefault(shop, 0L)).sum()),
        fulfilments,
        order.timeline().stream()
            .filter(step -> step.shopId() == null || shops.contains(step.shopId()))
            .toList(),
        order.expiresAt(),
        order.createdAt(),
        order.updatedAt());
  }

  private static Order.Payment partOf(Order.Payment whole, Money share, long givenBack) {
    boolean all = whole.captured().amount() > 0 && whole.refunded().equals(whole.captured());
    Money captured = whole.captured().amount() == 0 ? whole.captured() : share;
    Money refunded = all ? captured : new Money(givenBack, share.currency());
    boolean gone = captured.amount() > 0 && refunded.equals(captured);
    return new Order.Payment(
        whole.id(),
        whole.provider(),
        gone ? Order.PaymentStatus.REFUNDED : whole.status(),
        share,
        captured,
        refunded,
        whole.actionUrl(),
        whole.reason());
  }
}
