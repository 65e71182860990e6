package dev.windowshop.search;

import dev.windowshop.protocol.Product;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds products by words. The score of a product depends on it and the query alone: which field a
/// word is in, and whether it is the word, its beginning, or a slip of the pen. Immutable.
public final class SearchIndex {
  private static final int TITLE = 8;
  private static final int SKU = 8;
  private static final int BRAND = 5;
  private static final int CATEGORY = 4;
  private static final int TAG = 3;
  private static final int DESCRIPTION = 1;
  private static final float PREFIX = 0.6f;
  private static final float TYPO = 0.3f;
  private static final int MOST_WORDS = 12;

  private final NavigableMap<String, Postings> words;
  private final int size;

  public SearchIndex(List<Product> products) {
    Map<String, Postings> building = new HashMap<>();
    for (int i = 0; i < products.size(); i++) {
      Product product = products.get(i);
      add(building, product.title(), i, TITLE);
      for (Product.Variant variant : product.variants()) {
        add(building, variant.sku(), i, SKU);
      }
      add(building, product.brand(), i, BRAND);
      add(building, product.shop().name(), i, BRAND);
      add(building, product.category(), i, CATEGORY);
      for (String tag : product.tags()) {
        add(building, tag, i, TAG);
      }
      add(building, product.description(), i, DESCRIPTION);
    }
    this.words = new TreeMap<>(building);
    this.size = products.size();
  }

  private static void add(
      Map<String, Postings> building, @Nullable String text, int document, int weight) {
    if (text != null && !text.isEmpty()) {
      for (String word : SearchText.indexed(text)) {
        building.computeIfAbsent(word, key -> new Postings()).add(document, weight);
      }
    }
  }

  /// Scores by position in the list of products, 0 for those that lack a word.
  public float[] scores(String query) {
    List<String> asked = SearchText.words(query);
    float[] scores = new float[size];
    if (asked.isEmpty()) {
      return scores;
    }
    for (int i = 0; i < Math.min(asked.size(), MOST_WORDS); i++) {
      float[] ofWord = scoresOf(asked.get(i));
      for (int d = 0; d < size; d++) {
        boolean still = i == 0 || scores[d] > 0;
        scores[d] = still && ofWord[d] > 0 ? scores[d] + ofWord[d] : 0;
      }
    }
    return scores;
  }

  private float[] scoresOf(String word) {
    float[] best = new float[size];
    boolean any = false;
    NavigableMap<String, Postings> beginning =
        words.subMap(word, true, word + Character.MAX_VALUE, false);
    for (Map.Entry<String, Postings> entry : beginning.entrySet()) {
      boolean exact = entry.getKey().length() == word.length();
      entry.getValue().raise(best, exact ? 1 : PREFIX);
      any = true;
    }
    int slips = word.length() >= 8 ? 2 : word.length() >= 4 ? 1 : 0;
    if (!any && slips > 0) {
      for (Map.Entry<String, Postings> entry : words.entrySet()) {
        if (Typos.within(word, entry.getKey(), slips)) {
          entry.getValue().raise(best, TYPO);
        }
      }
    }
    return best;
  }

  /// The products that a word is in, ascending, each with its best field's weight.
  private static final class Postings {
    private int[] documents = new int[4];
    private byte[] weights = new byte[4];
    private int count;

    void add(int document, int weight) {
      if (count > 0 && documents[count - 1] == document) {
        weights[count - 1] = (byte) Math.max(weights[count - 1], weight);
        return;
      }
      if (count == documents.length) {
        documents = Arrays.copyOf(documents, count * 2);
        weights = Arrays.copyOf(weights, count * 2);
      }
      documents[count] = document;
      weights[count] = (byte) weight;
      count++;
    }

    void raise(float[] best, float tier) {
      for (int i = 0; i < count; i++) {
        int document = documents[i];
        best[document] = Math.max(best[document], weights[i] * tier);
      }
    }
  }
}
