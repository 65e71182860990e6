package dev.windowshop.relay.order;

import dev.windowshop.protocol.Order;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/// A checkout at prices that were agreed, whatever the shop asks now.
@FunctionalInterface
public interface AgreedCheckout {
  /// @param requestId the same one never makes a second order
  /// @param prices by variant, minor units, one for each line
  /// @param made runs in the order's own unit of work and may refuse it
  Order checkout(
      String userId,
      String requestId,
      Order.Checkout checkout,
      Map<String, Long> prices,
      BiConsumer<Handle, String> made);
}
