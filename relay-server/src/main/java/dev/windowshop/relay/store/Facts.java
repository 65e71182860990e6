package dev.windowshop.relay.store;

import dev.windowshop.protocol.Product;
import dev.windowshop.search.OptionNames;
import dev.windowshop.search.SearchText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Numbers for the words that products are filtered and counted by: categories, brands, shops,
/// options and their values. A number is given once and never taken back, so it may be kept.
/// Thread-safe.
final class Facts {
  private final Map<String, Integer> categories = new ConcurrentHashMap<>();
  private final List<String> categoryIds = new ArrayList<>();
  private final Map<String, Integer> brands = new ConcurrentHashMap<>();
  private final AtomicInteger brandNumbers = new AtomicInteger();
  private final Map<String, Integer> options = new ConcurrentHashMap<>();
  private final AtomicInteger optionNumbers = new AtomicInteger();
  private final Map<String, Integer> values = new ConcurrentHashMap<>();
  private final List<Integer> optionsOfValues = new ArrayList<>();
  private final Spellings brandSpellings = new Spellings();
  private final Spellings optionSpellings = new Spellings();
  private final Spellings valueSpellings = new Spellings();

  int category(String id) {
    return categories.computeIfAbsent(id, key -> added(categoryIds, key));
  }

  /// @return -1 for a product without
  int brand(@Nullable String brand) {
    if (brand == null) {
      return -1;
    }
    int number =
        brands.computeIfAbsent(SearchText.fold(brand), key -> brandNumbers.getAndIncrement());
    brandSpellings.add(number, brand);
    return number;
  }

  /// The numbers of the values that some variant of a product has.
  int[] values(Product product) {
    if (product.options().isEmpty()) {
      return NONE;
    }
    Set<Integer> found = new LinkedHashSet<>();
    for (Product.Option option : product.options()) {
      String name = OptionNames.key(option.name());
      int number = options.computeIfAbsent(name, key -> optionNumbers.getAndIncrement());
      optionSpellings.add(number, option.name());
      for (Product.Variant variant : product.variants()) {
        String value = variant.options().get(option.name());
        if (value != null) {
          int known =
              values.computeIfAbsent(
                  name + "\0" + SearchText.fold(value), key -> added(optionsOfValues, number));
          if (found.add(known)) {
            valueSpellings.add(known, value);
          }
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static final int[] NONE = {};

  private static <T> int added(List<T> list, T value) {
    synchronized (list) {
      list.add(value);
      return list.size() - 1;
    }
  }

  /// The number of what is asked for; -1 for what no product has.
  int categoryAsked(String id) {
    return categories.getOrDefault(id, -1);
  }

  int brandAsked(String brand) {
    return brands.getOrDefault(SearchText.fold(brand), -1);
  }

  int optionAsked(String name) {
    return options.getOrDefault(OptionNames.key(name), -1);
  }

  int valueAsked(String name, String value) {
    return values.getOrDefault(OptionNames.key(name) + "\0" + SearchText.fold(value), -1);
  }

  int categoryCount() {
    return size(categoryIds);
  }

  int brandCount() {
    return brandNumbers.get();
  }

  /// The option of each value that has a number.
  int[] optionsOfValues() {
    synchronized (optionsOfValues) {
      return optionsOfValues.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private static int size(List<?> list) {
    synchronized (list) {
      return list.size();
    }
  }

  /// What was counted, by id.
  Map<String, Integer> categories(int[] counts) {
    Map<String, Integer> counted = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        counted.put(at(categoryIds, i), counts[i]);
      }
    }
    return counted;
  }

  String brandName(int number) {
    return brandSpellings.of(number);
  }

  String optionName(int number) {
    return optionSpellings.of(number);
  }

  String valueName(int number) {
    return valueSpellings.of(number);
  }

  private static <T> T at(List<T> list, int index) {
    synchronized (list) {
      return list.get(index);
    }
  }
}
