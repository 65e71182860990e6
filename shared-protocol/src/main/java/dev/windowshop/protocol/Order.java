package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody bought, or is about to. A seller sees the lines and the fulfilment of their own
/// shop only.
///
/// @param items sum of the lines, tax included
/// @param delivery what the shops ask for the delivery, together
/// @param expiresAt until when the stock of an unpaid order is held
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Order(
    String id,
    Status status,
    String buyerId,
    List<Line> lines,
    Address address,
    String deliveryMethod,
    Money items,
    Money delivery,
    Money total,
    Payment payment,
    List<Fulfilment> fulfilments,
    List<Step> timeline,
    @Nullable Instant expiresAt,
    Instant createdAt,
    Instant updatedAt) {

  public enum Status {
    /// Not paid yet, or the payment was declined: `POST /orders/{id}/payments` tries again.
    @JsonProperty("awaiting_payment")
    AWAITING_PAYMENT,
    /// Agreed, and paid for on delivery.
    @JsonProperty("placed")
    PLACED,
    @JsonProperty("paid")
    PAID,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// As it was when it was ordered.
  ///
  /// @param options value by option name
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      String variantId,
      String productId,
      String shopId,
      String title,
      Map<String, String> options,
      @Nullable String imageUrl,
      int quantity,
      Money unitPrice,
      Money total) {}

  /// Where it goes, in any script.
  ///
  /// @param country ISO 3166 alpha-2, or the country's name
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Address(
      @JsonAlias({"fullName", "recipient"}) @Nullable String name,
      @JsonAlias({"street", "address", "address1"}) @Nullable String line1,
      @JsonAlias("address2") @Nullable String line2,
      @JsonAlias({"postcode", "zip", "postal_code"}) @Nullable String postalCode,
      @Nullable String city,
      @JsonAlias({"state", "province"}) @Nullable String region,
      @Nullable String country,
      @Nullable String phone) {
    @Override
    public String toString() {
      return "Address[[REDACTED]]";
    }
  }

  /// The one payment of an order.
  ///
  /// @param refunded how much of what was captured went back
  /// @param actionUrl where the buyer has to go to confirm it, while that is asked
  /// @param reason why it was declined, fit to be shown
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Payment(
      String id,
      String provider,
      PaymentStatus status,
      Money amount,
      Money captured,
      Money refunded,
      @Nullable String actionUrl,
      @Nullable String reason) {}

  public enum PaymentStatus {
    /// Asked of the provider, not answered yet.
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("action_required")
    ACTION_REQUIRED,
    /// Promised: it is collected later, on delivery for example.
    @JsonProperty("authorised")
    AUTHORISED,
    @JsonProperty("captured")
    CAPTURED,
    @JsonProperty("declined")
    DECLINED,
    /// Given up before any money moved.
    @JsonProperty("voided")
    VOIDED,
    /// All that was captured went back.
    @JsonProperty("refunded")
    REFUNDED,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// What one shop does about its part of an order.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Fulfilment(
      String shopId,
      String shopName,
      FulfilmentStatus status,
      Money delivery,
      @Nullable String tracking,
      Instant updatedAt) {}

  public enum FulfilmentStatus {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("packed")
    PACKED,
    @JsonProperty("shipped")
    SHIPPED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("return_requested")
    RETURN_REQUESTED,
    @JsonProperty("returned")
    RETURNED,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// One entry of the timeline.
  ///
  /// @param kind `created`, `placed`, `paid`, `declined`, `packed`, `shipped`, `delivered`,
  ///   `cancelled`, `expired`, `return_requested`, `returned`, `refunded`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(Instant at, String kind, @Nullable String shopId, @Nullable String note) {}

  /// `POST /checkout`, with an `Idempotency-Key`.
  public record Checkout(
      List<CheckoutLine> lines, Address address, String deliveryMethod, Pay payment) {}

  /// @param maxUnitPrice the price that was agreed to: a number in minor units, or an amount of
  ///   money; more than that is refused
  public record CheckoutLine(String variantId, int quantity, @Nullable Ceiling maxUnitPrice) {}

  /// `POST /orders/{id}/payments`, and the payment of a checkout.
  ///
  /// @param token what the provider gave the client; of the `test` provider, the outcome wanted
  public record Pay(String provider, @Nullable String token) {
    @Override
    public String toString() {
      return "Pay[" + provider + ", [REDACTED]]";
    }
  }

  /// A line that stands in the way of a checkout, in the `lines` of its problem.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Refused(
      String variantId,
      int quantity,
      int available,
      @Nullable Money unitPrice,
      @Nullable Money maxUnitPrice) {}

  /// `PATCH /orders/{id}/fulfilments/{shopId}`, by the shop's owner.
  public record Fulfil(FulfilmentStatus status, @Nullable String tracking) {}

  /// `POST /orders/{id}/refunds`, by a seller of it.
  public record Refund(long amount, @Nullable String note) {}

  /// Why, in words, where the buyer cancels or returns something.
  public record Note(@Nullable String note) {}
}
