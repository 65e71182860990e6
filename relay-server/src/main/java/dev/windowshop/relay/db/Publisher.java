package dev.windowshop.relay.db;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets groups of committed units tell what they changed: on one thread, in the order of their
/// tickets. Thread-safe.
///
/// A writer takes its ticket just before it commits, while it still holds every row that it
/// changed. Whoever changes one of those rows after it can only take a later ticket, so that for
/// each conversation the order of the tickets is that of its counter, whatever the writers' threads
/// do in between.
final class Publisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("db-publish").factory());
  private final Map<Long, List<Unit<?>>> waiting = new HashMap<>();
  private long taken;
  private long next;

  synchronized long ticket() {
    return taken++;
  }

  /// Every ticket must come back exactly once.
  ///
  /// @param committed empty when nothing was
  synchronized void hand(long ticket, List<Unit<?>> committed) {
    waiting.put(ticket, committed);
    List<Unit<?>> group;
    while ((group = waiting.remove(next)) != null) {
      next++;
      List<Unit<?>> units = group;
      thread.execute(() -> units.forEach(Unit::publish));
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("events were still being published at close");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
