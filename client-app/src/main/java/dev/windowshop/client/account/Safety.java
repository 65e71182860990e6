package dev.windowshop.client.account;

import dev.windowshop.protocol.AccountSecurity;
import dev.windowshop.protocol.Auth;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What one can do about one's own account. No method blocks.
public interface Safety {
  CompletableFuture<AccountSecurity> security();

  /// @param current null for an account that has no password yet
  CompletableFuture<Void> changePassword(@Nullable String current, String next);

  /// Completes with whether the new email waits to be confirmed.
  CompletableFuture<Boolean> changeEmail(String email, @Nullable String password);

  /// Has a code sent to the email that there is.
  CompletableFuture<Void> askForCode();

  /// @param code from the mail
  CompletableFuture<Void> confirmEmail(String code);

  /// No longer signs in with it.
  ///
  /// @param password null for an account that has none
  CompletableFuture<Void> disconnect(String issuer, @Nullable String password);

  CompletableFuture<List<Auth.Session>> devices();

  CompletableFuture<Void> signOutDevice(String id);

  CompletableFuture<Void> signOutOthers();

  /// Writes the archive; nothing is left of one that was not finished.
  ///
  /// @param progress told how many bytes there are so far, on any thread
  CompletableFuture<Void> export(Path file, LongConsumer progress);

  /// There is no way back.
  CompletableFuture<Void> delete(@Nullable String password);
}
