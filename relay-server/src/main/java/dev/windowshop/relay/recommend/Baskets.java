package dev.windowshop.relay.recommend;

import java.util.Arrays;

/// What was taken in one go: a basket where events name one, else what somebody bought within half
/// an hour, else (where nothing is ever bought) what they did within half an hour.
final class Baskets {
  private static final int APART = 1_800;
  private static final int LONGEST = 400;
  private static final byte PURCHASE = EventType.PURCHASE.code();

  private Baskets() {}

  static Bipartite of(Streams events, int items, double halfLifeDays) {
    boolean purchases = anyPurchase(events);
    int[] item = new int[events.size()];
    float[] weight = new float[events.size()];
    int[] start = new int[events.size() + 1];
    int count = 0;
    int size = 0;
    int[] inBasket = new int[items];
    Arrays.fill(inBasket, -1);
    for (int actor = 0; actor < events.actors(); actor++) {
      int to = events.start()[actor + 1];
      int last = -1;
      for (int k = events.start()[actor]; k < to; k++) {
        boolean counts =
            purchases ? events.type()[k] == PURCHASE : Histories.weight(events.type()[k]) > 0;
        if (!counts) {
          continue;
        }
        boolean same = last >= 0 && same(events, last, k);
        if (!same || size - start[count] >= LONGEST) {
          if (size > start[count]) {
            Bipartite.sortRow(item, weight, start[count], size);
            start[++count] = size;
          }
        }
        last = k;
        if (inBasket[events.item()[k]] != count) {
          inBasket[events.item()[k]] = count;
          item[size] = events.item()[k];
          weight[size++] = Bipartite.decay(events.now() - events.time()[k], halfLifeDays);
        }
      }
      if (size > start[count]) {
        Bipartite.sortRow(item, weight, start[count], size);
        start[++count] = size;
      }
    }
    return Bipartite.of(
        new Rows(
            Arrays.copyOf(start, count + 1),
            Arrays.copyOf(item, size),
            Arrays.copyOf(weight, size)),
        items);
  }

  private static boolean same(Streams events, int one, int other) {
    int[] basket = events.basket();
    if (basket != null && (basket[one] != Names.NONE || basket[other] != Names.NONE)) {
      return basket[one] == basket[other];
    }
    return events.time()[other] - events.time()[one] <= APART;
  }

  private static boolean anyPurchase(Streams events) {
    for (byte type : events.type()) {
      if (type == PURCHASE) {
        return true;
      }
    }
    return false;
  }
}
