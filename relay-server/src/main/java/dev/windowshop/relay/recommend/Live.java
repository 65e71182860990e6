package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A snapshot and what happened since. Guarded by the recommender's lock.
final class Live {
  private static final int DAY = 86_400;
  private static final int BACK = 5;

  /// One actor moves popularity and relations by at most so many events between two rebuilds.
  private static final int COUNTED = 300;

  private static final int MOVED = 256;
  private static final int MOST_PAIRS = 500_000;

  /// What follows one item: more would make each who has it wait.
  private static final int MOST_FOLLOWERS = 1_000;

  final Snapshot base;
  private final int known;
  private final Object2IntOpenHashMap<String> addedNumbers = new Object2IntOpenHashMap<>();
  private final List<String> addedNames = new ArrayList<>();
  private final Int2ObjectOpenHashMap<Item> changed = new Int2ObjectOpenHashMap<>();
  private final IntOpenHashSet removed = new IntOpenHashSet();
  private final Map<String, LiveActor> actors = new HashMap<>();
  private final Int2ObjectOpenHashMap<double[]> popularity = new Int2ObjectOpenHashMap<>();
  private final Int2ObjectOpenHashMap<Int2DoubleOpenHashMap> next = new Int2ObjectOpenHashMap<>();
  private final IntLinkedOpenHashSet moved = new IntLinkedOpenHashSet();
  private final IntOpenHashSet risen = new IntOpenHashSet();
  private int pairs;
  private long events;

  Live(Snapshot base) {
    this(base, base.items().size());
  }

  /// @param known how many items the snapshot has
  Live(Snapshot base, int known) {
    this.base = base;
    this.known = known;
    addedNumbers.defaultReturnValue(Names.NONE);
  }

  int items() {
    return known + addedNames.size();
  }

  long events() {
    return events;
  }

  int numberOf(String item) {
    int number = base.items().of(item);
    return number == Names.NONE ? addedNumbers.getInt(item) : number;
  }

  String nameOf(int number) {
    return number < known ? base.items().name(number) : addedNames.get(number - known);
  }

  private int add(String item) {
    int number = numberOf(item);
    if (number == Names.NONE) {
      number = items();
      addedNumbers.put(item, number);
      addedNames.add(item);
    }
    return number;
  }

  void put(Item item) {
    int number = add(item.id());
    changed.put(number, item);
    removed.remove(number);
  }

  void remove(String item) {
    int number = numberOf(item);
    if (number != Names.NONE) {
      removed.add(number);
    }
  }

  /// Deleted; or, where all items are listed, known from an event alone.
  boolean gone(int number) {
    if (removed.contains(number)) {
      return true;
    }
    boolean unlisted =
        number < base.table().size() ? base.table().gone(number) : base.table().complete;
    return unlisted && !changed.containsKey(number);
  }

  /// What is newer than the snapshot of an item, or null.
  @Nullable Item changed(int number) {
    return changed.isEmpty() ? null : changed.get(number);
  }

  /// Numbers of the items that are not what the snapshot says.
  IntSet changed() {
    return changed.keySet();
  }

  /// Numbers of items that the snapshot does not have begin here.
  int firstAdded() {
    return known;
  }

  @Nullable LiveActor actor(String actor) {
    return actors.get(actor);
  }

  LiveActor actorToChange(String actor) {
    return actors.computeIfAbsent(actor, ignored -> new LiveActor());
  }

  void forgetAll(String actor) {
    LiveActor empty = new LiveActor();
    empty.allForgotten = true;
    actors.put(actor, empty);
  }

  void merge(String guest, String user) {
    LiveActor to = actorToChange(user);
    int number = base.actors().of(guest);
    LiveActor from = actors.get(guest);
    if (number != Names.NONE && (from == null || !from.allForgotten)) {
      Histories of = base.histories();
      for (int k = of.start()[number]; k < of.start()[number + 1]; k++) {
        if (from == null || !from.forgotten.contains(of.item()[k])) {
          if (of.bought()[k]) {
            to.bought.add(of.item()[k]);
          }
          to.add(of.item()[k], of.time()[k], EventType.of(of.type()[k]));
        }
      }
    }
    if (from != null) {
      to.bought.addAll(from.bought);
      for (int i = 0; i < from.size; i++) {
        to.add(from.item[i], from.time[i], EventType.of(from.type[i]));
      }
    }
    forgetAll(guest);
  }

