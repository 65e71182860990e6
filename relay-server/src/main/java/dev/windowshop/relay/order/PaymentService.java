package dev.windowshop.relay.order;

import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Transaction;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.interest.Purchases;
import dev.windowshop.relay.order.PaymentProvider.Outcome;
import dev.windowshop.relay.store.CatalogueWriter;
import dev.windowshop.relay.store.StockRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks providers, outside of transactions, and commits what they answer. Thread-safe; blocks its
/// caller.
final class PaymentService {
  private static final Logger LOG = LoggerFactory.getLogger(PaymentService.class);

  private final Database database;
  private final OrderRepository orders;
  private final PaymentRepository payments;
  private final HoldRepository holds = new HoldRepository();
  private final StockRepository stock = new StockRepository();
  private final CatalogueWriter catalogue = new CatalogueWriter();
  private final Purchases purchases;
  private final Map<String, PaymentProvider> providers;
  private final Announcer announcer;
  private final OrderBell bell;
  private final Clock clock;

  PaymentService(
      Database database,
      OrderRepository orders,
      PaymentRepository payments,
      Map<String, PaymentProvider> providers,
      Announcer announcer,
      OrderBell bell,
      Purchases purchases,
      Clock clock) {
    this.purchases = purchases;
    this.database = database;
    this.orders = orders;
    this.payments = payments;
    this.providers = providers;
    this.announcer = announcer;
    this.bell = bell;
    this.clock = clock;
  }

  /// Asks the provider for the pending payment of an order; nothing when it was answered already.
  Order attempt(String orderId) {
    PaymentRepository.Row row = database.read(handle -> payments.ofOrder(handle, orderId));
    if (row.status() != Order.PaymentStatus.PENDING) {
      return database.read(handle -> orders.byId(handle, orderId));
    }
    Outcome outcome;
    try {
      outcome =
          provider(row)
              .pay(
                  new PaymentProvider.Attempt(
                      row.key(), row.id(), row.orderId(), orders.money(row.amount()), row.token()));
    } catch (RuntimeException e) {
      LOG.warn("the payment provider {} did not answer", row.provider(), e);
      outcome = new Outcome.Declined("The payment could not be made. Try again in a moment.");
    }
    return settle(row.id(), outcome);
  }

  /// Commits what became of a payment, however often it is told.
  Order settle(String paymentId, Outcome outcome) {
    return settle(paymentId, outcome, handle -> {});
  }

  /// @param also committed together with it
  Order settle(String paymentId, Outcome outcome, Consumer<Handle> also) {
    // A unit of work may run twice: what the last run did counts.
    AtomicReference<Purchases.Made> made = new AtomicReference<>(Purchases.Made.NOTHING);
    Order order =
        change(handle -> {
          PaymentRepository.Row row =
              payments
                  .find(handle, paymentId)
                  .orElseThrow(() -> ProblemException.notFound("payment"));
          made.set(settle(handle, row, outcome, clock.instant()));
          also.accept(handle);
          return row.orderId();
        });
    purchases.learn(Objects.requireNonNull(made.get()));
    giveBackWhatIsOwed(order);
    return database.read(handle -> orders.byId(handle, order.id()));
  }

  /// @return what was bought by it
  private Purchases.Made settle(
      Handle handle, PaymentRepository.Row row, Outcome outcome, Instant now) {
    Order order = orders.byId(handle, row.orderId());
    boolean open = order.status() == Order.Status.AWAITING_PAYMENT;
    boolean waiting =
        row.status() == Order.PaymentStatus.PENDING
            || row.status() == Order.PaymentStatus.ACTION_REQUIRED;
    switch (outcome) {
      case Outcome.Captured captured -> {
        if (payments.captured(handle, row.id())
            && payments.book(
                handle, row, Transaction.Kind.CAPTURE, row.amount(), captured.reference(), now)) {
          payments.set(handle, row.id(), Order.PaymentStatus.CAPTURED, null, null, now);
          if (open) {
            return agreed(handle, order, Order.Status.PAID, "paid", now);
          }
        }
      }
      case Outcome.Authorised authorised -> {
        if (open
            && waiting
            && payments.book(
                handle,
                row,
                Transaction.Kind.AUTHORISATION,
                row.amount(),
                authorised.reference(),
                now)) {
          payments.set(handle, row.id(), Order.PaymentStatus.AUTHORISED, null, null, now);
          return agreed(handle, order, Order.Status.PLACED, "placed", now);
        }
      }
      case Outcome.Declined declined -> {
        if (open && waiting) {
          payments.set(
              handle, row.id(), Order.PaymentStatus.DECLINED, null, declined.reason(), now);
          orders.addStep(handle, order.id(), "declined", null, declined.reason(), now);
        }
      }
      case Outcome.ActionRequired action -> {
        if (open && waiting) {
          payments.toConfirm(handle, row.id(), action.url(), action.reference(), now);
        }
      }
      case Outcome.Pending pending -> {
        // It stays as it is; the provider reports later.
      }
    }
    return Purchases.Made.NOTHING;
  }

