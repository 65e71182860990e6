package dev.windowshop.relay.order;

import dev.windowshop.protocol.CheckoutOptions;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Order.FulfilmentStatus;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Transaction;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.CatalogueWriter;
import dev.windowshop.relay.store.StockRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What buyers and sellers see of orders and do with them. Thread-safe; blocks its caller.
final class OrderService {
  private static final Logger LOG = LoggerFactory.getLogger(OrderService.class);

  /// What a seller may make of a fulfilment, by what it is now.
  private static final Map<FulfilmentStatus, Set<FulfilmentStatus>> STEPS =
      Map.of(
          FulfilmentStatus.WAITING,
          Set.of(FulfilmentStatus.PACKED, FulfilmentStatus.SHIPPED, FulfilmentStatus.CANCELLED),
          FulfilmentStatus.PACKED,
          Set.of(FulfilmentStatus.SHIPPED, FulfilmentStatus.CANCELLED),
          FulfilmentStatus.SHIPPED,
          Set.of(FulfilmentStatus.DELIVERED),
          FulfilmentStatus.RETURN_REQUESTED,
          Set.of(FulfilmentStatus.RETURNED, FulfilmentStatus.DELIVERED));

  private final Database database;
  private final OrderRepository orders;
  private final PaymentRepository payments;
  private final HoldRepository holds = new HoldRepository();
  private final StockRepository stock = new StockRepository();
  private final CatalogueWriter catalogue = new CatalogueWriter();
  private final PaymentService pay;
  private final Runnable restocked;
  private final Clock clock;
  private final List<BiConsumer<Handle, String>> lapsed = new CopyOnWriteArrayList<>();

  OrderService(
      Database database,
      OrderRepository orders,
      PaymentRepository payments,
      PaymentService pay,
      Runnable restocked,
      Clock clock) {
    this.database = database;
    this.orders = orders;
    this.payments = payments;
    this.pay = pay;
    this.restocked = restocked;
    this.clock = clock;
  }

  CheckoutOptions options(Set<String> providers) {
    return new CheckoutOptions(
        CheckoutRules.DELIVERY_METHODS.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(one -> new CheckoutOptions.Delivery(one.getKey(), orders.money(one.getValue())))
            .toList(),
        providers.stream().sorted().toList());
  }

  /// Own orders, the newest first.
  List<Order> bought(String userId, @Nullable String before, int limit) {
    return database.read(handle -> orders.ofBuyer(handle, userId, before, limit));
  }

  /// Orders of own shops, the part of them that is the asker's.
  List<Order> sold(String userId, @Nullable String before, int limit) {
    return database.read(handle ->
        orders.ofSeller(handle, userId, before, limit).stream()
            .map(order ->
                Announcer.partOf(
                    order,
                    Announcer.shopsOf(orders.sellersByShop(handle, order.id()), userId),
                    payments.refundedByShop(handle, order.id())))
            .toList());
  }

  /// @throws ProblemException 404 for anybody but its buyer and its sellers
  Order order(String userId, String id) {
    return database.read(
        handle -> seen(handle, userId, id).orElseThrow(() -> ProblemException.notFound("order")));
  }

  /// An order as its buyer or a seller of it sees it; nothing for everybody else.
  Optional<Order> seen(Handle handle, String userId, String id) {
    Order order = orders.find(handle, id).orElse(null);
    if (order == null || order.buyerId().equals(userId)) {
      return Optional.ofNullable(order);
    }
    Set<String> shops = Announcer.shopsOf(orders.sellersByShop(handle, id), userId);
    return shops.isEmpty() || order.status() == Order.Status.AWAITING_PAYMENT
        ? Optional.empty()
        : Optional.of(Announcer.partOf(order, shops, payments.refundedByShop(handle, id)));
  }

  List<Transaction> transactions(String userId, @Nullable String before, int limit) {
    String currency = orders.money(0).currency();
    return database.read(handle -> payments.ofBuyer(handle, userId, before, limit, currency));
  }

