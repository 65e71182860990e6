package dev.windowshop.client.account;

import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Oidc;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The other ways in: a provider, and a password that was forgotten. No method blocks.
public interface SignIns {
  /// What came of a provider's sign-in.
  sealed interface Outcome {
    record In(Me me) implements Outcome {}

    /// The account that one is signed in to has it now.
    record Connected() implements Outcome {}

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

  /// Gives what the provider says one is to the account that one is signed in to.
  ///
  /// @param password of the account; null for one that has none
  Attempt connect(Oidc.Provider provider, @Nullable String password);

  CompletableFuture<Me> link(String token, String password);

  /// Has a code sent.
  CompletableFuture<Void> forgot(String email);

  /// @param code from the mail
  CompletableFuture<Void> reset(String code, String password);
}
