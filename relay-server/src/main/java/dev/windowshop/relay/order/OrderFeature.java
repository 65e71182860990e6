package dev.windowshop.relay.order;

import dev.windowshop.protocol.Order;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.interest.Purchases;
import dev.windowshop.relay.notification.Notifier;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checkout and orders, wired.
public final class OrderFeature {
  private static final Logger LOG = LoggerFactory.getLogger(OrderFeature.class);

  private final PaymentService payments;
  private final PaymentReports reports;
  private final OrderService orders;
  private final CheckoutService checkouts;
  private final OrderRoutes routes;
  private final @Nullable TestPayments testPayments;

  /// @param testPayments whether the provider with every outcome is offered; nothing bought through
  ///   it is paid for
  /// @param others providers that are made elsewhere
  /// @param purchases is told of what was bought
  /// @param restocked has the shelves show what is left, before a buyer is answered
  public OrderFeature(
      Database database,
      Broadcaster broadcaster,
      Notifier notifier,
      String currency,
      boolean testPayments,
      List<PaymentProvider> others,
      Purchases purchases,
      Runnable restocked,
      Clock clock) {
    Map<String, PaymentProvider> providers = new LinkedHashMap<>();
    others.forEach(provider -> providers.put(provider.id(), provider));
    providers.put(PayOnDelivery.ID, new PayOnDelivery());
    this.testPayments = testPayments ? new TestPayments() : null;
    if (this.testPayments != null) {
      providers.put(TestPayments.ID, this.testPayments);
    }
    PaymentRepository paymentRows = new PaymentRepository();
    OrderRepository orderRows = new OrderRepository(paymentRows, currency);
    this.payments =
        new PaymentService(
            database,
            orderRows,
            paymentRows,
            providers,
            new Announcer(broadcaster),
            new OrderBell(notifier),
            purchases,
            clock);
    this.reports = new PaymentReports(database, paymentRows, orderRows, payments, clock);
    this.orders = new OrderService(database, orderRows, paymentRows, payments, restocked, clock);
    CheckoutService checkouts =
        new CheckoutService(
            database, orderRows, paymentRows, payments, providers.keySet(), restocked, clock);
    this.checkouts = checkouts;
    this.routes = new OrderRoutes(checkouts, orders, providers.keySet());
  }

  /// Where providers report.
  public PaymentReports reports() {
    return reports;
  }

  /// Orders at prices that were agreed elsewhere.
  public AgreedCheckout agreed() {
    return checkouts::checkout;
  }

  /// @param lapsed hears of an order that is given up unpaid, in the same unit of work
  public void onLapsed(BiConsumer<Handle, String> lapsed) {
    orders.onLapsed(lapsed);
  }

  public PersonalData personalData() {
    return new OrderData();
  }

  /// An order as its buyer or a seller of it sees it; nothing for everybody else. Inside the
  /// caller's unit of work.
  public Optional<Order> seen(Handle handle, String userId, String orderId) {
    return orders.seen(handle, userId, orderId);
  }

  public void routes(HttpApi api) {
    routes.register(api);
    if (testPayments != null) {
      new TestPaymentRoutes(payments).register(api);
    }
  }

  /// What it does in the background from now on.
  public void run(ScheduledExecutorService timer) {
    timer.schedule(() -> quietly(payments::resume), 500, TimeUnit.MILLISECONDS);
    TestPayments test = testPayments;
    if (test != null) {
      timer.scheduleWithFixedDelay(
          () -> quietly(() -> test.report(reports)), 1, 1, TimeUnit.SECONDS);
    }
    timer.scheduleWithFixedDelay(() -> quietly(orders::expire), 2, 2, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(() -> quietly(reports::tidy), 2, 60, TimeUnit.MINUTES);
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("something about orders was put off to the next round", e);
    }
  }
}
