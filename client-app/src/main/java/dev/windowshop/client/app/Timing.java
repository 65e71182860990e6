package dev.windowshop.client.app;

import java.time.Duration;
import java.time.Instant;

/// How long the start took, printed with `-Dwindowshop.timing=true`. With
/// `-Dwindowshop.exitAfterFirstFrame=true` the app then closes: for benchmarks and for training an
/// AOT cache.
final class Timing {
  private static final boolean ON = Boolean.getBoolean("windowshop.timing");

  private Timing() {}

  static void firstUsefulFrame(Runnable close) {
    mark("first useful frame");
    if (Boolean.getBoolean("windowshop.exitAfterFirstFrame")) {
      close.run();
    }
  }

  /// Prints the time since the process started.
  static void mark(String what) {
    if (ON) {
      Instant started = ProcessHandle.current().info().startInstant().orElse(Instant.now());
      System.out.printf(
          "windowshop: %s after %d ms%n",
          what, Duration.between(started, Instant.now()).toMillis());
    }
  }
}
