package dev.windowshop.search;

import dev.windowshop.protocol.Product;
import java.util.List;
import java.util.Map;
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
    for (int i = 0; i < columns.size(); i++) {
      String name = SearchText.fold(columns.categories[i]);
      if (columns.categoryIds[i].equals(asked)
          || name.equals(folded)
          || String.join("-", SearchText.words(name)).equals(folded)) {
        into.add(columns.categoryIds[i]);
      }
    }
  }

  /// @param hidden ids of what is not to be found here
  public void search(Asked asked, Predicate<String> hidden, SearchResult into) {
    float[] scores = asked.text() == null ? null : index.scores(asked.text(), size());
    FacetCounts facets = into.facets();
    for (int i = 0; i < columns.size(); i++) {
      if ((scores == null || scores[i] > 0)
          && (asked.shop() == null || asked.shop().equals(columns.shops[i]))
          && (!asked.inStock() || columns.stocked[i])
          && (!asked.onSale() || columns.reduced[i])
          && !hidden.test(columns.ids[i])) {
        take(asked, i, scores == null ? 0 : scores[i], facets, into);
      }
    }
  }

  /// What fails of one thing only counts for the choices of that thing.
  private void take(Asked asked, int i, float score, FacetCounts facets, SearchResult into) {
    boolean category =
        asked.categories() == null || asked.categories().contains(columns.categoryIds[i]);
    boolean brand =
        asked.brands().isEmpty()
            || (columns.foldedBrands[i] != null
                && asked.brands().contains(columns.foldedBrands[i]));
    boolean price =
        (asked.minPrice() == null || columns.prices[i] >= asked.minPrice())
            && (asked.maxPrice() == null || columns.prices[i] <= asked.maxPrice());
    boolean rating = columns.ratings[i] >= asked.minRating();
    String option = null;
    int failing = (category ? 0 : 1) + (brand ? 0 : 1) + (price ? 0 : 1) + (rating ? 0 : 1);
    for (Map.Entry<String, Set<String>> wanted : asked.options().entrySet()) {
      if (!comesIn(i, wanted.getKey(), wanted.getValue())) {
        failing++;
        option = wanted.getKey();
      }
    }
    if (failing > 1) {
      return;
    }
    if (failing == 0) {
      facets.total(columns.stocked[i]);
      into.add(columns.ids[i], key(asked, i, score));
    }
    if (failing == 0 || !category) {
      facets.category(columns.categories[i]);
    }
    if ((failing == 0 || !brand) && columns.brands[i] != null) {
      facets.brand(columns.brands[i]);
    }
    if (failing == 0 || !price) {
      facets.price(columns.prices[i]);
    }
    if (failing == 0 || !rating) {
      facets.rating(columns.ratings[i]);
    }
    for (ProductColumns.OptionValues values : columns.options.get(i)) {
      if (failing == 0 || values.folded().equals(option)) {
        facets.option(values);
      }
    }
  }

  private boolean comesIn(int i, String name, Set<String> wanted) {
    for (ProductColumns.OptionValues values : columns.options.get(i)) {
      if (values.folded().equals(name)) {
        for (String value : values.foldedValues()) {
          if (wanted.contains(value)) {
            return true;
          }
        }
      }
    }
    return false;
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
