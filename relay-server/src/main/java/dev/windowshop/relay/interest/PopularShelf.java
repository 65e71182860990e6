package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.relay.store.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What is popular, for as long as nothing has been learnt yet: after a start, until the first
/// rebuild is done. Thread-safe.
final class PopularShelf {
  private static final Comparator<Product> ORDER =
      Comparator.comparing((Product product) -> product.stock() <= 0)
          .thenComparing(Comparator.comparingDouble(Product::popularity).reversed())
          .thenComparing(Product::id);

  private record Ranked(Catalogue catalogue, List<Product> products) {}

  private volatile @Nullable Ranked ranked;

  List<Recommendations.Item> items(
      Catalogue catalogue, Predicate<Product> fits, Set<String> except, int limit) {
    List<Recommendations.Item> items = new ArrayList<>();
    for (Product product : of(catalogue)) {
      if (items.size() == limit) {
        break;
      }
      if (!except.contains(product.id()) && fits.test(product)) {
        items.add(new Recommendations.Item(product, Reasons.popular()));
      }
    }
    return items;
  }

  private List<Product> of(Catalogue catalogue) {
    Ranked known = ranked;
    if (known == null || known.catalogue() != catalogue) {
      known = new Ranked(catalogue, catalogue.products().stream().sorted(ORDER).toList());
      ranked = known;
    }
    return known.products();
  }
}
