package dev.windowshop.relay.call;

import java.time.Duration;

/// @param ring how long those called are given to answer
/// @param rejoin how long a participant whose socket went away has to come back
/// @param reattach the same after a restart of the relay, when everybody's socket went away
/// @param maxJoined how many may be in one call
public record CallConfig(Duration ring, Duration rejoin, Duration reattach, int maxJoined) {
  public static final CallConfig DEFAULT =
      new CallConfig(Duration.ofSeconds(45), Duration.ofSeconds(15), Duration.ofSeconds(30), 10);
}
