package dev.windowshop.relay.realtime;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How many deliveries a second there are just now, and what follows from it for writes: a
/// microsecond for each is how far apart groups of writes may begin. While little is said,
/// everything is written and told at once. While much is said in large rooms, what comes within a
/// few milliseconds is made durable by one commit, and reaches each client in one system call
/// instead of several: most of what a delivery costs. Thread-safe.
final class Crowd implements LongSupplier {
  /// Below so many deliveries a second nothing is to be gained.
  private static final double QUIET = 4_000;

  private static final long FARTHEST = TimeUnit.MILLISECONDS.toNanos(20);
  private static final double WINDOW = TimeUnit.MILLISECONDS.toNanos(500);

  private final LongSupplier clock;

  // Guarded by this: deliveries in a window that fades.
  private double recent;
  private long at;

  /// @param clock nanoseconds, as of [System#nanoTime]
  Crowd(LongSupplier clock) {
    this.clock = clock;
    this.at = clock.getAsLong();
  }

  synchronized void delivered(int count) {
    recent = fade() + count;
  }

  /// @return how many nanoseconds may lie between the beginnings of two groups of writes
  @Override
  public synchronized long getAsLong() {
    double perSecond = fade() * (TimeUnit.SECONDS.toNanos(1) / WINDOW);
    return perSecond < QUIET ? 0 : Math.min(FARTHEST, (long) (perSecond * 1_000));
  }

  private double fade() {
    long now = clock.getAsLong();
    recent *= Math.exp(-(now - at) / WINDOW);
    at = now;
    return recent;
  }
}
