package dev.windowshop.protocol;

import java.time.Instant;

/// Something that somebody would like to have (`GET /me/wishlist`).
///
/// @param priceThen what it cost when it was put there
/// @param onSale false when it can no longer be had; the product is then as it was last
public record WishlistItem(Product product, Money priceThen, boolean onSale, Instant addedAt) {}
