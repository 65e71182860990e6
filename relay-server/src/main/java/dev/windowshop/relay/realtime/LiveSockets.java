package dev.windowshop.relay.realtime;

import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.auth.Authenticator;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The sockets that are connected, and when each has to go: when its token expires unrenewed, or
/// its session ends. Any thread; one timer thread of its own looks for expired tokens every second.
final class LiveSockets implements AutoCloseable {
  private final Authenticator authenticator;
  private final Map<String, LiveSocket> byId = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("socket-expiry").factory());

  LiveSockets(Authenticator authenticator) {
    this.authenticator = authenticator;
    timer.scheduleWithFixedDelay(this::endExpired, 1, 1, TimeUnit.SECONDS);
  }

  void add(LiveSocket live) {
    byId.put(live.client().id(), live);
  }

  void remove(LiveSocket live) {
    byId.remove(live.client().id());
  }

  int size() {
    return byId.size();
  }

  void tellAll(ServerEvent event) {
    byId.values().forEach(live -> live.socket().emit(event.wire(), event));
  }

  void endSession(String sessionId) {
    for (LiveSocket live : byId.values()) {
      if (live.client().principal().sessionId().equals(sessionId)) {
        end(live, Problem.of(ProblemType.TOKEN_UNKNOWN, "The session has ended. Sign in again."));
      }
    }
  }

  /// `renew_token`: the same user and session, else the socket ends.
  Map<String, Object> renew(ClientSocket client, Command.Renew renew) {
    LiveSocket live = byId.get(client.id());
    String token = renew.token();
    if (live == null || token == null) {
      throw ProblemException.invalid("token", "is missing");
    }
    try {
      if (!authenticator.authenticate(token).equals(client.principal())) {
        throw new ProblemException(
            ProblemType.TOKEN_INVALID, "The token is of another user or session.");
      }
    } catch (ProblemException e) {
      if (e.problem().status() == 401) {
        // After the answer, which a closed socket would not get.
        live.lane().offer(() -> end(live, e.problem()));
      }
      throw e;
    }
    Instant expiresAt = TokenExpiry.of(token);
    live.renewedUntil(expiresAt);
    return Map.of("expiresAt", expiresAt);
  }

  static void end(LiveSocket live, Problem problem) {
    ServerEvent failed = new ServerEvent.Failed(problem);
    live.socket().emit(failed.wire(), failed);
    live.socket().disconnect(true);
  }

  private void endExpired() {
    Instant now = Instant.now();
    for (LiveSocket live : byId.values()) {
      if (live.expiresAt().isBefore(now)) {
        end(live, Problem.of(ProblemType.TOKEN_EXPIRED, "The access token has expired."));
      }
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
