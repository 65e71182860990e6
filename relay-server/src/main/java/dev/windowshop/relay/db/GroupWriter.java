package dev.windowshop.relay.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One writer thread: takes what is queued, runs unit after unit, commits once, and then lets the
/// publisher tell it while the next group is written. Connects again when it has to.
///
/// Nearly all units go well, so that a group runs without savepoints first. When one fails, all of
/// it is rolled back and run again, each unit in a savepoint of its own, as are the next groups.
final class GroupWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
  private static final int QUEUE = 16_384;
  private static final int MOST_RUNS = 3;
  private static final int DOUBT_SECONDS = 15;

  /// Groups that run with savepoints after one in which a unit failed.
  private static final int CAREFUL = 16;

  /// A group of so many units does not wait for more: who sends one message after the other's
  /// acknowledgement is not slowed down by what makes many cheap.
  private static final int COMPANY = 4;

  private final Jdbi jdbi;
  private final Dialect dialect;
  private final Publisher publisher;
  private final @Nullable SlowQueries slow;
  private final boolean alone;
  private final BlockingQueue<Unit<?>> queue = new ArrayBlockingQueue<>(QUEUE);

  /// Units that were in a group and have not been run in it; before those in the queue.
  private final Deque<Unit<?>> again = new ArrayDeque<>();

  private final Thread thread;
  private @Nullable Handle handle;

  /// How many more groups run with savepoints.
  private int careful;

  private volatile boolean closed;
  private volatile WriteObserver observer = (units, nanos) -> {};
  private volatile LongSupplier space = () -> 0;

  /// When the last group began, of [System#nanoTime].
  private long began = System.nanoTime();

  /// @param alone its groups see no other writer's beside them
  GroupWriter(
      Jdbi jdbi,
      Dialect dialect,
      Publisher publisher,
      @Nullable SlowQueries slow,
      boolean alone,
      String name) {
    this.jdbi = jdbi;
    this.dialect = dialect;
    this.publisher = publisher;
    this.slow = slow;
    this.alone = alone;
    this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  void submit(Unit<?> unit) {
    try {
      if (closed || !queue.offer(unit, 5, TimeUnit.SECONDS)) {
        unit.fail(Database.busy());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      unit.fail(Database.busy());
    }
  }

  private void run() {
    try {
      while (!closed || !queue.isEmpty() || !again.isEmpty()) {
        List<Unit<?>> group = next();
        if (!group.isEmpty()) {
          write(group);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
      List<Unit<?>> rest = new ArrayList<>(again);
      queue.drainTo(rest);
      rest.forEach(unit -> unit.fail(Database.busy()));
    }
  }

  private List<Unit<?>> next() throws InterruptedException {
    List<Unit<?>> group = new ArrayList<>();
    while (group.size() < dialect.group() && !again.isEmpty()) {
      group.add(again.removeFirst());
    }
    if (group.isEmpty()) {
      Unit<?> first = queue.poll(100, TimeUnit.MILLISECONDS);
      if (first == null) {
        return group;
      }
      group.add(first);
      awaitCompany(group);
    }
    began = System.nanoTime();
    queue.drainTo(group, dialect.group() - group.size());
    return group;
  }

  private void awaitCompany(List<Unit<?>> group) throws InterruptedException {
    long left;
    while (group.size() + queue.size() < COMPANY
        && !closed
        && (left = began + space.getAsLong() - System.nanoTime()) > 0) {
      Unit<?> another = queue.poll(left, TimeUnit.NANOSECONDS);
      if (another != null) {
        group.add(another);
      }
    }
  }

  /// Writes a group, or tells everybody in it that it was not written.
  private void write(List<Unit<?>> group) {
    for (int run = 1; ; run++) {
      try {
        commit(group);
        return;
      } catch (RuntimeException e) {
        Dialect.Fault fault = dialect.faultOf(e);
        abandon(fault);
        boolean mayRunAgain =
            fault == Dialect.Fault.DISCONNECTED || fault == Dialect.Fault.CONTENTION;
        if (!mayRunAgain || run >= MOST_RUNS || !reachable(fault)) {
          giveUp(group, fault, e);
          return;
        }
        LOG.warn("a group of {} writes is run again: {}", group.size(), Database.sentence(e));
      }
    }
  }

  private static void giveUp(List<Unit<?>> group, Dialect.Fault fault, RuntimeException e) {
    RuntimeException told =
        switch (fault) {
          case OTHER, DUPLICATE -> {
            LOG.error("a group of {} writes was not committed", group.size(), e);
            yield e;
          }
          case DISCONNECTED, UNUSABLE, CONTENTION -> Database.unavailable(e);
        };
    group.forEach(unit -> unit.fail(told));
  }

  void observe(WriteObserver told) {
    observer = told;
  }

  void space(LongSupplier nanos) {
    space = nanos;
  }

  /// What waits.
  int queued() {
    return queue.size();
  }

  private void commit(List<Unit<?>> group) {
    long start = System.nanoTime();
    Handle current = connected();
    boolean savepoints = careful > 0;
    careful -= savepoints ? 1 : 0;
    String transaction = dialect.begin(current, alone);
    List<Unit<?>> done = new ArrayList<>(group.size());
    for (int i = 0; i < group.size(); i++) {
      Unit<?> unit = group.get(i);
      Unit.Ran ran =
          savepoints
              ? unit.runIn(current, dialect)
              : unit.runBare(current, dialect, group.size() == 1);
      if (ran == Unit.Ran.FAILED) {
        publisher.hand(publisher.ticket(), group);
        return;
      } else if (ran == Unit.Ran.UNDONE) {
        // None of the units before it has been told; they run again as if for the first time.
        careful = CAREFUL;
        savepoints = true;
        done.clear();
        transaction = dialect.begin(current, alone);
        i = -1;
      } else if (ran == Unit.Ran.AGAIN) {
        break;
      } else {
        done.add(unit);
      }
    }
    long ticket = publisher.ticket();
    boolean committed = false;
    try {
      committed = committed(current, transaction);
    } finally {
      publisher.hand(ticket, committed ? done : List.of());
    }
    observer.committed(done.size(), System.nanoTime() - start);
    // What got in each other's way does not in the next group: this one's locks are gone by then.
    for (int i = group.size() - 1; i >= done.size(); i--) {
      again.addFirst(group.get(i));
    }
  }

  /// @return true once it is durable
  /// @throws RuntimeException when it is not there
  private boolean committed(Handle current, @Nullable String transaction) {
    try {
      dialect.commit(current);
      return true;
    } catch (SQLException | RuntimeException e) {
      if (transaction != null && dialect.faultOf(e) == Dialect.Fault.DISCONNECTED) {
        disconnect();
        if (tookPlace(transaction)) {
          return true;
        }
      }
      throw e instanceof RuntimeException runtime ? runtime : failed(e);
    }
  }

  /// A connection that ends during a commit leaves open whether it took place: the server knows.
  private boolean tookPlace(String transaction) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DOUBT_SECONDS);
    while (true) {
      try (Connection connection = dialect.writing().getConnection()) {
        return dialect.committed(connection, transaction);
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          LOG.error("whether {} was committed could not be found out", transaction, e);
          return false;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean reachable(Dialect.Fault fault) {
    if (fault != Dialect.Fault.DISCONNECTED) {
      return true;
    }
    try {
      connected();
      return true;
    } catch (RuntimeException e) {
      LOG.debug("no connection", e);
      return false;
    }
  }

  private Handle connected() {
    Handle open = handle;
    if (open == null) {
      open = jdbi.open();
      open.setStatementBuilder(new KeptStatements(slow));
      handle = open;
    }
    return open;
  }

  /// Ends the transaction; a connection that can't even do that is given up.
  private void abandon(Dialect.Fault fault) {
    Handle open = handle;
    if (open == null) {
      return;
    }
    if (fault == Dialect.Fault.DISCONNECTED) {
      disconnect();
      return;
    }
    try {
      dialect.rollback(open);
    } catch (SQLException | RuntimeException e) {
      LOG.debug("nothing to roll back", e);
      disconnect();
    }
  }

  private void disconnect() {
    Handle open = handle;
    handle = null;
    if (open != null) {
      try {
        open.getConnection().close();
      } catch (SQLException | RuntimeException e) {
        LOG.debug("a connection did not close well", e);
      }
    }
  }

  private static RuntimeException failed(Exception e) {
    return new org.jdbi.v3.core.transaction.TransactionException("can't commit", e);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