  void record(Event event, long latest) {
    int item = add(event.item());
    int time = Streams.seconds(Math.min(event.at(), latest));
    LiveActor actor = actorToChange(event.actor());
    events++;
    if (event.type() == EventType.IMPRESSION) {
      return;
    }
    boolean counts = event.type().weight() > 0 && actor.counted++ < COUNTED;
    if (counts) {
      moved.addAndMoveToLast(item);
      if (moved.size() > MOVED) {
        moved.removeFirstInt();
      }
      double[] sums = popularity.computeIfAbsent(item, i -> new double[Popularity.WINDOWS]);
      for (int window = 0; window < sums.length; window++) {
        double later = Math.clamp((time - base.now()) / (double) DAY, -365, 30);
        sums[window] += event.type().weight() * Math.pow(2, later / Popularity.HALF_LIVES[window]);
        if (popularity(window, item, sums) > base.model().heads().below()[window]) {
          risen.add(item);
        }
      }
      for (int i = actor.size - 1; i >= Math.max(0, actor.size - BACK); i--) {
        double near =
            Bipartite.decay(Math.abs((double) time - actor.time[i]), 0.5) / (actor.size - i);
        pair(actor.item[i], item, near);
        pair(item, actor.item[i], 0.5 * near);
      }
    }
    actor.add(item, time, event.type());
  }

  private void pair(int from, int to, double value) {
    if (from == to || pairs >= MOST_PAIRS) {
      return;
    }
    Int2DoubleOpenHashMap row = next.computeIfAbsent(from, i -> new Int2DoubleOpenHashMap());
    if (row.size() < MOST_FOLLOWERS || row.containsKey(to)) {
      pairs += row.addTo(to, value) == 0 ? 1 : 0;
    }
  }

  /// What came to an item's popularity since the snapshot, by window; null for nothing.
  double @Nullable [] popularSince(int item) {
    return popularity.isEmpty() ? null : popularity.get(item);
  }

  float popularity(int window, int item, double @Nullable [] since) {
    Popularity known = base.model().popularity();
    float share = known.of(window, item);
    return since == null ? share : share + (float) (since[window] / known.top()[window]);
  }

  float lately(int item) {
    return lately(item, popularSince(item));
  }

  float lately(int item, double @Nullable [] since) {
    return popularity(Popularity.WEEK, item, since)
        + 0.05f * popularity(Popularity.EVER, item, since);
  }

  /// Whether the item may be more popular, in any window, than all that are not `Heads`: those are
  /// no measure for it.
  boolean risen(int item) {
    return !risen.isEmpty() && risen.contains(item);
  }

  /// The items that moved last: one that has become popular since the snapshot is among them.
  void moved(IntConsumer to) {
    moved.forEach(to);
  }

  /// Adds what follows an item since the snapshot, as sure as so many visits make it.
  void addNext(int item, float times, Tally tally) {
    Int2DoubleOpenHashMap row = next.isEmpty() ? null : next.get(item);
    if (row != null) {
      int support = item < base.model().support().length ? base.model().support()[item] : 0;
      for (Int2DoubleMap.Entry entry : row.int2DoubleEntrySet()) {
        tally.add(
            Tally.NEXT,
            entry.getIntKey(),
            times * (float) (entry.getDoubleValue() / (support + 3.0)));
      }
    }
  }

  float next(int item, int to) {
    Int2DoubleOpenHashMap row = next.isEmpty() ? null : next.get(item);
    if (row == null) {
      return 0;
    }
    int support = item < base.model().support().length ? base.model().support()[item] : 0;
    return (float) (row.get(to) / (support + 3.0));
  }
}
