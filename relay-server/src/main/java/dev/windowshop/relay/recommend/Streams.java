package dev.windowshop.relay.recommend;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// All events by actor, each actor's in the order of time. Times are whole seconds.
///
/// @param start where an actor's events begin
/// @param basket the basket of each event, or `Names.NONE`; null where there are none at all
/// @param now the time that ages are counted from
record Streams(
    int[] start,
    int[] item,
    int[] time,
    byte[] type,
    int @Nullable [] basket,
    int items,
    int now,
    int first) {
  private static final int PLACE_BITS = 22;

  int actors() {
    return start.length - 1;
  }

  int size() {
    return item.length;
  }

  /// Sorts a log. Events of items that are gone are dropped; times are clamped.
  ///
  /// @param gone the items that are gone, null where none is
  static Streams of(EventLog log, @Nullable ItemTable gone, Times times) {
    int actors = log.actors.size();
    int[] start = new int[actors + 1];
    for (int i = 0; i < log.size; i++) {
      if (gone == null || !gone.gone(log.item[i])) {
        start[log.actor[i] + 1]++;
      }
    }
    for (int i = 0; i < actors; i++) {
      start[i + 1] += start[i];
    }
    int[] next = Arrays.copyOf(start, actors);
    int[] order = new int[start[actors]];
    for (int i = 0; i < log.size; i++) {
      if (gone == null || !gone.gone(log.item[i])) {
        order[next[log.actor[i]]++] = i;
      }
    }
    for (int actor = 0; actor < actors; actor++) {
      sort(log, order, start[actor], start[actor + 1]);
    }
    int size = order.length;
    int[] item = new int[size];
    int[] time = new int[size];
    byte[] type = new byte[size];
    int[] basket = log.basket == null ? null : new int[size];
    int newest = Integer.MIN_VALUE;
    int oldest = Integer.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      int from = order[i];
      item[i] = log.item[from];
      time[i] = seconds(Math.min(log.time[from], times.latest()));
      type[i] = log.type[from];
      if (basket != null && log.basket != null) {
        basket[i] = log.basket[from];
      }
      newest = Math.max(newest, time[i]);
      oldest = Math.min(oldest, time[i]);
    }
    int now = size == 0 ? seconds(times.latest()) : newest;
    return new Streams(
        start, item, time, type, basket, log.items.size(), now, size == 0 ? now : oldest);
  }

  static int seconds(long millis) {
    return (int) Math.clamp(Math.floorDiv(millis, 1000L), Integer.MIN_VALUE / 2, Integer.MAX_VALUE);
  }

  /// Stable: events of one moment stay in the order in which they came.
  private static void sort(EventLog log, int[] order, int from, int to) {
    boolean sorted = true;
    long first = Long.MAX_VALUE;
    for (int i = from; i < to; i++) {
      sorted &= i == from || log.time[order[i - 1]] <= log.time[order[i]];
      first = Math.min(first, log.time[order[i]]);
    }
    if (sorted || to - from > 1 << PLACE_BITS) {
      return;
    }
    int[] copy = Arrays.copyOfRange(order, from, to);
    long[] keys = new long[to - from];
    for (int i = 0; i < keys.length; i++) {
      long since = Math.min(log.time[copy[i]] - first, Long.MAX_VALUE >>> (PLACE_BITS + 1));
      keys[i] = (since << PLACE_BITS) | i;
    }
    Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      order[from + i] = copy[(int) (keys[i] & ((1 << PLACE_BITS) - 1))];
    }
  }

  /// Of one actor in `share`, what happened until `until`; the items keep their numbers.
  Streams where(int share, int until) {
    int[] starts = new int[start.length];
    int[] items = new int[size()];
    int[] times = new int[size()];
    byte[] types = new byte[size()];
    int[] baskets = basket == null ? null : new int[size()];
    int count = 0;
    int oldest = until;
    for (int actor = 0; actor < actors(); actor++) {
      for (int k = start[actor]; k < start[actor + 1]; k++) {
        if (actor % share == 0 && time[k] <= until) {
          items[count] = item[k];
          times[count] = time[k];
          types[count] = type[k];
          if (baskets != null && basket != null) {
            baskets[count] = basket[k];
          }
          oldest = Math.min(oldest, time[k]);
          count++;
        }
      }
      starts[actor + 1] = count;
    }
    return new Streams(
        starts,
        Arrays.copyOf(items, count),
        Arrays.copyOf(times, count),
        Arrays.copyOf(types, count),
        baskets == null ? null : Arrays.copyOf(baskets, count),
        this.items,
        until,
        oldest);
  }
}
