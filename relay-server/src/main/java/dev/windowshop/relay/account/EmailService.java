package dev.windowshop.relay.account;

import dev.windowshop.protocol.AccountSecurity;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.account.MailTokenRepository.Purpose;
import dev.windowshop.relay.account.MailTokenRepository.Token;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.mail.Mail;
import dev.windowshop.relay.oidc.OidcProvider;
import dev.windowshop.relay.oidc.OidcProviders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What is proven by a code in a mail: a forgotten password's owner, an email, a new email. Blocks
/// its caller, a virtual thread.
final class EmailService {
  private static final Duration RESET_LIFE = Duration.ofHours(1);
  private static final Duration VERIFY_LIFE = Duration.ofHours(24);

  private final Database database;
  private final UserRepository users;
  private final MailTokenRepository tokens;
  private final ExternalIdentityRepository identities;
  private final OidcProviders providers;
  private final PasswordService passwords;
  private final @Nullable MailDesk desk;
  private final Limits limits;
  private final Clock clock;

  /// @param desk null where this relay sends no mail
  EmailService(
      Database database,
      UserRepository users,
      MailTokenRepository tokens,
      ExternalIdentityRepository identities,
      OidcProviders providers,
      PasswordService passwords,
      @Nullable MailDesk desk,
      Limits limits,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.tokens = tokens;
    this.identities = identities;
    this.providers = providers;
    this.passwords = passwords;
    this.desk = desk;
    this.limits = limits;
    this.clock = clock;
  }

  AccountSecurity security(Principal principal) {
    String id = principal.userId();
    Instant now = clock.instant();
    return database.read(handle -> {
      Me me = users.me(handle, id).orElseThrow(() -> ProblemException.notFound("user"));
      return new AccountSecurity(
          me.email(),
          users.isEmailVerified(handle, id),
          tokens.pendingEmail(handle, id, now).orElse(null),
          users.passwordHash(handle, id).isPresent(),
          desk != null,
          identities.of(handle, id).stream().map(this::identity).toList());
    });
  }

  private AccountSecurity.Identity identity(ExternalIdentityRepository.Identity identity) {
    Optional<OidcProvider> provider = providers.byIssuer(identity.issuer());
    return new AccountSecurity.Identity(
        identity.issuer(),
        provider.map(OidcProvider::id).orElse(null),
        provider.map(OidcProvider::name).orElse(identity.issuer()),
        identity.createdAt());
  }

  /// Always the same answer, in the same time: who has an account is nobody's business.
  void forgot(Auth.Forgot request) {
    MailDesk out = desk();
    String email = AccountRules.email(request.email());
    limits.take(Limit.PASSWORD_RESET_ACCOUNT, Names.key(email));
    queue(out, () -> sendReset(out, email));
  }

  private void sendReset(MailDesk out, String email) {
    Optional<Me> owner =
        database.read(handle -> users.idOfEmail(handle, email).flatMap(id -> users.me(handle, id)));
    if (owner.isEmpty()) {
      return;
    }
    String code = MailCodes.fresh();
    keep(code, new Token(Purpose.RESET, owner.get().id(), owner.get().email()), RESET_LIFE);
    out.send(
        new Mail(
            owner.get().email(),
            "Your Windowshop password",
            """
            Hello %s,

            somebody, hopefully you, wants to set a new password for your Windowshop account.
            Enter this code in the app. It works once, for an hour:

                %s

            It signs you out on all devices. If you did not ask for it, leave it be: your
            password stays as it is.
            """
                .formatted(owner.get().displayName(), code)));
  }

  /// Sets the password of whom the code was sent to, and signs them out everywhere.
  void reset(Auth.Reset request) {
    String hash = MailCodes.hash(request.token());
    Token token =
        database
            .read(handle -> tokens.find(handle, hash, clock.instant()))
            .filter(found -> found.purpose() == Purpose.RESET)
            .orElseThrow(EmailService::spent);
    Me me =
        database.read(handle -> users.me(handle, token.userId())).orElseThrow(EmailService::spent);
    // Looked at before the code is spent, so that a password that is refused can be made better.
    PasswordRules.require("password", request.password(), me.username(), me.email());
    Instant now = clock.instant();
    boolean taken =
        database.write(handle -> {
          if (tokens.take(handle, hash, now).isEmpty()) {
            return false;
          }
          // Whoever reads the mail has the address.
          if (Names.key(me.email()).equals(Names.key(token.email()))) {
            users.setEmail(handle, me.id(), me.email(), now);
          }
          return true;
        });
    if (!taken) {
      throw spent();
    }
    passwords.set(me.id(), request.password(), null);
    limits.forget(Limit.SIGN_IN_ACCOUNT, Names.key(me.email()));
    limits.forget(Limit.SIGN_IN_ACCOUNT, Names.key(me.username()));
  }

