package dev.windowshop.relay.store;

import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.search.Asked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One search over the catalogue. One pass over its columns finds the page and counts the facets.
record ProductQuery(Asked asked) {
  /// A product that matches, with what it is ordered by: lower keys come first, ties go by id.
  private record Hit(Product product, double key) {
    static final Comparator<Hit> ORDER =
        Comparator.comparingDouble(Hit::key).thenComparing(hit -> hit.product().id());
  }

  /// @throws dev.windowshop.protocol.ProblemException 400 when the cursor is of another search
  ProductPage run(Catalogue catalogue, int limit, @Nullable String cursor) {
    return catalogue.found().page(asked, limit, cursor, () -> search(catalogue, limit, cursor));
  }

  private ProductPage search(Catalogue catalogue, int limit, @Nullable String cursor) {
    Place place = place(cursor);
    Slots slots = catalogue.slots();
    String text = asked.text();
    float[] scores = text == null ? null : catalogue.index().scores(text, slots.size());
    FacetTally tally = new FacetTally(catalogue, asked);
    // The worst of the best is on top, to be pushed out.
    PriorityQueue<Hit> best = new PriorityQueue<>(limit + 2, Hit.ORDER.reversed());
    Slots.Chunk[] chunks = slots.chunks();
    for (int c = 0; c < chunks.length; c++) {
      Slots.Chunk chunk = chunks[c];
      int end = Math.min(Slots.CHUNK, slots.size() - c * Slots.CHUNK);
      for (int i = 0; i < end; i++) {
        float score = scores == null ? 0 : scores[c * Slots.CHUNK + i];
        Product product = chunk.products[i];
        if (product != null && (scores == null || score > 0) && tally.takes(chunk, i)) {
          offer(best, product, key(chunk, i, score), place, limit);
        }
      }
    }
    List<Hit> hits = new ArrayList<>(best);
    hits.sort(Hit.ORDER);
    boolean more = hits.size() > limit;
    List<Hit> shown = more ? hits.subList(0, limit) : hits;
    return new ProductPage(
        shown.stream().map(Hit::product).toList(),
        more ? cursorAfter(shown.getLast()) : null,
        tally.result());
  }

  private static void offer(
      PriorityQueue<Hit> best, Product product, double key, @Nullable Place place, int limit) {
    if (best.size() > limit) {
      Hit worst = best.element();
      // Most are no better than the best so far, many just as good.
      if (key > worst.key()
          || (key == worst.key() && product.id().compareTo(worst.product().id()) >= 0)) {
        return;
      }
    }
    Hit hit = new Hit(product, key);
    if (place == null || place.isBefore(hit)) {
      best.add(hit);
      if (best.size() > limit + 1) {
        best.poll();
      }
    }
  }

  private double key(Slots.Chunk chunk, int i, float score) {
    return switch (asked.sort()) {
      case RELEVANCE -> -(score + chunk.popularity[i]);
      case POPULARITY -> -chunk.popularity[i];
      case NEWEST -> -chunk.created[i];
      case PRICE_ASC -> chunk.price[i];
      case PRICE_DESC -> -chunk.price[i];
      case RATING -> -(chunk.rating[i] * 1_000_000 + Math.min(chunk.ratingCount[i], 999));
    };
  }

  private record Place(double key, String id) {
    boolean isBefore(Hit hit) {
      int byKey = Double.compare(key, hit.key());
      return byKey < 0 || (byKey == 0 && id.compareTo(hit.product().id()) < 0);
    }
  }

  private @Nullable Place place(@Nullable String cursor) {
    List<String> parts = Cursor.parse(cursor, 3);
    if (parts == null) {
      return null;
    }
    if (!parts.get(0).equals(fingerprint())) {
      throw Cursor.bad();
    }
    try {
      return new Place(Double.parseDouble(parts.get(1)), parts.get(2));
    } catch (NumberFormatException e) {
      throw Cursor.bad();
    }
  }

  private String cursorAfter(Hit hit) {
    return Cursor.of(fingerprint(), Double.toString(hit.key()), hit.product().id());
  }

  /// Goes into cursors, so it is the same in every run, which a hash code need not be.
  private String fingerprint() {
    TreeMap<String, TreeSet<String>> options = new TreeMap<>();
    asked.options().forEach((name, values) -> options.put(name, new TreeSet<>(values)));
    return Integer.toHexString(
        List.of(
                String.valueOf(asked.text()),
                asked.categories() == null ? "null" : new TreeSet<>(asked.categories()).toString(),
                new TreeSet<>(asked.brands()).toString(),
                options.toString(),
                Objects.requireNonNullElse(asked.shop(), ""),
                String.valueOf(asked.minPrice()),
                String.valueOf(asked.maxPrice()),
                Double.toString(asked.minRating()),
                asked.inStock(),
                asked.onSale(),
                asked.sort().wire())
            .hashCode());
  }
}
