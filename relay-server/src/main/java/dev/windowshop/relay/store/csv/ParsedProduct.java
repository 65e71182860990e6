package dev.windowshop.relay.store.csv;

import dev.windowshop.protocol.Product;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A product as the file has it.
///
/// @param line where it begins
/// @param category a name
/// @param attributes null where the file has no columns of attributes
/// @param offAs `draft` or `archived`; null for one that is on sale
record ParsedProduct(
    long line,
    String handle,
    String title,
    String description,
    @Nullable String brand,
    String category,
    List<String> tags,
    List<Product.Option> options,
    List<Variant> variants,
    List<Image> images,
    @Nullable Map<String, String> attributes,
    @Nullable String offAs) {

  /// @param price minor units
  record Variant(
      @Nullable String sku,
      Map<String, String> options,
      long price,
      @Nullable Long compareAt,
      int stock) {}

  record Image(String url, @Nullable String alt) {}

  /// Everything but the place in the file, to tell a change by.
  String fingerprint() {
    return new ParsedProduct(
            0,
            handle,
            title,
            description,
            brand,
            category,
            tags,
            options,
            variants,
            images,
            attributes,
            offAs)
        .toString();
  }
}
