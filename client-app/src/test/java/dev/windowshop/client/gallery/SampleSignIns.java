package dev.windowshop.client.gallery;

import dev.windowshop.client.account.SignIns;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Oidc;
import dev.windowshop.protocol.ProblemException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Two providers, whose browser is whoever holds [#outcome]. The code is `good`.
public final class SampleSignIns implements SignIns {
  public static final Oidc.Provider GOOGLE = new Oidc.Provider("google", "Google");
  public static final Oidc.Provider COMPANY = new Oidc.Provider("keycloak", "Lindqvist & Co");

  private final SampleAccounts accounts;

  /// Of the sign-in that is under way.
  public CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  public SampleSignIns(SampleAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public CompletableFuture<List<Oidc.Provider>> providers() {
    return CompletableFuture.completedFuture(List.of(GOOGLE, COMPANY));
  }

  @Override
  public Attempt with(Oidc.Provider provider) {
    CompletableFuture<Outcome> begun = new CompletableFuture<>();
    outcome = begun;
    return new Attempt(
        CompletableFuture.completedFuture("https://accounts.example.org/authorize"),
        begun,
        () -> begun.cancel(false));
  }

  @Override
  public Attempt connect(Oidc.Provider provider, @Nullable String password) {
    return with(provider);
  }

  @Override
  public CompletableFuture<Me> link(String token, String password) {
    return accounts.signIn("maya", password);
  }

  @Override
  public CompletableFuture<Void> forgot(String email) {
    return email.contains("@")
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedFuture(ProblemException.invalid("email", "is no email address"));
  }

  @Override
  public CompletableFuture<Void> reset(String code, String password) {
    return code.equals("good")
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedFuture(
            ProblemException.invalid("token", "is not right, or too old"));
  }
}
