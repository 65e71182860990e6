package dev.windowshop.relay.recommend;

/// What comes after what: rows from an item to those that were looked at soon after it (and, for
/// less, soon before), nearer and later visits counting more.
final class Sequences {
  private static final int AHEAD = 10;
  private static final float BACKWARD = 0.5f;
  private static final int ENTRIES = 100;
  private static final float SHRINK = 2;
  private static final int MOST_VISITS = 20_000;

  private final Streams events;
  private final double halfLifeDays;
  private final Rows visits;
  private final int[] ownerEnd;
  private final int[] ownerStart;
  private final int[] stepItem;
  private final int[] stepTime;

  /// A visit within this of the one before belongs to the same stay, fully; later ones less.
  private static final double STAY_DAYS = 0.5;

  Sequences(Streams events, double halfLifeDays) {
    this.events = events;
    this.halfLifeDays = halfLifeDays;
    int[] item = new int[events.size()];
    int[] time = new int[events.size()];
    int[] starts = new int[events.size()];
    int[] ends = new int[events.size()];
    int size = 0;
    for (int actor = 0; actor < events.actors(); actor++) {
      int begin = size;
      for (int k = events.start()[actor]; k < events.start()[actor + 1]; k++) {
        boolean again = size > begin && item[size - 1] == events.item()[k];
        if (!again && Histories.weight(events.type()[k]) > 0) {
          item[size] = events.item()[k];
          time[size++] = events.time()[k];
        }
      }
      for (int k = begin; k < size; k++) {
        starts[k] = begin;
        ends[k] = size;
      }
    }
    this.stepItem = item;
    this.stepTime = time;
    this.ownerStart = starts;
    this.ownerEnd = ends;
    this.visits = byItem(size);
  }

  private Rows byItem(int size) {
    int[] start = new int[events.items() + 1];
    for (int k = 0; k < size; k++) {
      start[stepItem[k] + 1]++;
    }
    for (int i = 0; i < events.items(); i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    int[] step = new int[size];
    for (int k = 0; k < size; k++) {
      step[next[stepItem[k]]++] = k;
    }
    return new Rows(start, step, new float[0]);
  }

  Rows build(Workers workers) {
    RowsBuilder rows = new RowsBuilder(events.items());
    workers.run(events.items(), () -> new Pass(rows));
    return rows.build();
  }

  private final class Pass implements Workers.Work {
    private final RowsBuilder.Part rows;
    private final Sums sums = new Sums(events.items());
    private final Best best = new Best(ENTRIES);

    Pass(RowsBuilder rows) {
      this.rows = rows.part();
    }

    @Override
    public void on(int item) {
      int from = visits.start()[item];
      int to = visits.start()[item + 1];
      float mass = 0;
      int step = 1 + (to - from) / MOST_VISITS;
      for (int k = from; k < to; k += step) {
        int at = visits.item()[k];
        float age = Bipartite.decay(events.now() - stepTime[at], halfLifeDays);
        mass += age;
        for (int n = at + 1; n < Math.min(ownerEnd[at], at + 1 + AHEAD); n++) {
          count(item, at, n, age / (n - at));
        }
        for (int n = at - 1; n >= Math.max(ownerStart[at], at - AHEAD); n--) {
          count(item, n, at, BACKWARD * age / (at - n), n);
        }
      }
      best.clear();
      for (int k = 0; k < sums.count(); k++) {
        int other = sums.item(k);
        best.offer(other, sums.get(other) / (mass + SHRINK));
      }
      rows.set(item, best);
      sums.clear();
    }

    private void count(int item, int earlier, int later, float weight) {
      count(item, earlier, later, weight, later);
    }

    private void count(int item, int earlier, int later, float weight, int other) {
      if (stepItem[other] != item) {
        double apart = stepTime[later] - stepTime[earlier];
        sums.add(stepItem[other], weight * Bipartite.decay(apart, STAY_DAYS));
      }
    }
  }
}
