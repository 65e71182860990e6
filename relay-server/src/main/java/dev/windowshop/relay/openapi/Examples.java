package dev.windowshop.relay.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Examples of the wire records: the golden files of the protocol's own tests, which can't go
/// stale.
final class Examples {
  private Examples() {}

  /// @param record `Product`, `Auth.Tokens`
  static @Nullable JsonNode of(String record) {
    String file = record.replace('.', '-').replaceAll("([a-z])([A-Z])", "$1-$2");
    JsonNode example = read(file.toLowerCase(Locale.ROOT));
    return example == null && record.startsWith("Auth.")
        ? read(record.substring(5).toLowerCase(Locale.ROOT))
        : example;
  }

  private static @Nullable JsonNode read(String name) {
    try (InputStream in = Examples.class.getResourceAsStream("examples/" + name + ".json")) {
      return in == null ? null : Json.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the example " + name + " can't be read", e);
    }
  }
}
