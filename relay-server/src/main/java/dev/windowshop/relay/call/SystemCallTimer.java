package dev.windowshop.relay.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The wall clock. One thread waits, each task runs on a virtual thread of its own.
final class SystemCallTimer implements CallTimer {
  private static final Logger LOG = LoggerFactory.getLogger(SystemCallTimer.class);

  private final Clock clock = Clock.systemUTC();
  private final ScheduledThreadPoolExecutor waiting =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("call-timer").factory());

  SystemCallTimer() {
    // Sockets may end after the relay's calls have: nobody waits for them any more.
    waiting.setRejectedExecutionHandler((task, pool) -> {});
    waiting.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  @Override
  public void after(Duration delay, Runnable task) {
    waiting.schedule(
        () -> Thread.ofVirtual().name("call-timeout").start(() -> run(task)),
        delay.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("a call's time-out failed", e);
    }
  }

  @Override
  public void close() {
    waiting.shutdownNow();
  }
}
