package dev.windowshop.relay.recommend;

import java.util.Arrays;

/// Who (or which basket) has what, weighted: by rows of people and by columns of items.
///
/// @param length the sum of weights of each row
record Bipartite(Rows rows, Rows columns, float[] length) {
  /// Longer rows say little for each of their items, and cost the square of their length.
  static final int LONGEST = 400;

  private static final int DAY = 86_400;

  static Bipartite of(Rows rows, int items) {
    float[] length = new float[rows.count()];
    for (int row = 0; row < rows.count(); row++) {
      for (int k = rows.start()[row]; k < rows.start()[row + 1]; k++) {
        length[row] += rows.weight()[k];
      }
    }
    return new Bipartite(rows, rows.transposed(items), length);
  }

  /// Actors and the items of their histories, halved in weight every half-life.
  static Bipartite ofHistories(Histories histories, int items, int now, double halfLifeDays) {
    int[] start = new int[histories.actors() + 1];
    int[] item = new int[histories.item().length];
    float[] weight = new float[item.length];
    int size = 0;
    for (int actor = 0; actor < histories.actors(); actor++) {
      int from = histories.start()[actor];
      int to = histories.start()[actor + 1];
      int whole = to - from;
      float damp = whole > LONGEST ? (float) Math.sqrt((double) LONGEST / whole) : 1;
      int begin = size;
      for (int k = Math.max(from, to - LONGEST); k < to; k++) {
        float liked = Histories.weight(histories.type()[k]);
        if (liked > 0) {
          item[size] = histories.item()[k];
          weight[size++] = damp * liked * decay(now - histories.time()[k], halfLifeDays);
        }
      }
      sortRow(item, weight, begin, size);
      start[actor + 1] = size;
    }
    return of(new Rows(start, Arrays.copyOf(item, size), Arrays.copyOf(weight, size)), items);
  }

  static float decay(double seconds, double halfLifeDays) {
    return (float) Math.exp(-Math.max(0, seconds) / DAY / halfLifeDays * 0.6931471805599453);
  }

  static void sortRow(int[] item, float[] weight, int from, int to) {
    Best row = new Best(to - from);
    for (int k = from; k < to; k++) {
      row.offer(item[k], weight[k]);
    }
    row.sortByItem();
    for (int k = from; k < to; k++) {
      item[k] = row.item(k - from);
      weight[k] = row.weight(k - from);
    }
  }
}
