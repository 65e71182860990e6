package dev.windowshop.bench.recommend;

import java.util.Arrays;

/// Times of many calls, in milliseconds.
record Times(double[] sorted) {
  static Times of(long[] nanos, int count) {
    return new Times(
        Arrays.stream(nanos, 0, count).mapToDouble(nano -> nano / 1e6).sorted().toArray());
  }

  double at(double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
  }

  double most() {
    return at(1);
  }
}
