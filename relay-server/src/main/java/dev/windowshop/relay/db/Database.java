package dev.windowshop.relay.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// SQLite in one file, WAL and `synchronous=FULL`. Thread-safe.
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 4;

  private final HikariDataSource readPool;
  private final Jdbi readJdbi;
  private final ExecutorService readers;
  private final GroupWriter writer;

  private Database(HikariDataSource readPool, GroupWriter writer) {
    this.readPool = readPool;
    this.readJdbi = Jdbi.create(readPool);
    this.writer = writer;
    this.readers =
        new ThreadPoolExecutor(
            READERS,
            READERS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(4096),
            Thread.ofPlatform().daemon().name("db-read-", 0).factory());
  }

  /// Opens (and creates or migrates) `relay.db` in this folder.
  ///
  /// @throws DatabaseUnavailableException when the folder or the file cannot be used; the message
  ///   says why and is fit to be shown
  public static Database open(Path folder) {
    Path file = folder.resolve("relay.db");
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new DatabaseUnavailableException("The data folder " + folder + " can't be written.");
      }
      DataSource source = source(file);
      Migrations.run(source);
      HikariConfig pool = new HikariConfig();
      pool.setDataSource(source);
      pool.setPoolName("read");
      pool.setMaximumPoolSize(READERS);
      pool.setMinimumIdle(1);
      return new Database(new HikariDataSource(pool), new GroupWriter(Jdbi.create(source)));
    } catch (IOException e) {
      throw new DatabaseUnavailableException(
          "The data folder " + folder + " can't be used: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      if (e instanceof DatabaseUnavailableException) {
        throw e;
      }
      throw new DatabaseUnavailableException(
          "The database " + file + " can't be opened: " + rootSentence(e), e);
    }
  }

  private static String rootSentence(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage());
    return message.lines().findFirst().orElse(message);
  }

  private static DataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
    config.setCacheSize(-16_000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /// Runs in one read transaction, on a snapshot. Blocks the caller, never the event loop's thread.
  public <T> T read(Function<Handle, T> work) {
    try {
      return join(
          CompletableFuture.supplyAsync(() -> readJdbi.inTransaction(work::apply), readers));
    } catch (RejectedExecutionException e) {
      throw busy();
    }
  }

  /// Runs in the next group commit and returns after it is durable.
  ///
  /// The work may run twice, does no I/O of its own, and changes nothing but the database.
  public <T> T write(Function<Handle, T> work) {
    return write(work, result -> {});
  }

  /// As [#write(Function)], and calls `published` after the commit and before returning: on one
  /// thread, in commit order, so that what it publishes is in counter order too. It must not block.
  public <T> T write(Function<Handle, T> work, Consumer<T> published) {
    return join(writer.submit(work, published));
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
        dev.windowshop.protocol.Problem.of(
                ProblemType.UNAVAILABLE, "The relay is busy. Try again in a moment.")
            .withRetryAfter(1));
  }

  @Override
  public void close() {
    writer.close();
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
