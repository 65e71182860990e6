package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a shopper did with a product.
///
/// @param id made by the client; the same id twice counts once
/// @param dwellMs of a view, how long it lasted, milliseconds
public record Interaction(
    String id, String productId, Type type, Instant at, @Nullable Long dwellMs) {

  public enum Type {
    @JsonEnumDefaultValue
    @JsonProperty("view")
    VIEW,
    @JsonProperty("cart")
    CART,
    @JsonProperty("wishlist")
    WISHLIST,
    @JsonProperty("share")
    SHARE,
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("call_view")
    CALL_VIEW,
    @JsonProperty("not_interested")
    NOT_INTERESTED,
    @JsonProperty("impression")
    IMPRESSION,
    /// Comes from the relay only.
    @JsonProperty("purchase")
    PURCHASE
  }
}
