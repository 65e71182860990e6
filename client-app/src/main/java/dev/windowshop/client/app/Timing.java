package dev.windowshop.client.app;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How long the start took, printed with `-Dwindowshop.timing=true`. With
/// `-Dwindowshop.exitAfterFirstFrame=true` the app then closes: for benchmarks and for training an
/// AOT cache.
final class Timing {
  private static final boolean ON = Boolean.getBoolean("windowshop.timing");

  private static final Map<String, Long> MARKS = new LinkedHashMap<>();

  private Timing() {}

  static void firstUsefulFrame(Runnable close) {
    mark("first useful frame");
    if (Boolean.getBoolean("windowshop.exitAfterFirstFrame")) {
      close.run();
    }
  }

  /// Notes the time since the process started, and prints it when asked to.
  static void mark(String what) {
    long now = System.currentTimeMillis();
    synchronized (MARKS) {
      MARKS.putIfAbsent(what, now);
    }
    if (ON) {
      System.out.printf("windowshop: %s after %d ms%n", what, now - began());
    }
  }

  /// Milliseconds since the process started, in order.
  static Map<String, Long> marks() {
    long began = began();
    Map<String, Long> since = new LinkedHashMap<>();
    synchronized (MARKS) {
      MARKS.forEach((what, when) -> since.put(what, when - began));
    }
    return since;
  }

  /// Asked for late: the system answers slowly.
  private static long began() {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(Instant::toEpochMilli)
        .orElse(ManagementFactory.getRuntimeMXBean().getStartTime());
  }
}
