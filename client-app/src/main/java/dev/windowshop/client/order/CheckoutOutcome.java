package dev.windowshop.client.order;

import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Problem;

/// What became of a checkout.
public sealed interface CheckoutOutcome {
  record Placed(Order order) implements CheckoutOutcome {}

  /// The relay can't be reached: it is sent as soon as it can.
  record Queued() implements CheckoutOutcome {}

  /// Nothing was ordered.
  record Refused(Problem problem) implements CheckoutOutcome {}
}
