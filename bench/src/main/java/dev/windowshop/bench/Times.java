package dev.windowshop.bench;

import java.util.Arrays;
import java.util.Collection;

/// Times of many calls, in milliseconds.
public record Times(double[] sorted) {
  public static Times of(long[] nanos, int count) {
    return new Times(
        Arrays.stream(nanos, 0, count).mapToDouble(nano -> nano / 1e6).sorted().toArray());
  }

  public static Times of(Collection<Double> millis) {
    return new Times(millis.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  public double at(double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
  }

  public double most() {
    return at(1);
  }
}
