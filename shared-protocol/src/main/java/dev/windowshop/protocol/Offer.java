package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a seller offers in a conversation, at a price of its own; whoever they talk to pays it from
/// its card. In the metadata of a message of type `offer`, and `GET /offers/{id}`.
///
/// @param items sum of the lines; delivery comes to it where the buyer chooses one
/// @param orderId the order that came of it, for its buyer and its seller
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Offer(
    String id,
    String conversationId,
    String shopId,
    String shopName,
    String sellerId,
    List<Line> lines,
    Money items,
    @Nullable String note,
    State state,
    @Nullable String orderId,
    @Nullable String buyerId,
    Instant expiresAt,
    Instant createdAt,
    Instant updatedAt) {

  public enum State {
    @JsonProperty("open")
    OPEN,
    /// An order was made of it.
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("declined")
    DECLINED,
    /// Taken back by its seller.
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("expired")
    EXPIRED,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// @param unitPrice what is offered
  /// @param usualPrice what it cost in the shop when it was offered
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      String variantId,
      String productId,
      String title,
      Map<String, String> options,
      @Nullable String imageUrl,
      int quantity,
      Money unitPrice,
      Money usualPrice) {}

  /// The `metadata` of a message of type `offer`, as its seller sends it.
  ///
  /// @param lines 1 to 20
  /// @param expiresInSeconds an hour to 30 days; three days where it is missing
  public record Make(
      @Nullable List<MakeLine> lines, @Nullable String note, @Nullable Long expiresInSeconds) {}

  /// @param unitPrice minor units, or an amount of the relay's currency
  public record MakeLine(String variantId, int quantity, @Nullable Price unitPrice) {}

  /// `POST /offers/{id}/accept`, with an `Idempotency-Key`: a checkout of what is offered.
  public record Accept(Order.Address address, String deliveryMethod, Order.Pay payment) {}
}
