package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Words that tell products apart, from the whole catalogue: category, brand, price band within the
/// category, and the rarest words of the title. Pure.
final class ItemFeatures {
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int TITLE_WORDS = 3;
  private static final int LEAST_LENGTH = 3;

  private final Map<String, long[]> pricesByCategory = new HashMap<>();
  private final Map<String, Integer> productsWithWord = new HashMap<>();
  private final int products;

  ItemFeatures(List<Product> catalogue) {
    products = catalogue.size();
    Map<String, List<Long>> prices = new HashMap<>();
    for (Product product : catalogue) {
      prices
          .computeIfAbsent(product.categoryId(), id -> new ArrayList<>())
          .add(product.price().amount());
      words(product).forEach(word -> productsWithWord.merge(word, 1, Integer::sum));
    }
    prices.forEach((category, all) -> {
      long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
      pricesByCategory.put(category, sorted);
    });
  }

  List<String> of(Product product) {
    List<String> features = new ArrayList<>();
    features.add("category:" + key(product.category()));
    if (product.brand() != null && !product.brand().isBlank()) {
      features.add("brand:" + key(product.brand()));
    }
    features.add("price:" + band(product));
    words(product).stream()
        .filter(word -> productsWithWord.getOrDefault(word, 0) * 2 <= Math.max(2, products))
        .sorted(
            Comparator.comparingInt((String word) -> productsWithWord.getOrDefault(word, 0))
                .thenComparing(Comparator.naturalOrder()))
        .limit(TITLE_WORDS)
        .forEach(word -> features.add("word:" + word));
    return List.copyOf(features);
  }

  private String band(Product product) {
    long[] prices = pricesByCategory.getOrDefault(product.categoryId(), new long[0]);
    int place = Arrays.binarySearch(prices, product.price().amount());
    double share = prices.length == 0 ? 0.5 : (double) Math.abs(place) / prices.length;
    return share < 1 / 3.0 ? "low" : share < 2 / 3.0 ? "mid" : "high";
  }

  private static List<String> words(Product product) {
    return Arrays.stream(WORDS.split(product.title().toLowerCase(Locale.ROOT), -1))
        .filter(word -> word.length() >= LEAST_LENGTH)
        .distinct()
        .toList();
  }

  private static String key(String text) {
    return WORDS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
  }
}