  /// By the buyer, while no shop has begun to send anything.
  Order cancel(String userId, String id, @Nullable String note) {
    database.read(handle -> own(handle, userId, id));
    Order order =
        pay.giveUp(
            userId,
            id,
            handle -> {
              Order found = own(handle, userId, id);
              boolean untouched =
                  found.fulfilments().stream()
                      .allMatch(one -> one.status() == FulfilmentStatus.WAITING);
              if (found.status() == Order.Status.CANCELLED || !untouched) {
                throw new ProblemException(
                    ProblemType.CONFLICT, "It is too late to cancel this. Ask the seller.");
              }
              giveUp(handle, found, "cancelled", note, clock.instant());
              return id;
            });
    restocked.run();
    return order(userId, order.id());
  }

  /// By the buyer, of what has arrived.
  Order askToReturn(String userId, String id, @Nullable String shopId, @Nullable String note) {
    return pay.change(handle -> {
      Order found = own(handle, userId, id);
      List<Order.Fulfilment> arrived =
          found.fulfilments().stream()
              .filter(one -> one.status() == FulfilmentStatus.DELIVERED)
              .filter(one -> shopId == null || shopId.equals(one.shopId()))
              .toList();
      if (arrived.isEmpty()) {
        throw new ProblemException(
            ProblemType.CONFLICT, "Only what was delivered can be sent back.");
      }
      Instant now = clock.instant();
      for (Order.Fulfilment one : arrived) {
        move(handle, id, one.shopId(), FulfilmentStatus.RETURN_REQUESTED, null, note, now);
      }
      return id;
    });
  }

  /// By a shop's owner.
  Order fulfil(String userId, String id, String shopId, Order.Fulfil asked) {
    FulfilmentStatus to = asked.status();
    if (to == null) {
      throw ProblemException.invalid("status", "is missing");
    }
    if (to == FulfilmentStatus.UNKNOWN) {
      throw ProblemException.invalid("status", "is not known");
    }
    if (asked.tracking() != null && asked.tracking().length() > 200) {
      throw ProblemException.invalid("tracking", "may have 200 characters at most");
    }
    Order order =
        pay.change(handle -> {
          Order found = sale(handle, userId, id, shopId);
          FulfilmentStatus from = fulfilment(found, shopId).status();
          if (found.status() == Order.Status.CANCELLED
              || !STEPS.getOrDefault(from, Set.of()).contains(to)) {
            throw new ProblemException(
                ProblemType.CONFLICT,
                "What is " + word(from) + " can't become " + word(to) + " now.");
          }
          Instant now = clock.instant();
          move(handle, id, shopId, to, asked.tracking(), null, now);
          if (to == FulfilmentStatus.CANCELLED || to == FulfilmentStatus.RETURNED) {
            putBack(handle, found, Set.of(shopId));
            if (allAre(orders.byId(handle, id), FulfilmentStatus.CANCELLED)) {
              orders.setStatus(handle, id, Order.Status.CANCELLED, null, now);
              pay.release(handle, payments.ofOrder(handle, id), now);
            }
          }
          return id;
        });
    switch (to) {
      case DELIVERED -> {
        if (allAre(order, FulfilmentStatus.DELIVERED)) {
          pay.collect(id);
        }
      }
      case CANCELLED, RETURNED -> {
        restocked.run();
        refundShare(order, shopId, word(to));
      }
      case WAITING, PACKED, SHIPPED, RETURN_REQUESTED, UNKNOWN -> {
        // No money moves.
      }
    }
    return order(userId, id);
  }

  /// By a seller, of their own share at most.
  Order refund(String userId, String id, Order.Refund asked, String key) {
    String shop =
        database.read(handle -> {
          order(userId, id);
          return Announcer.shopsOf(orders.sellersByShop(handle, id), userId).stream()
              .min(Comparator.naturalOrder())
              .orElseThrow(() -> ProblemException.forbidden("Only who sold it can refund it."));
        });
    pay.refund(id, asked.amount(), key, shop, asked.note());
    return order(userId, id);
  }

