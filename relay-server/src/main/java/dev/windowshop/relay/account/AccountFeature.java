package dev.windowshop.relay.account;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.auth.AccessTokens;
import dev.windowshop.relay.auth.SigningKeys;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.mail.Mailer;
import dev.windowshop.relay.oidc.OidcProviders;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.personal.PersonalDataService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accounts, wired.
public final class AccountFeature implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AccountFeature.class);

  private final SigningKeys keys;
  private final Passwords passwords;
  private final Database database;
  private final SessionRepository sessions = new SessionRepository();
  private final Clock clock;
  private final Consumer<String> sessionEnded;
  private volatile Instant lookedAt;
  private final AuthRoutes authRoutes;
  private final ExternalRoutes externalRoutes;
  private final EmailRoutes emailRoutes;
  private final PasswordService passwordService;
  private final UserRepository users = new UserRepository();
  private final MailTokenRepository mailTokens = new MailTokenRepository();
  private final @Nullable MailDesk desk;
  private final Limits limits;
  private final ExternalIdentityRepository identities = new ExternalIdentityRepository();

  /// @param externalSignUp whether a provider's word makes an account for somebody who has none
  /// @param mailer null where this relay sends no mail
  /// @param cost what a new password's hash costs
  /// @param refreshLife how long a session lives unused
  /// @param sessionEnded told the id of every session that ended, so that its sockets end too
  public AccountFeature(
      Database database,
      SigningKeys keys,
      AccessTokens accessTokens,
      OidcProviders providers,
      boolean externalSignUp,
      @Nullable Mailer mailer,
      PasswordCost cost,
      Clock clock,
      Duration refreshLife,
      Consumer<String> sessionEnded,
      Limits limits) {
    this.database = database;
    this.keys = keys;
    this.passwords = new Passwords(cost);
    this.clock = clock;
    this.sessionEnded = sessionEnded;
    this.lookedAt = clock.instant();
    this.limits = limits;
    this.desk = mailer == null ? null : new MailDesk(mailer);
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
    this.passwordService =
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
    ExternalSignInService signIns =
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
            clock);
    this.externalRoutes =
        new ExternalRoutes(
            signIns,
            new IdentityService(
                database,
                signIns,
                identities,
                sessions,
                users,
                passwordService,
                clock,
                sessionEnded));
    this.emailRoutes =
        new EmailRoutes(
            new EmailService(
                database,
                users,
                mailTokens,
                identities,
                providers,
                passwordService,
                desk,
                limits,
                clock));
  }

  public void routes(HttpApi api) {
    authRoutes.register(api);
    externalRoutes.register(api);
    emailRoutes.register(api);
    api.get(
        "/.well-known/jwks.json",
        Access.PUBLIC,
        request ->
            new Response(
                200,
                keys.publicJson().getBytes(StandardCharsets.UTF_8),
                java.util.Map.of(
                    "Content-Type", "application/jwk-set+json", "Cache-Control", "max-age=300")));
  }

  /// What accounts hold about a person.
  public PersonalData personalData() {
    return new AccountData(users, sessions, identities, mailTokens, sessionEnded);
  }

  /// Taking along and deleting what all features hold.
  public void routes(HttpApi api, PersonalDataService data) {
    new PersonalRoutes(data, passwordService, limits).register(api);
  }

  /// Forgets refresh tokens that can't be used any more; run now and then.
  public void tidy() {
    try {
      database.write(handle -> {
        sessions.forgetExpired(handle, clock.instant());
        identities.forgetExpired(handle, clock.instant());
        mailTokens.forgetExpired(handle, clock.instant());
        users.forgetRetired(handle, clock.instant());
        return true;
      });
    } catch (ProblemException e) {
      // The relay is busy or stopping: the next round does it.
      LOG.debug("tidying put off", e);
    }
  }

  /// Takes signing keys that were rotated while we serve; run now and then.
  public void lookForNewKeys() {
    try {
      keys.reload();
    } catch (IOException e) {
      LOG.warn("The signing keys can't be read again: {}", e.getMessage());
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
    if (desk != null) {
      desk.close();
    }
    passwords.close();
  }
}
