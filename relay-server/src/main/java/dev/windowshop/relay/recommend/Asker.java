package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.ints.IntSets;
import java.util.Comparator;
import java.util.List;

/// Who asks: what they did, and what must not be answered to them.
///
/// @param never bought, or not wanted
/// @param touched all that they have to do with, where a query wants to know
record Asker(Profile profile, IntOpenHashSet never, IntOpenHashSet touched) {
  private static final byte NOT_INTERESTED = EventType.NOT_INTERESTED.code();

  /// A history out of the snapshot and of what happened since. Of a long history only the end makes
  /// the profile; the rest is walked over once, for what must not be answered.
  static Asker of(Live live, String actor, Query.Seen seen, int now) {
    Histories histories = live.base.histories();
    LiveActor since = live.actor(actor);
    Gathered gathered = new Gathered();
    int number = live.base.actors().of(actor);
    if (number != Names.NONE && (since == null || !since.allForgotten)) {
      IntSet again = since == null ? IntSets.EMPTY_SET : since.items();
      int from = histories.start()[number];
      int to = histories.start()[number + 1];
      int profile = Math.max(from, to - Profile.LONGEST - again.size());
      boolean touched = seen == Query.Seen.NOTHING_TOUCHED;
      for (int k = from; k < to; k++) {
        int item = histories.item()[k];
        if (since != null && since.forgotten.contains(item)) {
          continue;
        }
        if (histories.bought()[k]) {
          gathered.never.add(item);
        }
        if (k >= profile || again.contains(item)) {
          gathered.add(item, histories.time()[k], histories.type()[k]);
        } else if (touched) {
          gathered.touched.add(item);
        }
        if (histories.type()[k] == NOT_INTERESTED && !again.contains(item)) {
          gathered.never.add(item);
        }
      }
    }
    if (since != null) {
      for (int i = 0; i < since.size; i++) {
        gathered.add(since.item[i], since.time[i], since.type[i]);
      }
      gathered.never.addAll(since.bought);
    }
    return gathered.asker(live, now);
  }

  /// A visitor of whom only these events are known, in any order.
  static Asker of(Live live, List<Event> events, int now) {
    Gathered gathered = new Gathered();
    events.stream()
        .sorted(Comparator.comparingLong(Event::at))
        .forEach(event -> {
          int item = live.numberOf(event.item());
          if (item == Names.NONE || event.type() == EventType.IMPRESSION) {
            return;
          }
          gathered.add(item, Streams.seconds(event.at()), event.type().code());
          if (event.type() == EventType.PURCHASE) {
            gathered.never.add(item);
          }
        });
    return gathered.asker(live, now);
  }

  /// Entries ascending in time, each item once.
  private static final class Gathered {
    private final Int2IntOpenHashMap place = new Int2IntOpenHashMap();
    private final IntArrayList item = new IntArrayList();
    private final IntArrayList time = new IntArrayList();
    private final IntArrayList type = new IntArrayList();
    private final IntOpenHashSet never = new IntOpenHashSet();
    private final IntOpenHashSet touched = new IntOpenHashSet();

    void add(int of, int at, byte did) {
      int before = place.containsKey(of) ? place.get(of) : -1;
      byte kept = did;
      if (before >= 0) {
        byte was = (byte) type.getInt(before);
        item.set(before, Names.NONE);
        boolean disliked = EventType.of(did) == EventType.NOT_INTERESTED;
        if (!disliked && Histories.weight(was) > Histories.weight(did)) {
          kept = was;
        }
      }
      place.put(of, item.size());
      item.add(of);
      time.add(at);
      type.add(kept);
    }

    Asker asker(Live live, int now) {
      int[] items = new int[item.size()];
      int[] times = new int[item.size()];
      byte[] types = new byte[item.size()];
      int size = 0;
      for (int k = 0; k < items.length; k++) {
        int of = item.getInt(k);
        if (of == Names.NONE) {
          continue;
        }
        if (EventType.of((byte) type.getInt(k)) == EventType.NOT_INTERESTED) {
          never.add(of);
        }
        items[size] = of;
        times[size] = Math.min(time.getInt(k), now);
        types[size++] = (byte) type.getInt(k);
      }
      double halfLife = live.base.model().tuning().halfLifeDays();
      touched.addAll(place.keySet());
      return new Asker(Profile.of(items, times, types, size, now, halfLife), never, touched);
    }
  }
}
