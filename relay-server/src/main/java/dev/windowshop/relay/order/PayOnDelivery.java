package dev.windowshop.relay.order;

import dev.windowshop.protocol.Money;

/// Paid to whoever brings it.
final class PayOnDelivery implements PaymentProvider {
  static final String ID = "on_delivery";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Outcome pay(Attempt attempt) {
    return new Outcome.Authorised(attempt.key());
  }

  @Override
  public Outcome capture(String paymentId, Money amount) {
    return new Outcome.Captured(paymentId);
  }

  @Override
  public void refund(String key, String paymentId, String reference, Money amount) {
    // Given back by hand; the books keep that it was.
  }
}
