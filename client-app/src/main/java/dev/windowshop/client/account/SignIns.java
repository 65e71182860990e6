package dev.windowshop.client.account;

import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Oidc;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The other ways in: a provider, and a password that was forgotten. No method blocks.
public interface SignIns {
  /// What came of a provider's sign-in.
  sealed interface Outcome {
    record In(Me me) implements Outcome {}

    /// There is an account already, whose password links it.
    ///
    /// @param words what happened and what to do
    record ToLink(String token, String words) implements Outcome {
      @Override
      public String toString() {
        return "ToLink[[REDACTED]]";
      }
    }
  }

  /// One that is under way in the browser.
  ///
  /// @param address what the browser was sent to, to be opened by hand where it was not
  /// @param cancel gives it up
  record Attempt(
      CompletableFuture<String> address, CompletableFuture<Outcome> outcome, Runnable cancel) {}

  CompletableFuture<List<Oidc.Provider>> providers();

  Attempt with(Oidc.Provider provider);

  CompletableFuture<Me> link(String token, String password);

  /// Has a code sent.
  CompletableFuture<Void> forgot(String email);

  /// @param code from the mail
  CompletableFuture<Void> reset(String code, String password);
}
