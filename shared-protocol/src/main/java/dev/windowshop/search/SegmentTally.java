package dev.windowshop.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Says which products of a segment fit, and counts what could be chosen of each thing as if
/// nothing were chosen of it yet: a product that fails of one thing only counts for that thing's
/// choices. By numbers, since it is done for every product. One search of one segment.
final class SegmentTally {
  /// An option of which something is asked; -1 for one that no product here has.
  private record Wanted(int option, BitSet values) {}

  private final ProductColumns columns;
  private final Asked asked;
  private final @Nullable BitSet wantedCategories;
  private final @Nullable BitSet wantedBrands;
  private final List<Wanted> wanted = new ArrayList<>();
  private final int[] optionOf;
  private final int[] categories;
  private final int[] brands;
  private final int[] values;
  private final int[] products;
  private final int[] ratings = new int[5];
  private long[] prices = new long[1024];
  private int priced;
  private int inStock;
  private int total;

  SegmentTally(ProductColumns columns, Asked asked) {
    this.columns = columns;
    this.asked = asked;
    Set<String> inCategories = asked.categories();
    wantedCategories =
        inCategories == null
            ? null
            : numbers(columns.categories, each -> inCategories.contains(each.id()));
    wantedBrands =
        asked.brands().isEmpty()
            ? null
            : numbers(columns.brands, each -> asked.brands().contains(each.folded()));
    asked
        .options()
        .forEach((name, some) -> {
          int option = columns.options.indexOf(name);
          wanted.add(
              new Wanted(
                  option,
                  numbers(
                      columns.optionValues,
                      each -> each.option() == option && some.contains(each.folded()))));
        });
    optionOf = columns.optionValues.stream().mapToInt(ProductColumns.OptionValue::option).toArray();
    categories = new int[columns.categories.size()];
    brands = new int[columns.brands.size()];
    values = new int[optionOf.length];
    products = new int[columns.options.size()];
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
    if ((asked.shop() != null && !asked.shop().equals(columns.shops[i]))
        || (asked.inStock() && !columns.stocked[i])
        || (asked.onSale() && !columns.reduced[i])) {
      return false;
    }
    boolean category = wantedCategories == null || wantedCategories.get(columns.category[i]);
    boolean brand =
        wantedBrands == null || (columns.brand[i] >= 0 && wantedBrands.get(columns.brand[i]));
    long price = columns.prices[i];
    boolean affordable =
        (asked.minPrice() == null || price >= asked.minPrice())
            && (asked.maxPrice() == null || price <= asked.maxPrice());
    boolean rating = columns.ratings[i] >= asked.minRating();
    int failing = (category ? 0 : 1) + (brand ? 0 : 1) + (affordable ? 0 : 1) + (rating ? 0 : 1);
    int failed = -2;
    for (Wanted one : wanted) {
      if (!has(columns.values[i], one.values())) {
        failing++;
        failed = one.option();
      }
    }
    if (failing > 1) {
      return false;
    }
    boolean fits = failing == 0;
    if (fits) {
      total++;
      inStock += columns.stocked[i] ? 1 : 0;
    }
    if (fits || !category) {
      categories[columns.category[i]]++;
    }
    if ((fits || !brand) && columns.brand[i] >= 0) {
      brands[columns.brand[i]]++;
    }
    if (fits || !affordable) {
      price(price);
    }
    if (fits || !rating) {
      for (int least = 1; least <= 4 && columns.ratings[i] >= least; least++) {
        ratings[least]++;
      }
    }
    options(columns.values[i], fits, failed);
    return fits;
  }

  private static boolean has(int[] values, BitSet wanted) {
    for (int value : values) {
      if (wanted.get(value)) {
        return true;
      }
    }
    return false;
  }

  private void options(int[] of, boolean fits, int failed) {
    int last = -1;
    for (int value : of) {
      int option = optionOf[value];
      if (fits || option == failed) {
        values[value]++;
        if (option != last) {
          products[option]++;
          last = option;
        }
      }
    }
  }

  private void price(long price) {
    if (priced == prices.length) {
      prices = java.util.Arrays.copyOf(prices, priced * 2);
    }
    prices[priced++] = price;
  }

  void addTo(FacetCounts facets) {
    facets.totals(total, inStock);
    for (int i = 0; i < categories.length; i++) {
      facets.category(columns.categories.get(i).name(), categories[i]);
    }
    for (int i = 0; i < brands.length; i++) {
      facets.brand(columns.brands.get(i), brands[i]);
    }
    for (int i = 0; i < products.length; i++) {
      facets.option(columns.options.get(i), products[i]);
    }
    for (int i = 0; i < values.length; i++) {
      ProductColumns.OptionValue value = columns.optionValues.get(i);
      facets.value(columns.options.get(value.option()), value, values[i]);
    }
    facets.addRatings(ratings);
    facets.prices(prices, priced);
  }
}
