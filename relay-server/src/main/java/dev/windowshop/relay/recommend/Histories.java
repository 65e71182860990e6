package dev.windowshop.relay.recommend;

import java.util.Arrays;

/// What each actor has touched: each item once, the latest last.
///
/// @param time seconds, of the last event
/// @param type the weightiest event, or `NOT_INTERESTED` where that came last
/// @param bought whether it was ever bought
record Histories(int[] start, int[] item, int[] time, byte[] type, boolean[] bought) {
  private static final byte NOT_INTERESTED = EventType.NOT_INTERESTED.code();
  private static final byte IMPRESSION = EventType.IMPRESSION.code();
  private static final byte PURCHASE = EventType.PURCHASE.code();

  static Histories of(Streams events) {
    int[] start = new int[events.actors() + 1];
    int[] item = new int[events.size()];
    int[] time = new int[events.size()];
    byte[] type = new byte[events.size()];
    boolean[] bought = new boolean[events.size()];
    int[] place = new int[events.items()];
    int[] owner = new int[events.items()];
    Arrays.fill(owner, -1);
    int size = 0;
    for (int actor = 0; actor < events.actors(); actor++) {
      int from = size;
      for (int i = events.start()[actor + 1] - 1; i >= events.start()[actor]; i--) {
        int of = events.item()[i];
        byte did = events.type()[i];
        if (did == IMPRESSION) {
          continue;
        }
        if (owner[of] != actor) {
          owner[of] = actor;
          place[of] = size;
          item[size] = of;
          time[size] = events.time()[i];
          type[size] = did;
          bought[size] = did == PURCHASE;
          size++;
        } else {
          int at = place[of];
          bought[at] |= did == PURCHASE;
          if (type[at] != NOT_INTERESTED && weight(did) > weight(type[at])) {
            type[at] = did;
          }
        }
      }
      reverse(item, time, type, bought, from, size);
      start[actor + 1] = size;
    }
    return new Histories(
        start,
        Arrays.copyOf(item, size),
        Arrays.copyOf(time, size),
        Arrays.copyOf(type, size),
        Arrays.copyOf(bought, size));
  }

  int actors() {
    return start.length - 1;
  }

  /// How many have each item, of those that `Bipartite` counts.
  int[] support(int items) {
    int[] support = new int[items];
    for (int actor = 0; actor < actors(); actor++) {
      for (int k = Math.max(start[actor], start[actor + 1] - Bipartite.LONGEST);
          k < start[actor + 1];
          k++) {
        if (weight(type[k]) > 0) {
          support[item[k]]++;
        }
      }
    }
    return support;
  }

  static float weight(byte type) {
    return EventType.of(type).weight();
  }

  private static void reverse(
      int[] item, int[] time, byte[] type, boolean[] bought, int from, int to) {
    for (int a = from, b = to - 1; a < b; a++, b--) {
      int keptItem = item[a];
      item[a] = item[b];
      item[b] = keptItem;
      int keptTime = time[a];
      time[a] = time[b];
      time[b] = keptTime;
      byte keptType = type[a];
      type[a] = type[b];
      type[b] = keptType;
      boolean keptBought = bought[a];
      bought[a] = bought[b];
      bought[b] = keptBought;
    }
  }

  long bytes() {
    return 4L * start.length + 10L * item.length;
  }
}