  /// Takes back a try that waits to be confirmed, or takes note of what was paid meanwhile. Where
  /// the provider can't be asked, what it takes later goes back then.
  ///
  /// @return whether it was paid meanwhile
  boolean withdraw(String orderId) {
    PaymentRepository.Row row = database.read(handle -> payments.ofOrder(handle, orderId));
    return row.status() == Order.PaymentStatus.ACTION_REQUIRED && withdraw(row);
  }

  private boolean withdraw(PaymentRepository.Row row) {
    String reference = row.reference();
    if (reference == null) {
      return false;
    }
    try {
      if (provider(row).withdraw(reference) instanceof Outcome.Captured captured) {
        settle(row.id(), captured);
        return true;
      }
    } catch (RuntimeException e) {
      LOG.warn("the payment {} could not be taken back at {}", row.id(), row.provider(), e);
    }
    return false;
  }

  /// Takes the stock for good. Where another order of the same buyer took the last of it meanwhile,
  /// this one is given up, and what was paid goes back.
  private Purchases.Made agreed(
      Handle handle, Order order, Order.Status status, String kind, Instant now) {
    stock.lock(handle, order.lines().stream().map(Order.Line::variantId).toList());
    holds.release(handle, order.id());
    List<Order.Line> taken = new ArrayList<>();
    for (Order.Line line : order.lines()) {
      if (stock.take(handle, line.variantId(), line.quantity())) {
        taken.add(line);
      }
    }
    if (taken.size() < order.lines().size()) {
      taken.forEach(line -> stock.giveBack(handle, line.variantId(), line.quantity()));
      orders.setStatus(handle, order.id(), Order.Status.CANCELLED, null, now);
      orders.addStep(
          handle, order.id(), "cancelled", null, "It sold out before it was paid for.", now);
      release(handle, payments.ofOrder(handle, order.id()), now);
      return Purchases.Made.NOTHING;
    }
    orders.setStatus(handle, order.id(), status, null, now);
    orders.addStep(handle, order.id(), kind, null, null, now);
    catalogue.announce(handle, order.lines().stream().map(Order.Line::productId).toList());
    return purchases.record(
        handle,
        order.buyerId(),
        order.id(),
        order.lines().stream().map(Order.Line::productId).distinct().toList(),
        now);
  }

  /// Lets go of what was promised and not collected.
  void release(Handle handle, PaymentRepository.Row row, Instant now) {
    if (row.captured() > 0) {
      return;
    }
    if (row.status() == Order.PaymentStatus.AUTHORISED) {
      payments.book(handle, row, Transaction.Kind.VOID, row.amount(), row.key(), now);
    }
    payments.set(handle, row.id(), Order.PaymentStatus.VOIDED, null, null, now);
  }

  /// Collects what was authorised, as when everything was delivered.
  void collect(String orderId) {
    PaymentRepository.Row row = database.read(handle -> payments.ofOrder(handle, orderId));
    if (row.status() == Order.PaymentStatus.AUTHORISED) {
      settle(row.id(), provider(row).capture(row.id(), orders.money(row.amount())));
    }
  }

