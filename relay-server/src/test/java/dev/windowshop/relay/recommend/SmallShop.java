package dev.windowshop.relay.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A shop with groups of items that the same people take, made by chance from a seed.
final class SmallShop {
  static final long NOW = 1_750_000_000_000L;
  static final long DAY = 86_400_000L;

  final List<Event> events = new ArrayList<>();
  final List<Item> items = new ArrayList<>();
  final List<String> actors = new ArrayList<>();

  SmallShop(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int groups = 6;
    for (int item = 0; item < 90; item++) {
      int group = item % groups;
      items.add(
          new Item(
              "i" + item,
              "thing" + group + " model" + item,
              "category" + group,
              "brand" + item % 4,
              "seller" + item % 3,
              1_000 + 100L * item,
              item % 10 != 9,
              NOW - (90 - item) * DAY));
    }
    EventType[] types = {
      EventType.VIEW, EventType.VIEW, EventType.CART, EventType.PURCHASE, EventType.WISHLIST
    };
    for (int actor = 0; actor < 120; actor++) {
      actors.add("a" + actor);
      int group = random.nextInt(groups);
      int count = 1 + random.nextInt(14);
      for (int n = 0; n < count; n++) {
        int of = random.nextInt(5) == 0 ? random.nextInt(groups) : group;
        int item = of + groups * (int) (13 * Math.pow(random.nextDouble(), 2));
        long at = NOW - random.nextLong(60 * DAY);
        events.add(new Event("a" + actor, "i" + item, types[random.nextInt(types.length)], at));
      }
    }
  }

  Recommender built() {
    Recommender recommender = new Recommender();
    recommender.rebuild(events::forEach, items::forEach, NOW);
    return recommender;
  }

  boolean bought(String actor, String item) {
    return events.stream()
        .anyMatch(event ->
            event.actor().equals(actor)
                && event.item().equals(item)
                && event.type() == EventType.PURCHASE);
  }
}
