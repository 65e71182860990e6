package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A price that somebody asks for: on the wire a whole number of minor units, or `{amount,
/// currency}`, whose currency has to be the relay's.
///
/// @param currency null where only a number was given
public record Price(long amount, @Nullable String currency) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Price of(JsonNode node) {
    JsonNode number = node.isObject() ? node.path("amount") : node;
    if (!number.isIntegralNumber() || !number.canConvertToLong()) {
      throw ProblemException.invalid("price", "must be an amount in minor units");
    }
    JsonNode currency = node.path("currency");
    return new Price(number.longValue(), currency.isTextual() ? currency.textValue() : null);
  }

  public static Price of(long amount) {
    return new Price(amount, null);
  }

  @JsonValue
  Object wire() {
    return currency == null ? Long.valueOf(amount) : new Money(amount, currency);
  }
}
