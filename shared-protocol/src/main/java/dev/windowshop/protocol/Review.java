package dev.windowshop.protocol;

import java.time.Instant;

/// @param stars 1 to 5
/// @param verified written by somebody who bought it
public record Review(
    String id,
    String productId,
    String author,
    int stars,
    String text,
    boolean verified,
    Instant createdAt) {}
