package dev.windowshop.relay.recommend;

import java.util.Arrays;

/// A sparse matrix by rows. Within a row the items ascend, so that one can be looked up.
record Rows(int[] start, int[] item, float[] weight) {
  static Rows none(int count) {
    return new Rows(new int[count + 1], new int[0], new float[0]);
  }

  int count() {
    return start.length - 1;
  }

  int from(int row) {
    return row < count() ? start[row] : 0;
  }

  int to(int row) {
    return row < count() ? start[row + 1] : 0;
  }

  float at(int row, int column) {
    int place = Arrays.binarySearch(item, from(row), to(row), column);
    return place < 0 ? 0 : weight[place];
  }

  Rows transposed(int columns) {
    int[] begins = new int[columns + 1];
    for (int column : item) {
      begins[column + 1]++;
    }
    for (int i = 0; i < columns; i++) {
      begins[i + 1] += begins[i];
    }
    int[] next = Arrays.copyOf(begins, columns);
    int[] rows = new int[item.length];
    float[] weights = new float[item.length];
    for (int row = 0; row < count(); row++) {
      for (int k = start[row]; k < start[row + 1]; k++) {
        int place = next[item[k]]++;
        rows[place] = row;
        weights[place] = weight[k];
      }
    }
    return new Rows(begins, rows, weights);
  }

  long bytes() {
    return 4L * start.length + 8L * item.length;
  }
}
