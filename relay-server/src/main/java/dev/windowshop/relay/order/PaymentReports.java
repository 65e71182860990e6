package dev.windowshop.relay.order;

import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Transaction;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.order.PaymentProvider.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears from providers what became of payments: late, twice, and in any order. Thread-safe; blocks
/// its caller.
public final class PaymentReports {
  private static final Logger LOG = LoggerFactory.getLogger(PaymentReports.class);

  /// Longer than any provider tries to be heard.
  private static final Duration KEPT = Duration.ofDays(60);

  private final Database database;
  private final PaymentRepository payments;
  private final OrderRepository orders;
  private final PaymentService service;
  private final Clock clock;

  PaymentReports(
      Database database,
      PaymentRepository payments,
      OrderRepository orders,
      PaymentService service,
      Clock clock) {
    this.database = database;
    this.payments = payments;
    this.orders = orders;
    this.service = service;
    this.clock = clock;
  }

  /// What became of a try. A report is known by its id and counts once.
  ///
  /// @param key the try's; an outcome other than money counts for the last try only
  /// @return the status of the payment now; nothing where there is no such payment
  public Optional<Order.PaymentStatus> settled(
      PaymentProvider provider, String event, String paymentId, String key, Outcome outcome) {
    PaymentRepository.Row row =
        database.read(handle -> payments.find(handle, paymentId).orElse(null));
    if (row == null || database.read(handle -> payments.isReported(handle, provider.id(), event))) {
      return Optional.ofNullable(row).map(PaymentRepository.Row::status);
    }
    if (outcome instanceof Outcome.Captured captured) {
      if (database.read(handle -> isSurplus(handle, row, provider, outcome))) {
        giveBackSurplus(row, provider, event, captured.reference());
        return Optional.of(row.status());
      }
    } else if (!row.key().equals(key) || !row.provider().equals(provider.id())) {
      return Optional.of(row.status());
    }
    Order order =
        service.settle(
            paymentId,
            outcome,
            handle -> {
              if (!isSurplus(handle, row, provider, outcome)) {
                payments.addReport(handle, provider.id(), event, clock.instant());
              }
            });
    if (database.read(handle -> isSurplus(handle, row, provider, outcome))) {
      // Another report of another try was faster.
      giveBackSurplus(row, provider, event, ((Outcome.Captured) outcome).reference());
    }
    return Optional.of(order.payment().status());
  }

  /// Two tries were paid, or one after the order was paid for in another way.
  private boolean isSurplus(
      Handle handle, PaymentRepository.Row row, PaymentProvider provider, Outcome outcome) {
    return outcome instanceof Outcome.Captured captured
        && (!row.provider().equals(provider.id())
            || payments
                .captureReference(handle, row.id())
                .filter(booked -> !booked.equals(captured.reference()))
                .isPresent());
  }

  /// It is in no books, since it was never the order's. A failure lets the provider report again.
  private void giveBackSurplus(
      PaymentRepository.Row row, PaymentProvider provider, String event, String reference) {
    LOG.warn("the payment {} was made twice; {} goes back", row.id(), reference);
    provider.refund("surplus-" + reference, row.id(), reference, orders.money(row.amount()));
    service.change(handle -> {
      Instant now = clock.instant();
      payments.addReport(handle, provider.id(), event, now);
      if (payments.addReport(handle, provider.id(), "surplus-" + reference, now)) {
        orders.addStep(
            handle,
            row.orderId(),
            "refunded",
            null,
            "It was paid for twice; the second payment goes back.",
            now);
      }
      return row.orderId();
    });
  }

  /// So much of a capture was given back by now, perhaps at the provider and not here.
  ///
  /// @throws ProblemException 503 when the capture is not known yet: the provider tells again
  public void refunded(
      PaymentProvider provider, String event, String paymentId, String reference, long total) {
    AtomicReference<@Nullable String> before = new AtomicReference<>();
    boolean known =
        database.read(handle -> {
          payments.captureReference(handle, paymentId).ifPresent(before::set);
          return payments.find(handle, paymentId).isPresent();
        });
    if (!known || database.read(handle -> payments.isReported(handle, provider.id(), event))) {
      return;
    }
    String booked = before.get();
    if (booked == null) {
      throw new ProblemException(
          Problem.of(ProblemType.UNAVAILABLE, "The payment is not known yet.").withRetryAfter(30));
    }
    if (!booked.equals(reference)) {
      return;
    }
    service.change(handle -> {
      Instant now = clock.instant();
      PaymentRepository.Row row = payments.find(handle, paymentId).orElseThrow();
      // What this relay asked for is counted before the provider is asked.
      long more = total - row.refunded();
      if (payments.addReport(handle, provider.id(), event, now)
          && more > 0
          && payments.refund(handle, paymentId, more)) {
        String key = "elsewhere-" + event;
        payments.addRefund(handle, row, key, null, more);
        payments.book(handle, row, Transaction.Kind.REFUND, more, key, now);
        if (payments.find(handle, paymentId).orElseThrow().refundable() == 0) {
          payments.set(handle, paymentId, Order.PaymentStatus.REFUNDED, null, null, now);
        }
        orders.addStep(handle, row.orderId(), "refunded", null, null, now);
      }
      return row.orderId();
    });
  }

  void tidy() {
    database.write(handle -> {
      payments.forgetReports(handle, clock.instant().minus(KEPT));
      return true;
    });
  }
}
