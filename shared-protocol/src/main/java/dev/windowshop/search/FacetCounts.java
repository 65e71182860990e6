package dev.windowshop.search;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.ProductPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What could be chosen, with counts: of each thing as if nothing were chosen of it yet. Put
/// together of what was counted in several places. Not thread-safe.
public final class FacetCounts {
  private static final int MOST = 100;

  /// Options that are counted, the most frequent.
  public static final int MOST_OPTIONS = 12;

  private static final int STEPS = 10;

  private final Map<String, Integer> categories = new HashMap<>();

  /// By what they are compared by, then as they are written; as with options and their values.
  private final Map<String, Map<String, Integer>> brands = new HashMap<>();

  private final int[] ratings = new int[5];
  private final Map<String, Option> options = new HashMap<>();
  private long[] prices = new long[64];
  private int priced;
  private int inStock;
  private int total;

  /// Values of an option, by what they are compared by, whatever the shops write.
  private static final class Option {
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Map<String, Integer>> values = new HashMap<>();
    private int products;
  }

  void totals(int more, int stocked) {
    total += more;
    inStock += stocked;
  }

  void category(String name, int count) {
    if (count > 0) {
      categories.merge(name, count, Integer::sum);
    }
  }

  void brand(ProductColumns.Brand brand, int count) {
    if (count > 0) {
      brands
          .computeIfAbsent(brand.folded(), key -> new HashMap<>())
          .merge(brand.name(), count, Integer::sum);
    }
  }

  /// @param key what it is compared by
  void option(String key, int products) {
    if (products > 0) {
      options.computeIfAbsent(key, each -> new Option()).products += products;
    }
  }

  void value(String key, ProductColumns.OptionValue value, int count) {
    if (count > 0) {
      Option option = options.computeIfAbsent(key, each -> new Option());
      option.names.merge(value.optionName(), count, Integer::sum);
      option
          .values
          .computeIfAbsent(value.folded(), each -> new HashMap<>())
          .merge(value.value(), count, Integer::sum);
    }
  }

  /// @param more by the least number of stars
  void addRatings(int[] more) {
    for (int i = 0; i < ratings.length; i++) {
      ratings[i] += more[i];
    }
  }

  void prices(long[] more, int count) {
    if (priced + count > prices.length) {
      prices = Arrays.copyOf(prices, Math.max(prices.length * 2, priced + count));
    }
    System.arraycopy(more, 0, prices, priced, count);
    priced += count;
  }

  ProductPage.Facets result(String currency) {
    Range range = Range.of(prices, priced);
    Map<String, Integer> byBrand = new HashMap<>();
    brands.values().forEach(names -> byBrand.put(written(names), sum(names)));
    return new ProductPage.Facets(
        counts(categories),
        counts(byBrand),
        priced == 0 ? null : new Money(range.least(), currency),
        priced == 0 ? null : new Money(range.most(), currency),
        inStock,
        total,
        options(),
        ratings(ratings),
        steps(prices, priced, currency));
  }

  /// The most frequent first, not more than can be shown.
  public static List<ProductPage.Count> counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> new ProductPage.Count(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(ProductPage.Count::count)
                .reversed()
                .thenComparing(ProductPage.Count::value))
        .limit(MOST)
        .toList();
  }

  /// @param ratings by the least number of stars
  public static List<ProductPage.Count> ratings(int[] ratings) {
    List<ProductPage.Count> found = new ArrayList<>();
    for (int least = 4; least >= 1; least--) {
      found.add(new ProductPage.Count(Integer.toString(least), ratings[least]));
    }
    return found;
  }

  private List<ProductPage.OptionCounts> options() {
    return options.values().stream()
        .sorted(
            Comparator.comparingInt((Option option) -> option.products)
                .reversed()
                .thenComparing(option -> written(option.names)))
        .limit(MOST_OPTIONS)
        .map(option -> {
          Map<String, Integer> values = new HashMap<>();
          option.values.values().forEach(names -> values.put(written(names), sum(names)));
          return new ProductPage.OptionCounts(written(option.names), counts(values));
        })
        .toList();
  }

  private static int sum(Map<String, Integer> names) {
    return names.values().stream().mapToInt(count -> count).sum();
  }

  /// As most write it.
  private static String written(Map<String, Integer> names) {
    return names.entrySet().stream()
        .min(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /// The cheapest and the dearest of some prices.
  public record Range(long least, long most) {
    public static Range of(long[] prices, int count) {
      long least = Long.MAX_VALUE;
      long most = Long.MIN_VALUE;
      for (int i = 0; i < count; i++) {
        least = Math.min(least, prices[i]);
        most = Math.max(most, prices[i]);
      }
      return new Range(least, most);
    }
  }

  /// About ten steps from the cheapest to the dearest. Nothing is sorted for them: there may be as
  /// many prices as products.
  ///
  /// @param prices in any order
  public static List<ProductPage.Step> steps(long[] prices, int count, String currency) {
    List<ProductPage.Step> steps = new ArrayList<>();
    Range range = Range.of(prices, count);
    if (count == 0 || range.least() == range.most()) {
      return steps;
    }
    long low = range.least();
    double width = range.most() - low;
    long[] upTo = new long[STEPS];
    for (int step = 1; step <= STEPS; step++) {
      upTo[step - 1] = step == STEPS ? range.most() : low + Math.round(width * step / STEPS);
    }
    int[] counts = new int[STEPS];
    for (int i = 0; i < count; i++) {
      int step = Math.min(STEPS - 1, (int) ((prices[i] - low) * STEPS / width));
      while (prices[i] > upTo[step]) {
        step++;
      }
      while (step > 0 && prices[i] <= upTo[step - 1]) {
        step--;
      }
      counts[step]++;
    }
    for (int step = 0; step < STEPS; step++) {
      steps.add(new ProductPage.Step(new Money(upTo[step], currency), counts[step]));
    }
    return steps;
  }
}
