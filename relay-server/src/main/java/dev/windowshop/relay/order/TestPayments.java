package dev.windowshop.relay.order;

import dev.windowshop.protocol.Money;

/// A provider with every outcome, for trying a shop out. The token says which: `decline`, `3ds` (to
/// be confirmed on a page), `delayed` (decided on that page later, without being told to go there);
/// anything else is paid at once.
final class TestPayments implements PaymentProvider {
  static final String ID = "test";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Outcome pay(Attempt attempt) {
    return switch (attempt.token()) {
      case null -> new Outcome.Captured(attempt.key());
      case "decline" -> new Outcome.Declined("The card was declined.");
      case "3ds" -> new Outcome.ActionRequired(TestPaymentRoutes.page(attempt.paymentId()));
      case "delayed" -> new Outcome.Pending();
      case String other -> new Outcome.Captured(attempt.key());
    };
  }

  @Override
  public Outcome capture(String paymentId, Money amount) {
    return new Outcome.Captured(paymentId);
  }

  @Override
  public void refund(String key, String paymentId, Money amount) {
    // No money was moved, so none has to go back.
  }
}
