package dev.windowshop.relay.recommend;

import java.util.Arrays;

/// The items with the largest weights, of those offered. Ties go to the smaller item, so that the
/// outcome does not depend on the order of the offers. A heap with the worst on top.
final class Best {
  private final int[] items;
  private final float[] weights;
  private long[] keys = {};
  private int size;

  Best(int capacity) {
    items = new int[Math.max(1, capacity)];
    weights = new float[Math.max(1, capacity)];
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  boolean full() {
    return size == items.length;
  }

  /// The least of the weights, as long as nothing was sorted.
  float worst() {
    return weights[0];
  }

  int item(int place) {
    return items[place];
  }

  float weight(int place) {
    return weights[place];
  }

  void offer(int item, float weight) {
    if (size < items.length) {
      int place = size++;
      while (place > 0) {
        int parent = (place - 1) >>> 1;
        if (!worse(weight, item, weights[parent], items[parent])) {
          break;
        }
        items[place] = items[parent];
        weights[place] = weights[parent];
        place = parent;
      }
      items[place] = item;
      weights[place] = weight;
    } else if (worse(weights[0], items[0], weight, item)) {
      sink(item, weight);
    }
  }

  private void sink(int item, float weight) {
    int place = 0;
    while (true) {
      int child = 2 * place + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size
          && worse(weights[child + 1], items[child + 1], weights[child], items[child])) {
        child++;
      }
      if (!worse(weights[child], items[child], weight, item)) {
        break;
      }
      items[place] = items[child];
      weights[place] = weights[child];
      place = child;
    }
    items[place] = item;
    weights[place] = weight;
  }

  private static boolean worse(float weight, int item, float than, int thanItem) {
    return weight < than || (weight == than && item > thanItem);
  }

  /// The best first. Empties the heap's order: clear before offering again.
  void sortByWeight() {
    int count = size;
    for (int end = count - 1; end > 0; end--) {
      int item = items[0];
      float weight = weights[0];
      size = end;
      sink(items[end], weights[end]);
      items[end] = item;
      weights[end] = weight;
    }
    size = count;
  }

  /// Ascending items. Empties the heap's order: clear before offering again.
  void sortByItem() {
    if (keys.length < size) {
      keys = new long[items.length];
    }
    for (int i = 0; i < size; i++) {
      keys[i] = ((long) items[i] << 32) | (Float.floatToRawIntBits(weights[i]) & 0xffffffffL);
    }
    Arrays.sort(keys, 0, size);
    for (int i = 0; i < size; i++) {
      items[i] = (int) (keys[i] >>> 32);
      weights[i] = Float.intBitsToFloat((int) keys[i]);
    }
  }

  void copyTo(int[] toItems, float[] toWeights, int at) {
    System.arraycopy(items, 0, toItems, at, size);
    System.arraycopy(weights, 0, toWeights, at, size);
  }

  int[] items() {
    return Arrays.copyOf(items, size);
  }

  float[] weights() {
    return Arrays.copyOf(weights, size);
  }
}
