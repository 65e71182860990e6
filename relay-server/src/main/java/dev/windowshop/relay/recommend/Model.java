package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// The numbers that answers are made of. Immutable.
///
/// @param together from an item to what is bought in one go with it
/// @param support how many have each item
/// @param ranked all items, the most popular lately first
/// @param heads the most popular of every window
/// @param untried items that hardly anybody has, the newest first
/// @param newest items whose age is known, the newest first
/// @param inCategory items by category, the most popular lately first
/// @param categoryTop by category, the popularity of its most popular item
record Model(
    Tuning tuning,
    Relations relations,
    Rows next,
    Rows content,
    Rows together,
    Content features,
    Popularity popularity,
    int[] support,
    int[] ranked,
    Heads heads,
    int[] untried,
    int[] newest,
    Rows inCategory,
    float[] categoryTop,
    ByPrice byPrice) {
  private static final int HEADS = 120;
  private static final int FEW = 5;
  private static final int UNTRIED = 5_000;
  private static final int NEWEST = 20_000;
  private static final int NEIGHBOURS = 50;
  private static final double HELD_BACK = 0.6;

  /// What goes with what changes less than what is wanted: a longer memory, and popular ends are
  /// less suspect.
  private static final double TOGETHER_DAYS = 180;

  private static final double TOGETHER_HELD_BACK = 0.2;

  static Model build(
      Streams events,
      Histories histories,
      ItemTable table,
      Overview overview,
      Tuning tuning,
      Workers workers,
      boolean baskets) {
    int items = table.size();
    Popularity popularity = overview.popularity();
    int[] ranked = overview.ranked();
    Rows next = new Sequences(events, tuning.halfLifeDays()).build(workers);
    Relations relations = relations(events, histories, items, tuning, workers);
    Rows together = baskets ? together(events, items, tuning, workers) : Rows.none(items);
    Rows inCategory = inCategory(table, ranked);
    float[] top = new float[table.categories.size()];
    for (int category = 0; category < top.length; category++) {
      int from = inCategory.from(category);
      top[category] =
          from < inCategory.to(category) ? popularity.lately(inCategory.item()[from]) : 0;
    }
    return new Model(
        tuning,
        relations,
        next,
        overview.alike(),
        together,
        overview.features(),
        popularity,
        overview.support(),
        ranked,
        heads(popularity),
        untried(table, overview.support()),
        newest(table),
        inCategory,
        top,
        ByPrice.of(table));
  }

  /// The most popular items of every window, and from where on items are not.
  private static Heads heads(Popularity popularity) {
    IntLinkedOpenHashSet heads = new IntLinkedOpenHashSet();
    float[] below = new float[Popularity.WINDOWS];
    for (int window = 0; window < below.length; window++) {
      Best best = new Best(HEADS);
      for (int item = 0; item < popularity.items(); item++) {
        best.offer(item, popularity.of(window, item));
      }
      best.sortByWeight();
      below[window] = best.size() < HEADS ? 0 : best.weight(HEADS - 1);
      for (int item : best.items()) {
        heads.add(item);
      }
    }
    int[] items = heads.toIntArray();
    float[] share = new float[items.length * Popularity.WINDOWS];
    for (int at = 0; at < share.length; at++) {
      share[at] = popularity.of(at % Popularity.WINDOWS, items[at / Popularity.WINDOWS]);
    }
    return new Heads(items, share, below);
  }

  private static int[] untried(ItemTable table, int[] support) {
    return byAge(table, item -> table.listed.get(item) && support[item] < FEW, UNTRIED);
  }

  private static int[] newest(ItemTable table) {
    return byAge(table, item -> table.created[item] != 0, NEWEST);
  }

  private static int[] byAge(ItemTable table, IntPredicate which, int most) {
    long[] keys = new long[table.size()];
    int count = 0;
    for (int item = 0; item < table.size(); item++) {
      if (which.test(item)) {
        keys[count++] = ((long) -table.created[item] << 32) | item;
      }
    }
    Arrays.sort(keys, 0, count);
    int[] items = new int[Math.min(count, most)];
    for (int i = 0; i < items.length; i++) {
      items[i] = (int) keys[i];
    }
    return items;
  }

  private static Rows inCategory(ItemTable table, int[] ranked) {
    int[] start = new int[table.categories.size() + 1];
    for (int item : ranked) {
      start[table.category(item) + 1]++;
    }
    for (int i = 0; i + 1 < start.length; i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    int[] items = new int[ranked.length];
    for (int item : ranked) {
      items[next[table.category(item)]++] = item;
    }
    return new Rows(start, items, new float[0]);
  }

  private static Relations relations(
      Streams events, Histories histories, int items, Tuning tuning, Workers workers) {
    Bipartite people = Bipartite.ofHistories(histories, items, events.now(), tuning.halfLifeDays());
    return new RelationsBuilder(people, items, NEIGHBOURS, tuning.ridge(), HELD_BACK, 1)
        .build(workers);
  }

  private static Rows together(Streams events, int items, Tuning tuning, Workers workers) {
    Bipartite baskets = Baskets.of(events, items, Math.max(TOGETHER_DAYS, tuning.halfLifeDays()));
    return new RelationsBuilder(baskets, items, 0, tuning.ridge(), TOGETHER_HELD_BACK, 0.5)
        .build(workers)
        .walk();
  }

  /// Adds a row to what a model says, its largest weight taken as 1.
  static void addScaled(Rows rows, int row, float times, int model, Tally tally) {
    float most = 0;
    for (int k = rows.from(row); k < rows.to(row); k++) {
      most = Math.max(most, rows.weight()[k]);
    }
    if (most > 0) {
      for (int k = rows.from(row); k < rows.to(row); k++) {
        tally.add(model, rows.item()[k], times * rows.weight()[k] / most);
      }
    }
  }

  long bytes() {
    return relations.bytes()
        + next.bytes()
        + content.bytes()
        + together.bytes()
        + features.bytes()
        + popularity.bytes()
        + byPrice.bytes()
        + 12L * support.length;
  }
}
