package dev.windowshop.protocol;

import org.jspecify.annotations.Nullable;

/// A seller's shop.
///
/// @param color `#rrggbb`, the shop's own colour
public record Shop(
    String id,
    String name,
    String ownerId,
    @Nullable String description,
    @Nullable String avatarUrl,
    @Nullable String color) {}
