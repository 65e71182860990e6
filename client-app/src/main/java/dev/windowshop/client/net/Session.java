package dev.windowshop.client.net;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The tokens of whoever is signed in, renewed by one caller while the others wait for it.
///
/// Thread-safe.
public final class Session {
  /// Why nobody is signed in.
  public enum Why {
    /// Nobody was, or they signed out.
    NOBODY,
    /// The relay ended it: the user did not sign out.
    ENDED,
    /// Somebody is, but their tokens cannot be opened on this machine.
    CLOSED
  }

  /// Nobody, or somebody whose tokens are still being opened, or somebody with tokens.
  public sealed interface State {
    record None(Why why) implements State {}

    record Opening(String userId) implements State {}

    record Held(Tokens tokens) implements State {}
  }

  private final Live<State> state;

  /// Completes when the tokens are no longer being opened.
  private final CompletableFuture<@Nullable Void> known = new CompletableFuture<>();

  private final AtomicReference<@Nullable CompletableFuture<Tokens>> renewal =
      new AtomicReference<>();

  public Session(@Nullable Tokens tokens) {
    this(tokens == null ? new State.None(Why.NOBODY) : new State.Held(tokens));
  }

  private Session(State first) {
    this.state = new Live<>(first);
  }

  /// Somebody's, whose tokens come with [#opened]; until then whoever asks the relay waits.
  public static Session opening(String userId) {
    return new Session(new State.Opening(userId));
  }

  /// What came of opening the tokens; nothing when somebody signed in or out in the meantime.
  ///
  /// @param tokens null when they could not be opened
  public void opened(@Nullable Tokens tokens) {
    State next = tokens == null ? new State.None(Why.CLOSED) : new State.Held(tokens);
    state.update(now -> now instanceof State.Opening ? next : now);
    known.complete(null);
  }

  public Live<State> state() {
    return state;
  }

  public @Nullable Tokens tokens() {
    return state.value() instanceof State.Held held ? held.tokens() : null;
  }

  /// As [#tokens()], once they are open.
  ///
  /// @throws RelayUnreachableException when the caller is interrupted before
  @Nullable Tokens openTokens() {
    if (state.value() instanceof State.Opening) {
      try {
        known.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RelayUnreachableException("Windowshop is closing.", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("only ever completed", e);
      }
    }
    return tokens();
  }

  /// The user's id, also while the tokens are being opened.
  public @Nullable String userId() {
    return switch (Objects.requireNonNull(state.value())) {
      case State.None none -> null;
      case State.Opening(String userId) -> userId;
      case State.Held(Tokens tokens) -> tokens.userId();
    };
  }

  public void begin(Tokens tokens) {
    become(new State.Held(tokens));
  }

  public void end() {
    become(new State.None(Why.NOBODY));
  }

  private void become(State next) {
    state.set(next);
    known.complete(null);
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
        replace(spent, new State.None(Why.ENDED));
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
