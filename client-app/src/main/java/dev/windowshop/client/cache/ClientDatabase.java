package dev.windowshop.client.cache;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The cache. Writes run one after the other, each in a transaction of its own, in the order they
/// were asked for; a future completes once its write is committed.
///
/// Thread-safe. [#read] waits; work given to it must not call back into the database.
public final class ClientDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClientDatabase.class);
  private static final int READERS = 2;

  private final DatabaseFile file;
  private final Connection writing;
  private final ExecutorService writer;
  private final ExecutorService readers;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

  private ClientDatabase(DatabaseFile file) {
    this.file = file;
    this.writing = file.openForWriting();
    this.writer =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("cache-writer").factory());
    this.readers =
        Executors.newFixedThreadPool(
            READERS, Thread.ofPlatform().daemon().name("cache-reader-", 0).factory());
  }

  /// Opens or creates it; a damaged file is set aside and a fresh one takes its place.
  ///
  /// @param migrations what every feature needs, in any order
  /// @throws CacheException when the folder cannot be written
  public static ClientDatabase open(Path path, List<Migration> migrations) {
    return new ClientDatabase(new DatabaseFile(path, migrations));
  }

  /// What `work` reads of one consistent state.
  public <T> T read(SqlFunction<Connection, T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> reading(work), readers).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } catch (RejectedExecutionException e) {
      throw new CacheException("The cache is closed.", e);
    }
  }

  /// Runs `work` in a transaction; when it throws, nothing of it stays.
  public <T> CompletableFuture<T> write(SqlFunction<Connection, T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> writing(work), writer);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(new CacheException("The cache is closed.", e));
    }
  }

  /// As [#write], without a result.
  public CompletableFuture<Boolean> execute(SqlAction<Connection> work) {
    return write(connection -> {
      work.run(connection);
      return true;
    });
  }

  private <T> T reading(SqlFunction<Connection, T> work) {
    Connection connection = null;
    try {
      connection = idle.poll();
      if (connection == null) {
        connection = file.openForReading();
        connection.setAutoCommit(false);
      }
      T result = work.apply(connection);
      connection.commit();
      idle.add(connection);
      return result;
    } catch (SQLException e) {
      discard(connection);
      throw failed(e);
    } catch (RuntimeException e) {
      discard(connection);
      throw e;
    }
  }

  private <T> T writing(SqlFunction<Connection, T> work) {
    try {
      writing.setAutoCommit(false);
      try {
        T result = work.apply(writing);
        writing.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        writing.rollback();
        throw e;
      } finally {
        writing.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private CacheException failed(SQLException e) {
    if (DatabaseFile.isDamage(e)) {
      file.suspect();
    }
    return new CacheException("The cache failed: " + e.getMessage(), e);
  }

  private static void discard(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debug("A reader's connection did not close", e);
      }
    }
  }

  /// Finishes the writes that were asked for, then closes.
  @Override
  public void close() {
    writer.shutdown();
    readers.shutdown();
    try {
      if (!writer.awaitTermination(5, TimeUnit.SECONDS)
          || !readers.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("The cache was closed with work still running");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
      discard(connection);
    }
    discard(writing);
  }
}
