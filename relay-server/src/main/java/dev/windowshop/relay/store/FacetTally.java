package dev.windowshop.relay.store;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.search.Asked;
import dev.windowshop.search.ChoiceTally;
import dev.windowshop.search.FacetCounts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/// What one search asks for in the catalogue's numbers, and what was counted in the catalogue's
/// words. One search, one thread.
final class FacetTally {
  private final Catalogue catalogue;
  private final Facts facts;
  private final int[] optionOf;
  private final ChoiceTally tally;

  FacetTally(Catalogue catalogue, Asked asked) {
    this.catalogue = catalogue;
    this.facts = catalogue.facts();
    List<ChoiceTally.Wanted> wanted = new ArrayList<>();
    asked
        .options()
        .forEach((name, some) ->
            wanted.add(
                new ChoiceTally.Wanted(
                    facts.optionAsked(name),
                    numbers(some, value -> facts.valueAsked(name, value)))));
    Set<String> categories = asked.categories();
    ChoiceTally.Choices choices =
        new ChoiceTally.Choices(
            categories == null ? null : numbers(categories, facts::categoryAsked),
            asked.brands().isEmpty() ? null : numbers(asked.brands(), facts::brandAsked),
            wanted);
    // Numbers that are given from here on are of products that this catalogue has not.
    int categoryCount = facts.categoryCount();
    int brandCount = facts.brandCount();
    this.optionOf = facts.optionsOfValues();
    this.tally = new ChoiceTally(asked, choices, categoryCount, brandCount, optionOf);
  }

  /// @param number what stands for one; less than 0 where no product has it
  private static BitSet numbers(Set<String> names, ToIntFunction<String> number) {
    BitSet numbers = new BitSet();
    names.stream().mapToInt(number).filter(each -> each >= 0).forEach(numbers::set);
    return numbers;
  }

  /// Counts a product.
  ///
  /// @return whether it fits in everything
  boolean takes(Slots.Chunk chunk, int i) {
    return tally.admits(chunk.shop[i], chunk.inStock[i], chunk.reduced[i])
        && tally.takes(
            chunk.inStock[i],
            chunk.category[i],
            chunk.brand[i],
            chunk.price[i],
            chunk.rating[i],
            chunk.values[i]);
  }

  ProductPage.Facets result() {
    long[] prices = tally.prices();
    int priced = tally.priced();
    FacetCounts.Range range = FacetCounts.Range.of(prices, priced);
    String currency = catalogue.currency();
    return new ProductPage.Facets(
        categories(),
        brands(),
        priced == 0 ? null : new Money(range.least(), currency),
        priced == 0 ? null : new Money(range.most(), currency),
        tally.inStock(),
        tally.total(),
        options(),
        FacetCounts.ratings(tally.ratings()),
        FacetCounts.steps(prices, priced, currency));
  }

  private List<ProductPage.Count> categories() {
    Map<String, Integer> byId = facts.categories(tally.categories());
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
    int[] brands = tally.brands();
    Map<String, Integer> named = new HashMap<>();
    for (int i = 0; i < brands.length; i++) {
      if (brands[i] > 0) {
        named.put(facts.brandName(i), brands[i]);
      }
    }
    return FacetCounts.counts(named);
  }

  private List<ProductPage.OptionCounts> options() {
    int[] values = tally.values();
    int[] products = tally.products();
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
