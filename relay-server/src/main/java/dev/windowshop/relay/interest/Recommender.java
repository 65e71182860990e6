package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.relay.store.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Scores the catalogue for somebody, and says honestly why. Pure; safe on any thread.
final class Recommender {
  private static final double PROFILE_HALF_LIFE_DAYS = 7;
  private static final int PROFILE_PRODUCTS = 30;

  private final Catalogue catalogue;
  private final Similarity similarity;
  private final Map<String, Double> trending;

  /// @param trending 0 to 1 by product
  Recommender(Catalogue catalogue, Similarity similarity, Map<String, Double> trending) {
    this.catalogue = catalogue;
    this.similarity = similarity;
    this.trending = trending;
  }

  private record Scored(Product product, double score, Recommendations.Reason reason) {
    static final Comparator<Scored> ORDER =
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.product().id());
  }

  Recommendations trending(Set<String> hidden, int limit) {
    List<Scored> scored = new ArrayList<>();
    for (Product product : catalogue.products()) {
      double heat = trending.getOrDefault(product.id(), 0.0);
      if (!hidden.contains(product.id()) && product.stock() > 0) {
        scored.add(
            new Scored(
                product,
                heat + 0.001 * product.popularity(),
                new Recommendations.Reason(heat > 0 ? "Trending now" : "New here", null)));
      }
    }
    return best(scored, limit, true);
  }

  /// @param events of this shopper, the newest first
  /// @param hidden products not to show: bought, or not wanted
  Recommendations forYou(
      List<InteractionRepository.Event> events, Set<String> hidden, Instant now, int limit) {
    Map<Product, Double> profile = profile(events, hidden, now);
    Map<String, Double> ofCategory = new HashMap<>();
    profile.forEach(
        (product, weight) -> ofCategory.merge(product.categoryId(), weight, Double::sum));
    double heaviest = ofCategory.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    List<Scored> scored = new ArrayList<>();
    for (Product product : catalogue.products()) {
      boolean known = profile.containsKey(product);
      if (hidden.contains(product.id()) || known || product.stock() == 0) {
        continue;
      }
      double sum = 0;
      double largest = 0;
      Product because = null;
      for (Map.Entry<Product, Double> liked : profile.entrySet()) {
        double term = liked.getValue() * closeness(liked.getKey(), product);
        sum += term;
        if (term > largest) {
          largest = term;
          because = liked.getKey();
        }
      }
      double popular = 0.5 * product.popularity() + 0.2 * heat(product);
      double inCategory =
          0.6
              * product.popularity()
              * ofCategory.getOrDefault(product.categoryId(), 0.0)
              / heaviest;
      double score = (profile.isEmpty() ? 0 : 2 * sum + inCategory) + popular;
      scored.add(
          new Scored(product, score, reason(product, because, 2 * sum, inCategory, popular)));
    }
    return best(scored, limit, true);
  }

  private static Recommendations.Reason reason(
      Product product, @Nullable Product because, double sum, double inCategory, double popular) {
    if (because != null && sum >= inCategory && sum >= popular) {
      return new Recommendations.Reason("Because you looked at " + because.title(), because.id());
    }
    if (inCategory > popular) {
      return new Recommendations.Reason("Popular in " + product.category(), null);
    }
    return new Recommendations.Reason("Popular right now", null);
  }

  Recommendations similar(Product to, Set<String> hidden, int limit) {
    List<Scored> scored = new ArrayList<>();
    for (Product product : catalogue.products()) {
      if (product.id().equals(to.id()) || hidden.contains(product.id())) {
        continue;
      }
      double alike = Similarity.alike(to, product);
      double seen = similarity.seenWith(to.id()).getOrDefault(product.id(), 0.0);
      String why = 0.5 * seen > alike ? "Looked at with " + to.title() : "Similar to " + to.title();
      scored.add(
          new Scored(
              product,
              alike + 0.5 * seen + 0.05 * product.popularity(),
              new Recommendations.Reason(why, to.id())));
    }
    return best(scored, limit, false);
  }

  /// What was taken together with a product; where that is not known, what was looked at with it.
  Recommendations together(Product with, Set<String> hidden, int limit) {
    Map<String, Double> bought = similarity.boughtWith(with.id());
    Map<String, Double> seen = similarity.seenWith(with.id());
    Map<String, Double> all = new LinkedHashMap<>(bought);
    all.replaceAll((id, score) -> score + 1);
    seen.forEach(all::putIfAbsent);
    List<Scored> scored = new ArrayList<>();
    all.forEach((id, score) -> {
      Product product = catalogue.product(id);
      if (product != null && !hidden.contains(id) && product.stock() > 0) {
        String why = bought.containsKey(id) ? "Often taken with " : "Looked at with ";
        scored.add(
            new Scored(product, score, new Recommendations.Reason(why + with.title(), with.id())));
      }
    });
    return best(scored, limit, false);
  }

  private double heat(Product product) {
    return trending.getOrDefault(product.id(), 0.0);
  }

  private double closeness(Product liked, Product product) {
    double seen = similarity.seenWith(liked.id()).getOrDefault(product.id(), 0.0);
    return 0.5 * seen + 0.5 * Math.max(0, Similarity.alike(liked, product) - 0.3);
  }

  /// The products that somebody cared for lately; weights sum to 1.
  private Map<Product, Double> profile(
      List<InteractionRepository.Event> events, Set<String> hidden, Instant now) {
    Map<Product, Double> weights = new LinkedHashMap<>();
    for (InteractionRepository.Event event : events) {
      Product product = catalogue.product(event.productId());
      double weight = weight(event.type());
      if (product == null || weight == 0) {
        continue;
      }
      boolean room = weights.size() < PROFILE_PRODUCTS || weights.containsKey(product);
      boolean disliked = hidden.contains(product.id()) && event.type() != Interaction.Type.PURCHASE;
      if (room && !disliked) {
        double days = Math.max(0, Duration.between(event.at(), now).toMinutes() / 1440.0);
        weights.merge(product, weight * Math.pow(0.5, days / PROFILE_HALF_LIFE_DAYS), Double::sum);
      }
    }
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    if (sum > 0) {
      weights.replaceAll((product, weight) -> weight / sum);
    }
    return weights;
  }

  private static double weight(Interaction.Type type) {
    return switch (type) {
      case VIEW -> 1;
      case CART -> 3;
      case WISHLIST, SHARE, CALL_VIEW -> 2;
      case REVIEW -> 1.5;
      case PURCHASE -> 2;
      case NOT_INTERESTED, IMPRESSION, UNKNOWN -> 0;
    };
  }

  /// The best, of which no category and no brand may be more than a third while there are others.
  private static Recommendations best(List<Scored> scored, int limit, boolean varied) {
    scored.sort(Scored.ORDER);
    List<Scored> chosen = new ArrayList<>();
    List<Scored> later = new ArrayList<>();
    int most = varied ? Math.max(2, limit / 3) : limit;
    Map<String, Integer> counts = new HashMap<>();
    for (Scored one : scored) {
      if (chosen.size() == limit) {
        break;
      }
      String category = "category " + one.product().categoryId();
      String shop = "shop " + one.product().shop().id();
      if (counts.getOrDefault(category, 0) < most && counts.getOrDefault(shop, 0) < most) {
        counts.merge(category, 1, Integer::sum);
        counts.merge(shop, 1, Integer::sum);
        chosen.add(one);
      } else {
        later.add(one);
      }
    }
    for (Scored one : later) {
      if (chosen.size() == limit) {
        break;
      }
      chosen.add(one);
    }
    return new Recommendations(
        chosen.stream().map(one -> new Recommendations.Item(one.product(), one.reason())).toList());
  }
}
