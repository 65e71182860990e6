package dev.windowshop.relay.store;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.ProductSort;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.search.SearchText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One search over the catalogue.
///
/// @param category id, slug or name
/// @param minPrice minor units, of the cheapest variant; as is `maxPrice`
record ProductQuery(
    @Nullable String text,
    @Nullable String category,
    @Nullable String brand,
    @Nullable Long minPrice,
    @Nullable Long maxPrice,
    boolean inStock,
    ProductSort sort) {

  private static final int MOST_FACETS = 100;

  /// A product that matches, with what it is ordered by: lower keys come first, ties go by id.
  private record Hit(Product product, double key) {
    static final Comparator<Hit> ORDER =
        Comparator.comparingDouble(Hit::key).thenComparing(hit -> hit.product().id());
  }

  /// @throws dev.windowshop.protocol.ProblemException 400 when the cursor is of another search
  ProductPage run(Catalogue catalogue, int limit, @Nullable String cursor) {
    float[] scores = text == null ? null : catalogue.index().scores(text);
    Set<String> wanted = category == null ? null : catalogue.categoriesNamed(category);
    String wantedBrand = brand == null ? null : SearchText.fold(brand);
    Place place = place(cursor);
    // The worst of the best is on top, to be pushed out.
    PriorityQueue<Hit> best = new PriorityQueue<>(limit + 1, Hit.ORDER.reversed());
    FacetCount facets = new FacetCount();
    List<Product> products = catalogue.products();
    for (int i = 0; i < products.size(); i++) {
      Product product = products.get(i);
      float score = scores == null ? 0 : scores[i];
      if ((scores == null || score > 0) && fits(product, catalogue, wanted, wantedBrand)) {
        facets.add(product);
        Hit hit = new Hit(product, key(product, score));
        if (place == null || place.isBefore(hit)) {
          best.add(hit);
          if (best.size() > limit + 1) {
            best.poll();
          }
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
        facets.result(catalogue));
  }

  private boolean fits(
      Product product,
      Catalogue catalogue,
      @Nullable Set<String> wanted,
      @Nullable String wantedBrand) {
    long price = product.price().amount();
    return (wanted == null || catalogue.isWithin(product.categoryId(), wanted))
        && (wantedBrand == null
            || (product.brand() != null && SearchText.fold(product.brand()).equals(wantedBrand)))
        && (minPrice == null || price >= minPrice)
        && (maxPrice == null || price <= maxPrice)
        && (!inStock || product.stock() > 0);
  }

  private double key(Product product, float score) {
    return switch (sort) {
      case RELEVANCE -> -(score + product.popularity());
      case POPULARITY -> -product.popularity();
      case NEWEST -> -product.createdAt().toEpochMilli();
      case PRICE_ASC -> product.price().amount();
      case PRICE_DESC -> -product.price().amount();
      case RATING -> {
        Double rating = product.rating();
        double stars = rating == null ? 0 : rating;
        yield -(stars * 1_000_000 + Math.min(product.ratingCount(), 999));
      }
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
    return Integer.toHexString(
        List.of(
                String.valueOf(text),
                String.valueOf(category),
                String.valueOf(brand),
                String.valueOf(minPrice),
                String.valueOf(maxPrice),
                inStock,
                sort.wire())
            .hashCode());
  }

  private static final class FacetCount {
    private final Map<String, Integer> categories = new HashMap<>();
    private final Map<String, Integer> brands = new HashMap<>();
    private long lowest = Long.MAX_VALUE;
    private long highest = Long.MIN_VALUE;
    private int inStock;
    private int total;

    void add(Product product) {
      categories.merge(product.categoryId(), 1, Integer::sum);
      if (product.brand() != null) {
        brands.merge(product.brand(), 1, Integer::sum);
      }
      lowest = Math.min(lowest, product.price().amount());
      highest = Math.max(highest, product.price().amount());
      inStock += product.stock() > 0 ? 1 : 0;
      total++;
    }

    ProductPage.Facets result(Catalogue catalogue) {
      Map<String, Integer> named = new HashMap<>();
      for (Category category : catalogue.categories()) {
        Integer count = categories.get(category.id());
        if (count != null) {
          named.merge(category.name(), count, Integer::sum);
        }
      }
      return new ProductPage.Facets(
          counts(named),
          counts(brands),
          total == 0 ? null : new Money(lowest, catalogue.currency()),
          total == 0 ? null : new Money(highest, catalogue.currency()),
          inStock,
          total);
    }

    private static List<ProductPage.Count> counts(Map<String, Integer> counts) {
      return counts.entrySet().stream()
          .map(entry -> new ProductPage.Count(entry.getKey(), entry.getValue()))
          .sorted(
              Comparator.comparingInt(ProductPage.Count::count)
                  .reversed()
                  .thenComparing(ProductPage.Count::value))
          .limit(MOST_FACETS)
          .toList();
    }
  }
}
