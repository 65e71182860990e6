package dev.windowshop.client.order;

import dev.windowshop.protocol.Order;
import java.time.Instant;

/// A checkout that the relay has not answered yet.
///
/// @param key sent with it each time, so that it makes one order
public record WaitingCheckout(String key, Order.Checkout checkout, Instant createdAt) {}
