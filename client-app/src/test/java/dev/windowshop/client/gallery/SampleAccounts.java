package dev.windowshop.client.gallery;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.Accounts;
import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.UserRole;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One person, whose password is `walking`.
public final class SampleAccounts implements Accounts {
  private static final Me MAYA =
      new Me(
          "u9",
          "maya",
          "maya@example.com",
          "Maya Lindqvist",
          null,
          "Looking for a lamp",
          null,
          Instant.EPOCH,
          null,
          UserRole.USER,
          PresenceStatus.ONLINE);

  private final Live<Account> account = new Live<>(new Account.Guest());

  @Override
  public Live<Account> account() {
    return account;
  }

  @Override
  public CompletableFuture<Me> signIn(String login, String password) {
    if (!password.equals("walking")) {
      return CompletableFuture.failedFuture(
          new ProblemException(
              ProblemType.WRONG_CREDENTIALS, "The user name, email or password is wrong."));
    }
    account.set(new Account.SignedIn(MAYA));
    return CompletableFuture.completedFuture(MAYA);
  }

  @Override
  public CompletableFuture<Me> signUp(
      String email, String username, String password, @Nullable String displayName) {
    if (password.length() < 8) {
      return CompletableFuture.failedFuture(
          ProblemException.invalid("password", "must have 8 characters at least"));
    }
    return signIn(username, "walking");
  }

  @Override
  public CompletableFuture<Void> signOut() {
    account.set(new Account.Guest());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Me> changePicture(java.nio.file.Path picture) {
    return update(new Me.Patch(null, null, null, null, null));
  }

  @Override
  public CompletableFuture<Me> update(Me.Patch patch) {
    Me changed =
        new Me(
            MAYA.id(),
            MAYA.username(),
            MAYA.email(),
            Objects.requireNonNullElse(patch.displayName(), MAYA.displayName()),
            null,
            patch.bio() == null ? MAYA.bio() : patch.bio(),
            null,
            MAYA.createdAt(),
            patch.bioUntil(),
            MAYA.role(),
            MAYA.presence());
    account.set(new Account.SignedIn(changed));
    return CompletableFuture.completedFuture(changed);
  }
}
