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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The cache. Writes run one after the other, each in a transaction of its own, in the order they
/// were asked for; a future completes once its write is committed. A write outlives a power cut,
/// with all that were before it; a relaxed one, for what the relay has too, only the end of the
/// process: the disk is not waited for.
///
/// Thread-safe. [#read] waits; work given to it must not call back into the database.
public final class ClientDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClientDatabase.class);

  /// Reads at a time, each with a connection of its own.
  private static final int READERS = 4;

  /// What virtual threads read: the database would hold up the threads that carry them.
  private static final int POOL = 2;

  private final DatabaseFile file;
  private final Connection writing;
  private final ExecutorService writer;
  private final ExecutorService readers;
  private final Semaphore places = new Semaphore(READERS);
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  /// Only on the writer's thread.
  private boolean relaxed;

  private ClientDatabase(DatabaseFile file) {
    this.file = file;
    this.writing = KeptStatements.on(file.openForWriting());
    this.writer =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("cache-writer").factory());
    this.readers =
        Executors.newFixedThreadPool(
            POOL, Thread.ofPlatform().daemon().name("cache-reader-", 0).factory());
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
    if (!Thread.currentThread().isVirtual()) {
      return reading(work);
    }
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
    return write(false, work);
  }

  /// As [#write], without a result.
  public CompletableFuture<Boolean> execute(SqlAction<Connection> work) {
    return write(false, whole(work));
  }

  /// As [#write], for what the relay has too.
  public <T> CompletableFuture<T> writeRelaxed(SqlFunction<Connection, T> work) {
    return write(true, work);
  }

  /// As [#execute], for what the relay has too.
  public CompletableFuture<Boolean> executeRelaxed(SqlAction<Connection> work) {
    return write(true, whole(work));
  }

  private static SqlFunction<Connection, Boolean> whole(SqlAction<Connection> work) {
    return connection -> {
      work.run(connection);
      return true;
    };
  }

  private <T> CompletableFuture<T> write(boolean relax, SqlFunction<Connection, T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> writing(relax, work), writer);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(new CacheException("The cache is closed.", e));
    }
  }

  private <T> T reading(SqlFunction<Connection, T> work) {
    Connection connection = null;
    places.acquireUninterruptibly();
    try {
      if (closed) {
        throw new CacheException("The cache is closed.", null);
      }
      connection = idle.poll();
      if (connection == null) {
        connection = KeptStatements.on(file.openForReading());
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
    } finally {
      places.release();
    }
  }

  private <T> T writing(boolean relax, SqlFunction<Connection, T> work) {
    try {
      if (relax != relaxed) {
        DatabaseFile.relax(writing, relax);
        relaxed = relax;
      }
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
      boolean ended =
          writer.awaitTermination(5, TimeUnit.SECONDS)
              && readers.awaitTermination(5, TimeUnit.SECONDS);
      closed = true;
      if (ended && places.tryAcquire(READERS, 5, TimeUnit.SECONDS)) {
        places.release(READERS);
      } else {
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
