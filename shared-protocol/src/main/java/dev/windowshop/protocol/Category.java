package dev.windowshop.protocol;

import org.jspecify.annotations.Nullable;

/// A category of products. `slug` is readable and unique; filters take id, slug or name.
///
/// @param imageUrl an illustration, path on the relay
/// @param color `#rrggbb`, the illustration's main colour
public record Category(
    String id,
    String slug,
    String name,
    @Nullable String parentId,
    int productCount,
    @Nullable String imageUrl,
    @Nullable String color) {}
