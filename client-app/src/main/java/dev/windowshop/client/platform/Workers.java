package dev.windowshop.client.platform;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The client's executors, owned by the composition root, which closes them last.
///
/// Thread-safe. Work that fails is logged once, here, when nobody else takes the failure.
public final class Workers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final ExecutorService io;
  private final ExecutorService cpu;
  private final ScheduledThreadPoolExecutor timer;

  public Workers() {
    io =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual()
                .name("io-", 0)
                .uncaughtExceptionHandler(Workers::uncaught)
                .factory());
    cpu =
        Executors.newFixedThreadPool(
            2,
            Thread.ofPlatform()
                .name("cpu-", 0)
                .daemon()
                .uncaughtExceptionHandler(Workers::uncaught)
                .factory());
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform()
                .name("timer")
                .daemon()
                .uncaughtExceptionHandler(Workers::uncaught)
                .factory());
    // What is planned after the end has nobody to reach any more.
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /// For work that blocks: one virtual thread a task.
  public ExecutorService io() {
    return io;
  }

  /// For work that computes, such as decoding pictures: it would hold up what waits on [#io].
  public ExecutorService cpu() {
    return cpu;
  }

  /// Starts work at its time; what blocks hands itself on to [#io].
  public ScheduledExecutorService timer() {
    return timer;
  }

  public static void uncaught(Thread thread, Throwable failure) {
    LOG.error("Unexpected failure on {}", thread.getName(), failure);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    cpu.shutdownNow();
    io.shutdown();
    try {
      if (!io.awaitTermination(2, TimeUnit.SECONDS)) {
        io.shutdownNow();
      }
    } catch (InterruptedException e) {
      io.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
