package dev.windowshop.relay.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// Waits for what a relay learns beside answering.
public final class Learning {
  private Learning() {}

  /// Until a relay that has just started has learnt from what is stored.
  public static void await(Web relay) {
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    while (!state(relay).startsWith("ok: learnt")) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("nothing learnt: " + state(relay));
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static String state(Web relay) {
    return relay.get("/health").json().path("checks").path("recommendations").asText();
  }
}
