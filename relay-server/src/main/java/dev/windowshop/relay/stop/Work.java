package dev.windowshop.relay.stop;

import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The requests and commands that run. Once it is stopped no more begin, and whoever stops it waits
/// for the last one. Thread-safe; only [#finish] blocks.
public final class Work {
  /// When clients are asked to come back, seconds.
  public static final long RETRY_AFTER = 5;

  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean stopping;

  /// @return false when the relay stops: then it must not run, and [#end] is not called
  public boolean begin() {
    running.incrementAndGet();
    if (stopping) {
      end();
      return false;
    }
    return true;
  }

  public void end() {
    if (running.decrementAndGet() == 0 && stopping) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  public int running() {
    return running.get();
  }

  public boolean isStopping() {
    return stopping;
  }

  /// Lets nothing more begin.
  public void stop() {
    stopping = true;
  }

  /// Waits for what still runs.
  ///
  /// @return false when some still did after that time
  public boolean finish(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    synchronized (this) {
      while (running.get() > 0) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    }
    return true;
  }

  /// What those are told who come now.
  public static Problem refusal() {
    return Problem.of(ProblemType.UNAVAILABLE, "The relay is stopping. Try again soon.")
        .withRetryAfter(RETRY_AFTER);
  }
}
