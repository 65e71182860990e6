package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/// A row of the books: money that moved, or was promised.
///
/// @param amount positive; `kind` says which way it went
public record Transaction(
    String id,
    String orderId,
    String paymentId,
    String provider,
    Kind kind,
    Money amount,
    Instant createdAt) {

  public enum Kind {
    @JsonProperty("authorisation")
    AUTHORISATION,
    @JsonProperty("capture")
    CAPTURE,
    @JsonProperty("refund")
    REFUND,
    /// A promise that was let go.
    @JsonProperty("void")
    VOID,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }
}