  /// @param heard of an order that is given up unpaid, in the same unit of work
  void onLapsed(BiConsumer<Handle, String> heard) {
    lapsed.add(heard);
  }

  /// Gives up what was not paid in time; run now and then.
  void expire() {
    Instant now = clock.instant();
    for (String id : database.read(handle -> orders.expired(handle, now))) {
      try {
        // Whoever paid in time, and nobody heard of it, has paid.
        pay.withdraw(id);
        pay.change(handle -> {
          Order order = orders.byId(handle, id);
          boolean due = order.expiresAt() != null && !order.expiresAt().isAfter(now);
          if (order.status() == Order.Status.AWAITING_PAYMENT && due) {
            giveUp(handle, order, "expired", null, now);
          }
          return id;
        });
      } catch (RuntimeException e) {
        LOG.warn("the order {} could not be given up; it is tried again", id, e);
      }
    }
  }

  private void giveUp(Handle handle, Order order, String kind, @Nullable String note, Instant now) {
    if (order.status() == Order.Status.AWAITING_PAYMENT) {
      holds.release(handle, order.id());
      lapsed.forEach(one -> one.accept(handle, order.id()));
    } else {
      putBack(
          handle,
          order,
          Set.copyOf(order.fulfilments().stream().map(Order.Fulfilment::shopId).toList()));
    }
    for (Order.Fulfilment one : order.fulfilments()) {
      orders.setFulfilment(handle, order.id(), one.shopId(), FulfilmentStatus.CANCELLED, null, now);
    }
    orders.setStatus(handle, order.id(), Order.Status.CANCELLED, null, now);
    orders.addStep(handle, order.id(), kind, null, note, now);
    pay.release(handle, payments.ofOrder(handle, order.id()), now);
  }

  private void putBack(Handle handle, Order order, Set<String> shops) {
    stock.lock(handle, order.lines().stream().map(Order.Line::variantId).toList());
    order.lines().stream()
        .filter(line -> shops.contains(line.shopId()))
        .forEach(line -> stock.giveBack(handle, line.variantId(), line.quantity()));
    catalogue.announce(handle, order.lines().stream().map(Order.Line::productId).toList());
  }

  private void refundShare(Order order, String shopId, String why) {
    long share = Announcer.partOf(order, Set.of(shopId), Map.of()).total().amount();
    Order.Payment payment = order.payment();
    long given =
        database.read(
            handle -> payments.refundedByShop(handle, order.id()).getOrDefault(shopId, 0L));
    long left = Math.min(share - given, payment.captured().amount() - payment.refunded().amount());
    if (left > 0) {
      pay.refund(order.id(), left, payment.id() + "-" + shopId + "-" + why, shopId, null);
    }
  }

  private void move(
      Handle handle,
      String id,
      String shopId,
      FulfilmentStatus to,
      @Nullable String tracking,
      @Nullable String note,
      Instant now) {
    orders.setFulfilment(handle, id, shopId, to, tracking, now);
    orders.addStep(handle, id, word(to).replace(' ', '_'), shopId, note, now);
  }

  private Order own(Handle handle, String userId, String id) {
    return orders
        .find(handle, id)
        .filter(found -> found.buyerId().equals(userId))
        .orElseThrow(() -> ProblemException.notFound("order"));
  }

  private Order sale(Handle handle, String userId, String id, String shopId) {
    Order order = orders.find(handle, id).orElseThrow(() -> ProblemException.notFound("order"));
    if (!userId.equals(orders.sellersByShop(handle, id).get(shopId))
        || order.status() == Order.Status.AWAITING_PAYMENT) {
      throw ProblemException.notFound("order");
    }
    return order;
  }

  private static Order.Fulfilment fulfilment(Order order, String shopId) {
    return order.fulfilments().stream()
        .filter(one -> one.shopId().equals(shopId))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("order"));
  }

  private static boolean allAre(Order order, FulfilmentStatus status) {
    return order.fulfilments().stream()
        .allMatch(one -> one.status() == status || one.status() == FulfilmentStatus.CANCELLED);
  }

  private static String word(FulfilmentStatus status) {
    return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
