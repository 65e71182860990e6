package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// The highest price agreed to, minor units: on the wire a whole number or `{amount, currency}`.
///
/// @param currency where one was named
public record Ceiling(@JsonValue long amount, @JsonIgnore @Nullable String currency) {
  public Ceiling(long amount) {
    this(amount, null);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Ceiling of(JsonNode node) {
    JsonNode number = node.isObject() ? node.path("amount") : node;
    if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
      throw ProblemException.invalid("maxUnitPrice", "must be an amount in minor units");
    }
    return new Ceiling(number.longValue(), node.path("currency").textValue());
  }
}
