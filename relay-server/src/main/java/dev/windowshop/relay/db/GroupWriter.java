package dev.windowshop.relay.db;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One writer thread: takes what is queued, runs each unit in a savepoint, commits once, and then
/// lets a second thread publish in that order while the next group is written.
final class GroupWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
  private static final int QUEUE = 16_384;
  private static final int GROUP = 512;

  private final Jdbi jdbi;
  private final BlockingQueue<Unit<?>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final ExecutorService publisher =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("db-publish").factory());
  private final Thread thread;
  private volatile boolean closed;

  GroupWriter(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.thread = Thread.ofPlatform().daemon().name("db-write").start(this::run);
  }

  <T> CompletableFuture<T> submit(Function<Handle, T> work, Consumer<T> published) {
    Unit<T> unit = new Unit<>(work, published);
    try {
      if (closed || !queue.offer(unit, 5, TimeUnit.SECONDS)) {
        unit.future.completeExceptionally(Database.busy());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      unit.future.completeExceptionally(Database.busy());
    }
    return unit.future;
  }

  private void run() {
    try (Handle handle = jdbi.open()) {
      List<Unit<?>> group = new ArrayList<>(GROUP);
      while (!closed || !queue.isEmpty()) {
        Unit<?> first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        group.add(first);
        queue.drainTo(group, GROUP - 1);
        commit(handle, group);
        group.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Unit<?>> rest = new ArrayList<>();
    queue.drainTo(rest);
    rest.forEach(unit -> unit.future.completeExceptionally(Database.busy()));
  }

  private void commit(Handle handle, List<Unit<?>> group) {
    try {
      handle.execute("BEGIN IMMEDIATE");
      for (Unit<?> unit : group) {
        unit.runIn(handle);
      }
      handle.execute("COMMIT");
    } catch (RuntimeException e) {
      LOG.error("a group of {} writes was not committed", group.size(), e);
      try {
        handle.execute("ROLLBACK");
      } catch (RuntimeException rollback) {
        LOG.debug("nothing to roll back", rollback);
      }
      group.forEach(unit -> unit.future.completeExceptionally(e));
      return;
    }
    List<Unit<?>> done = List.copyOf(group);
    publisher.execute(() -> done.forEach(Unit::publish));
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(10_000);
      publisher.shutdown();
      if (!publisher.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("events were still being published at close");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Unit<T> {
    final CompletableFuture<T> future = new CompletableFuture<>();
    private final Function<Handle, T> work;
    private final Consumer<T> published;
    private @Nullable T result;
    private boolean succeeded;

    Unit(Function<Handle, T> work, Consumer<T> published) {
      this.work = work;
      this.published = published;
    }

    void runIn(Handle handle) {
      handle.execute("SAVEPOINT unit");
      try {
        result = work.apply(handle);
        handle.execute("RELEASE unit");
        succeeded = true;
      } catch (RuntimeException | Error e) {
        // An error too: it is that unit's, and the one writer has to live on.
        handle.execute("ROLLBACK TO unit");
        handle.execute("RELEASE unit");
        future.completeExceptionally(e);
      }
    }

    @SuppressWarnings("NullAway") // a unit of work may return null where its T says so
    void publish() {
      if (!succeeded) {
        return;
      }
      try {
        published.accept(result);
      } catch (RuntimeException e) {
        LOG.error("events of a committed write were not published", e);
      }
      future.complete(result);
    }
  }
}
