package dev.windowshop.client.store;

import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings a feed that is kept here up to what was done since the relay made it. Pure: the same feed
/// and the same interests give the same order.
final class FeedRanker {
  /// What the relay put first is worth this many places.
  private static final double PLACES = 12;

  /// How far a thing just like the last view rises.
  private static final double PULL = 1.4;

  /// An interest counts half when there have been so many after it.
  private static final double HALF = 3;

  private static final int CONSIDERED = 12;

  private FeedRanker() {}

  private record Scored(Recommendations.Item item, double score, int place) {
    static final Comparator<Scored> ORDER =
        Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::place);
  }

  /// @param since what was cared for after the feed was made, the newest first
  /// @param hidden ids of what must not be shown
  static List<Recommendations.Item> reorder(
      List<Recommendations.Item> feed, List<LocalInterest> since, Set<String> hidden) {
    List<LocalInterest> counted = since.subList(0, Math.min(since.size(), CONSIDERED));
    Set<String> done = new HashSet<>();
    counted.forEach(interest -> done.add(interest.product().id()));
    List<Scored> scored = new ArrayList<>();
    for (int place = 0; place < feed.size(); place++) {
      Recommendations.Item item = feed.get(place);
      if (!hidden.contains(item.product().id())) {
        scored.add(score(item, place, counted, done.contains(item.product().id())));
      }
    }
    scored.sort(Scored.ORDER);
    return scored.stream().map(Scored::item).toList();
  }

  private static Scored score(
      Recommendations.Item item, int place, List<LocalInterest> since, boolean seen) {
    double base = 1 / (1 + place / PLACES);
    double sum = 0;
    double largest = 0;
    Product because = null;
    for (int i = 0; i < since.size(); i++) {
      LocalInterest interest = since.get(i);
      double term =
          PULL
              * Math.pow(0.5, i / HALF)
              * Math.min(1, 0.5 + interest.weight() / 4)
              * alike(interest.product(), item.product());
      sum += term;
      if (term > largest) {
        largest = term;
        because = interest.product();
      }
    }
    // Who has just looked at it needs no reminder at the top.
    double score = seen ? base / 2 : base + sum;
    boolean moved = !seen && because != null && sum > base;
    return new Scored(moved ? item(item, because) : item, score, place);
  }

  private static Recommendations.Item item(Recommendations.Item item, @Nullable Product because) {
    return because == null
        ? item
        : new Recommendations.Item(
            item.product(),
            new Recommendations.Reason("Because you viewed " + because.title(), because.id()),
            item.propensity());
  }

  /// 0 to 1: how alike two products are in themselves.
  static double alike(Product a, Product b) {
    if (a.id().equals(b.id())) {
      return 0;
    }
    double score = a.categoryId().equals(b.categoryId()) ? 0.5 : 0;
    if (a.brand() != null && a.brand().equals(b.brand())) {
      score += 0.15;
    }
    if (!a.features().isEmpty() && !b.features().isEmpty()) {
      Set<String> common = new HashSet<>(a.features());
      common.retainAll(b.features());
      Set<String> all = new HashSet<>(a.features());
      all.addAll(b.features());
      score += 0.25 * common.size() / all.size();
    }
    double low = Math.min(a.price().amount(), b.price().amount());
    double high = Math.max(a.price().amount(), b.price().amount());
    return score > 0 && high > 0 ? score + 0.1 * low / high : score;
  }
}
