package dev.windowshop.client.net;

import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Renews the access token before it expires, so that a socket never has to be made again for it.
/// The renewed one arrives through the [Session], as any. Thread-safe.
final class TokenRenewal {
  private static final Logger LOG = LoggerFactory.getLogger(TokenRenewal.class);
  private static final Duration BEFORE_THE_END = Duration.ofSeconds(60);
  private static final Duration SOONEST = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final RelayClient relay;
  private final Workers workers;
  private @Nullable ScheduledFuture<?> planned;

  TokenRenewal(RelayClient relay, Workers workers) {
    this.relay = relay;
    this.workers = workers;
  }

  /// In the place of what was planned before.
  synchronized void plan(Tokens tokens) {
    Duration left = Duration.between(Instant.now(), tokens.expiresAt());
    // A short-lived token is renewed when four fifths of its time are over.
    Duration early = left.multipliedBy(4).dividedBy(5);
    Duration usual = left.minus(BEFORE_THE_END);
    Duration pause = usual.isPositive() && usual.compareTo(early) < 0 ? usual : early;
    plan(tokens, pause.compareTo(SOONEST) < 0 ? SOONEST : pause);
  }

  synchronized void cancel() {
    if (planned != null) {
      planned.cancel(false);
      planned = null;
    }
  }

  private synchronized void plan(Tokens tokens, Duration pause) {
    cancel();
    planned =
        workers
            .timer()
            .schedule(
                () -> workers.io().execute(() -> renew(tokens)),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  /// After a failure the next try; at the latest the relay refuses the socket, which renews too.
  private void renew(Tokens tokens) {
    try {
      relay.renewed(tokens);
    } catch (ProblemException | RelayUnreachableException e) {
      LOG.info("The access token could not be renewed yet: {}", e.getMessage());
      synchronized (this) {
        if (planned != null && tokens.equals(relay.session().tokens())) {
          plan(tokens, AGAIN);
        }
      }
    }
  }
}
