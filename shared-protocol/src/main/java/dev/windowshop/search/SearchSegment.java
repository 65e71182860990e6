package dev.windowshop.search;

import dev.windowshop.protocol.Product;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Some products, ready to be searched. Several searched into one result are as one: a product's
/// score depends on it and on what is asked alone. Immutable.
public final class SearchSegment {
  private final ProductColumns columns;
  private final WordIndex index = new WordIndex();

  public SearchSegment(List<Product> products) {
    columns = new ProductColumns(products);
    index.cover(
        products.size(), number -> into -> ProductWords.describe(products.get(number), into));
  }

  public int size() {
    return columns.size();
  }

  /// Whether somebody might mean this category: by its id, its name, or its name as a slug.
  public void categoriesNamed(String asked, Set<String> into) {
    String folded = SearchText.fold(asked);
    for (ProductColumns.Category category : columns.categories) {
      String name = SearchText.fold(category.name());
      if (category.id().equals(asked)
          || name.equals(folded)
          || String.join("-", SearchText.words(name)).equals(folded)) {
        into.add(category.id());
      }
    }
  }

  /// Adds those words of a query that some word here begins with.
  public void begun(String text, Set<String> into) {
    index.begun(text, into);
  }

  /// @param begun words that some segment of the same search knows: a slip of the pen is forgiven
  ///   only where no word of any begins like that
  /// @param hidden ids of what is not to be found here
  public void search(Asked asked, Set<String> begun, Predicate<String> hidden, SearchResult into) {
    float[] scores = asked.text() == null ? null : index.scores(asked.text(), size(), begun);
    SegmentTally tally = new SegmentTally(columns, asked);
    for (int i = 0; i < columns.size(); i++) {
      float score = scores == null ? 0 : scores[i];
      if ((scores == null || score > 0) && !hidden.test(columns.ids[i]) && tally.takes(i)) {
        into.add(columns.ids[i], key(asked, i, score));
      }
    }
    tally.addTo(into.facets());
  }

  private double key(Asked asked, int i, float score) {
    return switch (asked.sort()) {
      case RELEVANCE -> -(score + columns.popularity[i]);
      case POPULARITY -> -columns.popularity[i];
      case NEWEST -> -columns.created[i];
      case PRICE_ASC -> columns.prices[i];
      case PRICE_DESC -> -columns.prices[i];
      case RATING -> -(columns.ratings[i] * 1_000_000.0 + Math.min(columns.ratingCounts[i], 999));
    };
  }
}
