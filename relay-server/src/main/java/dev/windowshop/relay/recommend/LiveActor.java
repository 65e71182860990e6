package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/// What one actor did since the last rebuild, and what they wish forgotten.
final class LiveActor {
  /// Beyond this the oldest are let go until the next rebuild; what was bought never is.
  private static final int LONGEST = 2 * Profile.LONGEST;

  int[] item = new int[8];
  int[] time = new int[8];
  byte[] type = new byte[8];
  int size;
  int counted;
  boolean allForgotten;
  final IntOpenHashSet forgotten = new IntOpenHashSet();
  final IntOpenHashSet bought = new IntOpenHashSet();

  void add(int of, int at, EventType did) {
    if (did == EventType.PURCHASE) {
      bought.add(of);
    }
    forgotten.remove(of);
    if (size == LONGEST) {
      drop(0);
    }
    if (size == item.length) {
      item = Arrays.copyOf(item, 2 * size);
      time = Arrays.copyOf(time, 2 * size);
      type = Arrays.copyOf(type, 2 * size);
    }
    // Kept ascending in time: events that were made offline come late.
    int place = size++;
    while (place > 0 && time[place - 1] > at) {
      item[place] = item[place - 1];
      time[place] = time[place - 1];
      type[place] = type[place - 1];
      place--;
    }
    item[place] = of;
    time[place] = at;
    type[place] = did.code();
  }

  IntOpenHashSet items() {
    return new IntOpenHashSet(item, 0, size);
  }

  void forget(int of) {
    forgotten.add(of);
    bought.remove(of);
    for (int i = size - 1; i >= 0; i--) {
      if (item[i] == of) {
        drop(i);
      }
    }
  }

  private void drop(int place) {
    size--;
    System.arraycopy(item, place + 1, item, place, size - place);
    System.arraycopy(time, place + 1, time, place, size - place);
    System.arraycopy(type, place + 1, type, place, size - place);
  }
}
