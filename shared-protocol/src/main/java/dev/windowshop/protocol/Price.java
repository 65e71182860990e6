package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import org.jspecify.annotations.Nullable;

/// A price that somebody asks for.
///
/// @param wire a whole number of minor units, or `{amount, currency}`, whose currency has to be the
///   relay's
public record Price(@JsonValue JsonNode wire) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Price {
    JsonNode number = wire.isObject() ? wire.path("amount") : wire;
    if (!number.isIntegralNumber() || !number.canConvertToLong()) {
      throw ProblemException.invalid("price", "must be an amount in minor units");
    }
  }

  public static Price of(long amount) {
    return new Price(LongNode.valueOf(amount));
  }

  /// Minor units.
  public long amount() {
    return (wire.isObject() ? wire.path("amount") : wire).longValue();
  }

  /// Null where only a number was given.
  public @Nullable String currency() {
    return wire.path("currency").textValue();
  }
}
