package dev.windowshop.relay.account;

import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Slows down guessing: so many wrong passwords for one login, or from one address, then a wait.
/// Thread-safe, bounded.
final class LoginThrottle {
  private static final int PER_LOGIN = 10;
  private static final int PER_ADDRESS = 100;
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MOST = 20_000;

  private record Failures(Instant since, int count) {}

  private final Map<String, Failures> failures = new ConcurrentHashMap<>();
  private final Clock clock;

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /// @throws ProblemException 429 when there were too many
  void check(String login, String address) {
    check("login " + login, PER_LOGIN);
    check("address " + address, PER_ADDRESS);
  }

  void failed(String login, String address) {
    if (failures.size() > MOST) {
      failures.values().removeIf(this::over);
    }
    count("login " + login);
    count("address " + address);
  }

  void succeeded(String login) {
    failures.remove("login " + login);
  }

  private void check(String key, int most) {
    Failures so = failures.get(key);
    if (so != null && !over(so) && so.count() >= most) {
      long wait = Duration.between(clock.instant(), so.since().plus(WINDOW)).toSeconds() + 1;
      throw new ProblemException(
          Problem.of(
                  ProblemType.RATE_LIMITED,
                  "Too many wrong passwords. Try again in " + (wait + 59) / 60 + " minutes.")
              .withRetryAfter(wait));
    }
  }

  private void count(String key) {
    failures.compute(
        key,
        (k, so) ->
            so == null || over(so)
                ? new Failures(clock.instant(), 1)
                : new Failures(so.since(), so.count() + 1));
  }

  private boolean over(Failures so) {
    return !clock.instant().isBefore(so.since().plus(WINDOW));
  }
}
