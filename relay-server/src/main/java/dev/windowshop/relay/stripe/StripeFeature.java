package dev.windowshop.relay.stripe;

import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.order.PaymentProvider;
import dev.windowshop.relay.order.PaymentReports;
import java.time.Clock;

/// Stripe, wired.
public final class StripeFeature {
  private final StripePayments payments;
  private final StripeEvents events;

  public StripeFeature(StripeConfig config, String currency, Clock clock) {
    this.payments = new StripePayments(config);
    this.events = new StripeEvents(payments, config, currency, clock);
  }

  public PaymentProvider provider() {
    return payments;
  }

  /// @param reports where what Stripe says goes
  public void routes(HttpApi api, PaymentReports reports) {
    new StripeRoutes(events, reports).register(api);
  }
}
