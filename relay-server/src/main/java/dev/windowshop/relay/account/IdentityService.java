package dev.windowshop.relay.account;

import dev.windowshop.protocol.Oidc;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/// Gives identities at providers to the account that somebody is signed in to, and takes them away
/// again. Both take the account's password. Blocks its caller, a virtual thread.
final class IdentityService {
  private final Database database;
  private final ExternalSignInService signIns;
  private final ExternalIdentityRepository identities;
  private final SessionRepository sessions;
  private final UserRepository users;
  private final PasswordService passwords;
  private final Clock clock;
  private final Consumer<String> sessionEnded;

  /// @param sessionEnded told the id of every session that ended
  IdentityService(
      Database database,
      ExternalSignInService signIns,
      ExternalIdentityRepository identities,
      SessionRepository sessions,
      UserRepository users,
      PasswordService passwords,
      Clock clock,
      Consumer<String> sessionEnded) {
    this.database = database;
    this.signIns = signIns;
    this.identities = identities;
    this.sessions = sessions;
    this.users = users;
    this.passwords = passwords;
    this.clock = clock;
    this.sessionEnded = sessionEnded;
  }

  /// @throws ProblemException 409 when the identity is another account's
  void connect(Principal principal, Oidc.Connect asked) {
    // First, so that a wrong password leaves the flow as it was.
    passwords.confirm(principal, asked.password());
    ExternalSignInService.Proof proof = signIns.prove(asked.flow(), asked.state(), asked.code());
    String issuer = proof.claims().issuer();
    String subject = proof.claims().subject();
    database.write(handle -> {
      identities.add(handle, issuer, subject, principal.userId(), clock.instant());
      String owner = identities.userOf(handle, issuer, subject).orElseThrow();
      if (!owner.equals(principal.userId())) {
        throw new ProblemException(
            ProblemType.CONFLICT,
            "Another account here signs in with this one of " + proof.provider().name() + ".");
      }
      return owner;
    });
  }

  /// Sessions that the provider's tokens began end with it.
  ///
  /// @throws ProblemException 409 when nobody could sign in to the account any more
  void disconnect(Principal principal, Oidc.Disconnect asked) {
    passwords.confirm(principal, asked.password());
    List<String> ended =
        database.write(handle -> {
          List<ExternalIdentityRepository.Identity> all = identities.of(handle, principal.userId());
          List<ExternalIdentityRepository.Identity> going =
              all.stream().filter(one -> one.issuer().equals(asked.issuer())).toList();
          if (going.isEmpty()) {
            throw ProblemException.notFound("provider");
          }
          if (going.size() == all.size()
              && users.passwordHash(handle, principal.userId()).isEmpty()) {
            throw new ProblemException(
                ProblemType.CONFLICT, "Set a password first: else you could not sign in any more.");
          }
          List<String> sessionIds = identities.remove(handle, principal.userId(), asked.issuer());
          return sessionIds.stream()
              .filter(id -> sessions.end(handle, id, principal.userId(), clock.instant()))
              .toList();
        });
    ended.forEach(sessionEnded);
  }
}
