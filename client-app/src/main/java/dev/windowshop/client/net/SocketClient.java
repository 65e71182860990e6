package dev.windowshop.client.net;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.ServerEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The live line to the relay while somebody is signed in, made again whenever it breaks. While
/// nobody is, it only finds out whether the relay can be reached.
///
/// Thread-safe. Its own thread, `socket`, makes the decisions and calls the observers of events, in
/// the order in which the relay sent them; an observer hands its work on and returns.
public final class SocketClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketClient.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration LONGEST_ASKED_PAUSE = Duration.ofMinutes(5);
  private static final Duration PAUSE_WHEN_INCOMPATIBLE = Duration.ofSeconds(60);

  private final RelayClient relay;
  private final HttpExchange http;
  private final TokenRenewal renewal;
  private final Live<ConnectionState> state = new Live<>(new ConnectionState.Connecting());
  private final List<Consumer<ServerEvent>> observers = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService thread;
  private volatile @Nullable SocketLine line;
  private volatile boolean ready;
  private volatile boolean closed;

  // Only on the socket thread.
  private @Nullable Tokens connectedWith;
  private @Nullable Tokens distrusted;
  private @Nullable ScheduledFuture<?> retry;
  private int failures;

  /// Seconds after which a relay that stops wants to be met again; 0 when it said nothing.
  private long comeBackAfter;

  private boolean versionKnown;

  public SocketClient(RelayClient relay, HttpExchange http, Workers workers) {
    this.relay = relay;
    this.http = http;
    this.renewal = new TokenRenewal(relay, workers);
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform()
                .name("socket")
                .daemon()
                .uncaughtExceptionHandler(Workers::uncaught)
                .factory(),
            // What comes after the end has nobody to reach any more.
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.thread = executor;
  }

  /// Begins; call once.
  public void start() {
    relay.session().state().observe(session -> onThread(() -> sessionChanged(session)));
    http.reachable()
        .observe(yes -> {
          if (!yes) {
            onThread(this::lookAgain);
          }
        });
  }

  public Live<ConnectionState> state() {
    return state;
  }

  public Subscription onEvent(Consumer<ServerEvent> observer) {
    observers.add(observer);
    return () -> observers.remove(observer);
  }

  /// Completes with the acknowledgement's fields, or with [ProblemException] when the relay said
  /// no, or with [RelayUnreachableException] when there is no connection or no answer: then it may
  /// or may not have been done. Never kept for later.
  public CompletableFuture<JsonNode> send(Command command, Object body) {
    SocketLine current = line;
    if (current == null || !ready) {
      return CompletableFuture.failedFuture(
          new RelayUnreachableException("There is no connection to the relay.", null));
    }
    return current.send(command.wire(), body);
  }

  /// Tries now instead of at the next appointed time.
  public void retryNow() {
    onThread(() -> {
      if (!ready) {
        failures = 0;
        connect();
      }
    });
  }

  /// Leaves the connection that there is and makes another: this machine is on another network.
  public void dialAgain() {
    onThread(() -> {
      if (line != null) {
        hangUp();
        state.set(new ConnectionState.Connecting());
      }
      failures = 0;
      connect();
    });
  }

  private void sessionChanged(Session.State session) {
    switch (session) {
      case Session.State.None none -> {
        hangUp();
        failures = 0;
        connect();
      }
      // The line is dialled with the tokens; whether a relay is there can be asked before.
      case Session.State.Opening opening -> connect();
      case Session.State.Held held -> {
        Tokens before = connectedWith;
        if (before != null && before.userId().equals(held.tokens().userId())) {
          renewed(held.tokens());
        } else {
          hangUp();
          failures = 0;
          state.set(new ConnectionState.Connecting());
          connect();
        }
      }
    }
  }

  private void lookAgain() {
    if (state.value() instanceof ConnectionState.SignedOut) {
      connect();
    }
  }

  private void connect() {
    cancel(retry);
    if (closed || line != null) {
      return;
    }
    try {
      if (!versionKnown || relay.session().tokens() == null) {
        requireVersion(relay.health().protocolVersion());
        versionKnown = true;
      }
      Tokens tokens = relay.session().tokens();
      if (tokens == null) {
        failures = 0;
        state.set(
            relay.session().state().value() instanceof Session.State.Opening
                ? new ConnectionState.Connecting()
                : new ConnectionState.SignedOut());
        return;
      }
      if (tokens.equals(distrusted) || tokens.expiresWithin(Duration.ofSeconds(10))) {
        tokens = relay.renewed(tokens);
      }
      dial(tokens);
    } catch (IncompatibleException e) {
      incompatible(said(e));
    } catch (RelayUnreachableException e) {
      tryLater(said(e));
    } catch (ProblemException e) {
      // An ended session is seen by sessionChanged; anything else passes or needs another try.
      if (relay.session().tokens() != null) {
        tryLater(shown(e.problem()));
      }
    }
  }

  private void dial(Tokens tokens) {
    connectedWith = tokens;
    boolean polling = failures % 3 == 2;
    SocketLine[] self = new SocketLine[1];
    SocketLine dialled =
        new SocketLine(
            relay.address(),
            tokens.accessToken(),
            http.client(),
            polling,
            report ->
                onThread(() -> {
                  if (line == self[0]) {
                    reported(report);
                  }
                }));
    self[0] = dialled;
    line = dialled;
    dialled.open();
  }

  private void reported(SocketLine.Report report) {
    switch (report) {
      case SocketLine.Report.Event event -> received(event);
      case SocketLine.Report.Broken broken -> {
        hangUp();
        tryLater(broken.why());
      }
      case SocketLine.Report.Refused refused -> refused(refused.problem());
    }
  }

  private void received(SocketLine.Report.Event event) {
    try {
      ServerEvent decoded = ServerEvent.decode(event.name(), event.payload());
      if (decoded instanceof ServerEvent.Ready first) {
        requireVersion(first.protocolVersion());
        ready = true;
        failures = 0;
        comeBackAfter = 0;
        state.set(new ConnectionState.Online());
        Tokens tokens = connectedWith;
        if (tokens != null) {
          renewal.plan(tokens);
        }
      }
      if (decoded instanceof ServerEvent.ServerStopping(long seconds)) {
        comeBackAfter = Math.clamp(seconds, 0, LONGEST_ASKED_PAUSE.toSeconds());
      }
      for (Consumer<ServerEvent> observer : observers) {
        observer.accept(decoded);
      }
    } catch (IncompatibleException e) {
      incompatible(said(e));
    } catch (RuntimeException e) {
      LOG.warn("The event {} could not be handled", event.name(), e);
    }
  }

  /// The first refusal of a token is answered with a renewed one at once, the next ones in time.
  private void refused(Problem problem) {
    Tokens spent = connectedWith;
    hangUp();
    boolean aboutToken = problem.status() == ProblemType.TOKEN_EXPIRED.status();
    distrusted = aboutToken ? spent : null;
    if (aboutToken && failures == 0) {
      failures++;
      connect();
    } else {
      Long asked = problem.retryAfter();
      comeBackAfter = asked == null ? 0 : Math.clamp(asked, 0, LONGEST_ASKED_PAUSE.toSeconds());
      failures++;
      tryLater(shown(problem));
    }
  }

  private void renewed(Tokens fresh) {
    Tokens before = connectedWith;
    if (before == null || before.accessToken().equals(fresh.accessToken())) {
      return;
    }
    connectedWith = fresh;
    SocketLine current = line;
    if (current == null || !ready) {
      return;
    }
    renewal.plan(fresh);
    current
        .send(Command.RENEW_TOKEN.wire(), new Command.Renew(fresh.accessToken()))
        .whenComplete((answer, failure) -> {
          if (failure instanceof ProblemException) {
            LOG.warn("The relay did not take the renewed token", failure);
            onThread(() -> {
              if (line == current) {
                hangUp();
                connect();
              }
            });
          }
        });
  }

  private void incompatible(String why) {
    hangUp();
    versionKnown = false;
    state.set(new ConnectionState.Incompatible(why));
    again(PAUSE_WHEN_INCOMPATIBLE);
  }

  private void tryLater(String why) {
    if (comeBackAfter > 0) {
      comeBackWhenAsked(why);
      return;
    }
    state.set(new ConnectionState.Offline(why));
    long millis = Math.min(LONGEST_PAUSE.toMillis(), 300L << Math.min(failures, 6));
    failures++;
    // Spread, so that a relay that comes back is not met by all of its clients at once.
    double spread = ThreadLocalRandom.current().nextDouble(0.7, 1.3);
    again(Duration.ofMillis((long) (millis * spread)));
  }

  /// As the relay asked, spread over as long again.
  private void comeBackWhenAsked(String why) {
    boolean stops = failures == 0;
    state.set(new ConnectionState.Offline(stops ? "The relay is taking a short break." : why));
    failures++;
    double spread = ThreadLocalRandom.current().nextDouble(1, 1.5);
    Duration pause = Duration.ofMillis((long) (comeBackAfter * 1000 * spread));
    comeBackAfter = 0;
    again(pause);
  }

  private void again(Duration pause) {
    cancel(retry);
    retry = plan(this::connect, pause.toMillis());
  }

  private @Nullable ScheduledFuture<?> plan(Runnable work, long millis) {
    return closed ? null : thread.schedule(work, millis, TimeUnit.MILLISECONDS);
  }

  private void hangUp() {
    ready = false;
    connectedWith = null;
    renewal.cancel();
    cancel(retry);
    SocketLine current = line;
    line = null;
    if (current != null) {
      current.close();
    }
  }

  private static void requireVersion(int version) {
    if (version > Protocol.VERSION) {
      throw new IncompatibleException(
          "This relay needs a newer Windowshop. Update the app to use it.");
    }
    if (version < Protocol.VERSION) {
      throw new IncompatibleException(
          "This relay is older than this app. Whoever runs it has to update it.");
    }
  }

  private static String said(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static String shown(Problem problem) {
    String detail = problem.detail();
    return detail == null ? problem.title() : detail;
  }

  private static void cancel(@Nullable ScheduledFuture<?> planned) {
    if (planned != null) {
      planned.cancel(false);
    }
  }

  private void onThread(Runnable work) {
    thread.execute(() -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        Workers.uncaught(Thread.currentThread(), e);
      }
    });
  }

  @Override
  public void close() {
    onThread(() -> {
      closed = true;
      hangUp();
    });
    thread.shutdown();
    try {
      if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class IncompatibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompatibleException(String message) {
      super(message);
    }
  }
}
