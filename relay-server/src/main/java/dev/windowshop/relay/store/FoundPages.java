package dev.windowshop.relay.store;

import dev.windowshop.protocol.ProductPage;
import dev.windowshop.search.Asked;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one catalogue answered lately. It never changes, so neither do its answers: the first
/// letters that everybody types, and the shop without a filter, are counted once. Thread-safe.
final class FoundPages {
  private static final int MOST = 256;

  private record Question(Asked asked, int limit, @Nullable String cursor) {}

  /// Guarded by itself; the one that was asked for longest ago goes first.
  private final Map<Question, ProductPage> pages =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, ProductPage> eldest) {
          return size() > MOST;
        }
      };

  ProductPage page(
      Asked asked, int limit, @Nullable String cursor, Supplier<ProductPage> otherwise) {
    Question question = new Question(asked, limit, cursor);
    synchronized (pages) {
      ProductPage known = pages.get(question);
      if (known != null) {
        return known;
      }
    }
    ProductPage found = otherwise.get();
    synchronized (pages) {
      pages.put(question, found);
    }
    return found;
  }
}