  /// Sends a code to the email that the account has.
  void verify(Principal principal) {
    MailDesk out = desk();
    Me me = me(principal);
    if (me.email().isEmpty()) {
      throw new ProblemException(ProblemType.CONFLICT, "Give an email first.");
    }
    if (database.read(handle -> users.isEmailVerified(handle, me.id()))) {
      throw new ProblemException(ProblemType.CONFLICT, "Your email is confirmed already.");
    }
    limits.take(Limit.PASSWORD_RESET_ACCOUNT, me.id());
    queue(out, () -> sendCode(out, me, me.email(), Purpose.VERIFY));
  }

  /// Changes the email: once it is confirmed, or at once where no mail can be sent.
  ///
  /// @return whether it waits to be confirmed
  boolean change(Principal principal, Auth.EmailChange request) {
    String email = AccountRules.email(request.email());
    passwords.confirm(principal, request.password());
    Me me = me(principal);
    boolean taken =
        database.read(
            handle -> users.idOfEmail(handle, email).filter(id -> !id.equals(me.id())).isPresent());
    if (taken) {
      throw taken();
    }
    MailDesk out = desk;
    if (out == null) {
      if (!database.write(handle -> users.setEmail(handle, me.id(), email, null))) {
        throw taken();
      }
      return false;
    }
    limits.take(Limit.PASSWORD_RESET_ACCOUNT, me.id());
    queue(
        out,
        () -> {
          sendCode(out, me, email, Purpose.CHANGE);
          if (!me.email().isEmpty()) {
            out.send(
                new Mail(
                    me.email(),
                    "Your Windowshop email is about to change",
                    """
                    Hello %s,

                    your Windowshop account is about to get another email address. If that was not
                    you, change your password now: somebody else knows it.
                    """
                        .formatted(me.displayName())));
          }
        });
    return true;
  }

  private void sendCode(MailDesk out, Me me, String email, Purpose purpose) {
    String code = MailCodes.fresh();
    keep(code, new Token(purpose, me.id(), email), VERIFY_LIFE);
    out.send(
        new Mail(
            email,
            "Confirm your email for Windowshop",
            """
            Hello %s,

            enter this code in Windowshop to confirm that this address is yours. It works once,
            for a day:

                %s

            If you have no Windowshop account, somebody mistyped theirs: leave it be.
            """
                .formatted(me.displayName(), code)));
  }

  /// Takes a code that confirms an email, whoever brings it.
  void confirm(Auth.VerifyEmail request) {
    String hash = MailCodes.hash(request.token());
    Instant now = clock.instant();
    Boolean done = database.write(handle -> confirm(handle, hash, now));
    if (!done) {
      throw spent();
    }
  }

  private boolean confirm(Handle handle, String hash, Instant now) {
    Token token = tokens.find(handle, hash, now).orElse(null);
    if (token == null || token.purpose() == Purpose.RESET) {
      return false;
    }
    Me me = users.me(handle, token.userId()).orElse(null);
    boolean current = me != null && Names.key(me.email()).equals(Names.key(token.email()));
    if (me == null || (token.purpose() == Purpose.VERIFY && !current)) {
      return false;
    }
    if (!users.setEmail(handle, me.id(), token.email(), now)) {
      throw taken();
    }
    tokens.forget(handle, me.id(), Purpose.VERIFY);
    tokens.forget(handle, me.id(), Purpose.CHANGE);
    tokens.forget(handle, me.id(), Purpose.RESET);
    return true;
  }

  private void keep(String code, Token token, Duration life) {
    database.write(handle -> {
      tokens.put(handle, MailCodes.hash(code), token, clock.instant().plus(life));
      return true;
    });
  }

  private Me me(Principal principal) {
    return database
        .read(handle -> users.me(handle, principal.userId()))
        .orElseThrow(() -> ProblemException.notFound("user"));
  }

  private MailDesk desk() {
    if (desk == null) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "This shop sends no mail. Whoever runs it can set a new password for you.");
    }
    return desk;
  }

  private static void queue(MailDesk out, Runnable work) {
    if (!out.later(work)) {
      throw new ProblemException(
          Problem.of(ProblemType.UNAVAILABLE, "Too much mail is waiting. Try again in a minute.")
              .withRetryAfter(60));
    }
  }

  private static ProblemException spent() {
    return new ProblemException(
        Problem.of(ProblemType.INVALID, "That code is not right, or too old. Ask for a new one.")
            .withErrors(Map.of("token", "is not right, or too old")));
  }

  private static ProblemException taken() {
    return new ProblemException(
        Problem.of(ProblemType.CONFLICT, "Somebody has this email already.")
            .withErrors(Map.of("email", "is taken")));
  }
}
