package dev.windowshop.search;

import dev.windowshop.protocol.ProductPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Collects what one search finds: the best of it in order, and counts over all of it. Not
/// thread-safe.
public final class SearchResult {
  /// A product that matches.
  ///
  /// @param key what it is ordered by: lower comes first, ties go by id
  public record Hit(String id, double key) {
    static final Comparator<Hit> ORDER =
        Comparator.comparingDouble(Hit::key).thenComparing(Hit::id);
  }

  private final int limit;
  private final @Nullable Hit after;
  private final FacetCounts facets = new FacetCounts();

  /// The worst of the best is on top, to be pushed out.
  private final PriorityQueue<Hit> best = new PriorityQueue<>(Hit.ORDER.reversed());

  /// @param limit how many are wanted
  /// @param after the last one of the page before; null for the first page
  public SearchResult(int limit, @Nullable Hit after) {
    this.limit = limit;
    this.after = after;
  }

  void add(String id, double key) {
    if (best.size() > limit) {
      Hit worst = best.element();
      // Most are no better than the best so far, many just as good.
      if (key > worst.key() || (key == worst.key() && id.compareTo(worst.id()) >= 0)) {
        return;
      }
    }
    Hit hit = new Hit(id, key);
    if (after == null || Hit.ORDER.compare(after, hit) < 0) {
      best.add(hit);
      if (best.size() > limit + 1) {
        best.poll();
      }
    }
  }

  FacetCounts facets() {
    return facets;
  }

  /// The best, in order.
  public List<Hit> hits() {
    List<Hit> hits = new ArrayList<>(best);
    hits.sort(Hit.ORDER);
    return hits.size() > limit ? hits.subList(0, limit) : hits;
  }

  /// Whether there is another page.
  public boolean more() {
    return best.size() > limit;
  }

  public ProductPage.Facets facets(String currency) {
    return facets.result(currency);
  }
}
