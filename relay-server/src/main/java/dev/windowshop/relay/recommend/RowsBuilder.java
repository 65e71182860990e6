package dev.windowshop.relay.recommend;

import org.jspecify.annotations.Nullable;

/// Collects rows that are made in any order by several threads.
final class RowsBuilder {
  private final int[] @Nullable [] items;
  private final float[] @Nullable [] weights;

  RowsBuilder(int count) {
    items = new int[count] @Nullable [];
    weights = new float[count] @Nullable [];
  }

  /// Each row is set by one thread, once.
  void set(int row, Best best) {
    if (best.size() > 0) {
      best.sortByItem();
      items[row] = best.items();
      weights[row] = best.weights();
    }
  }

  Rows build() {
    int[] start = new int[items.length + 1];
    for (int row = 0; row < items.length; row++) {
      int[] of = items[row];
      start[row + 1] = Math.addExact(start[row], of == null ? 0 : of.length);
    }
    int[] item = new int[start[items.length]];
    float[] weight = new float[item.length];
    for (int row = 0; row < items.length; row++) {
      int[] of = items[row];
      float[] with = weights[row];
      if (of != null && with != null) {
        System.arraycopy(of, 0, item, start[row], of.length);
        System.arraycopy(with, 0, weight, start[row], of.length);
        items[row] = null;
        weights[row] = null;
      }
    }
    return new Rows(start, item, weight);
  }
}
