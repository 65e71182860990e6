package dev.windowshop.relay.account;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.oidc.ExternalClaims;
import dev.windowshop.relay.oidc.OidcProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Takes a provider's own tokens wherever ours are taken: each of the provider's sessions is one of
/// ours, which can be seen and ended among the devices. One that was ended stays so for the tokens
/// that were made before. Blocks its caller.
final class ExternalSessions {
  private final Database database;
  private final SessionRepository sessions;
  private final ExternalIdentityRepository identities;
  private final ExternalAccounts accounts;
  private final SuspensionRepository suspensions = new SuspensionRepository();
  private final Clock clock;

  ExternalSessions(
      Database database,
      SessionRepository sessions,
      ExternalIdentityRepository identities,
      ExternalAccounts accounts,
      Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.identities = identities;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// @throws ProblemException `token-invalid`, `token-expired`, `token-unknown`, or 503
  Principal authenticate(OidcProvider provider, String token) {
    ExternalClaims claims = provider.verify(token);
    String sid = Objects.requireNonNullElse(claims.sid(), "");
    Optional<ExternalIdentityRepository.External> there =
        database.read(handle -> identities.session(handle, claims.issuer(), claims.subject(), sid));
    if (there.isPresent() && there.get().endedAt() == null) {
      return new Principal(there.get().userId(), there.get().sessionId());
    }
    return database.write(handle -> begin(handle, claims, sid, provider));
  }

  private Principal begin(Handle handle, ExternalClaims claims, String sid, OidcProvider provider) {
    ExternalIdentityRepository.External there =
        identities.session(handle, claims.issuer(), claims.subject(), sid).orElse(null);
    if (there != null && there.endedAt() == null) {
      return new Principal(there.userId(), there.sessionId());
    }
    if (there != null && there.endedAt() != null && !claims.issuedAt().isAfter(there.endedAt())) {
      throw unknown("The session has ended. Sign in again.");
    }
    return switch (accounts.find(handle, claims)) {
      case ExternalAccounts.Found.User(String userId) -> {
        Instant now = clock.instant();
        suspensions.requireNone(handle, userId, now);
        String session = Ids.newId();
        sessions.insert(handle, session, userId, provider.name(), now);
        identities.putSession(handle, claims.issuer(), claims.subject(), sid, session);
        yield new Principal(userId, session);
      }
      case ExternalAccounts.Found.ToLink(String userId) ->
          throw unknown(
              "An account with this email is there already. Link it first, with its password.");
      case ExternalAccounts.Found.EmailTaken() ->
          throw unknown("Somebody has an account with this email already.");
      case ExternalAccounts.Found.Stranger() ->
          throw unknown("There is no account for this sign-in here.");
    };
  }

  private static ProblemException unknown(String why) {
    return new ProblemException(ProblemType.TOKEN_UNKNOWN, why);
  }
}