  /// Gives back a part of what was paid.
  ///
  /// @param key the same one gives back once
  /// @throws ProblemException 422 for more than is left of it, 503 when the provider can't
  Order refund(
      String orderId, long amount, String key, @Nullable String shopId, @Nullable String note) {
    PaymentRepository.Row row =
        database.write(handle -> {
          PaymentRepository.Row found = payments.ofOrder(handle, orderId);
          if (amount < 1) {
            throw ProblemException.invalid("amount", "must be at least 1");
          }
          // Known from a try that a crash broke off: it is only finished.
          if (payments.addRefund(handle, found, key, shopId, amount)) {
            long left = Math.min(found.refundable(), leftOf(handle, orderId, shopId, amount));
            if (amount > left || !payments.refund(handle, found.id(), amount)) {
              throw ProblemException.invalid(
                  "amount", "must be between 1 and the " + left + " that are left");
            }
          }
          return found;
        });
    try {
      provider(row)
          .refund(
              key,
              row.id(),
              database.read(handle -> payments.captureReference(handle, row.id()).orElse(row.id())),
              orders.money(amount));
    } catch (RuntimeException e) {
      LOG.warn("the payment provider {} did not refund", row.provider(), e);
      database.write(handle -> {
        payments.dropRefund(handle, row, key);
        return payments.refund(handle, row.id(), -amount);
      });
      throw new ProblemException(
          ProblemType.UNAVAILABLE, "The payment provider could not refund this now. Try later.");
    }
    return change(handle -> {
      Instant now = clock.instant();
      if (payments.book(handle, row, Transaction.Kind.REFUND, amount, key, now)) {
        if (payments.ofOrder(handle, orderId).refundable() == 0) {
          payments.set(handle, row.id(), Order.PaymentStatus.REFUNDED, null, null, now);
        }
        orders.addStep(handle, orderId, "refunded", shopId, note, now);
      }
      return orderId;
    });
  }

  /// What a shop may still give back; the refund that is being made is among its refunds already.
  private long leftOf(Handle handle, String orderId, @Nullable String shopId, long amount) {
    if (shopId == null) {
      return Long.MAX_VALUE;
    }
    long share =
        Announcer.partOf(orders.byId(handle, orderId), Set.of(shopId), Map.of()).total().amount();
    return share + amount - payments.refundedByShop(handle, orderId).getOrDefault(shopId, 0L);
  }

  /// Lets an order be given up: what waits to be confirmed for it is taken back after the commit.
  Order giveUp(String actorId, String orderId, Function<Handle, String> work) {
    PaymentRepository.Row row = database.read(handle -> payments.ofOrder(handle, orderId));
    Order order = change(actorId, work);
    if (row.status() == Order.PaymentStatus.ACTION_REQUIRED) {
      withdraw(row);
    }
    giveBackWhatIsOwed(order);
    return order;
  }

  /// An order that was given up keeps no money.
  void giveBackWhatIsOwed(Order order) {
    long owed = order.payment().captured().amount() - order.payment().refunded().amount();
    if (order.status() == Order.Status.CANCELLED && owed > 0) {
      refund(order.id(), owed, order.payment().id() + "-cancelled", null, null);
    }
  }

  /// Finishes what a relay that died left behind.
  void resume() {
    for (PaymentRepository.Row row : database.read(payments::unfinished)) {
      try {
        if (row.status() == Order.PaymentStatus.PENDING) {
          attempt(row.orderId());
        } else {
          giveBackWhatIsOwed(database.read(handle -> orders.byId(handle, row.orderId())));
        }
      } catch (RuntimeException e) {
        LOG.warn("the payment {} could not be finished; it is tried again", row.id(), e);
      }
    }
  }

  /// A unit of work about one order: everybody whom it concerns is told after the commit.
  Order change(Function<Handle, String> work) {
    return change(null, work);
  }

  /// @param actorId who does it, and need not be notified; null for the relay
  Order change(@Nullable String actorId, Function<Handle, String> work) {
    return database
        .write(
            handle -> {
              String id = work.apply(handle);
              Order order = orders.byId(handle, id);
              Map<String, String> sellers = orders.sellersByShop(handle, id);
              return new Announcer.Changed(
                  order,
                  sellers,
                  payments.refundedByShop(handle, id),
                  bell.took(handle, order, sellers, actorId));
            },
            announcer::announce)
        .order();
  }

  private PaymentProvider provider(PaymentRepository.Row row) {
    return Objects.requireNonNull(providers.get(row.provider()), row.provider());
  }
}
