package dev.windowshop.client.account;

import dev.windowshop.client.net.DeviceName;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Oidc;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in through a provider (the relay begins and ends it; we open the browser and wait for it
/// on a loopback address) and by a new password. Thread-safe.
public final class SignInService implements SignIns {
  private static final Logger LOG = LoggerFactory.getLogger(SignInService.class);

  private final RelayClient relay;
  private final Workers workers;
  private final AccountService accounts;
  private final Browser browser;
  private final Duration patience;

  /// @param patience how long the browser may take
  public SignInService(
      RelayClient relay,
      Workers workers,
      AccountService accounts,
      Browser browser,
      Duration patience) {
    this.relay = relay;
    this.workers = workers;
    this.accounts = accounts;
    this.browser = browser;
    this.patience = patience;
  }

  /// None where the relay is older, or can't be asked.
  @Override
  public CompletableFuture<List<Oidc.Provider>> providers() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return relay.get("/auth/providers", Oidc.Providers.class).items();
          } catch (ProblemException | RelayUnreachableException e) {
            LOG.info("No providers to sign in with: {}", e.getMessage());
            return List.of();
          }
        },
        workers.io());
  }

  /// What is done with what the browser brought back.
  private interface Finish {
    void finish(
        Oidc.Started started, String state, String code, CompletableFuture<Outcome> outcome);
  }

  @Override
  public Attempt with(Oidc.Provider provider) {
    return begin(provider, this::signIn);
  }

  @Override
  public Attempt connect(Oidc.Provider provider, @Nullable String password) {
    return begin(
        provider,
        (started, state, code, outcome) -> {
          relay.post("/auth/oidc/connect", new Oidc.Connect(started.flow(), state, code, password));
          outcome.complete(new Outcome.Connected());
        });
  }

  private Attempt begin(Oidc.Provider provider, Finish finish) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    CompletableFuture<String> address = new CompletableFuture<>();
    Loopback loopback;
    try {
      loopback = new Loopback();
    } catch (IOException e) {
      LOG.error("No loopback address to come back to", e);
      outcome.completeExceptionally(refused("This machine lets nothing listen. Use a password."));
      return new Attempt(address, outcome, () -> {});
    }
    ScheduledFuture<?> late =
        workers
            .timer()
            .schedule(
                () ->
                    outcome.completeExceptionally(
                        refused("That took too long. Begin again when you like.")),
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    outcome.whenComplete((done, failure) -> {
      late.cancel(false);
      loopback.close();
    });
    workers.io().execute(() -> run(provider, loopback, finish, address, outcome));
    return new Attempt(address, outcome, () -> outcome.cancel(false));
  }

  /// One sign-in from its beginning to its end.
  private void run(
      Oidc.Provider provider,
      Loopback loopback,
      Finish finish,
      CompletableFuture<String> address,
      CompletableFuture<Outcome> outcome) {
    try {
      Oidc.Started started =
          relay.post(
              "/auth/oidc/start",
              new Oidc.Start(provider.id(), loopback.address()),
              Oidc.Started.class);
      URI page = URI.create(started.authorizationUrl());
      address.complete(started.authorizationUrl());
      // Beside us, since some browsers are done opening only when they are closed.
      workers.io().execute(() -> open(page));
      Loopback.Visit visit = loopback.await(stateOf(page), provider.name());
      switch (visit) {
        case Loopback.Visit.Refused(String error) ->
            outcome.completeExceptionally(
                refused(
                    error.equals("access_denied")
                        ? "You did not sign in at " + provider.name() + "."
                        : provider.name() + " did not confirm the sign-in. Begin again."));
        case Loopback.Visit.Code(String code, String state) -> {
          if (!outcome.isDone()) {
            finish.finish(started, state, code, outcome);
          }
        }
      }
    } catch (ProblemException | RelayUnreachableException e) {
      outcome.completeExceptionally(e);
    } catch (IOException | IllegalArgumentException e) {
      // Given up, or out of time: the outcome says so already.
      outcome.completeExceptionally(refused("The sign-in ended before it was done."));
    }
  }

  /// Where there is no browser to be found, the page's address can still be copied.
  private void open(URI page) {
    try {
      browser.open(page);
    } catch (IOException e) {
      LOG.warn("The browser could not be opened: {}", e.getMessage());
    }
  }

  private void signIn(
      Oidc.Started started, String state, String code, CompletableFuture<Outcome> outcome) {
    try {
      Auth.Tokens tokens =
          relay.post(
              "/auth/oidc/finish",
              new Oidc.Finish(started.flow(), state, code, DeviceName.here()),
              Auth.Tokens.class);
      if (!outcome.isDone()) {
        outcome.complete(new Outcome.In(accounts.begin(tokens)));
      }
    } catch (ProblemException e) {
      Problem problem = e.problem();
      String token = problem.linkToken();
      if (e.type() != ProblemType.LINK_REQUIRED || token == null) {
        throw e;
      }
      String words = problem.detail();
      outcome.complete(new Outcome.ToLink(token, words == null ? problem.title() : words));
    }
  }

  private static String stateOf(URI page) {
    for (String pair : page.getRawQuery().split("&")) {
      if (pair.startsWith("state=")) {
        return java.net.URLDecoder.decode(
            pair.substring(6), java.nio.charset.StandardCharsets.UTF_8);
      }
    }
    throw new IllegalArgumentException("the address carries no state");
  }

  @Override
  public CompletableFuture<Me> link(String token, String password) {
    return CompletableFuture.supplyAsync(
        () ->
            accounts.begin(
                relay.post(
                    "/auth/oidc/link",
                    new Oidc.Link(token, password, DeviceName.here()),
                    Auth.Tokens.class)),
        workers.io());
  }

  @Override
  public CompletableFuture<Void> forgot(String email) {
    return CompletableFuture.runAsync(
        () -> relay.post("/auth/forgot", new Auth.Forgot(email.strip())), workers.io());
  }

  @Override
  public CompletableFuture<Void> reset(String code, String password) {
    return CompletableFuture.runAsync(
        () -> relay.post("/auth/reset", new Auth.Reset(code.strip(), password)), workers.io());
  }

  private static ProblemException refused(String words) {
    return new ProblemException(ProblemType.WRONG_CREDENTIALS, words);
  }
}
