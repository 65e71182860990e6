package dev.windowshop.relay.account;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.auth.AccessTokens;
import dev.windowshop.relay.auth.SigningKeys;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/// Accounts, wired.
public final class AccountFeature implements AutoCloseable {
  private final SigningKeys keys;
  private final Passwords passwords = new Passwords();
  private final Database database;
  private final SessionRepository sessions = new SessionRepository();
  private final Clock clock;
  private final AuthRoutes authRoutes;
  private final ProfileRoutes profileRoutes;

  /// @param refreshLife how long a session lives unused
  /// @param sessionEnded told the id of every session that ended, so that its sockets end too
  public AccountFeature(
      Database database,
      SigningKeys keys,
      AccessTokens accessTokens,
      Clock clock,
      Duration refreshLife,
      Presence presence,
      Consumer<String> sessionEnded) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
    UserRepository users = new UserRepository();
    RefreshTokens refreshTokens = new RefreshTokens(keys.derive("refresh"));
    AccountService accounts =
        new AccountService(
            database, users, sessions, passwords, accessTokens, refreshTokens, clock, refreshLife);
    RefreshService refreshes =
        new RefreshService(
            database, sessions, refreshTokens, accounts, clock, refreshLife, sessionEnded);
    this.authRoutes =
        new AuthRoutes(
            accounts, refreshes, new SessionService(database, sessions, clock, sessionEnded));
    this.profileRoutes = new ProfileRoutes(new ProfileService(database, users, presence));
  }

  public void routes(HttpApi api) {
    authRoutes.register(api);
    profileRoutes.register(api);
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
        return true;
      });
    } catch (ProblemException e) {
      // The relay is busy or stopping: the next round does it.
      org.slf4j.LoggerFactory.getLogger(AccountFeature.class).debug("tidying put off", e);
    }
  }

  @Override
  public void close() {
    passwords.close();
  }
}
