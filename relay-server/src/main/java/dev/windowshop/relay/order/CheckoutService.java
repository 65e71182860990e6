package dev.windowshop.relay.order;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.StockRepository;
import dev.windowshop.relay.store.StockRepository.Offer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/// Turns what somebody means to buy into an order. Thread-safe; blocks its caller.
final class CheckoutService {
  /// How long stock is held for an order that is not paid.
  static final Duration HOLD = Duration.ofMinutes(30);

  private final Database database;
  private final OrderRepository orders;
  private final PaymentRepository payments;
  private final HoldRepository holds = new HoldRepository();
  private final StockRepository stock = new StockRepository();
  private final PaymentService pay;
  private final Set<String> providers;
  private final Runnable restocked;
  private final Clock clock;

  CheckoutService(
      Database database,
      OrderRepository orders,
      PaymentRepository payments,
      PaymentService pay,
      Set<String> providers,
      Runnable restocked,
      Clock clock) {
    this.database = database;
    this.orders = orders;
    this.payments = payments;
    this.pay = pay;
    this.providers = providers;
    this.restocked = restocked;
    this.clock = clock;
  }

  /// @param requestId the same one never makes a second order
  /// @return the order, paid for or not
  /// @throws ProblemException 422 for what can't be read, 409 `out-of-stock` or `price-changed`
  ///   naming the lines
  Order checkout(String userId, String requestId, Order.Checkout checkout) {
    return checkout(userId, requestId, checkout, Map.of(), (_, _) -> {});
  }

  /// @param agreed prices by variant that hold whatever the shop asks now
  /// @param made runs in the order's own unit of work and may refuse it
  Order checkout(
      String userId,
      String requestId,
      Order.Checkout checkout,
      Map<String, Long> agreed,
      BiConsumer<Handle, String> made) {
    CheckoutRules.check(checkout, providers);
    CheckoutRules.checkCurrency(checkout.lines(), orders.money(0).currency());
    String id =
        database.write(handle -> {
          String known = orders.madeBy(handle, requestId).orElse(null);
          if (known != null) {
            return known;
          }
          String fresh = place(handle, userId, requestId, checkout, agreed);
          made.accept(handle, fresh);
          return fresh;
        });
    return attempt(id);
  }

  /// Another try to pay for an order whose payment was declined or never confirmed.
  Order payAgain(String userId, String orderId, Order.Pay asked) {
    CheckoutRules.check(asked, providers);
    database.read(handle -> own(handle, userId, orderId));
    // Of two tries only one can be paid.
    if (pay.withdraw(orderId)) {
      return database.read(handle -> orders.byId(handle, orderId));
    }
    database.write(handle -> {
      Order order = own(handle, userId, orderId);
      if (order.status() != Order.Status.AWAITING_PAYMENT) {
        throw new ProblemException(ProblemType.CONFLICT, "This order does not wait for a payment.");
      }
      if (order.payment().status() == Order.PaymentStatus.PENDING) {
        throw new ProblemException(
            Problem.of(ProblemType.IN_PROGRESS, "A payment is being made. Wait for its outcome.")
                .withRetryAfter(2));
      }
      Instant now = clock.instant();
      holds.release(handle, orderId);
      Map<String, Offer> offers =
          stock.lock(handle, order.lines().stream().map(Order.Line::variantId).toList());
      List<Order.CheckoutLine> lines =
          order.lines().stream()
              .map(line -> new Order.CheckoutLine(line.variantId(), line.quantity(), null))
              .toList();
      refuseWhatIsGone(handle, userId, lines, offers, now);
      Instant until = now.plus(HOLD);
      hold(handle, userId, orderId, lines, until);
      orders.setStatus(handle, orderId, Order.Status.AWAITING_PAYMENT, until, now);
      payments.again(handle, payments.ofOrder(handle, orderId), asked, now);
      return true;
    });
    return attempt(orderId);
  }

  private Order attempt(String orderId) {
    Order order = pay.attempt(orderId);
    restocked.run();
    return order;
  }

  private Order own(Handle handle, String userId, String orderId) {
    return orders
        .find(handle, orderId)
        .filter(found -> found.buyerId().equals(userId))
        .orElseThrow(() -> ProblemException.notFound("order"));
  }

