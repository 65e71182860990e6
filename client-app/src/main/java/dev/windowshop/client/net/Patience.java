package dev.windowshop.client.net;

import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.Request;

/// Keeps what the relay asked for: what was too much is not asked again before its time, but
/// answered here as the relay would. Thread-safe, bounded.
final class Patience {
  private static final int MOST = 200;
  private static final long SECOND = 1_000_000_000L;

  private record Held(long until, Problem problem) {}

  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  Patience(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// @throws ProblemException 429 while it is too early to ask again
  void check(Request request) {
    String key = key(request);
    Held wait = held.get(key);
    if (wait == null) {
      return;
    }
    long left = wait.until - nanos.getAsLong();
    if (left <= 0) {
      held.remove(key, wait);
      return;
    }
    throw new ProblemException(wait.problem.withRetryAfter(Math.ceilDiv(left, SECOND)));
  }

  void heard(Request request, Problem problem) {
    Long seconds = problem.retryAfter();
    if (problem.problemType() == ProblemType.RATE_LIMITED && seconds != null) {
      if (held.size() >= MOST) {
        held.clear();
      }
      held.put(key(request), new Held(nanos.getAsLong() + seconds * SECOND, problem));
    }
  }

  /// What the relay is likely to count alike: a search is not the same as looking around.
  private static String key(Request request) {
    HttpUrl url = request.url();
    String searched = url.queryParameter("q") == null ? "" : "?q";
    return request.method() + " " + url.encodedPath() + searched;
  }
}
