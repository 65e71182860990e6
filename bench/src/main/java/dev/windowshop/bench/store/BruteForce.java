package dev.windowshop.bench.store;

import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.client.store.ProductQuery;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.search.SearchText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// Facets as their definition says, with nothing that makes it quick: every count is a look at
/// every product. It shares no code with the search it checks but how a text is folded into words.
final class BruteForce {
  /// As many values of one thing as are shown.
  private static final int MOST = 100;

  /// There are no steps from a price to itself.
  private static final long ONE_PRICE = -1;

  private static final Map<String, String> FOLDED = new ConcurrentHashMap<>();

  private final List<Product> products;
  private final List<Set<String>> words = new ArrayList<>();
  private final Set<String> vocabulary = new HashSet<>();

  BruteForce(List<Product> products) {
    this.products = products;
    for (Product product : products) {
      Set<String> all = new HashSet<>();
      all.addAll(SearchText.words(product.title()));
      all.addAll(SearchText.words(product.description()));
      all.addAll(SearchText.words(product.category()));
      all.addAll(SearchText.words(product.shop().name()));
      if (product.brand() != null) {
        all.addAll(SearchText.words(product.brand()));
      }
      product.tags().forEach(tag -> all.addAll(SearchText.words(tag)));
      product.attributes().values().forEach(value -> all.addAll(SearchText.words(value)));
      product
          .variants()
          .forEach(variant -> {
            if (variant.sku() != null) {
              all.addAll(SearchText.words(variant.sku()));
            }
          });
      words.add(all);
      vocabulary.addAll(all);
    }
  }

  /// One thing that may be chosen, as a filter of its own.
  private record Filter(String thing, BiPredicate<Product, SearchFilters> passes) {}

  private static final List<Filter> FILTERS =
      List.of(
          new Filter(
              "category",
              (product, by) ->
                  by.categories().isEmpty() || by.categories().contains(product.category())),
          new Filter(
              "brand",
              (product, by) ->
                  by.brands().isEmpty()
                      || by.brands().stream().anyMatch(brand -> same(brand, product.brand()))),
          new Filter(
              "price",
              (product, by) ->
                  (by.minPrice() == null || product.price().amount() >= by.minPrice())
                      && (by.maxPrice() == null || product.price().amount() <= by.maxPrice())),
          new Filter("rating", (product, by) -> stars(product) >= by.minRating()),
          new Filter("stock", (product, by) -> !by.inStock() || product.stock() > 0),
          new Filter(
              "sale",
              (product, by) ->
                  !by.onSale()
                      || (product.compareAtPrice() != null
                          && product.compareAtPrice().amount() > product.price().amount())));

  private static double stars(Product product) {
    return product.rating() == null ? 0 : product.rating();
  }

  private static boolean same(String one, @org.jspecify.annotations.Nullable String other) {
    return other != null && fold(one).equals(fold(other));
  }

  /// A few hundred words, folded millions of times.
  private static String fold(String text) {
    return FOLDED.computeIfAbsent(text, SearchText::fold);
  }

  /// Names that shops give the one thing.
  static String option(String name) {
    String folded = fold(name.strip());
    return folded.equals("color") || folded.equals("farbe") ? "colour" : folded;
  }

  /// Folded values of an option that some variant of a product has.
  private static Set<String> values(Product product, String option) {
    Set<String> values = new TreeSet<>();
    for (Product.Variant variant : product.variants()) {
      variant
          .options()
          .forEach((name, value) -> {
            if (option(name).equals(option)) {
              values.add(fold(value));
            }
          });
    }
    return values;
  }

  /// Every number that a page of facets holds, by what it counts, as far as it is shown.
  Map<String, Long> facets(ProductQuery query) {
    SearchFilters by = query.filters();
    Map<String, Set<String>> options = new TreeMap<>();
    by.options()
        .forEach(written -> {
          String[] parts = written.split(":", 2);
          options
              .computeIfAbsent(option(parts[0]), name -> new TreeSet<>())
              .add(SearchText.fold(parts[1]));
        });
    List<Product> found = matching(query.text());
    Map<String, Long> counts = new TreeMap<>();
    List<Product> all = filtered(found, by, options, "");
    counts.put("total", (long) all.size());
    counts.put("in stock", all.stream().filter(product -> product.stock() > 0).count());
    count(counts, "category ", filtered(found, by, options, "category"), p -> Set.of(p.category()));
    count(
        counts,
        "brand ",
        filtered(found, by, options, "brand"),
        p -> p.brand() == null ? Set.of() : Set.of(fold(p.brand())));
    List<Product> rated = filtered(found, by, options, "rating");
    for (int least = 1; least <= 4; least++) {
      int stars = least;
      counts.put("rating " + stars, rated.stream().filter(p -> stars(p) >= stars).count());
    }
    List<Product> priced = filtered(found, by, options, "price");
    if (!priced.isEmpty()) {
      counts.put("cheapest", priced.stream().mapToLong(p -> p.price().amount()).min().getAsLong());
      counts.put("dearest", priced.stream().mapToLong(p -> p.price().amount()).max().getAsLong());
    }
    boolean onePrice = priced.stream().mapToLong(p -> p.price().amount()).distinct().count() == 1;
    counts.put("prices", onePrice ? ONE_PRICE : priced.size());
    Set<String> names = new TreeSet<>();
    found.forEach(product -> product.options().forEach(each -> names.add(option(each.name()))));
    for (String name : names) {
      count(
          counts, "option " + name + " ", filtered(found, by, options, name), p -> values(p, name));
    }
    return counts;
  }

