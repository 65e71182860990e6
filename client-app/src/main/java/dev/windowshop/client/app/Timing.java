package dev.windowshop.client.app;

import java.time.Duration;
import java.time.Instant;

/// How long the start took, printed with `-Dwindowshop.timing=true`.
final class Timing {
  private static final boolean ON = Boolean.getBoolean("windowshop.timing");

  private Timing() {}

  /// Prints the time since the process started.
  static void mark(String what) {
    if (ON) {
      Instant started = ProcessHandle.current().info().startInstant().orElse(Instant.now());
      System.out.printf(
          "timing %s %d ms%n", what, Duration.between(started, Instant.now()).toMillis());
    }
  }
}
