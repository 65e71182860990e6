package dev.windowshop.relay.recommend;

import java.util.Arrays;

/// Sums by item, as dense as an array and as quick to empty as what was touched. One thread's.
final class Sums {
  private float[] sum;
  private boolean[] known;
  private int[] touched = new int[1024];
  private int count;

  Sums(int items) {
    sum = new float[items];
    known = new boolean[items];
  }

  void room(int items) {
    if (sum.length < items) {
      sum = Arrays.copyOf(sum, items);
      known = Arrays.copyOf(known, items);
    }
  }

  void add(int item, float value) {
    if (!known[item]) {
      touch(item);
    }
    sum[item] += value;
  }

  void touch(int item) {
    if (!known[item]) {
      known[item] = true;
      if (count == touched.length) {
        touched = Arrays.copyOf(touched, 2 * count);
      }
      touched[count++] = item;
    }
  }

  float get(int item) {
    return sum[item];
  }

  boolean touched(int item) {
    return known[item];
  }

  int count() {
    return count;
  }

  int item(int place) {
    return touched[place];
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      sum[touched[i]] = 0;
      known[touched[i]] = false;
    }
    count = 0;
  }
}
