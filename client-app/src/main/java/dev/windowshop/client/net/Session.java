package dev.windowshop.client.net;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The tokens of whoever is signed in, renewed by one caller while the others wait for it.
///
/// Thread-safe.
public final class Session {
  /// Nobody, or somebody with tokens.
  public sealed interface State {
    /// @param ended true when the relay ended it: the user did not sign out
    record None(boolean ended) implements State {}

    record Held(Tokens tokens) implements State {}
  }

  private final Live<State> state;
  private final AtomicReference<@Nullable CompletableFuture<Tokens>> renewal =
      new AtomicReference<>();

  public Session(@Nullable Tokens tokens) {
    this.state = new Live<>(tokens == null ? new State.None(false) : new State.Held(tokens));
  }

  public Live<State> state() {
    return state;
  }

  public @Nullable Tokens tokens() {
    return state.value() instanceof State.Held held ? held.tokens() : null;
  }

  public void begin(Tokens tokens) {
    state.set(new State.Held(tokens));
  }

  public void end() {
    state.set(new State.None(false));
  }

  /// Newer tokens in the place of `spent`.
  ///
  /// @param exchange asks the relay; blocks
  /// @throws ProblemException when the relay ended the session; then nobody is signed in any more
  /// @throws RelayUnreachableException when it could not be asked; the tokens stay
  Tokens renew(Tokens spent, UnaryOperator<Tokens> exchange) {
    Tokens current = tokens();
    if (current != null && !current.accessToken().equals(spent.accessToken())) {
      return current;
    }
    CompletableFuture<Tokens> mine = new CompletableFuture<>();
    CompletableFuture<Tokens> running = renewal.compareAndExchange(null, mine);
    if (running != null) {
      return join(running);
    }
    try {
      Tokens now = tokens();
      Tokens fresh =
          now != null && !now.accessToken().equals(spent.accessToken())
              ? now
              : exchange.apply(spent);
      replace(spent, new State.Held(fresh));
      mine.complete(fresh);
      return fresh;
    } catch (ProblemException e) {
      if (e.problem().status() == ProblemType.UNAUTHENTICATED.status()) {
        replace(spent, new State.None(true));
      }
      mine.completeExceptionally(e);
      throw e;
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      renewal.set(null);
    }
  }

  /// Only when nobody signed in or out in the meantime.
  private void replace(Tokens spent, State next) {
    state.update(now ->
        now instanceof State.Held held
                && Objects.equals(held.tokens().refreshToken(), spent.refreshToken())
            ? next
            : now);
  }

  private static Tokens join(CompletableFuture<Tokens> running) {
    try {
      return running.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
