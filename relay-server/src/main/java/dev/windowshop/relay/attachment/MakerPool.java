package dev.windowshop.relay.attachment;

import dev.windowshop.relay.db.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The few threads that look into files and write pictures anew, whoever asks for it. Thread-safe.
final class MakerPool implements AutoCloseable {
  /// What takes long.
  @FunctionalInterface
  interface Making<T> {
    T make() throws IOException;
  }

  private static final int THREADS = 2;
  private static final int WAITING = 256;

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("attachment-", 0).factory());

  MakerPool() {
    pool.allowCoreThreadTimeOut(true);
  }

  /// Waits for it.
  ///
  /// @throws dev.windowshop.protocol.ProblemException 503 when too many wait already
  <T> T run(Making<T> making) throws IOException {
    try {
      return CompletableFuture.supplyAsync(
              () -> {
                try {
                  return making.make();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              pool)
          .join();
    } catch (RejectedExecutionException e) {
      throw Database.busy();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case UncheckedIOException io -> throw io.getCause();
        case RuntimeException other -> throw other;
        case null, default -> throw e;
      }
    }
  }

  @Override
  public void close() {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
