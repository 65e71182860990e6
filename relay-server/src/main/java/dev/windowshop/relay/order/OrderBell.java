package dev.windowshop.relay.order;

import dev.windowshop.protocol.Notification;
import dev.windowshop.protocol.Order;
import dev.windowshop.relay.notification.Happening;
import dev.windowshop.relay.notification.Notifier;
import dev.windowshop.relay.notification.Told;
import dev.windowshop.relay.notification.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Has buyers and sellers notified of what others did about an order. Runs inside the caller's unit
/// of work.
final class OrderBell {
  private final Notifier notifier;

  OrderBell(Notifier notifier) {
    this.notifier = notifier;
  }

  /// Of the steps that were taken last, all at one time.
  ///
  /// @param sellers by shop
  /// @param actorId who did it, where that is known; they are not told
  List<Told> took(
      Handle handle, Order order, Map<String, String> sellers, @Nullable String actorId) {
    List<Order.Step> timeline = order.timeline();
    // Several at once are one thing to look at.
    Map<String, Integer> last = new TreeMap<>();
    for (int i = 0; i < timeline.size(); i++) {
      Order.Step step = timeline.get(i);
      if (step.at().equals(timeline.getLast().at())) {
        for (String userId : meant(order, step, sellers)) {
          last.put(userId, i);
        }
      }
    }
    List<Told> told = new ArrayList<>();
    last.forEach((userId, place) -> {
      if (!userId.equals(actorId)) {
        told.addAll(
            notifier.raise(
                handle, List.of(userId), of(order, timeline.get(place), place, sellers, userId)));
      }
    });
    return told;
  }

  private static Happening of(
      Order order, Order.Step step, int place, Map<String, String> sellers, String userId) {
    Order seen =
        userId.equals(order.buyerId())
            ? order
            : Announcer.partOf(order, Announcer.shopsOf(sellers, userId), Map.of());
    return new Happening(
        Notification.Kind.ORDER,
        Topic.ORDERS,
        "order:" + order.id(),
        place + 1L,
        null,
        step.kind(),
        seen.lines().isEmpty() ? null : seen.lines().getFirst().title(),
        Notification.Target.order(order.id()));
  }

  /// A seller has nothing to do with an order before it is placed.
  private static Set<String> meant(Order order, Order.Step step, Map<String, String> sellers) {
    boolean placed =
        order.timeline().stream()
            .anyMatch(one -> one.kind().equals("placed") || one.kind().equals("paid"));
    String shopId = step.shopId();
    Set<String> shops =
        !placed
            ? Set.of()
            : shopId == null ? Set.copyOf(sellers.values()) : of(sellers.get(shopId));
    return switch (step.kind()) {
      case "placed", "return_requested" -> shops;
      case "paid" -> with(shops, order.buyerId());
      case "cancelled" -> shopId == null ? with(shops, order.buyerId()) : Set.of(order.buyerId());
      case "declined", "packed", "shipped", "delivered", "expired", "returned", "refunded" ->
          Set.of(order.buyerId());
      default -> Set.of();
    };
  }

  private static Set<String> of(@Nullable String userId) {
    return userId == null ? Set.of() : Set.of(userId);
  }

  private static Set<String> with(Set<String> some, String one) {
    Set<String> all = new HashSet<>(some);
    all.add(one);
    return all;
  }
}
