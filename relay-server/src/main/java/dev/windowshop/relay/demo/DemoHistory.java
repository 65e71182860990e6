package dev.windowshop.relay.demo;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Interaction.Type;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// What the shoppers looked at, wished for, carried and bought in the last sixty days. Each has a
/// taste: a few categories and colours that they come back to. Some products are simply popular,
/// and a few have just become so. Confined to one thread.
final class DemoHistory {
  private static final int DAYS = 60;
  private final Instant now;
  private final List<DemoPerson> shoppers;
  private final List<DemoEvent> events = new ArrayList<>();
  private int number;

  DemoHistory(Instant now, List<DemoPerson> people, List<Shop> shops) {
    this.now = now;
    Set<String> owners = new HashSet<>();
    shops.forEach(shop -> owners.add(shop.ownerId()));
    this.shoppers = people.stream().filter(person -> !owners.contains(person.user().id())).toList();
  }

  List<DemoEvent> create(List<DemoListing> listings) {
    List<Product> products = listings.stream().map(DemoListing::product).toList();
    for (DemoPerson person : shoppers) {
      var random = new SplittableRandom(DemoIds.seed("taste:" + person.user().username()));
      double[] appeal = appeal(products, random);
      Set<String> bought = new HashSet<>();
      int sessions = random.nextInt(6, 18);
      for (int i = 0; i < sessions; i++) {
        session(person.user().id(), products, appeal, bought, random);
      }
    }
    events.sort(
        Comparator.comparing((DemoEvent event) -> event.interaction().at())
            .thenComparing(event -> event.interaction().id()));
    return List.copyOf(events);
  }

  /// How much each product appeals to one shopper.
  private static double[] appeal(List<Product> products, SplittableRandom random) {
    List<String> categories = products.stream().map(Product::categoryId).distinct().toList();
    Map<String, Double> liking = new HashMap<>();
    for (int i = 0; i < 4; i++) {
      liking.merge(categories.get(random.nextInt(categories.size())), 9.0 - 2 * i, Math::max);
    }
    Set<String> style = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      List<String> features = products.get(random.nextInt(products.size())).features();
      style.add(features.get(random.nextInt(1, features.size())));
    }
    double[] appeal = new double[products.size()];
    for (int i = 0; i < appeal.length; i++) {
      Product product = products.get(i);
      double popular = 0.15 + Math.pow(fraction("fame:" + product.handle()), 4) * 3;
      double match = product.features().stream().anyMatch(style::contains) ? 2.2 : 1;
      appeal[i] = popular * match * liking.getOrDefault(product.categoryId(), 0.35);
    }
    return appeal;
  }

  private void session(
      String userId,
      List<Product> products,
      double[] appeal,
      Set<String> bought,
      SplittableRandom random) {
    double back = Math.pow(random.nextDouble(), 1.3) * DAYS;
    long minutes = (long) (back * 1440);
    Instant at = now.minus(Duration.ofMinutes(minutes + 20)).minusSeconds(random.nextInt(3600));
    int first = draw(products, appeal, null, back, random);
    int views = random.nextInt(3, 9);
    for (int i = 0; i < views; i++) {
      String near = random.nextInt(3) > 0 ? products.get(first).categoryId() : null;
      Product product = products.get(i == 0 ? first : draw(products, appeal, near, back, random));
      if (bought.contains(product.id()) || product.createdAt().isAfter(at)) {
        continue;
      }
      long dwell = 3_000 + random.nextInt(60_000);
      at = add(userId, product, Type.VIEW, at, dwell);
      if (dwell > 25_000 && random.nextInt(3) == 0) {
        at = add(userId, product, Type.WISHLIST, at, null);
      }
      if (dwell > 30_000 && random.nextInt(5) < 2) {
        at = add(userId, product, Type.CART, at, null);
        if (random.nextInt(2) == 0) {
          at = add(userId, product, Type.PURCHASE, at.plusSeconds(120), null);
          bought.add(product.id());
        }
      }
    }
  }

  private Instant add(String userId, Product product, Type type, Instant at, @Nullable Long dwell) {
    if (at.isBefore(now)) {
      String id = DemoIds.at("event", number++);
      events.add(new DemoEvent(userId, new Interaction(id, product.id(), type, at, dwell)));
    }
    return at.plusMillis(dwell == null ? 4_000 : dwell);
  }

  private static int draw(
      List<Product> products,
      double[] appeal,
      @Nullable String categoryId,
      double daysBack,
      SplittableRandom random) {
    double[] sums = new double[appeal.length];
    double sum = 0;
    for (int i = 0; i < appeal.length; i++) {
      sum += weight(products.get(i), appeal[i], categoryId, daysBack);
      sums[i] = sum;
    }
    int at = Arrays.binarySearch(sums, random.nextDouble() * sum);
    return Math.min(at < 0 ? -at - 1 : at + 1, appeal.length - 1);
  }

  private static double weight(
      Product product, double appeal, @Nullable String categoryId, double daysBack) {
    if (categoryId != null && !categoryId.equals(product.categoryId())) {
      return 0;
    }
    boolean rising = daysBack < 6 && (product.handle().hashCode() & 31) == 7;
    return rising ? appeal * 8 + 1.5 : appeal;
  }

  private static double fraction(String text) {
    return (DemoIds.seed(text) >>> 11) / (double) (1L << 53);
  }

  /// Popularity of each product out of the events, younger ones counting more.
  static List<DemoListing> withPopularity(List<DemoListing> listings, List<DemoEvent> events) {
    Map<String, Double> scores = new HashMap<>();
    Instant last = events.isEmpty() ? Instant.EPOCH : events.getLast().interaction().at();
    for (DemoEvent event : events) {
      Interaction seen = event.interaction();
      double days = Duration.between(seen.at(), last).toMinutes() / 1440.0;
      double weight =
          switch (seen.type()) {
            case PURCHASE -> 8;
            case CART -> 4;
            case WISHLIST, SHARE, REVIEW -> 3;
            case VIEW, CALL_VIEW -> 1;
            case NOT_INTERESTED, IMPRESSION, UNKNOWN -> 0;
          };
      scores.merge(seen.productId(), weight * Math.pow(0.5, days / 14), Double::sum);
    }
    double most = scores.values().stream().mapToDouble(v -> v).max().orElse(1);
    return listings.stream()
        .map(listing -> {
          double share = scores.getOrDefault(listing.product().id(), 0.0) / most;
          double popularity = Math.round(Math.pow(share, 0.7) * 1000) / 1000.0;
          return new DemoListing(
              DemoProducts.popular(listing.product(), popularity),
              listing.pictures(),
              listing.reviews());
        })
        .toList();
  }
}
