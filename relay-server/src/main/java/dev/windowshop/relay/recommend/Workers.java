package dev.windowshop.relay.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The few threads of one rebuild: platform threads, as the work is the processor's, and of low
/// priority, as a query goes before it.
final class Workers implements AutoCloseable {
  private static final int CHUNK = 64;

  private final int count;
  private final ExecutorService threads;

  Workers(int count) {
    this.count = count;
    AtomicInteger number = new AtomicInteger();
    ThreadFactory factory =
        work -> {
          Thread thread = new Thread(work, "recommend-build-" + number.incrementAndGet());
          thread.setDaemon(true);
          thread.setPriority(Thread.MIN_PRIORITY);
          return thread;
        };
    this.threads = Executors.newFixedThreadPool(count, factory);
  }

  static int usual() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
  }

  /// What one thread does with one number.
  @FunctionalInterface
  interface Work {
    void on(int number);
  }

  /// Runs the work for 0 to `until`, each thread with its own `Work`; returns when all is done.
  void run(int until, Supplier<Work> perThread) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      running.add(
          threads.submit(() -> {
            Work work = perThread.get();
            for (int at = next.getAndAdd(CHUNK); at < until; at = next.getAndAdd(CHUNK)) {
              if (Thread.interrupted()) {
                throw new RebuildAbandonedException();
              }
              for (int number = at; number < Math.min(until, at + CHUNK); number++) {
                work.on(number);
              }
            }
          }));
    }
    try {
      for (Future<?> one : running) {
        one.get();
      }
    } catch (InterruptedException e) {
      running.forEach(one -> one.cancel(true));
      Thread.currentThread().interrupt();
      throw new RebuildAbandonedException();
    } catch (ExecutionException e) {
      running.forEach(one -> one.cancel(true));
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
