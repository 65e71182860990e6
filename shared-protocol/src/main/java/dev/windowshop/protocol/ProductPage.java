package dev.windowshop.protocol;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An answer of `GET /products`.
public record ProductPage(List<Product> items, @Nullable String nextCursor, Facets facets) {

  /// Counts over all that matched, not over this page. What could be chosen of a thing is counted
  /// as if nothing were chosen of it yet, so that another choice can be seen beside the one made.
  ///
  /// @param minPrice the range of prices, were no price asked for
  /// @param total how many matched
  /// @param options values by option, for example `Colour` and `Size`, whatever a shop calls them
  /// @param ratings how many have at least 4, 3, 2 and 1 stars
  /// @param prices how many cost up to so much, in about ten steps from the cheapest to the dearest
  public record Facets(
      List<Count> categories,
      List<Count> brands,
      @Nullable Money minPrice,
      @Nullable Money maxPrice,
      int inStock,
      int total,
      List<OptionCounts> options,
      List<Count> ratings,
      List<Step> prices) {

    /// Relays of before leave the last ones out.
    public Facets {
      options = Objects.requireNonNullElse(options, List.of());
      ratings = Objects.requireNonNullElse(ratings, List.of());
      prices = Objects.requireNonNullElse(prices, List.of());
    }

    public Facets(
        List<Count> categories,
        List<Count> brands,
        @Nullable Money minPrice,
        @Nullable Money maxPrice,
        int inStock,
        int total) {
      this(categories, brands, minPrice, maxPrice, inStock, total, List.of(), List.of(), List.of());
    }
  }

  /// @param name as most products write it
  public record OptionCounts(String name, List<Count> values) {}

  /// A step of the histogram of prices.
  ///
  /// @param upTo the highest price in it; those of the step before are not in it
  public record Step(Money upTo, int count) {}

  public record Count(String value, int count) {}
}
