package dev.windowshop.relay.account;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Oidc;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.oidc.ExternalClaims;
import dev.windowshop.relay.oidc.OidcProvider;
import dev.windowshop.relay.oidc.OidcProviders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Signing in through a provider: authorisation code with PKCE, the browser and a loopback address
/// being the app's, the exchange the relay's. Blocks its caller, a virtual thread.
final class ExternalSignInService {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  /// What a proven identity leads to.
  private sealed interface Outcome {
    record In(String userId) implements Outcome {}

    record Refused(Problem problem) implements Outcome {}
  }

  private final Database database;
  private final OidcProviders providers;
  private final ExternalIdentityRepository identities;
  private final ExternalAccounts external;
  private final UserRepository users;
  private final AccountService accounts;
  private final Passwords passwords;
  private final Limits limits;
  private final RefreshTokens secrets;
  private final Clock clock;

  ExternalSignInService(
      Database database,
      OidcProviders providers,
      ExternalIdentityRepository identities,
      ExternalAccounts external,
      UserRepository users,
      AccountService accounts,
      Passwords passwords,
      Limits limits,
      RefreshTokens secrets,
      Clock clock) {
    this.database = database;
    this.providers = providers;
    this.identities = identities;
    this.external = external;
    this.users = users;
    this.accounts = accounts;
    this.passwords = passwords;
    this.limits = limits;
    this.secrets = secrets;
    this.clock = clock;
  }

  Oidc.Providers providers() {
    return new Oidc.Providers(
        providers.all().stream()
            .map(provider -> new Oidc.Provider(provider.id(), provider.name()))
            .toList());
  }

  Oidc.Started start(Oidc.Start request) {
    OidcProvider provider =
        providers
            .byId(request.provider() == null ? "" : request.provider())
            .orElseThrow(() -> ProblemException.notFound("provider"));
    String redirect = redirect(request.redirectUri());
    String id = secrets.fresh();
    String state = secrets.fresh();
    String nonce = secrets.fresh();
    String verifier = secrets.fresh();
    String url = provider.authorizationUrl(redirect, state, nonce, challenge(verifier));
    ExternalIdentityRepository.Flow flow =
        new ExternalIdentityRepository.Flow(
            provider.id(), redirect, RefreshTokens.hash(state), nonce, verifier);
    database.write(handle -> {
      identities.begin(handle, RefreshTokens.hash(id), flow, clock.instant().plus(PATIENCE));
      return id;
    });
    return new Oidc.Started(url, id);
  }

  Auth.Tokens finish(Oidc.Finish request, @Nullable String device) {
    Proof proof = prove(request.flow(), request.state(), request.code());
    String linkToken = secrets.fresh();
    return switch (database.write(
        handle -> resolve(handle, proof.claims(), proof.provider(), linkToken))) {
      case Outcome.In(String userId) -> accounts.begin(userId, device);
      case Outcome.Refused(Problem problem) -> throw new ProblemException(problem);
    };
  }

  /// Somebody whom a provider vouches for.
  record Proof(OidcProvider provider, ExternalClaims claims) {}

  /// Exchanges what the browser brought back. A flow works once.
  Proof prove(@Nullable String flowId, @Nullable String state, @Nullable String code) {
    ExternalIdentityRepository.Flow flow =
        database
            .write(handle ->
                identities.take(handle, RefreshTokens.hash(text(flowId)), clock.instant()))
            .filter(begun -> begun.stateHash().equals(RefreshTokens.hash(text(state))))
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.BAD_REQUEST,
                    "This sign-in took too long, or was begun elsewhere. Begin again."));
    OidcProvider provider =
        providers.byId(flow.provider()).orElseThrow(() -> ProblemException.notFound("provider"));
    return new Proof(
        provider, provider.exchange(text(code), flow.redirectUri(), flow.verifier(), flow.nonce()));
  }

  private Outcome resolve(
      Handle handle, ExternalClaims claims, OidcProvider provider, String linkToken) {
    return switch (external.find(handle, claims)) {
      case ExternalAccounts.Found.User(String id) -> new Outcome.In(id);
      case ExternalAccounts.Found.ToLink(String id) -> {
        identities.offerLink(
            handle,
            RefreshTokens.hash(linkToken),
            new ExternalIdentityRepository.Link(claims.issuer(), claims.subject(), id),
            clock.instant().plus(PATIENCE));
        yield new Outcome.Refused(
            Problem.of(
                    ProblemType.LINK_REQUIRED,
                    "You have an account with "
                        + claims.email()
                        + " already. Give its password once, and "
                        + provider.name()
                        + " signs you in from then on.")
                .withLinkToken(linkToken));
      }
      case ExternalAccounts.Found.EmailTaken() ->
          new Outcome.Refused(
              Problem.of(
                  ProblemType.CONFLICT,
                  "Somebody has an account with this email, and "
                      + provider.name()
                      + " has not verified that it is yours. Sign in with the password."));
      case ExternalAccounts.Found.Stranger() ->
          new Outcome.Refused(
              Problem.of(
                  ProblemType.FORBIDDEN,
                  "There is no account for you here yet. Ask whoever runs this shop for one."));
    };
  }

  /// Links a proven identity to the account whose password this is, and signs in.
  Auth.Tokens link(Oidc.Link request, @Nullable String device) {
    String hash = RefreshTokens.hash(text(request.linkToken()));
    ExternalIdentityRepository.Link link =
        database
            .read(handle -> identities.link(handle, hash, clock.instant()))
            .orElseThrow(ExternalSignInService::tooLate);
    String password = text(request.password());
    limits.take(Limit.PASSWORD_CONFIRM, link.userId());
    Optional<String> stored = database.read(handle -> users.passwordHash(handle, link.userId()));
    if (password.length() > PasswordRules.LONGEST
        || !passwords.matches(password, stored.orElse(null))) {
      throw new ProblemException(
          ProblemType.WRONG_CREDENTIALS,
          stored.isPresent()
              ? "The password is wrong."
              : "That account has no password. Sign in to it the way you did before.");
    }
    limits.forget(Limit.PASSWORD_CONFIRM, link.userId());
    boolean linked =
        database.write(handle -> {
          if (!identities.spendLink(handle, hash)) {
            return false;
          }
          identities.add(handle, link.issuer(), link.subject(), link.userId(), clock.instant());
          return true;
        });
    if (!linked) {
      throw tooLate();
    }
    return accounts.begin(link.userId(), device);
  }

  private static ProblemException tooLate() {
    return new ProblemException(
        ProblemType.BAD_REQUEST, "This took too long. Begin the sign-in again.");
  }

  /// RFC 8252: http to a loopback address, on any port.
  private static String redirect(@Nullable String asked) {
    try {
      URI uri = URI.create(text(asked));
      if (asked != null
          && asked.length() <= 500
          && "http".equals(uri.getScheme())
          && uri.getHost() != null
          && LOOPBACK.contains(uri.getHost())
          && uri.getUserInfo() == null
          && uri.getRawFragment() == null) {
        return asked;
      }
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("redirectUri", "is no address");
    }
    throw ProblemException.invalid("redirectUri", "must be http to a loopback address");
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
