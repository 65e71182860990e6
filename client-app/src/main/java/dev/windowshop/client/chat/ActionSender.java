package dev.windowshop.client.chat;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the relay what was done to messages, in order, whenever it is there; on one thread,
/// `actions`. What the relay refuses is taken back here.
final class ActionSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ActionSender.class);
  private static final long AGAIN_SECONDS = 2;

  private final ClientDatabase database;
  private final RelayClient relay;
  private final MessageActionStore actions;
  private final BooleanSupplier online;
  private final Supplier<@Nullable String> ownId;
  private final Outcome outcome;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform()
              .name("actions")
              .daemon()
              .uncaughtExceptionHandler(Workers::uncaught)
              .factory());
  private long heldUntil = System.nanoTime();

  interface Outcome {
    /// @param message as it is now; null when there is none to tell of
    void done(MessageAction action, @Nullable Message message);

    void refused(MessageAction action, String why);
  }

  ActionSender(
      ClientDatabase database,
      RelayClient relay,
      MessageActionStore actions,
      BooleanSupplier online,
      Supplier<@Nullable String> ownId,
      Outcome outcome) {
    this.database = database;
    this.relay = relay;
    this.actions = actions;
    this.online = online;
    this.ownId = ownId;
    this.outcome = outcome;
  }

  void wake() {
    wakeIn(0);
  }

  private void wakeIn(long seconds) {
    try {
      thread.schedule(this::pump, seconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("closed: what waits is told at the next start", e);
    }
  }

  private void pump() {
    try {
      boolean more = System.nanoTime() - heldUntil >= 0;
      while (more && online.getAsBoolean()) {
        String userId = ownId.get();
        MessageAction next =
            userId == null
                ? null
                : database
                    .read(connection -> Optional.ofNullable(actions.next(connection, userId)))
                    .orElse(null);
        more = next != null && told(next);
      }
    } catch (RuntimeException e) {
      if (thread.isShutdown()) {
        LOG.debug("closed while telling", e);
        return;
      }
      LOG.warn("What was done to messages waits for a moment", e);
      wakeIn(AGAIN_SECONDS);
    }
  }

  private boolean told(MessageAction action) {
    try {
      outcome.done(action, tell(action));
      return true;
    } catch (RelayUnreachableException e) {
      LOG.debug("kept for later: {}", e.getMessage());
      wakeIn(AGAIN_SECONDS);
      return false;
    } catch (ProblemException e) {
      return said(action, e.problem());
    } catch (CompletionException e) {
      if (e.getCause() instanceof RelayUnreachableException) {
        wakeIn(AGAIN_SECONDS);
        return false;
      }
      throw e;
    }
  }

  private @Nullable Message tell(MessageAction action) {
    String path = "/messages/" + action.messageId();
    return switch (action.kind()) {
      case EDIT -> relay.put(path, new Message.Edit(action.value()), Message.class);
      case DELETE -> {
        relay.delete(path);
        yield null;
      }
      case HIDE -> {
        relay.delete(path + "?for=me");
        yield null;
      }
      case REACT -> {
        relay.put(path + "/reactions/" + encoded(action.value()), java.util.Map.of());
        yield null;
      }
      case UNREACT -> {
        relay.delete(path + "/reactions/" + encoded(action.value()));
        yield null;
      }
      case PIN -> {
        relay.put(path + "/pin", java.util.Map.of());
        yield null;
      }
      case UNPIN -> {
        relay.delete(path + "/pin");
        yield null;
      }
    };
  }

  private static String encoded(String emoji) {
    return URLEncoder.encode(emoji, StandardCharsets.UTF_8);
  }

  private boolean said(MessageAction action, Problem problem) {
    boolean passing =
        problem.status() >= 500
            || problem.status() == 401
            || problem.problemType() == ProblemType.RATE_LIMITED
            || problem.problemType() == ProblemType.IN_PROGRESS;
    if (passing) {
      Long asked = problem.retryAfter();
      long wait = asked == null ? AGAIN_SECONDS : asked;
      heldUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(wait);
      wakeIn(wait);
      return false;
    }
    outcome.refused(action, problem.detail() == null ? problem.title() : problem.detail());
    return true;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
