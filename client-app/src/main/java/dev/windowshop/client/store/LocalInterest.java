package dev.windowshop.client.store;

import dev.windowshop.protocol.Product;
import java.time.Instant;

/// A product that somebody cared for on this machine.
///
/// @param weight how much, as the relay would count it: a view is 1
/// @param at the last time
public record LocalInterest(Product product, double weight, Instant at) {}
