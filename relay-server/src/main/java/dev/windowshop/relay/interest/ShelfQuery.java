package dev.windowshop.relay.interest;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.recommend.Taste;
import dev.windowshop.relay.store.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is asked of a shelf, whichever it is.
///
/// @param before sizes of the pages that were shown before this one
/// @param category id, slug or name; null for all
/// @param minPrice minor units, as is `maxPrice`
/// @param sent what a shopper says they like, in the request itself
record ShelfQuery(
    int limit,
    List<Integer> before,
    @Nullable String category,
    @Nullable Long minPrice,
    @Nullable Long maxPrice,
    boolean inStock,
    Taste sent) {
  /// Nobody pages further; each page is worked out from those before it.
  static final int DEEPEST = 500;

  static ShelfQuery of(int limit) {
    return new ShelfQuery(limit, List.of(), null, null, null, false, Taste.UNKNOWN);
  }

  /// @param shelf what the cursor must belong to
  ShelfQuery at(@Nullable String cursor, String shelf) {
    List<String> parts = Cursor.parse(cursor, 2);
    if (parts == null) {
      return this;
    }
    if (!parts.get(0).equals(fingerprint(shelf))) {
      throw Cursor.bad();
    }
    List<Integer> sizes = new ArrayList<>();
    int sum = 0;
    for (String size : parts.get(1).split(",", -1)) {
      int value = size.matches("\\d{1,3}") ? Integer.parseInt(size) : 0;
      sum += value;
      if (value < 1 || value > 100 || sum > DEEPEST) {
        throw Cursor.bad();
      }
      sizes.add(value);
    }
    return new ShelfQuery(limit, sizes, category, minPrice, maxPrice, inStock, sent);
  }

  /// The cursor of the page after this one; null where nobody pages further.
  @Nullable String next(String shelf) {
    List<String> sizes = new ArrayList<>();
    before.forEach(size -> sizes.add(size.toString()));
    sizes.add(Integer.toString(limit));
    int sum = limit + before.stream().mapToInt(Integer::intValue).sum();
    return sum >= DEEPEST ? null : Cursor.of(fingerprint(shelf), String.join(",", sizes));
  }

  /// The ids of the category and all below it; null for every category.
  ///
  /// @throws ProblemException never: a category that nobody knows is an empty set
  @Nullable Set<String> categories(Catalogue catalogue) {
    return category == null ? null : catalogue.within(catalogue.categoriesNamed(category));
  }

  /// Goes into cursors, so it is the same in every run.
  private String fingerprint(String shelf) {
    return Integer.toHexString(
        List.of(
                shelf,
                String.valueOf(category),
                String.valueOf(minPrice),
                String.valueOf(maxPrice),
                inStock)
            .hashCode());
  }
}
