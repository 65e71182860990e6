package dev.windowshop.bench.recommend;

import dev.windowshop.relay.recommend.Event;
import dev.windowshop.relay.recommend.EventType;
import dev.windowshop.relay.recommend.Item;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// A large shop made by chance: people like a few groups of items, some items far more than others.
/// The same seed makes the same events each time, so that none of them have to be kept.
record ManyEvents(int items, int users, int events, long end) {
  private static final long SPAN = 120L * 86_400_000;
  private static final int GROUP = 250;
  private static final EventType[] TYPES = {
    EventType.VIEW, EventType.VIEW, EventType.VIEW, EventType.CART, EventType.PURCHASE
  };

  void items(Consumer<Item> to) {
    int groups = Math.max(1, items / GROUP);
    for (int item = 0; item < items; item++) {
      int group = item % groups;
      to.accept(
          new Item(
              "item" + item,
              "word" + group + " kind" + item % 97 + " colour" + item % 13,
              "category" + group % 200,
              "brand" + item % 5_000,
              "seller" + item % 300,
              500 + item % 20_000,
              item % 50 != 0,
              end - SPAN + item % SPAN));
    }
  }

  void events(Consumer<Event> to) {
    SplittableRandom random = new SplittableRandom(11);
    for (int n = 0; n < events; n++) {
      // Times ascend, as a table's rows do.
      long at = end - SPAN + (long) ((double) SPAN * n / events);
      to.accept(event(random, at));
    }
  }

  Event event(SplittableRandom random, long at) {
    int user = (int) (users * Math.pow(random.nextDouble(), 1.6));
    int groups = Math.max(1, items / GROUP);
    int liked = (user * 31 + 7 * random.nextInt(3)) % groups;
    int group = random.nextInt(6) == 0 ? (int) (groups * square(random)) : liked;
    int item = group + groups * (int) (Math.min(GROUP, items) * square(random) * square(random));
    EventType type = TYPES[random.nextInt(TYPES.length)];
    return new Event("user" + user, "item" + Math.min(item, items - 1), type, at);
  }

  private static double square(SplittableRandom random) {
    double at = random.nextDouble();
    return at * at;
  }
}
