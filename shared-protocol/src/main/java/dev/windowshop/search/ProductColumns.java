package dev.windowshop.search;

import dev.windowshop.protocol.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What products are filtered and ordered by, a column each: small enough for a machine to keep a
/// hundred thousand. Words are numbered, so that a search compares and counts numbers. Immutable.
final class ProductColumns {
  /// @param name as it is written
  record Category(String id, String name) {}

  /// @param folded what it is compared by
  record Brand(String name, String folded) {}

  /// A value that some product comes in.
  ///
  /// @param option the number of its option
  /// @param optionName as it is written, as is the value
  /// @param folded what the value is compared by
  record OptionValue(int option, String optionName, String value, String folded) {}

  private static final int[] NONE = {};

  final String[] ids;
  final long[] prices;
  final boolean[] stocked;
  final boolean[] reduced;
  final double[] ratings;
  final int[] ratingCounts;
  final double[] popularity;
  final long[] created;
  final String[] shops;
  final int[] category;

  /// -1 for a product without.
  final int[] brand;

  /// Those of one option lie beside each other.
  final int[][] values;

  final List<Category> categories;
  final List<Brand> brands;
  final List<OptionValue> optionValues;

  /// What options are compared by ([OptionNames]).
  final List<String> options;

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
    shops = new String[size];
    category = new int[size];
    brand = new int[size];
    values = new int[size][];
    Numbers numbers = new Numbers();
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
      shops[i] = numbers.one(product.shop().id());
      category[i] =
          numbers.categories.of(
              new Category(numbers.one(product.categoryId()), numbers.one(product.category())));
      brand[i] = numbers.brand(product.brand());
      values[i] = numbers.values(product);
    }
    categories = numbers.categories.all();
    brands = numbers.brands.all();
    optionValues = numbers.values.all();
    options = numbers.options.all();
  }

  int size() {
    return ids.length;
  }

  /// Gives things numbers, each its own.
  private static final class Numbered<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    int of(T thing) {
      Integer known = numbers.putIfAbsent(thing, things.size());
      if (known == null) {
        things.add(thing);
        return things.size() - 1;
      }
      return known;
    }

    List<T> all() {
      return List.copyOf(things);
    }
  }

  /// While columns are filled. The same few words in many products are one object each.
  private static final class Numbers {
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> foldings = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Numbered<Category> categories = new Numbered<>();
    private final Numbered<Brand> brands = new Numbered<>();
    private final Numbered<String> options = new Numbered<>();
    private final Numbered<OptionValue> values = new Numbered<>();

    String one(String word) {
      String known = words.putIfAbsent(word, word);
      return known == null ? word : known;
    }

    private String folded(String word) {
      return foldings.computeIfAbsent(word, SearchText::fold);
    }

    int brand(@Nullable String name) {
      return name == null ? -1 : brands.of(new Brand(one(name), folded(name)));
    }

    /// Only what some variant has counts: a value that is listed and never made finds nothing. What
    /// differs in case or accents only is one value.
    int[] values(Product product) {
      if (product.options().isEmpty()) {
        return NONE;
      }
      Map<String, Map<String, OptionValue>> made = new LinkedHashMap<>();
      for (Product.Option option : product.options()) {
        String key = keys.computeIfAbsent(option.name(), OptionNames::key);
        for (Product.Variant variant : product.variants()) {
          String value = variant.options().get(option.name());
          if (value != null) {
            made.computeIfAbsent(key, each -> new LinkedHashMap<>())
                .putIfAbsent(
                    folded(value),
                    new OptionValue(
                        options.of(key), one(option.name()), one(value), folded(value)));
          }
        }
      }
      return made.values().stream()
          .flatMap(each -> each.values().stream())
          .mapToInt(values::of)
          .toArray();
    }
  }
}
