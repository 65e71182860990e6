package dev.windowshop.relay.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// The relay's data, in SQLite or PostgreSQL: writes in groups, reads on snapshots. Thread-safe.
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final Dialect dialect;
  private final HikariDataSource readPool;
  private final Jdbi readJdbi;
  private final ThreadPoolExecutor readers;
  private final Publisher publisher = new Publisher();

  /// For units that have no lane.
  private final GroupWriter writer;

  /// Each for some of the lanes; none where there is but one writer.
  private final List<GroupWriter> lanes = new ArrayList<>();

  private Database(Dialect dialect, HikariDataSource readPool, DatabaseConfig config) {
    this.dialect = dialect;
    this.readPool = readPool;
    this.readJdbi = Jdbi.create(readPool);
    Jdbi writeJdbi = Jdbi.create(dialect.writing());
    SlowQueries slow = config.slowQuery().isPositive() ? new SlowQueries(config.slowQuery()) : null;
    if (slow != null) {
      readJdbi.setSqlLogger(slow);
      writeJdbi.setSqlLogger(slow);
    }
    this.writer = new GroupWriter(writeJdbi, dialect, publisher, slow, true, "db-write");
    for (int i = 0; i < dialect.lanes(); i++) {
      lanes.add(new GroupWriter(writeJdbi, dialect, publisher, slow, false, "db-write-" + i));
    }
    this.readers =
        new ThreadPoolExecutor(
            dialect.readers(),
            dialect.readers(),
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(4096),
            Thread.ofPlatform().daemon().name("db-read-", 0).factory());
  }

  /// Opens a database, and creates or migrates what is in it.
  ///
  /// @throws DatabaseUnavailableException when it cannot be used; the message says why and is fit
  ///   to be shown
  public static Database open(DatabaseConfig config) {
    Dialect dialect = Opening.dialect(config.address());
    try {
      Migrations.run(dialect.writing(), dialect.migrations());
      return new Database(dialect, new HikariDataSource(readPool(dialect)), config);
    } catch (RuntimeException e) {
      throw new DatabaseUnavailableException(
          "The database (" + config.address() + ") can't be opened: " + sentence(e), e);
    }
  }

  private static HikariConfig readPool(Dialect dialect) {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(dialect.reading());
    pool.setPoolName("read");
    pool.setMaximumPoolSize(dialect.readers());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(5_000);
    if (dialect.lanes() > 0) {
      pool.setReadOnly(true);
      pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    }
    return pool;
  }

  /// The first line of what was wrong in the first place.
  static String sentence(Throwable failure) {
    String message = failure.getClass().getSimpleName();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
        message = cause.getMessage();
      }
    }
    return message.lines().findFirst().orElse(message);
  }

  /// Runs in one read transaction, on a snapshot. Blocks the caller, never the event loop's thread.
  public <T> T read(Function<Handle, T> work) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    try {
      return join(CompletableFuture.supplyAsync(() -> readHere(work, context), readers));
    } catch (RejectedExecutionException e) {
      throw busy();
    }
  }

  @SuppressWarnings("NullAway") // a read may return null where its T says so
  private <T> T readHere(Function<Handle, T> work, @Nullable Map<String, String> context) {
    if (context != null) {
      MDC.setContextMap(context);
    }
    try {
      return readJdbi.inTransaction(work::apply);
    } catch (RuntimeException e) {
      throw switch (dialect.faultOf(e)) {
        case DISCONNECTED, UNUSABLE, CONTENTION -> unavailable(e);
        case DUPLICATE, OTHER -> e;
      };
    } finally {
      if (context != null) {
        MDC.clear();
      }
    }
  }

  /// Runs in the next group commit and returns after it is durable. It sees every unit before it
  /// and none beside it.
  ///
  /// The work may run twice, does no I/O of its own, and changes nothing but the database.
  public <T> T write(Function<Handle, T> work) {
    return write(work, result -> {});
  }

  /// As [#write(Function)], and calls `published` after the commit and before returning: on one
  /// thread, so that what it publishes is in counter order too. It must not block.
  public <T> T write(Function<Handle, T> work, Consumer<T> published) {
    Unit<T> unit = new Unit<>(work, published);
    writer.submit(unit);
    return join(unit.future());
  }

  /// As [#write(Function, Consumer)], for work that may run beside that of other lanes, which is
  /// faster where there are several writers. It sees every unit of its own lane before it and none
  /// beside it.
  ///
  /// @param lane what all such work on the same things names alike, such as a conversation's id; it
  ///   changes nothing that work in another lane looks at before changing
  public <T> T write(String lane, Function<Handle, T> work, Consumer<T> published) {
    if (lanes.isEmpty()) {
      return write(work, published);
    }
    Unit<T> unit = new Unit<>(work, published);
    lanes.get(Math.floorMod(lane.hashCode(), lanes.size())).submit(unit);
    return join(unit.future());
  }

  /// Has every group told, once it is committed.
  public void observe(WriteObserver observer) {
    writer.observe(observer);
    lanes.forEach(lane -> lane.observe(observer));
  }

  /// Asks before each group how many nanoseconds after the one before it may begin: units that come
  /// meanwhile are committed with it. A group never waits after a pause of that length.
  public void space(LongSupplier nanos) {
    writer.space(nanos);
    lanes.forEach(lane -> lane.space(nanos));
  }

  /// How busy it is now.
  ///
  /// @param readers connections that read
  /// @param readsQueued reads that wait for one
  /// @param writesQueued units that wait for a group
  public record Load(int readers, int readsQueued, int writesQueued) {}

  public Load load() {
    int queued = writer.queued() + lanes.stream().mapToInt(GroupWriter::queued).sum();
    return new Load(readers.getActiveCount(), readers.getQueue().size(), queued);
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        cause.addSuppressed(new RuntimeException("called from"));
        throw cause;
      }
      throw e;
    }
  }

  /// What callers are told when more is asked for than can be queued.
  public static ProblemException busy() {
    return new ProblemException(
        Problem.of(ProblemType.UNAVAILABLE, "The relay is busy. Try again in a moment.")
            .withRetryAfter(1));
  }

  /// What callers are told while the database can't be used; the log says why.
  static ProblemException unavailable(Throwable why) {
    LOG.warn("the database can't be used: {}", sentence(why));
    ProblemException problem =
        new ProblemException(
            Problem.of(
                    ProblemType.UNAVAILABLE,
                    "The relay can't reach its data right now. Try again in a moment.")
                .withRetryAfter(5));
    problem.initCause(why);
    return problem;
  }

  @Override
  public void close() {
    writer.close();
    lanes.forEach(GroupWriter::close);
    publisher.close();
    readers.shutdown();
    try {
      if (!readers.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("reads were still running at close");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    readPool.close();
  }
}
