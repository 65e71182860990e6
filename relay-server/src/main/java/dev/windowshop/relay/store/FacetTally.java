package dev.windowshop.relay.store;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.search.Asked;
import dev.windowshop.search.FacetCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says which products fit, and counts what could be chosen of each thing as if nothing were chosen
/// of it yet: a product that fails of one thing only counts for that thing's choices. By numbers,
/// since it is done for every product of the catalogue. One search, one thread.
final class FacetTally {
  /// Options asked for, by number: one that no product has is -1 and fits nothing.
  private record Wanted(int option, BitSet values) {}

  private final Catalogue catalogue;
  private final Facts facts;
  private final Asked asked;
  private final @Nullable BitSet wantedCategories;
  private final @Nullable BitSet wantedBrands;
  private final List<Wanted> wanted = new ArrayList<>();

  private final int[] categories;
  private final int[] brands;
  private final int[] values;
  private final int[] optionOf;
  private final int[] products;
  private int lastOption = -1;
  private final int[] ratings = new int[5];
  private long[] prices = new long[1024];
  private int priced;
  private int inStock;
  private int total;

  FacetTally(Catalogue catalogue, Asked asked) {
    this.catalogue = catalogue;
    this.facts = catalogue.facts();
    this.asked = asked;
    this.wantedCategories = asked.categories() == null ? null : numbers(asked.categories());
    this.wantedBrands = asked.brands().isEmpty() ? null : brands(asked.brands());
    asked.options().forEach((name, some) -> wanted.add(wanted(name, some)));
    this.categories = new int[facts.categoryCount()];
    this.brands = new int[facts.brandCount()];
    // Numbers that are given from here on are of products that this catalogue has not.
    this.optionOf = facts.optionsOfValues();
    this.values = new int[optionOf.length];
    this.products = new int[Arrays.stream(optionOf).max().orElse(-1) + 1];
  }

  private BitSet numbers(Set<String> ids) {
    BitSet numbers = new BitSet();
    for (String id : ids) {
      int number = facts.categoryAsked(id);
      if (number >= 0) {
        numbers.set(number);
      }
    }
    return numbers;
  }

  private BitSet brands(Set<String> names) {
    BitSet numbers = new BitSet();
    for (String name : names) {
      int number = facts.brandAsked(name);
      if (number >= 0) {
        numbers.set(number);
      }
    }
    return numbers;
  }

  private Wanted wanted(String name, Set<String> some) {
    BitSet numbers = new BitSet();
    for (String value : some) {
      int number = facts.valueAsked(name, value);
      if (number >= 0) {
        numbers.set(number);
      }
    }
    return new Wanted(facts.optionAsked(name), numbers);
  }

  /// Counts a product.
  ///
  /// @return whether it fits in everything
  boolean takes(Slots.Chunk chunk, int i) {
    if ((asked.shop() != null && !asked.shop().equals(chunk.shop[i]))
        || (asked.inStock() && !chunk.inStock[i])
        || (asked.onSale() && !chunk.reduced[i])) {
      return false;
    }
    boolean category = wantedCategories == null || wantedCategories.get(chunk.category[i]);
    boolean brand =
        wantedBrands == null || (chunk.brand[i] >= 0 && wantedBrands.get(chunk.brand[i]));
    long price = chunk.price[i];
    boolean affordable =
        (asked.minPrice() == null || price >= asked.minPrice())
            && (asked.maxPrice() == null || price <= asked.maxPrice());
    boolean rating = chunk.rating[i] >= asked.minRating();
    int failing = (category ? 0 : 1) + (brand ? 0 : 1) + (affordable ? 0 : 1) + (rating ? 0 : 1);
    int failed = -2;
    for (Wanted one : wanted) {
      if (!has(chunk.values[i], one.values())) {
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
      inStock += chunk.inStock[i] ? 1 : 0;
    }
    if (fits || !category) {
      categories[chunk.category[i]]++;
    }
    if ((fits || !brand) && chunk.brand[i] >= 0) {
      brands[chunk.brand[i]]++;
    }
    if (fits || !affordable) {
      price(price);
    }
    if (fits || !rating) {
      for (int least = 1; least <= 4 && chunk.rating[i] >= least; least++) {
        ratings[least]++;
      }
    }
    options(chunk.values[i], fits, failed);
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
    lastOption = -1;
    for (int value : of) {
      int option = optionOf[value];
      if (fits || option == failed) {
        values[value]++;
        if (option != lastOption) {
          products[option]++;
          lastOption = option;
        }
      }
    }
  }

  private void price(long price) {
    if (priced == prices.length) {
      prices = Arrays.copyOf(prices, priced * 2);
    }
    prices[priced++] = price;
  }

  ProductPage.Facets result() {
    FacetCounts.Range range = FacetCounts.Range.of(prices, priced);
    String currency = catalogue.currency();
    return new ProductPage.Facets(
        categories(),
        brands(),
        priced == 0 ? null : new Money(range.least(), currency),
        priced == 0 ? null : new Money(range.most(), currency),
        inStock,
        total,
        options(),
        FacetCounts.ratings(ratings),
        FacetCounts.steps(prices, priced, currency));
  }

  private List<ProductPage.Count> categories() {
    Map<String, Integer> byId = facts.categories(categories);
    Map<String, Integer> named = new HashMap<>();
    for (Category category : catalogue.categories()) {
      Integer count = byId.get(category.id());
      if (count != null) {
        named.merge(category.name(), count, Integer::sum);
      }
    }
    return FacetCounts.counts(named);
  }

  private List<ProductPage.Count> brands() {
    Map<String, Integer> named = new HashMap<>();
    for (int i = 0; i < brands.length; i++) {
      if (brands[i] > 0) {
        named.put(facts.brandName(i), brands[i]);
      }
    }
    return FacetCounts.counts(named);
  }

  private List<ProductPage.OptionCounts> options() {
    Map<Integer, Map<String, Integer>> byOption = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] > 0) {
        byOption
            .computeIfAbsent(optionOf[i], key -> new HashMap<>())
            .put(facts.valueName(i), values[i]);
      }
    }
    return byOption.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<Integer, Map<String, Integer>> entry) -> -products[entry.getKey()])
                .thenComparing(entry -> facts.optionName(entry.getKey())))
        .limit(FacetCounts.MOST_OPTIONS)
        .map(entry ->
            new ProductPage.OptionCounts(
                facts.optionName(entry.getKey()), FacetCounts.counts(entry.getValue())))
        .toList();
  }
}
