package dev.windowshop.client.voice;

import java.util.Arrays;

/// Speech at another speed and the same pitch: overlapping parts are moved closer together, each to
/// where it fits best with the one before (WSOLA). Pure.
final class TimeStretch {
  private static final int PARTS_A_SECOND = 40;

  private TimeStretch() {}

  /// @param speed 2 is twice as fast
  static short[] of(short[] samples, int rate, double speed) {
    int part = rate / PARTS_A_SECOND * 2;
    int step = part / 2;
    if (speed == 1 || samples.length < 2 * part) {
      return samples;
    }
    int reach = step / 2;
    int length = (int) (samples.length / speed);
    double[] made = new double[length + part];
    double[] window = window(part);
    int from = 0;
    for (int at = 0; at < length; at += step) {
      int wanted = (int) (at * speed);
      int next = at == 0 ? 0 : best(samples, from + step, wanted, reach, step);
      if (next + part > samples.length) {
        break;
      }
      for (int i = 0; i < part && at + i < made.length; i++) {
        made[at + i] += samples[next + i] * window[i];
      }
      from = next;
    }
    short[] result = new short[length];
    for (int i = 0; i < length; i++) {
      result[i] = (short) Math.clamp(Math.round(made[i]), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return Arrays.copyOf(result, length);
  }

  /// Where, near what is wanted, the sound goes on as it would have by itself.
  private static int best(short[] samples, int natural, int wanted, int reach, int length) {
    int best = Math.max(0, Math.min(wanted, samples.length - 2 * length));
    if (natural + length > samples.length) {
      return best;
    }
    double most = Double.NEGATIVE_INFINITY;
    int first = Math.max(0, wanted - reach);
    int last = Math.min(samples.length - 2 * length, wanted + reach);
    for (int at = first; at <= last; at += 2) {
      double sum = 0;
      for (int i = 0; i < length; i += 3) {
        sum += (double) samples[at + i] * samples[natural + i];
      }
      if (sum > most) {
        most = sum;
        best = at;
      }
    }
    return best;
  }

  private static double[] window(int length) {
    double[] window = new double[length];
    for (int i = 0; i < length; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
    }
    return window;
  }
}
