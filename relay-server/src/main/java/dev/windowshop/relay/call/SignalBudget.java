package dev.windowshop.relay.call;

/// How much a participant may send to the others: a burst that is enough to meet nine of them at
/// once, then a steady trickle. Thread-safe.
final class SignalBudget {
  static final int BURST = 600;
  private static final double PER_SECOND = 100;

  private double tokens = BURST;
  private long refilled = System.nanoTime();

  synchronized boolean spend() {
    long now = System.nanoTime();
    tokens = Math.min(BURST, tokens + (now - refilled) / 1e9 * PER_SECOND);
    refilled = now;
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }
}
