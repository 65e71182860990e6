package dev.windowshop.client.net;

import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.ProblemException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A feature's own thread: the only one that changes what the relay confirmed, one thing after the
/// other. It may wait for the relay. Thread-safe.
public final class RelayThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RelayThread.class);

  private final ExecutorService thread;

  public RelayThread(String name) {
    thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform()
                .name(name)
                .daemon()
                .uncaughtExceptionHandler(Workers::uncaught)
                .factory());
  }

  /// What fails for want of the relay is done again with the next connection.
  public void run(Runnable work) {
    try {
      thread.execute(() -> {
        try {
          work.run();
        } catch (RelayUnreachableException e) {
          LOG.debug("put off: {}", e.getMessage());
        } catch (ProblemException | CompletionException e) {
          LOG.warn("The relay's news could not be taken in", e);
        }
      });
    } catch (RejectedExecutionException e) {
      LOG.debug("closed", e);
    }
  }

  public <T> CompletableFuture<T> ask(Callable<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      thread.execute(() -> {
        try {
          answer.complete(work.call());
        } catch (Exception e) {
          answer.completeExceptionally(
              e instanceof CompletionException && e.getCause() != null ? e.getCause() : e);
        }
      });
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(e);
    }
    return answer;
  }

  @Override
  public void close() {
    // What was written down last still goes to the store; what waits for the relay is cut short.
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
      if (!thread.awaitTermination(3, TimeUnit.SECONDS)) {
        LOG.warn("A thread of the relay was closed with work still running");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
