package dev.windowshop.relay.order;

import dev.windowshop.protocol.Money;
import org.jspecify.annotations.Nullable;

/// Whoever moves the money. Asked outside of transactions, on a virtual thread, and perhaps twice
/// for the same thing after a crash: the same key is the same try.
interface PaymentProvider {
  /// As in `payment.provider`.
  String id();

  Outcome pay(Attempt attempt);

  /// Collects what was authorised.
  Outcome capture(String paymentId, Money amount);

  /// Gives back a part of what was captured, or all.
  ///
  /// @throws RefundFailedException when it cannot
  void refund(String key, String paymentId, Money amount);

  /// @param key what the provider knows this try by
  /// @param token what the provider gave the client
  record Attempt(String key, String paymentId, Money amount, @Nullable String token) {}

  /// What became of an attempt.
  sealed interface Outcome {
    /// @param reference the provider's own name for it
    record Captured(String reference) implements Outcome {}

    record Authorised(String reference) implements Outcome {}

    /// @param reason fit to be shown
    record Declined(String reason) implements Outcome {}

    /// The buyer has to confirm it there.
    record ActionRequired(String url) implements Outcome {}

    /// The answer comes later.
    record Pending() implements Outcome {}
  }

  final class RefundFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefundFailedException(String message) {
      super(message);
    }
  }
}
