package dev.windowshop.search;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.ProductPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What could be chosen, with counts: of each thing as if nothing were chosen of it yet. Not
/// thread-safe.
public final class FacetCounts {
  private static final int MOST = 100;

  /// Options that are counted, the most frequent.
  public static final int MOST_OPTIONS = 12;

  private static final int STEPS = 10;

  private final Map<String, Integer> categories = new HashMap<>();
  private final Map<String, Integer> brands = new HashMap<>();
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

  void total(boolean stocked) {
    total++;
    inStock += stocked ? 1 : 0;
  }

  void category(String name) {
    categories.merge(name, 1, Integer::sum);
  }

  void brand(String name) {
    brands.merge(name, 1, Integer::sum);
  }

  void rating(double stars) {
    for (int least = 1; least <= 4 && stars >= least; least++) {
      ratings[least]++;
    }
  }

  void price(long amount) {
    if (priced == prices.length) {
      prices = Arrays.copyOf(prices, priced * 2);
    }
    prices[priced++] = amount;
  }

  void option(ProductColumns.OptionValues values) {
    Option option = options.computeIfAbsent(values.folded(), name -> new Option());
    option.products++;
    option.names.merge(values.name(), 1, Integer::sum);
    for (int i = 0; i < values.values().size(); i++) {
      option
          .values
          .computeIfAbsent(values.foldedValues().get(i), value -> new HashMap<>())
          .merge(values.values().get(i), 1, Integer::sum);
    }
  }

  ProductPage.Facets result(String currency) {
    long[] sorted = Arrays.copyOf(prices, priced);
    Arrays.sort(sorted);
    return new ProductPage.Facets(
        counts(categories),
        counts(brands),
        priced == 0 ? null : new Money(sorted[0], currency),
        priced == 0 ? null : new Money(sorted[priced - 1], currency),
        inStock,
        total,
        options(),
        ratings(),
        steps(sorted, currency));
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

  private List<ProductPage.Count> ratings() {
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
          option
              .values
              .values()
              .forEach(names ->
                  values.put(
                      written(names), names.values().stream().mapToInt(count -> count).sum()));
          return new ProductPage.OptionCounts(written(option.names), counts(values));
        })
        .toList();
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

  /// About ten steps from the cheapest to the dearest.
  ///
  /// @param sorted ascending
  public static List<ProductPage.Step> steps(long[] sorted, String currency) {
    List<ProductPage.Step> steps = new ArrayList<>();
    if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
      return steps;
    }
    long low = sorted[0];
    long high = sorted[sorted.length - 1];
    int at = 0;
    for (int step = 1; step <= STEPS; step++) {
      long upTo = step == STEPS ? high : low + Math.round((double) (high - low) * step / STEPS);
      int from = at;
      while (at < sorted.length && sorted[at] <= upTo) {
        at++;
      }
      steps.add(new ProductPage.Step(new Money(upTo, currency), at - from));
    }
    return steps;
  }
}
