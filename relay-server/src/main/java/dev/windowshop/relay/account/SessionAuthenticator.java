package dev.windowshop.relay.account;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.auth.AccessTokens;
import dev.windowshop.relay.auth.Authenticator;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;

/// Takes our own access tokens, as long as their session lives. Thread-safe.
public final class SessionAuthenticator implements Authenticator {
  private final AccessTokens tokens;
  private final Database database;
  private final SessionRepository sessions = new SessionRepository();

  public SessionAuthenticator(AccessTokens tokens, Database database) {
    this.tokens = tokens;
    this.database = database;
  }

  @Override
  public Principal authenticate(String token) {
    Principal principal = tokens.verify(token);
    boolean lives =
        database.read(handle -> sessions.lives(handle, principal.sessionId(), principal.userId()));
    if (!lives) {
      throw new ProblemException(
          ProblemType.TOKEN_UNKNOWN, "The session has ended. Sign in again.");
    }
    return principal;
  }
}