  private static void count(
      Map<String, Long> counts,
      String prefix,
      List<Product> products,
      Function<Product, Set<String>> values) {
    Map<String, Long> found = new LinkedHashMap<>();
    products.forEach(product ->
        values.apply(product).forEach(value -> found.merge(prefix + value, 1L, Long::sum)));
    counts.putAll(most(found));
  }

  /// Where there are more than are shown, which of those with the fewest is left out is a matter of
  /// spelling: none of them is compared.
  static Map<String, Long> most(Map<String, Long> counts) {
    if (counts.size() < MOST) {
      return counts;
    }
    long least =
        counts.values().stream()
            .sorted((a, b) -> Long.compare(b, a))
            .skip(MOST - 1L)
            .findFirst()
            .orElseThrow();
    Map<String, Long> kept = new LinkedHashMap<>(counts);
    kept.values().removeIf(count -> count <= least);
    return kept;
  }

  /// The numbers of an answer, by the same names.
  static Map<String, Long> said(ProductPage.Facets facets) {
    Map<String, Long> said = new TreeMap<>();
    said.put("total", (long) facets.total());
    said.put("in stock", (long) facets.inStock());
    said.putAll(most(named("category ", facets.categories(), value -> value)));
    said.putAll(most(named("brand ", facets.brands(), SearchText::fold)));
    said.putAll(named("rating ", facets.ratings(), value -> value));
    if (facets.minPrice() != null && facets.maxPrice() != null) {
      said.put("cheapest", facets.minPrice().amount());
      said.put("dearest", facets.maxPrice().amount());
    }
    boolean onePrice = facets.prices().isEmpty() && facets.minPrice() != null;
    said.put(
        "prices",
        onePrice ? ONE_PRICE : facets.prices().stream().mapToLong(ProductPage.Step::count).sum());
    facets
        .options()
        .forEach(each ->
            said.putAll(
                most(
                    named(
                        "option " + option(each.name()) + " ", each.values(), SearchText::fold))));
    return said;
  }

  private static Map<String, Long> named(
      String prefix, List<ProductPage.Count> counts, Function<String, String> folded) {
    Map<String, Long> named = new LinkedHashMap<>();
    counts.forEach(
        each -> named.merge(prefix + folded.apply(each.value()), (long) each.count(), Long::sum));
    return named;
  }

  private static List<Product> filtered(
      List<Product> products, SearchFilters by, Map<String, Set<String>> options, String without) {
    return products.stream()
        .filter(product ->
            FILTERS.stream()
                .allMatch(each -> each.thing().equals(without) || each.passes().test(product, by)))
        .filter(product ->
            options.entrySet().stream()
                .allMatch(each ->
                    each.getKey().equals(without)
                        || values(product, each.getKey()).stream()
                            .anyMatch(each.getValue()::contains)))
        .toList();
  }

  private List<Product> matching(@org.jspecify.annotations.Nullable String text) {
    if (text == null || text.isBlank()) {
      return products;
    }
    List<Set<String>> accepted = SearchText.words(text).stream().map(this::accepted).toList();
    List<Product> found = new ArrayList<>();
    for (int i = 0; i < products.size(); i++) {
      Set<String> own = words.get(i);
      if (accepted.stream().allMatch(any -> any.stream().anyMatch(own::contains))) {
        found.add(products.get(i));
      }
    }
    return found;
  }

  /// The words of the shop that a typed one stands for: those that begin with it, or where there
  /// are none, those that do with a slip or two.
  private Set<String> accepted(String typed) {
    Set<String> begun = new HashSet<>(vocabulary);
    begun.removeIf(word -> !word.startsWith(typed));
    if (!begun.isEmpty()) {
      return begun;
    }
    int slips = typed.length() >= 8 ? 2 : typed.length() >= 4 ? 1 : 0;
    Set<String> near = new HashSet<>();
    for (String word : slips == 0 ? Set.<String>of() : vocabulary) {
      boolean whole = slips(typed, word) <= slips;
      for (int end = 0; !whole && end <= word.length(); end++) {
        whole = word.charAt(0) == typed.charAt(0) && slips(typed, word.substring(0, end)) <= slips;
      }
      if (whole) {
        near.add(word);
      }
    }
    return near;
  }

  /// How many letters more, less, other or swapped make one word of the other.
  private static int slips(String a, String b) {
    int[][] least = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        least[i][j] =
            Math.min(
                least[i - 1][j - 1] + (same ? 0 : 1),
                1 + Math.min(least[i - 1][j], least[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
        }
      }
    }
    return least[a.length()][b.length()];
  }
}
