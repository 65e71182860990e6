package dev.windowshop.client.store;

import dev.windowshop.protocol.ProductSort;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What a shopper looks for. Prices are in minor units.
///
/// @param category its id, slug or name
public record ProductQuery(
    @Nullable String text,
    @Nullable String category,
    @Nullable String brand,
    @Nullable Long minPrice,
    @Nullable Long maxPrice,
    boolean inStockOnly,
    ProductSort sort) {

  public static ProductQuery ofText(String text) {
    return new ProductQuery(text, null, null, null, null, false, ProductSort.RELEVANCE);
  }

  public static ProductQuery ofCategory(String category) {
    return new ProductQuery(null, category, null, null, null, false, ProductSort.POPULARITY);
  }

  /// The route that answers it.
  String path(int limit, @Nullable String cursor) {
    StringBuilder path = new StringBuilder("/products?limit=").append(limit);
    add(path, "q", text);
    add(path, "category", category);
    add(path, "brand", brand);
    add(path, "minPrice", minPrice);
    add(path, "maxPrice", maxPrice);
    add(path, "inStock", inStockOnly ? "true" : null);
    add(path, "sort", sort.wire());
    add(path, "cursor", cursor);
    return path.toString();
  }

  private static void add(StringBuilder path, String name, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) {
      path.append('&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
  }
}
