package dev.windowshop.relay.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Time that passes only when a test says so; wake-ups run on the test's thread.
final class ManualTimer implements CallTimer {
  private record Wake(Instant at, Runnable task) {}

  private final List<Wake> wakes = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-02T03:04:05.678Z");

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void after(Duration delay, Runnable task) {
    wakes.add(new Wake(now.plus(delay), task));
  }

  @Override
  public synchronized void close() {
    wakes.clear();
  }

  void pass(Duration time) {
    List<Wake> due;
    synchronized (this) {
      now = now.plus(time);
      due = wakes.stream().filter(wake -> !wake.at().isAfter(now)).toList();
      wakes.removeAll(due);
    }
    due.forEach(wake -> wake.task().run());
  }
}
