package dev.windowshop.relay.account;

import dev.windowshop.protocol.Ids;
import dev.windowshop.relay.oidc.ExternalClaims;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Finds, or makes, the account of somebody whom a provider vouches for. Inside a unit of work.
final class ExternalAccounts {
  private static final int TRIES = 50;

  sealed interface Found {
    record User(String id) implements Found {}

    /// A local account has the email that the provider has verified.
    record ToLink(String userId) implements Found {}

    /// A local account has the email, which nobody has verified.
    record EmailTaken() implements Found {}

    /// Nobody is let in who is not known.
    record Stranger() implements Found {}
  }

  private final UserRepository users;
  private final ExternalIdentityRepository identities;
  private final boolean signUp;
  private final Clock clock;

  ExternalAccounts(
      UserRepository users, ExternalIdentityRepository identities, boolean signUp, Clock clock) {
    this.users = users;
    this.identities = identities;
    this.signUp = signUp;
    this.clock = clock;
  }

  Found find(Handle handle, ExternalClaims claims) {
    Optional<String> known = identities.userOf(handle, claims.issuer(), claims.subject());
    if (known.isPresent()) {
      return new Found.User(known.get());
    }
    String email = claims.email();
    if (email != null && AccountRules.isEmail(email)) {
      Optional<String> local = users.idOfEmail(handle, email);
      if (local.isPresent()) {
        return claims.emailVerified() ? new Found.ToLink(local.get()) : new Found.EmailTaken();
      }
    } else {
      email = "";
    }
    return signUp ? new Found.User(make(handle, claims, email)) : new Found.Stranger();
  }

  private String make(Handle handle, ExternalClaims claims, String email) {
    Instant now = clock.instant();
    String id = Ids.newId();
    String wished =
        AccountRules.usernameFrom(claims.preferredUsername(), claims.email(), claims.name());
    String displayName = AccountRules.displayNameFrom(claims.name(), wished);
    for (int attempt = 1; ; attempt++) {
      String username =
          attempt == 1
              ? wished
              : attempt < TRIES ? wished + attempt : "shopper." + id.substring(24);
      UserRepository.NewUser user =
          new UserRepository.NewUser(id, username, email, displayName, null, null, null, now);
      if (users.insert(handle, user).isEmpty()) {
        if (claims.emailVerified() && !email.isEmpty()) {
          users.setEmail(handle, id, email, now);
        }
        identities.add(handle, claims.issuer(), claims.subject(), id, now);
        return id;
      }
      if (attempt > TRIES) {
        throw new IllegalStateException("no user name was free for a new account");
      }
    }
  }
}
