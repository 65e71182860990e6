package dev.windowshop.client.account;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Me;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What the account's screens need. No method blocks.
public interface Accounts {
  Live<Account> account();

  /// @param login an email or a user name
  CompletableFuture<Me> signIn(String login, String password);

  CompletableFuture<Me> signUp(
      String email, String username, String password, @Nullable String displayName);

  CompletableFuture<Void> signOut();

  CompletableFuture<Me> update(Me.Patch patch);

  /// Makes a picture on this machine the own one.
  CompletableFuture<Me> changePicture(Path picture);
}
