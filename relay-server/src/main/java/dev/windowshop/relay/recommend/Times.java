package dev.windowshop.relay.recommend;

import java.util.Arrays;

/// What time it is for a log of events.
///
/// Ages count from the newest event, so that old data is not all equally old. But a clock that is
/// wrong must not make everything else old: what lies far beyond nearly all events is taken back.
///
/// @param latest no event counts as newer, epoch milliseconds
/// @param clamped how many claimed to be
record Times(long latest, long clamped) {
  private static final int SAMPLE = 100_000;

  static Times of(EventLog log, long latest) {
    if (log.size == 0) {
      return new Times(latest, 0);
    }
    int step = Math.max(1, log.size / SAMPLE);
    long[] sample = new long[(log.size + step - 1) / step];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = Math.min(log.time[i * step], latest);
    }
    Arrays.sort(sample);
    long low = sample[(int) (sample.length * 0.001)];
    long high = sample[Math.min(sample.length - 1, (int) Math.ceil(sample.length * 0.999))];
    long cut = Math.min(latest, high + Math.max(86_400_000L, (high - low) / 10));
    long clamped = 0;
    for (int i = 0; i < log.size; i++) {
      if (log.time[i] > cut) {
        clamped++;
      }
    }
    return new Times(cut, clamped);
  }
}
