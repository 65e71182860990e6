package dev.windowshop.client.store;

import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.protocol.ProductSort;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a shopper looks for.
///
/// @param text what was typed; null for everything
public record ProductQuery(@Nullable String text, SearchFilters filters, ProductSort sort) {
  public static final ProductQuery EVERYTHING =
      new ProductQuery(null, SearchFilters.NONE, ProductSort.POPULARITY);

  public static ProductQuery ofText(String text) {
    return new ProductQuery(text, SearchFilters.NONE, ProductSort.RELEVANCE);
  }

  public static ProductQuery ofCategory(String category) {
    return new ProductQuery(null, SearchFilters.category(category), ProductSort.POPULARITY);
  }

  public ProductQuery withFilters(SearchFilters next) {
    return new ProductQuery(text, next, sort);
  }

  public ProductQuery withSort(ProductSort next) {
    return new ProductQuery(text, filters, next);
  }

  /// The route that answers it.
  public String path(int limit, @Nullable String cursor) {
    StringBuilder path = new StringBuilder("/products?limit=").append(limit);
    add(path, "q", text);
    addAll(path, "category", filters.categories());
    addAll(path, "brand", filters.brands());
    addAll(path, "option", filters.options());
    add(path, "shop", filters.shop());
    add(path, "minPrice", filters.minPrice());
    add(path, "maxPrice", filters.maxPrice());
    add(path, "minRating", filters.minRating() > 0 ? filters.minRating() : null);
    add(path, "inStock", filters.inStock() ? "true" : null);
    add(path, "onSale", filters.onSale() ? "true" : null);
    add(path, "sort", sort.wire());
    add(path, "cursor", cursor);
    return path.toString();
  }

  private static void addAll(StringBuilder path, String name, List<String> values) {
    values.forEach(value -> add(path, name, value));
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
