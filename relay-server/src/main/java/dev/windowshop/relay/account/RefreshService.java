package dev.windowshop.relay.account;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rotates refresh tokens. A token works once; a spent one that comes back means that somebody else
/// has it, so the session ends, except for a repeat of the same request (same `Idempotency-Key`)
/// within a minute, which gets the same answer.
final class RefreshService {
  private static final Duration REPEAT = Duration.ofSeconds(60);

  private final Database database;
  private final SessionRepository sessions;
  private final RefreshTokens refreshTokens;
  private final AccountService accounts;
  private final Clock clock;
  private final Duration refreshLife;
  private final Consumer<String> sessionEnded;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private record Answer(Instant at, Auth.Tokens tokens) {}

  private sealed interface Outcome {
    record Rotated(Principal principal) implements Outcome {}

    record Reused(String sessionId) implements Outcome {}

    record Refused(ProblemType type, String why) implements Outcome {}
  }

  /// @param sessionEnded told the id of a session that ended because its token was reused
  RefreshService(
      Database database,
      SessionRepository sessions,
      RefreshTokens refreshTokens,
      AccountService accounts,
      Clock clock,
      Duration refreshLife,
      Consumer<String> sessionEnded) {
    this.database = database;
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.accounts = accounts;
    this.clock = clock;
    this.refreshLife = refreshLife;
    this.sessionEnded = sessionEnded;
  }

  Auth.Tokens refresh(Auth.Refresh request, @Nullable String key) {
    String token = request.refreshToken();
    if (token == null || token.isEmpty()) {
      throw ProblemException.invalid("refreshToken", "must not be empty");
    }
    if (key != null && (key.isEmpty() || key.length() > 200)) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, "An Idempotency-Key has 1 to 200 characters.");
    }
    String device = AccountRules.device(request.device());
    String hash = RefreshTokens.hash(token);
    String keyHash = key == null ? null : RefreshTokens.hash(key);
    String next = key == null ? refreshTokens.fresh() : refreshTokens.successor(token, key);
    return switch (database.write(handle -> rotate(handle, hash, keyHash, next, device))) {
      case Outcome.Rotated(Principal principal) ->
          keyHash == null
              ? accounts.tokens(principal, next)
              : repeatable(hash + keyHash, principal, next);
      case Outcome.Reused(String sessionId) -> {
        sessionEnded.accept(sessionId);
        throw new ProblemException(
            ProblemType.TOKEN_UNKNOWN,
            "This refresh token was used before, so the session was ended. Sign in again.");
      }
      case Outcome.Refused(ProblemType type, String why) -> throw new ProblemException(type, why);
    };
  }

  private Outcome rotate(
      Handle handle, String hash, @Nullable String keyHash, String next, @Nullable String device) {
    Instant now = clock.instant();
    SessionRepository.Token token = sessions.token(handle, hash).orElse(null);
    if (token == null) {
      return new Outcome.Refused(
          ProblemType.TOKEN_INVALID, "The refresh token is not one of ours.");
    }
    if (token.ended()) {
      return new Outcome.Refused(
          ProblemType.TOKEN_UNKNOWN, "The session has ended. Sign in again.");
    }
    Principal principal = new Principal(token.userId(), token.sessionId());
    Instant spentAt = token.spentAt();
    if (spentAt != null) {
      boolean repeat =
          keyHash != null && keyHash.equals(token.spentKey()) && !now.isAfter(spentAt.plus(REPEAT));
      if (repeat) {
        return new Outcome.Rotated(principal);
      }
      sessions.end(handle, token.sessionId(), token.userId(), now);
      return new Outcome.Reused(token.sessionId());
    }
    if (!now.isBefore(token.expiresAt())) {
      return new Outcome.Refused(
          ProblemType.TOKEN_EXPIRED, "The session was not used for too long. Sign in again.");
    }
    sessions.spend(handle, hash, token.sessionId(), keyHash, now);
    if (device != null) {
      sessions.rename(handle, token.sessionId(), device);
    }
    sessions.insertToken(
        handle, RefreshTokens.hash(next), token.sessionId(), now.plus(refreshLife));
    return new Outcome.Rotated(principal);
  }

  private Auth.Tokens repeatable(String key, Principal principal, String next) {
    Instant now = clock.instant();
    answers.values().removeIf(answer -> now.isAfter(answer.at().plus(REPEAT)));
    return answers
        .computeIfAbsent(key, k -> new Answer(now, accounts.tokens(principal, next)))
        .tokens();
  }
}
