package dev.windowshop.relay.account;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Setting passwords, which ends the sessions that the old one began. Blocks its caller.
public final class PasswordService {
  private static final Duration RECENT = Duration.ofMinutes(10);

  private final Database database;
  private final UserRepository users;
  private final SessionRepository sessions;
  private final Passwords passwords;
  private final Limits limits;
  private final Clock clock;
  private final Consumer<String> sessionEnded;

  PasswordService(
      Database database,
      UserRepository users,
      SessionRepository sessions,
      Passwords passwords,
      Limits limits,
      Clock clock,
      Consumer<String> sessionEnded) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.limits = limits;
    this.clock = clock;
    this.sessionEnded = sessionEnded;
  }

  /// For a command: a relay that serves the same database notices the ended sessions by itself.
  public static PasswordService offline(Database database, Passwords passwords, Clock clock) {
    return new PasswordService(
        database,
        new UserRepository(),
        new SessionRepository(),
        passwords,
        Limits.none(),
        clock,
        ended -> {});
  }

  /// Ends all other sessions.
  void change(Principal principal, Auth.PasswordChange request) {
    confirm(principal, request.currentPassword());
    var me =
        database
            .read(handle -> users.me(handle, principal.userId()))
            .orElseThrow(() -> ProblemException.notFound("user"));
    PasswordRules.require("newPassword", request.newPassword(), me.username(), me.email());
    set(principal.userId(), request.newPassword(), principal.sessionId());
  }

  /// @param password may be null for an account that has none
  /// @throws ProblemException 401 when this is not the user's password, 429 after too many of them,
  ///   403 for an account without one whose session is not new
  void confirm(Principal principal, @Nullable String password) {
    Optional<String> hash = database.read(handle -> users.passwordHash(handle, principal.userId()));
    if (hash.isEmpty()) {
      confirmByRecentSignIn(principal);
      return;
    }
    if (password == null || password.isEmpty()) {
      throw ProblemException.invalid("password", "must not be empty");
    }
    limits.take(Limit.PASSWORD_CONFIRM, principal.userId());
    if (password.length() > PasswordRules.LONGEST || !passwords.matches(password, hash.get())) {
      throw new ProblemException(ProblemType.WRONG_CREDENTIALS, "The password is wrong.");
    }
    limits.forget(Limit.PASSWORD_CONFIRM, principal.userId());
  }

  /// Who signs in through a provider has no password to give: having done so just now will do.
  private void confirmByRecentSignIn(Principal principal) {
    Instant from = clock.instant().minus(RECENT);
    boolean recent =
        database
            .read(handle -> sessions.begun(handle, principal.sessionId()))
            .filter(begun -> begun.isAfter(from))
            .isPresent();
    if (!recent) {
      throw ProblemException.forbidden(
          "This account has no password. Sign out and in again, then do this within ten minutes.");
    }
  }

  /// @param password one that is allowed
  /// @param except the session to keep, null to end all
  void set(String userId, String password, @Nullable String except) {
    String hash = passwords.hash(password);
    List<String> ended =
        database.write(handle -> {
          users.setPassword(handle, userId, hash);
          return sessions.endAll(handle, userId, except, clock.instant());
        });
    ended.forEach(sessionEnded);
  }

  /// For whoever runs the relay: sets it and ends all sessions.
  ///
  /// @param password null for one that is made up
  /// @return the password
  /// @throws ProblemException 404 when there is no such user, 422 when the password is refused
  public String reset(String username, @Nullable String password) {
    var user =
        database
            .read(handle -> users.idOf(handle, username).flatMap(id -> users.me(handle, id)))
            .orElseThrow(() -> ProblemException.notFound("user"));
    if (password != null) {
      PasswordRules.require("password", password, user.username(), user.email());
    }
    String next = password == null ? MailCodes.fresh() : password;
    set(user.id(), next, null);
    return next;
  }
}
