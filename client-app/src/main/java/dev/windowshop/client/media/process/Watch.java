package dev.windowshop.client.media.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Says whether a child is well, from how it answers. Looked at every ping; one thread.
final class Watch {
  enum Verdict {
    WELL(""),
    NOT_YET(""),
    LATE("it did not start in time"),
    SILENT("it stopped answering"),
    STUCK("a device did not answer");

    private final String reason;

    Verdict(String reason) {
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /// Longer than that between two looks means that this process slept, and cannot judge.
  private static final long OVERSLEPT_MS = 600;

  private static final long START_LIMIT_MS = 10_000;

  /// A child that has just started still compiles and opens devices, on a busy machine beside
  /// everything else that starts: it may be silent for longer.
  private static final long YOUNG_MS = 10_000;

  private static final int YOUNG_PATIENCE = 4;

  /// A device may be slow; one that takes that long never answers.
  private static final long BUSY_LIMIT_MS = 15_000;

  private static final int MOST_DEATHS = 5;
  private static final Duration DEATHS_WITHIN = Duration.ofSeconds(30);

  private final long silenceLimitMs;
  private final Deque<Long> deaths = new ArrayDeque<>();
  private long lastLook = System.nanoTime();

  Watch(Duration silenceLimit) {
    silenceLimitMs = silenceLimit.toMillis();
  }

  /// There is nothing to look at.
  void rest() {
    lastLook = System.nanoTime();
  }

  Verdict look(MediaChild child, boolean running) {
    long now = System.nanoTime();
    boolean overslept = now - lastLook > OVERSLEPT_MS * 1_000_000;
    lastLook = now;
    if (!running && child.ageMillis() > START_LIMIT_MS) {
      return Verdict.LATE;
    }
    if (!child.calledIn()) {
      return Verdict.NOT_YET;
    }
    if (overslept) {
      child.forgive();
    }
    long patience = child.ageMillis() < YOUNG_MS ? YOUNG_PATIENCE : 1;
    if (child.silentMillis() > silenceLimitMs * patience) {
      return Verdict.SILENT;
    }
    return child.busyMillis() > BUSY_LIMIT_MS ? Verdict.STUCK : Verdict.WELL;
  }

  /// Counts a death.
  boolean diedTooOften() {
    long now = System.nanoTime();
    deaths.add(now);
    while (now - deaths.element() > DEATHS_WITHIN.toNanos()) {
      deaths.remove();
    }
    if (deaths.size() <= MOST_DEATHS) {
      return false;
    }
    deaths.clear();
    return true;
  }
}
