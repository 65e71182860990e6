package dev.windowshop.client.media.engine;

import dev.windowshop.client.media.MediaEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine's thread. Safe to use from any thread; work posted after [#stop] is dropped.
final class EngineLoop {
  private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);

  private final List<Consumer<MediaEvent>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledThreadPoolExecutor executor;
  private volatile long busySince;

  EngineLoop() {
    executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("media-engine").daemon(true).factory());
    executor.setRejectedExecutionHandler((task, pool) -> {});
    executor.setRemoveOnCancelPolicy(true);
  }

  void listen(Consumer<MediaEvent> listener) {
    listeners.add(listener);
  }

  void emit(MediaEvent event) {
    for (Consumer<MediaEvent> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        LOG.warn("a media listener failed on {}", event.getClass().getSimpleName(), e);
      }
    }
  }

  void post(Runnable work) {
    executor.execute(() -> run(work));
  }

  void after(Duration delay, Runnable work) {
    var _ = executor.schedule(() -> run(work), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  Future<?> every(Duration period, Runnable work) {
    return executor.scheduleWithFixedDelay(
        () -> run(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// How long the work at hand has taken so far; 0 when idle.
  long busyMillis() {
    long since = busySince;
    return since == 0 ? 0 : (System.nanoTime() - since) / 1_000_000;
  }

  /// Does what was posted before and then the last work, and ends.
  ///
  /// @return whether that was done in time
  boolean stop(Runnable last, Duration limit) {
    if (executor.isShutdown()) {
      return true;
    }
    Future<?> done = executor.submit(() -> run(last));
    try {
      done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      return false;
    } finally {
      executor.shutdownNow();
    }
  }

  /// webrtc-java throws `Error` for ordinary failures, so these are caught too.
  private void run(Runnable work) {
    busySince = System.nanoTime();
    try {
      work.run();
    } catch (VirtualMachineError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      LOG.warn("media work failed", e);
    } finally {
      busySince = 0;
    }
  }
}
