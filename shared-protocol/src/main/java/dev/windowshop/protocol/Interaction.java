package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a shopper did with a product, or that was shown to them.
///
/// @param id made by the client; the same id twice counts once
/// @param dwellMs of a view, how long it lasted, milliseconds
/// @param list of an impression, where it was shown, for example `for-you`
/// @param position of an impression, its place there, from 0
/// @param propensity of an impression, the probability that the relay gave it that place with
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Interaction(
    String id,
    String productId,
    Type type,
    Instant at,
    @Nullable Long dwellMs,
    @Nullable String list,
    @Nullable Integer position,
    @Nullable Double propensity) {

  public Interaction(String id, String productId, Type type, Instant at, @Nullable Long dwellMs) {
    this(id, productId, type, at, dwellMs, null, null, null);
  }

  public enum Type {
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
    /// Seen in a call.
    @JsonProperty("call_view")
    CALL_VIEW,
    @JsonProperty("not_interested")
    NOT_INTERESTED,
    @JsonProperty("impression")
    IMPRESSION,
    /// Comes from the relay only.
    @JsonProperty("purchase")
    PURCHASE,
    /// Newer than we are: it counts as nothing.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// `POST /interactions`: how many were kept, those known before included, and how many count as
  /// nothing: of an unknown type, of a product that is gone, of a shopper in private mode.
  public record Taken(int accepted, int ignored) {}
}
