package dev.windowshop.relay.order;

import dev.windowshop.protocol.Money;
import org.jspecify.annotations.Nullable;

/// Whoever moves the money. Asked outside of transactions, on a virtual thread, and perhaps twice
/// for the same thing after a crash: the same key is the same try.
public interface PaymentProvider {
  /// As in `payment.provider`.
  String id();

  Outcome pay(Attempt attempt);

  /// Collects what was authorised.
  Outcome capture(String paymentId, Money amount);

  /// Gives back a part of what was captured, or all.
  ///
  /// @param reference what [Outcome.Captured] named it
  /// @throws RefundFailedException when it cannot
  void refund(String key, String paymentId, String reference, Money amount);

  /// Takes a try back that was to be confirmed, so that nobody can pay it any more.
  ///
  /// @param reference what [Outcome.ActionRequired] named it
  /// @return what became of it, should it have been finished meanwhile
  default Outcome withdraw(String reference) {
    return new Outcome.Declined("It was not confirmed.");
  }

  /// @param key what the provider knows this try by
  /// @param token what the provider gave the client
  record Attempt(
      String key, String paymentId, String orderId, Money amount, @Nullable String token) {}

  /// What became of an attempt.
  sealed interface Outcome {
    /// @param reference the provider's own name for it
    record Captured(String reference) implements Outcome {}

    record Authorised(String reference) implements Outcome {}

    /// @param reason fit to be shown
    record Declined(String reason) implements Outcome {}

    /// The buyer has to confirm it there.
    ///
    /// @param reference the provider's own name for it, to take it back by; null for none
    record ActionRequired(String url, @Nullable String reference) implements Outcome {}

    /// The answer comes later.
    record Pending() implements Outcome {}
  }

  final class RefundFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefundFailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
