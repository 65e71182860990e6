package dev.windowshop.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What one search asks for in a segment's numbers, and what was counted in the segment's words.
/// One search of one segment.
final class SegmentTally {
  private final ProductColumns columns;
  private final ChoiceTally tally;

  SegmentTally(ProductColumns columns, Asked asked) {
    this.columns = columns;
    Set<String> categories = asked.categories();
    List<ChoiceTally.Wanted> wanted = new ArrayList<>();
    asked
        .options()
        .forEach((name, some) -> {
          int option = columns.options.indexOf(name);
          wanted.add(
              new ChoiceTally.Wanted(
                  option,
                  numbers(
                      columns.optionValues,
                      each -> each.option() == option && some.contains(each.folded()))));
        });
    ChoiceTally.Choices choices =
        new ChoiceTally.Choices(
            categories == null
                ? null
                : numbers(columns.categories, each -> categories.contains(each.id())),
            asked.brands().isEmpty()
                ? null
                : numbers(columns.brands, each -> asked.brands().contains(each.folded())),
            wanted);
    int[] optionOf =
        columns.optionValues.stream().mapToInt(ProductColumns.OptionValue::option).toArray();
    tally =
        new ChoiceTally(asked, choices, columns.categories.size(), columns.brands.size(), optionOf);
  }

  private static <T> BitSet numbers(List<T> all, Predicate<T> such) {
    BitSet numbers = new BitSet(all.size());
    for (int i = 0; i < all.size(); i++) {
      numbers.set(i, such.test(all.get(i)));
    }
    return numbers;
  }

  /// Counts a product.
  ///
  /// @return whether it fits in everything
  boolean takes(int i) {
    return tally.admits(columns.shops[i], columns.stocked[i], columns.reduced[i])
        && tally.takes(
            columns.stocked[i],
            columns.category[i],
            columns.brand[i],
            columns.prices[i],
            columns.ratings[i],
            columns.values[i]);
  }

  void addTo(FacetCounts facets) {
    facets.totals(tally.total(), tally.inStock());
    int[] categories = tally.categories();
    for (int i = 0; i < categories.length; i++) {
      facets.category(columns.categories.get(i).name(), categories[i]);
    }
    int[] brands = tally.brands();
    for (int i = 0; i < brands.length; i++) {
      facets.brand(columns.brands.get(i), brands[i]);
    }
    int[] products = tally.products();
    for (int i = 0; i < products.length; i++) {
      facets.option(columns.options.get(i), products[i]);
    }
    int[] values = tally.values();
    for (int i = 0; i < values.length; i++) {
      ProductColumns.OptionValue value = columns.optionValues.get(i);
      facets.value(columns.options.get(value.option()), value, values[i]);
    }
    facets.addRatings(tally.ratings());
    facets.prices(tally.prices(), tally.priced());
  }
}
