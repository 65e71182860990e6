package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which products go together: by what shoppers did in one go, and by what they are. Rebuilt in the
/// background, immutable.
final class Similarity {
  private static final Duration SESSION = Duration.ofHours(2);
  private static final double HALF_LIFE_DAYS = 45;
  private static final int MOST_IN_SESSION = 60;
  private static final int NEIGHBOURS = 50;

  private final Map<String, Map<String, Double>> seenTogether;
  private final Map<String, Map<String, Double>> boughtTogether;

  private Similarity(
      Map<String, Map<String, Double>> seenTogether,
      Map<String, Map<String, Double>> boughtTogether) {
    this.seenTogether = seenTogether;
    this.boughtTogether = boughtTogether;
  }

  static Similarity none() {
    return new Similarity(Map.of(), Map.of());
  }

  /// @param events by actor and time
  static Similarity of(List<InteractionRepository.Event> events, Instant now) {
    Counts seen = new Counts();
    Counts bought = new Counts();
    List<InteractionRepository.Event> session = new ArrayList<>();
    for (InteractionRepository.Event event : events) {
      if (!session.isEmpty()) {
        InteractionRepository.Event last = session.getLast();
        if (!last.actor().equals(event.actor())
            || last.at().plus(SESSION).isBefore(event.at())
            || session.size() >= MOST_IN_SESSION) {
          count(session, seen, bought, now);
          session.clear();
        }
      }
      session.add(event);
    }
    count(session, seen, bought, now);
    return new Similarity(seen.nearest(), bought.nearest());
  }

  private static void count(
      List<InteractionRepository.Event> session, Counts seen, Counts bought, Instant now) {
    if (session.isEmpty()) {
      return;
    }
    double days = Duration.between(session.getLast().at(), now).toHours() / 24.0;
    double weight = Math.pow(0.5, Math.max(0, days) / HALF_LIFE_DAYS);
    Set<String> all = new HashSet<>();
    Set<String> taken = new HashSet<>();
    for (InteractionRepository.Event event : session) {
      if (event.type() != Interaction.Type.NOT_INTERESTED) {
        all.add(event.productId());
      }
      if (event.type() == Interaction.Type.PURCHASE || event.type() == Interaction.Type.CART) {
        taken.add(event.productId());
      }
    }
    seen.add(all, weight);
    bought.add(taken, weight);
  }

  /// 0 to 1 by product, of those most often met in the same session.
  Map<String, Double> seenWith(String productId) {
    return seenTogether.getOrDefault(productId, Map.of());
  }

  /// 0 to 1 by product, of those most often taken in the same session.
  Map<String, Double> boughtWith(String productId) {
    return boughtTogether.getOrDefault(productId, Map.of());
  }

  /// 0 to 1: how alike two products are in themselves.
  static double alike(Product a, Product b) {
    double score = a.categoryId().equals(b.categoryId()) ? 0.45 : 0;
    if (!a.features().isEmpty() && !b.features().isEmpty()) {
      Set<String> common = new HashSet<>(a.features());
      common.retainAll(b.features());
      Set<String> all = new HashSet<>(a.features());
      all.addAll(b.features());
      score += 0.35 * common.size() / all.size();
    }
    if (a.brand() != null && a.brand().equals(b.brand())) {
      score += 0.08;
    }
    double low = Math.min(a.price().amount(), b.price().amount());
    double high = Math.max(a.price().amount(), b.price().amount());
    return score + (high > 0 ? 0.12 * low / high : 0);
  }

  private static final class Counts {
    private final Map<String, Map<String, Double>> pairs = new HashMap<>();
    private final Map<String, Double> alone = new HashMap<>();

    void add(Set<String> products, double weight) {
      for (String a : products) {
        alone.merge(a, weight, Double::sum);
        for (String b : products) {
          if (!a.equals(b)) {
            pairs.computeIfAbsent(a, key -> new HashMap<>()).merge(b, weight, Double::sum);
          }
        }
      }
    }

    /// Cosine, damped where there is little evidence.
    Map<String, Map<String, Double>> nearest() {
      Map<String, Map<String, Double>> nearest = new HashMap<>();
      pairs.forEach((a, others) -> {
        Map<String, Double> scored = new HashMap<>();
        others.forEach((b, weight) -> {
          double cosine =
              weight / Math.sqrt(alone.getOrDefault(a, weight) * alone.getOrDefault(b, weight));
          scored.put(b, Math.min(1, cosine) * weight / (weight + 1));
        });
        Map<String, Double> best = new LinkedHashMap<>();
        scored.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(NEIGHBOURS)
            .forEach(entry -> best.put(entry.getKey(), entry.getValue()));
        nearest.put(a, best);
      });
      return nearest;
    }
  }
}
