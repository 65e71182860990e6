package dev.windowshop.client.net;

import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemType;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the relay what waits, one thing after the other, whenever it is there and somebody is
/// signed in; on a thread of its own, which may block. What is left when it closes waits for the
/// next start. Thread-safe.
public final class RelayPump implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RelayPump.class);

  /// After which what could not be told is tried again.
  public static final long AGAIN_SECONDS = 2;

  private final String name;
  private final BooleanSupplier online;
  private final Supplier<@Nullable String> ownId;
  private final Predicate<String> step;
  private final ScheduledExecutorService thread;

  /// Only on the pump's thread: before then the relay wants nothing more.
  private long heldUntil = System.nanoTime();

  /// @param name of the thread
  /// @param step tells the next thing of this user's, on the pump's thread; says whether to go on
  ///   at once, which is not so when nothing waits
  public RelayPump(
      String name,
      BooleanSupplier online,
      Supplier<@Nullable String> ownId,
      Predicate<String> step) {
    this.name = name;
    this.online = online;
    this.ownId = ownId;
    this.step = step;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform()
                .name(name)
                .daemon()
                .uncaughtExceptionHandler(Workers::uncaught)
                .factory());
  }

  /// Whether what the relay refused like this may be taken another time.
  public static boolean isPassing(Problem problem) {
    return problem.status() >= 500
        || problem.status() == 401
        || problem.problemType() == ProblemType.RATE_LIMITED
        || problem.problemType() == ProblemType.IN_PROGRESS;
  }

  /// Seconds until it may: as many as the relay asked for, or a few.
  public static long wait(Problem problem) {
    Long asked = problem.retryAfter();
    return asked == null ? AGAIN_SECONDS : asked;
  }

  /// Something may wait.
  public void wake() {
    wakeIn(0);
  }

  /// Goes on in a moment.
  ///
  /// @return false: not at once
  public boolean later() {
    return later(AGAIN_SECONDS);
  }

  /// As [#later()], after so many seconds, or sooner when woken.
  public boolean later(long seconds) {
    wakeIn(seconds);
    return false;
  }

  /// As [#later(long)], and not sooner either. From a step.
  public boolean hold(long seconds) {
    heldUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    return later(seconds);
  }

  /// Does something on the same thread, between two steps; nothing when it is closed.
  public void run(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is closed", name, e);
    }
  }

  private void wakeIn(long seconds) {
    try {
      thread.schedule(this::pump, seconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is closed: what waits is told at the next start", name, e);
    }
  }

  private void pump() {
    try {
      boolean more = System.nanoTime() - heldUntil >= 0;
      while (more && online.getAsBoolean()) {
        String userId = ownId.get();
        more = userId != null && step.test(userId);
      }
    } catch (RuntimeException e) {
      if (thread.isShutdown()) {
        LOG.debug("{} closed in the middle", name, e);
        return;
      }
      LOG.warn("{} stopped for a moment", name, e);
      later();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
