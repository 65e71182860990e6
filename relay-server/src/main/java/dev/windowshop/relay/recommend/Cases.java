package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data's own past as questions with known answers: what happened until a moment is trained on,
/// what happened then is to be foretold.
///
/// @param before what happened until then
/// @param back people who came back after it
/// @param stay people who were new after it, in the middle of their first events
/// @param newcomers the same people, before they did anything
record Cases(Streams before, List<Case> back, List<Case> stay, List<Case> newcomers) {
  private static final int MOST_EVENTS = 1_500_000;
  private static final int MOST_CASES = 500;
  private static final double UNTIL = 0.9;

  /// @param profile what is known, ascending in time
  /// @param fresh what came and was new to them
  /// @param all what came
  record Case(Profile profile, IntOpenHashSet known, IntOpenHashSet fresh, IntOpenHashSet all) {}

  static Cases of(Streams events, double halfLifeDays) {
    int share = share(events);
    int[] times = events.time().clone();
    Arrays.sort(times);
    int cut = cut(times);
    Streams before = events.where(share, cut);
    List<Case> back = new ArrayList<>();
    List<Case> stay = new ArrayList<>();
    List<Case> newcomers = new ArrayList<>();
    int actors = events.actors();
    // A stride that shares no factor with the count visits everybody once, the first of them
    // spread.
    long stride = stride(actors);
    for (int n = 0; n < actors; n++) {
      int actor = (int) (n * stride % actors);
      if (actor % share != 0) {
        continue;
      }
      int from = events.start()[actor];
      int to = events.start()[actor + 1];
      int middle = from;
      while (middle < to && events.time()[middle] <= cut) {
        middle++;
      }
      if (middle == to) {
        continue;
      }
      if (middle > from) {
        if (back.size() < MOST_CASES) {
          add(back, of(events, from, middle, to, cut, halfLifeDays));
        }
      } else if (stay.size() < MOST_CASES || newcomers.size() < MOST_CASES) {
        int length = to - from;
        int split = from + 1 + Math.floorMod(actor * 0x9E3779B9, Math.max(1, length - 1));
        if (length > 1 && stay.size() < MOST_CASES) {
          add(stay, of(events, from, split, to, events.time()[split - 1], halfLifeDays));
        }
        if (newcomers.size() < MOST_CASES) {
          add(newcomers, of(events, from, from, to, cut, halfLifeDays));
        }
      }
    }
    return new Cases(before, back, stay, newcomers);
  }

  /// One actor in so many is enough to learn the weights from.
  static int share(Streams events) {
    return 1 + events.size() / MOST_EVENTS;
  }

  /// Something has to come after it, however many events share a moment.
  private static int cut(int[] sorted) {
    int place = (int) (UNTIL * (sorted.length - 1));
    while (place > 0 && sorted[place] == sorted[sorted.length - 1]) {
      place--;
    }
    return sorted.length == 0 ? 0 : sorted[place];
  }

  private static long stride(int count) {
    long stride = Math.max(1, (long) (0.618 * count));
    while (gcd(stride, Math.max(1, count)) != 1) {
      stride++;
    }
    return stride;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static void add(List<Case> to, @Nullable Case one) {
    if (one != null) {
      to.add(one);
    }
  }

  private static @Nullable Case of(
      Streams events, int from, int middle, int to, int now, double halfLifeDays) {
    IntLinkedOpenHashSet known = new IntLinkedOpenHashSet();
    int[] time = new int[events.items() == 0 ? 0 : middle - from];
    byte[] type = new byte[time.length];
    int[] item = new int[time.length];
    int size = 0;
    for (int k = middle - 1; k >= from; k--) {
      if (Histories.weight(events.type()[k]) > 0 && known.add(events.item()[k])) {
        size++;
        item[time.length - size] = events.item()[k];
        time[time.length - size] = events.time()[k];
        type[time.length - size] = events.type()[k];
      }
    }
    IntOpenHashSet fresh = new IntOpenHashSet();
    IntOpenHashSet all = new IntOpenHashSet();
    for (int k = middle; k < to; k++) {
      if (Histories.weight(events.type()[k]) > 0) {
        all.add(events.item()[k]);
        if (!known.contains(events.item()[k])) {
          fresh.add(events.item()[k]);
        }
      }
    }
    if (all.isEmpty()) {
      return null;
    }
    int begin = time.length - size;
    Profile profile =
        Profile.of(
            Arrays.copyOfRange(item, begin, time.length),
            Arrays.copyOfRange(time, begin, time.length),
            Arrays.copyOfRange(type, begin, time.length),
            size,
            now,
            halfLifeDays);
    return new Case(profile, new IntOpenHashSet(known), fresh, all);
  }
}
