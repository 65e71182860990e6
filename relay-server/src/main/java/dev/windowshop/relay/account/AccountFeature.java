package dev.windowshop.relay.account;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.auth.AccessTokens;
import dev.windowshop.relay.auth.SigningKeys;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.oidc.OidcProviders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accounts, wired.
public final class AccountFeature implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AccountFeature.class);

  private final SigningKeys keys;
  private final Passwords passwords = new Passwords();
  private final Database database;
  private final SessionRepository sessions = new SessionRepository();
  private final Clock clock;
  private final Consumer<String> sessionEnded;
  private volatile Instant lookedAt;
  private final AuthRoutes authRoutes;
  private final ExternalRoutes externalRoutes;
  private final ExternalIdentityRepository identities = new ExternalIdentityRepository();

  /// @param externalSignUp whether a provider's word makes an account for somebody who has none
  /// @param refreshLife how long a session lives unused
  /// @param sessionEnded told the id of every session that ended, so that its sockets end too
  public AccountFeature(
      Database database,
      SigningKeys keys,
      AccessTokens accessTokens,
      OidcProviders providers,
      boolean externalSignUp,
      Clock clock,
      Duration refreshLife,
      Consumer<String> sessionEnded,
      Limits limits) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
    this.sessionEnded = sessionEnded;
    this.lookedAt = clock.instant();
    UserRepository users = new UserRepository();
    RefreshTokens refreshTokens = new RefreshTokens(keys.derive("refresh"));
    AccountService accounts =
        new AccountService(
            database,
            users,
            sessions,
            passwords,
            accessTokens,
            refreshTokens,
            clock,
            refreshLife,
            limits);
    PasswordService passwordService =
        new PasswordService(database, users, sessions, passwords, limits, clock, sessionEnded);
    RefreshService refreshes =
        new RefreshService(
            database, sessions, refreshTokens, accounts, clock, refreshLife, sessionEnded);
    this.authRoutes =
        new AuthRoutes(
            accounts,
            refreshes,
            new SessionService(database, sessions, clock, sessionEnded),
            passwordService);
    this.externalRoutes =
        new ExternalRoutes(
            new ExternalSignInService(
                database,
                providers,
                identities,
                new ExternalAccounts(users, identities, externalSignUp, clock),
                users,
                accounts,
                passwords,
                limits,
                refreshTokens,
                clock));
  }

  public void routes(HttpApi api) {
    authRoutes.register(api);
    externalRoutes.register(api);
    byte[] jwks = keys.publicJson().getBytes(StandardCharsets.UTF_8);
    api.get(
        "/.well-known/jwks.json",
        Access.PUBLIC,
        request ->
            new Response(
                200,
                jwks,
                java.util.Map.of(
                    "Content-Type", "application/jwk-set+json", "Cache-Control", "max-age=300")));
  }

  /// Forgets refresh tokens that can't be used any more; run now and then.
  public void tidy() {
    try {
      database.write(handle -> {
        sessions.forgetExpired(handle, clock.instant());
        identities.forgetExpired(handle, clock.instant());
        return true;
      });
    } catch (ProblemException e) {
      // The relay is busy or stopping: the next round does it.
      LOG.debug("tidying put off", e);
    }
  }

  /// Ends the sockets of sessions that a command, or another relay on the same database, has ended;
  /// run every few seconds, one at a time.
  public void lookForEndedSessions() {
    Instant now = clock.instant();
    // A little of the time before is looked at again: what was committed late.
    Instant from = lookedAt.minusSeconds(5);
    try {
      database.read(handle -> sessions.endedSince(handle, from)).forEach(sessionEnded);
      lookedAt = now;
    } catch (ProblemException e) {
      LOG.debug("looking for ended sessions put off", e);
    }
  }

  @Override
  public void close() {
    passwords.close();
  }
}
