package dev.windowshop.relay.demo;

import dev.windowshop.protocol.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Writes the reviews. Confined to one thread.
final class DemoReviews {
  private final Instant now;
  private final Map<String, List<String>> general = DemoTexts.sentences("reviews.txt");
  private final List<String> authors;
  private int number;

  DemoReviews(Instant now) {
    this.now = now;
    this.authors = general.getOrDefault("author", List.of());
  }

  List<Review> of(String productId, String handle, DemoTexts.Range range, Instant created) {
    var random = new SplittableRandom(DemoIds.seed("reviews:" + handle));
    long age = Math.max(1, Duration.between(created, now).toHours());
    int most = age < 14 * 24 ? 3 : 14;
    int count = Math.min(most, (int) (Math.pow(random.nextDouble(), 1.5) * 15));
    double quality = 0.55 + 0.45 * Math.sqrt(random.nextDouble());
    List<String> praise = shuffled(range.praise(), random);
    List<String> doubts = shuffled(range.doubts(), random);
    List<String> happy = shuffled(general.getOrDefault("happy", List.of()), random);
    List<String> mixed = shuffled(general.getOrDefault("mixed", List.of()), random);
    List<String> names = shuffled(authors, random);
    var reviews = new ArrayList<Review>();
    for (int i = 0; i < count; i++) {
      int stars = stars(random, quality);
      List<String> specific = stars >= 4 ? praise : doubts;
      List<String> other = stars >= 4 ? happy : mixed;
      String text = next(specific);
      if (text.isEmpty() || random.nextInt(5) < 2) {
        text = (text + ' ' + next(other)).strip();
      }
      if (text.isEmpty()) {
        break;
      }
      reviews.add(
          new Review(
              DemoIds.at("review", number++),
              productId,
              names.get(i % names.size()),
              stars,
              text,
              random.nextInt(6) > 0,
              now.minus(Duration.ofMinutes(random.nextLong(30, age * 60)))));
    }
    reviews.sort(Comparator.comparing(Review::createdAt).reversed());
    return List.copyOf(reviews);
  }

  /// @return the mean, to one decimal; null without a review
  static @Nullable Double rating(List<Review> reviews) {
    if (reviews.isEmpty()) {
      return null;
    }
    double sum = reviews.stream().mapToInt(Review::stars).sum();
    return Math.round(sum / reviews.size() * 10) / 10.0;
  }

  private static int stars(SplittableRandom random, double quality) {
    double roll = random.nextDouble();
    if (roll < quality * 0.72) {
      return 5;
    }
    if (roll < quality * 0.72 + 0.24) {
      return 4;
    }
    return roll < 0.965 ? 3 : 2;
  }

  private static String next(List<String> from) {
    return from.isEmpty() ? "" : from.removeLast();
  }

  private static List<String> shuffled(List<String> from, SplittableRandom random) {
    var list = new ArrayList<>(from);
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      String kept = list.get(i);
      list.set(i, list.get(j));
      list.set(j, kept);
    }
    return list;
  }
}
