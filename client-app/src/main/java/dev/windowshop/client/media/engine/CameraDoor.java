package dev.windowshop.client.media.engine;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens and closes cameras on a thread of their own, in order, because a broken one may take
/// forever. That one is left behind with its thread, and the next gets another. Used by the
/// engine's thread, which never waits here but in [#awaitClosed].
final class CameraDoor {
  /// What comes of opening one.
  sealed interface Outcome {
    record Opened(Feed feed) implements Outcome {}

    /// There is none, or it refuses.
    record Missing() implements Outcome {}

    /// It takes too long, and [Opened] may follow; or it had opened and gives no picture, and is
    /// closed.
    record Hangs() implements Outcome {}
  }

  /// Whoever waits for a camera or has one, until they no longer want it.
  final class Visitor {
    private final Consumer<Outcome> told;
    private boolean left;
    private boolean answered;
    private @Nullable Feed open;

    private Visitor(Consumer<Outcome> told) {
      this.told = told;
    }

    /// What is open is closed, and what opens after this at once.
    void leave() {
      left = true;
      shut();
    }

    /// Whether there is no answer yet, or none but that it takes too long.
    boolean isWaiting() {
      return !answered;
    }

    /// Looks whether the camera still gives pictures. One that has given none for too long is as
    /// good as one that does not open.
    void look() {
      Feed feed = open;
      if (feed != null && feed.silence().compareTo(silence) > 0) {
        shut();
        told.accept(new Outcome.Hangs());
      }
    }

    private void shut() {
      Feed feed = open;
      open = null;
      if (feed != null) {
        close(feed);
      }
    }

    private void answer(Outcome outcome) {
      answered = true;
      if (!left) {
        open = outcome instanceof Outcome.Opened opened ? opened.feed() : null;
        told.accept(outcome);
      } else if (outcome instanceof Outcome.Opened opened) {
        close(opened.feed());
      }
    }

    private void timeIsUp(ExecutorService thread) {
      if (!answered) {
        if (thread == current) {
          current = null;
        }
        if (!left) {
          told.accept(new Outcome.Hangs());
        }
      }
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(CameraDoor.class);

  private final EngineLoop loop;
  private final Duration limit;
  private final Duration silence;
  private final AtomicInteger busy = new AtomicInteger();
  private @Nullable ExecutorService current;

  /// @param limit after which one that does not open hangs
  /// @param silence after which one that gives no picture does
  CameraDoor(EngineLoop loop, Duration limit, Duration silence) {
    this.loop = loop;
    this.limit = limit;
    this.silence = silence;
  }

  /// @param open gives null when there is no camera; may block, and throw also an `Error`
  /// @param told by the engine's thread
  Visitor open(Supplier<@Nullable Feed> open, Consumer<Outcome> told) {
    Visitor visitor = new Visitor(told);
    ExecutorService thread = thread();
    run(
        thread,
        () -> {
          Outcome outcome = opened(open);
          loop.post(() -> visitor.answer(outcome));
        });
    loop.after(limit, () -> visitor.timeIsUp(thread));
    return visitor;
  }

  private static Outcome opened(Supplier<@Nullable Feed> open) {
    try {
      Feed feed = open.get();
      return feed == null ? new Outcome.Missing() : new Outcome.Opened(feed);
    } catch (RuntimeException | Error e) {
      LOG.warn("the camera did not start: {}", e.getMessage());
      return new Outcome.Missing();
    }
  }

  void close(Feed feed) {
    run(
        thread(),
        () -> {
          try {
            feed.close();
          } catch (RuntimeException | Error e) {
            LOG.warn("the camera did not stop: {}", e.getMessage());
          }
        });
  }

  private void run(ExecutorService thread, Runnable work) {
    busy.incrementAndGet();
    thread.execute(() -> {
      try {
        work.run();
      } finally {
        busy.decrementAndGet();
      }
    });
  }

  private ExecutorService thread() {
    ExecutorService thread = current;
    if (thread == null) {
      thread =
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().name("media-camera").daemon(true).factory());
      current = thread;
    }
    return thread;
  }

  /// Ends. Whether every camera is closed: what they use may not be taken away from them before.
  boolean awaitClosed(Duration patience) {
    ExecutorService thread = current;
    current = null;
    if (thread != null) {
      thread.shutdown();
      try {
        if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          return false;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return busy.get() == 0;
  }
}
