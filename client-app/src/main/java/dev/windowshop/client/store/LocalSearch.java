package dev.windowshop.client.store;

import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.search.Asked;
import dev.windowshop.search.SearchResult;
import dev.windowshop.search.SearchSegment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Search over all that is kept on this machine, ranked as the relay ranks it. The index is made
/// when it is first asked for; what changes after that is searched beside it until there is enough
/// of it for a new one. Thread-safe; [#search] blocks, [#changed] does not.
final class LocalSearch {
  private static final String CURSOR = "here ";
  private static final int OF_A_SEGMENT = 20_000;
  private static final int BESIDE = 2_000;

  private final ProductStore store;
  private final Supplier<List<Category>> categories;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Product> fresh = new LinkedHashMap<>();
  private final Set<String> gone = new HashSet<>();
  private @Nullable CompletableFuture<List<SearchSegment>> making;
  private @Nullable SearchSegment beside;

  /// @param categories those that are known, with what is above them
  LocalSearch(ProductStore store, Supplier<List<Category>> categories) {
    this.store = store;
    this.categories = categories;
  }

  static boolean isOwn(String cursor) {
    return cursor.startsWith(CURSOR);
  }

  void changed(Collection<Product> products) {
    lock.lock();
    try {
      // Before there is an index, what changed is in the store when the index is made.
      if (making != null) {
        products.forEach(product -> {
          fresh.put(product.id(), product);
          gone.remove(product.id());
        });
        beside = null;
      }
    } finally {
      lock.unlock();
    }
  }

  void removed(String productId) {
    lock.lock();
    try {
      fresh.remove(productId);
      gone.add(productId);
      beside = null;
    } finally {
      lock.unlock();
    }
  }

  /// What is searched: the index, and what changed since it was begun.
  private record Parts(
      List<SearchSegment> made,
      SearchSegment beside,
      Map<String, Product> fresh,
      Set<String> hidden) {}

  private Parts parts() {
    List<SearchSegment> made = made();
    lock.lock();
    try {
      SearchSegment later = beside;
      if (later == null) {
        later = new SearchSegment(List.copyOf(fresh.values()));
        beside = later;
      }
      Set<String> hidden = new HashSet<>(fresh.keySet());
      hidden.addAll(gone);
      return new Parts(made, later, Map.copyOf(fresh), hidden);
    } finally {
      lock.unlock();
    }
  }

  /// One caller makes it, the others wait for it; no lock is held meanwhile.
  private List<SearchSegment> made() {
    CompletableFuture<List<SearchSegment>> mine = null;
    CompletableFuture<List<SearchSegment>> wanted;
    lock.lock();
    try {
      if (making == null || fresh.size() > BESIDE) {
        mine = new CompletableFuture<>();
        making = mine;
        fresh.clear();
        gone.clear();
        beside = null;
      }
      wanted = making;
    } finally {
      lock.unlock();
    }
    if (mine != null) {
      make(mine);
    }
    return wanted.join();
  }

  private void make(CompletableFuture<List<SearchSegment>> mine) {
    try {
      List<SearchSegment> segments = new ArrayList<>();
      store.forEachBatch(OF_A_SEGMENT, batch -> segments.add(new SearchSegment(batch)));
      mine.complete(segments);
    } catch (RuntimeException e) {
      lock.lock();
      try {
        making = null;
      } finally {
        lock.unlock();
      }
      mine.completeExceptionally(e);
    }
  }

  /// @param cursor one of its own, or null for the first page
  ProductPage search(ProductQuery query, int limit, @Nullable String cursor) {
    Parts parts = parts();
    List<SearchSegment> all = new ArrayList<>(parts.made());
    all.add(parts.beside());
    Asked asked = asked(query, all);
    SearchResult result = new SearchResult(limit, cursor == null ? null : place(cursor));
    Set<String> begun = new HashSet<>();
    if (asked.text() != null) {
      all.forEach(segment -> segment.begun(asked.text(), begun));
    }
    parts.made().forEach(segment -> segment.search(asked, begun, parts.hidden()::contains, result));
    parts.beside().search(asked, begun, id -> false, result);
    List<SearchResult.Hit> hits = result.hits();
    Map<String, Product> kept =
        store.byIds(
            hits.stream()
                .map(SearchResult.Hit::id)
                .filter(id -> !parts.fresh().containsKey(id))
                .toList());
    List<Product> found = new ArrayList<>();
    for (SearchResult.Hit hit : hits) {
      Product product = parts.fresh().getOrDefault(hit.id(), kept.get(hit.id()));
      if (product != null) {
        found.add(product);
      }
    }
    String currency = found.isEmpty() ? "EUR" : found.getFirst().price().currency();
    return new ProductPage(
        found,
        result.more() ? CURSOR + hits.getLast().key() + " " + hits.getLast().id() : null,
        result.facets(currency));
  }

  private static SearchResult.Hit place(String cursor) {
    String[] parts = cursor.substring(CURSOR.length()).split(" ", 2);
    return new SearchResult.Hit(parts[1], Double.parseDouble(parts[0]));
  }

  private Asked asked(ProductQuery query, List<SearchSegment> segments) {
    SearchFilters filters = query.filters();
    String text = query.text();
    return new Asked(
        text == null || text.isBlank() ? null : text,
        filters.categories().isEmpty() ? null : categories(filters.categories(), segments),
        Asked.folded(filters.brands()),
        Asked.options(filters.options()),
        filters.shop(),
        filters.minPrice(),
        filters.maxPrice(),
        filters.minRating(),
        filters.inStock(),
        filters.onSale(),
        query.sort());
  }

  /// Those that are meant, and all below them.
  private Set<String> categories(List<String> named, List<SearchSegment> segments) {
    Set<String> ids = new HashSet<>();
    List<Category> known = categories.get();
    for (String each : named) {
      segments.forEach(segment -> segment.categoriesNamed(each, ids));
      known.stream()
          .filter(category ->
              category.id().equals(each)
                  || category.slug().equals(each)
                  || category.name().equalsIgnoreCase(each))
          .forEach(category -> ids.add(category.id()));
    }
    boolean more = true;
    while (more) {
      more = false;
      for (Category category : known) {
        if (category.parentId() != null && ids.contains(category.parentId())) {
          more |= ids.add(category.id());
        }
      }
    }
    return ids;
  }
}
