package dev.windowshop.relay.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts, for each limit and each one it counts by, and refuses what is too much. Thread-safe;
/// never blocks.
///
/// Memory is bounded: a bucket that would be full again is forgotten, and of each limit no more
/// than [#MOST_KEYS] are kept, the least used going first.
public final class Limits {
  /// How many users, addresses or sockets each limit remembers.
  public static final int MOST_KEYS = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(Limits.class);
  private static final int LONGEST_KEY = 64;

  private final LimitConfig config;
  private final Clock clock;
  private final TimeMeter meter;
  private final Map<Limit, Buckets> buckets = new ConcurrentHashMap<>();

  public Limits(LimitConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.meter = new ClockMeter(clock);
  }

  /// Nothing is limited.
  public static Limits none() {
    return new Limits(LimitConfig.NONE, Clock.systemUTC());
  }

  /// Counts one.
  ///
  /// @param key whom it counts for: a user's id, an address, a socket's id
  /// @throws ProblemException 429 with when to try again
  public void take(Limit limit, String key) {
    Duration wait = tryTake(limit, key);
    if (wait != null) {
      throw new ProblemException(problem(limit, wait));
    }
  }

  /// Counts one if it may be.
  ///
  /// @return null when it was counted, else how long to wait
  public @Nullable Duration tryTake(Limit limit, String key) {
    Buckets of = of(limit);
    Bucket bucket = of.bucket(key);
    if (bucket == null) {
      return null;
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return null;
    }
    of.refused.increment();
    LOG.debug("limit {} reached by {}", limit.wire(), trace(key));
    return Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  /// One that is counted once however often it is asked for: for units of work, which may run
  /// again. Used by one thread at a time.
  public final class Once {
    private final Limit limit;
    private final String key;
    private boolean taken;

    private Once(Limit limit, String key) {
      this.limit = limit;
      this.key = key;
    }

    /// @throws ProblemException 429 with when to try again
    public void take() {
      if (!taken) {
        Limits.this.take(limit, key);
        taken = true;
      }
    }
  }

  public Once once(Limit limit, String key) {
    return new Once(limit, key);
  }

  /// What was counted was none: starts again for this one.
  public void forget(Limit limit, String key) {
    of(limit).forget(key);
  }

  /// How often it has refused since the start.
  public long refused(Limit limit) {
    Buckets of = buckets.get(limit);
    return of == null ? 0 : of.refused.sum();
  }

  /// How many it remembers.
  long remembered(Limit limit) {
    return of(limit).size();
  }

  public static Problem problem(Limit limit, Duration wait) {
    long seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), 1000));
    return Problem.of(
            ProblemType.RATE_LIMITED,
            "Too many " + limit.noun() + ", too quickly. Try again in " + spoken(seconds) + ".")
        .withRetryAfter(seconds);
  }

  static String spoken(long seconds) {
    if (seconds == 1) {
      return "a second";
    }
    if (seconds < 100) {
      return seconds + " seconds";
    }
    long minutes = Math.ceilDiv(seconds, 60);
    return minutes < 100 ? minutes + " minutes" : Math.ceilDiv(minutes, 60) + " hours";
  }

  private Buckets of(Limit limit) {
    return buckets.computeIfAbsent(limit, made -> new Buckets(config.rate(made)));
  }

  /// Enough to find lines of the same one, not enough to say who it is.
  private static String trace(String key) {
    return digest(key).substring(0, 8);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The buckets of one limit, none when it is off.
  private final class Buckets {
    private final LongAdder refused = new LongAdder();
    private final @Nullable Cache<String, Bucket> byKey;
    private final @Nullable Bandwidth bandwidth;

    Buckets(Optional<Rate> set) {
      Rate rate = set.orElse(null);
      if (rate == null) {
        byKey = null;
        bandwidth = null;
        return;
      }
      bandwidth =
          Bandwidth.builder()
              .capacity(rate.burst())
              .refillGreedy(rate.count(), rate.period())
              .build();
      byKey =
          Caffeine.newBuilder()
              .maximumSize(MOST_KEYS)
              .expireAfterAccess(rate.refill())
              .ticker(() -> nanos(clock))
              .executor(Runnable::run)
              .build();
    }

    @Nullable Bucket bucket(String key) {
      Bandwidth full = bandwidth;
      if (byKey == null || full == null) {
        return null;
      }
      return byKey.get(
          bounded(key),
          made -> Bucket.builder().addLimit(full).withCustomTimePrecision(meter).build());
    }

    void forget(String key) {
      if (byKey != null) {
        byKey.invalidate(bounded(key));
      }
    }

    long size() {
      if (byKey == null) {
        return 0;
      }
      byKey.cleanUp();
      return byKey.estimatedSize();
    }

    /// A key may be a text of the client's choice.
    private static String bounded(String key) {
      return key.length() <= LONGEST_KEY ? key : digest(key);
    }
  }

  private static long nanos(Clock clock) {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos(clock);
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
