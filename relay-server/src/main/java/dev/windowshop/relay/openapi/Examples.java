package dev.windowshop.relay.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Examples of the wire records: the golden files of the protocol's own tests, which can't go
/// stale.
final class Examples {
  private Examples() {}

  /// Records whose golden file goes by another name.
  private static final Map<String, String> NAMES =
      Map.of(
          "Auth.Tokens",
          "tokens",
          "Report.Entry",
          "moderation-entry",
          "ShopProfile.QuickReplies",
          "quick-replies",
          "SellerProduct.StockLevel",
          "stock-level");

  /// @param record `Product`, `Auth.Tokens`
  static @Nullable JsonNode of(String record) {
    String kebab = record.replace('.', '-').replaceAll("([a-z])([A-Z])", "$1-$2");
    return read(NAMES.getOrDefault(record, kebab.toLowerCase(Locale.ROOT)));
  }

  private static @Nullable JsonNode read(String name) {
    try (InputStream in = Examples.class.getResourceAsStream("examples/" + name + ".json")) {
      return in == null ? null : Json.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the example " + name + " can't be read", e);
    }
  }
}
