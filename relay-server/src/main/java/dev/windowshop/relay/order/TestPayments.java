package dev.windowshop.relay.order;

import dev.windowshop.protocol.Money;
import java.util.ArrayList;
import java.util.List;

/// A provider with every outcome, for trying a shop out. The token says which: `decline`, `3ds` (to
/// be confirmed on a page), `delayed` (decided on that page later, without being told to go there),
/// `later` and `later-declined` (reported after a second or two, and then once more, as providers
/// do); anything else is paid at once. Thread-safe.
final class TestPayments implements PaymentProvider {
  static final String ID = "test";

  private List<Report> made = new ArrayList<>();
  private List<Report> due = List.of();

  private record Report(Attempt attempt, Outcome outcome) {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Outcome pay(Attempt attempt) {
    return switch (attempt.token()) {
      case null -> new Outcome.Captured(attempt.key());
      case "decline" -> new Outcome.Declined("The card was declined.");
      case "3ds" -> new Outcome.ActionRequired(TestPaymentRoutes.page(attempt.paymentId()), null);
      case "delayed" -> new Outcome.Pending();
      case "later" -> later(attempt, new Outcome.Captured(attempt.key()));
      case "later-declined" -> later(attempt, new Outcome.Declined("The bank declined it."));
      case String other -> new Outcome.Captured(attempt.key());
    };
  }

  /// A relay that dies before it is reported asks again when it is back.
  private synchronized Outcome later(Attempt attempt, Outcome outcome) {
    made.add(new Report(attempt, outcome));
    return new Outcome.Pending();
  }

  private synchronized List<Report> next() {
    List<Report> reported = due;
    due = made;
    made = new ArrayList<>();
    return reported;
  }

  /// Reports what was asked for before the last time; run every second.
  void report(PaymentReports reports) {
    for (Report one : next()) {
      for (int i = 0; i < 2; i++) {
        reports.settled(
            this,
            "test-" + one.attempt().key(),
            one.attempt().paymentId(),
            one.attempt().key(),
            one.outcome());
      }
    }
  }

  @Override
  public Outcome capture(String paymentId, Money amount) {
    return new Outcome.Captured(paymentId);
  }

  @Override
  public void refund(String key, String paymentId, String reference, Money amount) {
    // No money was moved, so none has to go back.
  }
}