  private String place(
      Handle handle,
      String userId,
      String requestId,
      Order.Checkout checkout,
      Map<String, Long> agreed) {
    Instant now = clock.instant();
    List<Order.CheckoutLine> lines = checkout.lines();
    Map<String, Offer> offers =
        stock.lock(handle, lines.stream().map(Order.CheckoutLine::variantId).toList());
    agreed.forEach(
        (variant, price) -> offers.computeIfPresent(variant, (_, offer) -> offer.withPrice(price)));
    refuseWhatIsGone(handle, userId, lines, offers, now);
    refuseWhatCostsMore(lines, offers);
    Map<String, Offer> shops = new LinkedHashMap<>();
    long items = 0;
    for (Order.CheckoutLine line : lines) {
      Offer offer = offer(offers, line);
      shops.putIfAbsent(offer.shopId(), offer);
      items = Math.addExact(items, Math.multiplyExact(offer.price(), line.quantity()));
    }
    Map<String, Long> delivery = new LinkedHashMap<>();
    for (String shop : shops.keySet()) {
      delivery.put(shop, deliveryPrice(handle, shop, checkout.deliveryMethod()));
    }
    long deliveries = delivery.values().stream().mapToLong(Long::longValue).sum();
    String id = Ids.newId();
    Instant until = now.plus(HOLD);
    orders.insert(
        handle,
        new OrderRepository.Draft(
            id,
            requestId,
            userId,
            AddressRules.tidied(checkout.address()),
            checkout.deliveryMethod(),
            items,
            deliveries,
            until),
        now);
    for (int i = 0; i < lines.size(); i++) {
      orders.addLine(handle, id, i, offer(offers, lines.get(i)), lines.get(i).quantity());
    }
    shops.forEach((shop, offer) ->
        orders.addFulfilment(handle, id, offer, delivery.getOrDefault(shop, 0L), now));
    hold(handle, userId, id, lines, until);
    payments.insert(handle, Ids.newId(), id, checkout.payment(), items + deliveries, now);
    orders.addStep(handle, id, "created", null, null, now);
    return id;
  }

  private void hold(
      Handle handle, String userId, String orderId, List<Order.CheckoutLine> lines, Instant until) {
    for (Order.CheckoutLine line : lines) {
      holds.hold(handle, userId, orderId, line.variantId(), line.quantity(), until);
    }
  }

  private long deliveryPrice(Handle handle, String shopId, String method) {
    return orders
        .deliveryPrice(handle, shopId, method)
        .orElseGet(() -> CheckoutRules.DELIVERY_METHODS.getOrDefault(method, 0L));
  }

  private void refuseWhatIsGone(
      Handle handle,
      String userId,
      List<Order.CheckoutLine> lines,
      Map<String, Offer> offers,
      Instant now) {
    List<Order.Refused> gone = new ArrayList<>();
    for (Order.CheckoutLine line : lines) {
      Offer offer = offers.get(line.variantId());
      int available =
          offer == null
              ? 0
              : Math.max(0, offer.stock() - holds.heldFrom(handle, line.variantId(), userId, now));
      if (available < line.quantity()) {
        gone.add(new Order.Refused(line.variantId(), line.quantity(), available, null, null));
      }
    }
    refuse(ProblemType.OUT_OF_STOCK, "There is not enough left of some of it.", gone);
  }

  private void refuseWhatCostsMore(List<Order.CheckoutLine> lines, Map<String, Offer> offers) {
    List<Order.Refused> dearer = new ArrayList<>();
    for (Order.CheckoutLine line : lines) {
      Offer offer = offer(offers, line);
      if (line.maxUnitPrice() != null && offer.price() > line.maxUnitPrice().amount()) {
        dearer.add(
            new Order.Refused(
                line.variantId(),
                line.quantity(),
                offer.stock(),
                orders.money(offer.price()),
                orders.money(line.maxUnitPrice().amount())));
      }
    }
    refuse(ProblemType.PRICE_CHANGED, "Some of it costs more than was agreed to.", dearer);
  }

  private static void refuse(ProblemType type, String detail, List<Order.Refused> lines) {
    if (!lines.isEmpty()) {
      List<JsonNode> named = lines.stream().map(Json::tree).toList();
      throw new ProblemException(Problem.of(type, detail).withLines(named));
    }
  }

  private static Offer offer(Map<String, Offer> offers, Order.CheckoutLine line) {
    Offer offer = offers.get(line.variantId());
    if (offer == null) {
      throw new IllegalStateException("not on sale, and not refused: " + line.variantId());
    }
    return offer;
  }
}
