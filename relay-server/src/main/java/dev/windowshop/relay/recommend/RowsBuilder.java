package dev.windowshop.relay.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Collects rows that are made in any order by several threads, each in a part of its own.
///
/// Rows are packed into large blocks: millions of small arrays would be copied about by the garbage
/// collector while they wait, and everybody else would wait for that.
final class RowsBuilder {
  /// Entries of a block, once there is much: large enough that the collector never moves it.
  private static final int BLOCK = 1 << 19;

  private static final int FIRST_BLOCK = 1 << 12;

  private final int count;
  private final List<Part> parts = new ArrayList<>();

  RowsBuilder(int count) {
    this.count = count;
  }

  /// For one thread.
  synchronized Part part() {
    Part part = new Part();
    parts.add(part);
    return part;
  }

  /// What one thread adds.
  static final class Part {
    private final List<int[]> items = new ArrayList<>();
    private final List<float[]> weights = new ArrayList<>();
    private int[] row = new int[1024];
    private int[] length = new int[1024];
    private int[] block = new int[1024];
    private int[] from = new int[1024];
    private int rows;
    private int used;
    private int room;

    /// Each row is set by one thread, once.
    void set(int number, Best best) {
      int size = best.size();
      if (size == 0) {
        return;
      }
      if (used + size > room) {
        room = Math.max(size, Math.clamp(2L * room, FIRST_BLOCK, BLOCK));
        items.add(new int[room]);
        weights.add(new float[room]);
        used = 0;
      }
      if (rows == row.length) {
        row = Arrays.copyOf(row, 2 * rows);
        length = Arrays.copyOf(length, 2 * rows);
        block = Arrays.copyOf(block, 2 * rows);
        from = Arrays.copyOf(from, 2 * rows);
      }
      best.sortByItem();
      best.copyTo(items.getLast(), weights.getLast(), used);
      row[rows] = number;
      length[rows] = size;
      block[rows] = items.size() - 1;
      from[rows++] = used;
      used += size;
    }

    /// The last first, so that each block can go as soon as it is done with.
    private void moveTo(int[] start, int[] toItem, float[] toWeight) {
      for (int k = rows - 1; k >= 0; k--) {
        while (block[k] < items.size() - 1) {
          items.removeLast();
          weights.removeLast();
        }
        int to = start[row[k]];
        System.arraycopy(items.getLast(), from[k], toItem, to, length[k]);
        System.arraycopy(weights.getLast(), from[k], toWeight, to, length[k]);
      }
    }
  }

  Rows build() {
    int[] start = new int[count + 1];
    for (Part part : parts) {
      for (int k = 0; k < part.rows; k++) {
        start[part.row[k] + 1] = part.length[k];
      }
    }
    for (int row = 0; row < count; row++) {
      start[row + 1] = Math.addExact(start[row], start[row + 1]);
    }
    int[] item = new int[start[count]];
    float[] weight = new float[item.length];
    while (!parts.isEmpty()) {
      parts.removeLast().moveTo(start, item, weight);
    }
    return new Rows(start, item, weight);
  }
}
