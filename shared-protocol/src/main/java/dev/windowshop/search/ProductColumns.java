package dev.windowshop.search;

import dev.windowshop.protocol.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What products are filtered and ordered by, a column each: small enough for a machine to keep a
/// hundred thousand. Immutable.
final class ProductColumns {
  /// What a product comes in.
  record OptionValues(String name, String folded, List<String> values, List<String> foldedValues) {}

  final String[] ids;
  final long[] prices;
  final boolean[] stocked;
  final boolean[] reduced;
  final double[] ratings;
  final int[] ratingCounts;
  final double[] popularity;
  final long[] created;
  final String[] categoryIds;
  final String[] categories;
  final @Nullable String[] brands;
  final @Nullable String[] foldedBrands;
  final String[] shops;
  final List<List<OptionValues>> options;

  @SuppressWarnings("NullAway") // an array of what may be null
  ProductColumns(List<Product> products) {
    int size = products.size();
    ids = new String[size];
    prices = new long[size];
    stocked = new boolean[size];
    reduced = new boolean[size];
    ratings = new double[size];
    ratingCounts = new int[size];
    popularity = new double[size];
    created = new long[size];
    categoryIds = new String[size];
    categories = new String[size];
    brands = new String[size];
    foldedBrands = new String[size];
    shops = new String[size];
    options = new ArrayList<>(size);
    // The same few words in many products are one object each.
    Map<String, String> words = new HashMap<>();
    Map<String, String> foldings = new HashMap<>();
    for (int i = 0; i < size; i++) {
      Product product = products.get(i);
      ids[i] = product.id();
      prices[i] = product.price().amount();
      stocked[i] = product.stock() > 0;
      reduced[i] =
          product.compareAtPrice() != null
              && product.compareAtPrice().amount() > product.price().amount();
      ratings[i] = product.rating() == null ? 0 : product.rating();
      ratingCounts[i] = product.ratingCount();
      popularity[i] = product.popularity();
      created[i] = product.createdAt().toEpochMilli();
      categoryIds[i] = one(words, product.categoryId());
      categories[i] = one(words, product.category());
      String brand = product.brand();
      brands[i] = brand == null ? null : one(words, brand);
      foldedBrands[i] = brand == null ? null : folded(foldings, brand);
      shops[i] = one(words, product.shop().id());
      options.add(options(product, words, foldings));
    }
  }

  private static String one(Map<String, String> words, String word) {
    String known = words.putIfAbsent(word, word);
    return known == null ? word : known;
  }

  private static String folded(Map<String, String> foldings, String word) {
    return foldings.computeIfAbsent(word, SearchText::fold);
  }

  /// Only what some variant has counts: a value that is listed and never made finds nothing.
  private static List<OptionValues> options(
      Product product, Map<String, String> words, Map<String, String> foldings) {
    if (product.options().isEmpty()) {
      return List.of();
    }
    List<OptionValues> found = new ArrayList<>();
    for (Product.Option option : product.options()) {
      Set<String> made = new LinkedHashSet<>();
      for (Product.Variant variant : product.variants()) {
        String value = variant.options().get(option.name());
        if (value != null) {
          made.add(one(words, value));
        }
      }
      if (!made.isEmpty()) {
        List<String> values = List.copyOf(made);
        found.add(
            new OptionValues(
                one(words, option.name()),
                folded(foldings, option.name()),
                values,
                values.stream().map(value -> folded(foldings, value)).toList()));
      }
    }
    return List.copyOf(found);
  }

  int size() {
    return ids.length;
  }
}
