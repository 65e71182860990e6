package dev.windowshop.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of `GET /products`.
public record ProductPage(List<Product> items, @Nullable String nextCursor, Facets facets) {

  /// Counts over all that matched, not over this page.
  public record Facets(
      List<Count> categories,
      List<Count> brands,
      @Nullable Money minPrice,
      @Nullable Money maxPrice,
      int inStock,
      int total) {}

  public record Count(String value, int count) {}
}
