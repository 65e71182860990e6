package dev.windowshop.client.app;

import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.shell.look.Theme;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// JavaFX's toolkit. Its start takes as long as all the rest of a start does, and needs nothing of
/// it. Thread-safe.
final class Toolkit {
  /// For a display that does not answer.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Toolkit.class);
  private static @Nullable CompletableFuture<Void> start;

  private Toolkit() {}

  /// Begins its start, once, on a thread of its own.
  ///
  /// @return fails with an [UnsupportedOperationException] where there is no display
  static synchronized CompletableFuture<Void> begin() {
    CompletableFuture<Void> begun = start;
    if (begun == null) {
      begun = new CompletableFuture<>();
      start = begun;
      CompletableFuture<Void> started = begun;
      Thread.ofPlatform().name("toolkit").daemon().start(() -> start(started));
    }
    return begun;
  }

  private static void start(CompletableFuture<Void> started) {
    try {
      Platform.startup(() -> {
        Thread.currentThread().setUncaughtExceptionHandler(Workers::uncaught);
        started.complete(null);
        rehearse();
      });
      Platform.setImplicitExit(false);
    } catch (RuntimeException e) {
      started.completeExceptionally(e);
    }
  }

  /// The thread has nothing else to do until what lies on this machine is open.
  private static void rehearse() {
    try {
      Theme.rehearse(MainWindow.STYLESHEETS);
    } catch (RuntimeException e) {
      LOG.warn("The window takes a little longer to come", e);
    }
  }

  /// Ends it, if it was begun; an exit amid its start might crash.
  static void end() {
    CompletableFuture<Void> begun;
    synchronized (Toolkit.class) {
      begun = start;
    }
    if (begun == null) {
      return;
    }
    try {
      begun.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      Platform.exit();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("there is no display", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
