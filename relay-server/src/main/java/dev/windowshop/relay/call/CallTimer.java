package dev.windowshop.relay.call;

import java.time.Duration;
import java.time.Instant;

/// Time as calls see it: what the hour is, and to be woken later. A wake-up is never taken back;
/// whoever is woken looks whether there is still something to do.
public interface CallTimer extends AutoCloseable {
  Instant now();

  /// Runs the task once on a thread that may block.
  void after(Duration delay, Runnable task);

  /// Nobody is woken any more.
  @Override
  default void close() {}
}
