package dev.windowshop.relay.account;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.auth.AccessTokens;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signing up, in and out. Blocks its caller, a virtual thread.
final class AccountService {
  private static final int DEVICE_LENGTH = 200;

  private final Database database;
  private final UserRepository users;
  private final SessionRepository sessions;
  private final SuspensionRepository suspensions = new SuspensionRepository();
  private final Passwords passwords;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final Clock clock;
  private final Duration refreshLife;
  private final Limits limits;

  AccountService(
      Database database,
      UserRepository users,
      SessionRepository sessions,
      Passwords passwords,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      Clock clock,
      Duration refreshLife,
      Limits limits) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.clock = clock;
    this.refreshLife = refreshLife;
    this.limits = limits;
  }

  Auth.Tokens signUp(Auth.SignUp asked, @Nullable String device) {
    Auth.SignUp request = AccountRules.check(asked);
    String displayName = request.displayName();
    UserRepository.NewUser user =
        new UserRepository.NewUser(
            Ids.newId(),
            request.username(),
            request.email(),
            displayName == null ? request.username() : displayName,
            null,
            null,
            passwords.hash(request.password()),
            clock.instant());
    String session = Ids.newId();
    String refresh = refreshTokens.fresh();
    Optional<String> taken =
        database.write(handle -> {
          Optional<String> field = users.insert(handle, user);
          if (field.isEmpty()) {
            open(handle, session, user.id(), device, refresh);
          }
          return field;
        });
    taken.ifPresent(field -> {
      throw new ProblemException(
          Problem.of(ProblemType.CONFLICT, "Somebody has this " + field + " already.")
              .withErrors(Map.of(field, "is taken")));
    });
    return tokens(new Principal(user.id(), session), refresh);
  }

  Auth.Tokens login(Auth.Login request, @Nullable String device) {
    if (request.login() == null || request.login().isBlank()) {
      throw ProblemException.invalid("login", "must be an email or a user name");
    }
    if (request.password() == null || request.password().isEmpty()) {
      throw ProblemException.invalid("password", "must not be empty");
    }
    String login = Names.key(request.login());
    // Counted before it is known to be wrong, so that guesses at the same time count as well.
    limits.take(Limit.SIGN_IN_ACCOUNT, login);
    var credentials = database.read(handle -> users.credentials(handle, request.login()));
    String hash = credentials.map(UserRepository.Credentials::passwordHash).orElse(null);
    boolean right =
        request.password().length() <= PasswordRules.LONGEST
            && passwords.matches(request.password(), hash);
    if (!right || credentials.isEmpty()) {
      throw new ProblemException(
          ProblemType.WRONG_CREDENTIALS, "The user name, email or password is wrong.");
    }
    limits.forget(Limit.SIGN_IN_ACCOUNT, login);
    String userId = credentials.get().userId();
    if (hash != null && passwords.isOutdated(hash)) {
      // The only moment at which the password is known.
      String renewed = passwords.hash(request.password());
      database.write(handle -> users.renewPassword(handle, userId, hash, renewed));
    }
    return begin(userId, device);
  }

  /// Signs somebody in who has proven who they are.
  Auth.Tokens begin(String userId, @Nullable String device) {
    String session = Ids.newId();
    String refresh = refreshTokens.fresh();
    database.write(handle -> {
      open(handle, session, userId, device, refresh);
      return session;
    });
    return tokens(new Principal(userId, session), refresh);
  }

  Auth.Tokens tokens(Principal principal, String refresh) {
    Me me =
        database.read(handle ->
            users
                .me(handle, principal.userId())
                .orElseThrow(() -> ProblemException.notFound("user")));
    return new Auth.Tokens(
        accessTokens.mint(principal), refresh, accessTokens.life().toSeconds(), me);
  }

  private void open(
      org.jdbi.v3.core.Handle handle,
      String session,
      String userId,
      @Nullable String device,
      String refresh) {
    Instant now = clock.instant();
    suspensions.requireNone(handle, userId, now);
    String name =
        device == null || device.length() <= DEVICE_LENGTH
            ? device
            : device.substring(0, DEVICE_LENGTH);
    sessions.insert(handle, session, userId, name, now);
    sessions.insertToken(handle, RefreshTokens.hash(refresh), session, now.plus(refreshLife));
  }
}
