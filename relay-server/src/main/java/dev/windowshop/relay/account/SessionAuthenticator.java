package dev.windowshop.relay.account;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.auth.AccessTokens;
import dev.windowshop.relay.auth.Authenticator;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.oidc.OidcProvider;
import dev.windowshop.relay.oidc.OidcProviders;
import java.time.Clock;
import java.util.Optional;

/// Takes our own access tokens, and those of the configured providers, as long as their session
/// lives. Thread-safe.
public final class SessionAuthenticator implements Authenticator {
  private final AccessTokens tokens;
  private final Database database;
  private final SessionRepository sessions = new SessionRepository();
  private final OidcProviders providers;
  private final ExternalSessions external;

  /// @param signUp whether a provider's token makes an account for somebody who has none
  public SessionAuthenticator(
      AccessTokens tokens,
      Database database,
      OidcProviders providers,
      boolean signUp,
      Clock clock) {
    this.tokens = tokens;
    this.database = database;
    this.providers = providers;
    ExternalIdentityRepository identities = new ExternalIdentityRepository();
    this.external =
        new ExternalSessions(
            database,
            sessions,
            identities,
            new ExternalAccounts(new UserRepository(), identities, signUp, clock),
            clock);
  }

  @Override
  public Principal authenticate(String token) {
    Optional<OidcProvider> provider = providers.claimedBy(token);
    if (provider.isPresent()) {
      return external.authenticate(provider.get(), token);
    }
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
