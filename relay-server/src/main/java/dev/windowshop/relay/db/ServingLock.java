package dev.windowshop.relay.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Held by the one relay that serves a database: presence, rooms, limits and what is told after a
/// commit live in a relay's memory, and two on one database would each know half of it. It goes
/// with the process, however that ends. Thread-safe.
public sealed interface ServingLock extends AutoCloseable {
  /// @throws DatabaseUnavailableException when another relay holds it, or it can't be had
  static ServingLock hold(DatabaseAddress address) {
    return switch (address) {
      case DatabaseAddress.Sqlite(Path file) -> OnFile.hold(file, address);
      case DatabaseAddress.Postgres postgres -> OnServer.hold(postgres);
    };
  }

  /// Sees that it is still held, and takes it again when its connection was lost.
  void look();

  @Override
  void close();

  private static DatabaseUnavailableException taken(DatabaseAddress address) {
    return new DatabaseUnavailableException(
        "Another relay is serving the database ("
            + address
            + ") already: stop it, or give this one a database of its own with --database.");
  }

  /// A lock on a file beside the database's, which the operating system lets go of.
  final class OnFile implements ServingLock {
    private static final Logger LOG = LoggerFactory.getLogger(OnFile.class);

    private final FileChannel channel;

    private OnFile(FileChannel channel) {
      this.channel = channel;
    }

    static OnFile hold(Path database, DatabaseAddress address) {
      try {
        Path file = real(database);
        FileChannel channel =
            FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (!locked(channel)) {
          channel.close();
          throw taken(address);
        }
        return new OnFile(channel);
      } catch (IOException e) {
        throw new DatabaseUnavailableException(
            "The database (" + address + ") can't be locked: " + e.getMessage(), e);
      }
    }

    /// One file has one lock, by whatever name it was given.
    private static Path real(Path database) throws IOException {
      Path file = database.toAbsolutePath().normalize();
      Path folder = file.getParent();
      if (Files.exists(file) || folder == null) {
        return file.toRealPath();
      }
      return Files.createDirectories(folder).toRealPath().resolve(file.getFileName());
    }

    private static boolean locked(FileChannel channel) throws IOException {
      try {
        return channel.tryLock() != null;
      } catch (OverlappingFileLockException e) {
        return false;
      }
    }

    @Override
    public void look() {}

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        LOG.debug("the lock was not released", e);
      }
    }
  }

  /// An advisory lock of a session of the server's, on a connection of its own.
  final class OnServer implements ServingLock {
    private static final Logger LOG = LoggerFactory.getLogger(OnServer.class);

    /// "windshop" and one, in ASCII; the writers' gate is "windshop".
    private static final long KEY = 0x77696e6473686f71L;

    /// How long a server may take to see that the last holder is gone.
    private static final int PATIENCE_SECONDS = 5;

    private final DatabaseAddress.Postgres address;
    private final Dialect dialect;
    private @Nullable Connection connection;
    private boolean closed;

    private OnServer(DatabaseAddress.Postgres address, Dialect dialect) {
      this.address = address;
      this.dialect = dialect;
    }

    static OnServer hold(DatabaseAddress.Postgres address) {
      OnServer lock = new OnServer(address, Opening.dialect(address));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!lock.taken()) {
        if (System.nanoTime() - end > 0) {
          throw ServingLock.taken(address);
        }
        pause();
      }
      return lock;
    }

    private synchronized boolean taken() {
      try {
        Connection made = dialect.writing().getConnection();
        if (answer(made, "SELECT pg_try_advisory_lock(" + KEY + ")")) {
          connection = made;
          return true;
        }
        made.close();
        return false;
      } catch (SQLException e) {
        throw new DatabaseUnavailableException(
            "The database (" + address + ") can't be locked: " + Database.sentence(e), e);
      }
    }

    private static boolean answer(Connection connection, String sql) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        return rows.next() && rows.getBoolean(1);
      }
    }

    private static void pause() {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public synchronized void look() {
      Connection held = connection;
      if (closed || held != null && alive(held)) {
        return;
      }
      connection = null;
      if (held != null) {
        LOG.warn("the connection that holds the database's lock was lost");
        drop(held);
      }
      try {
        if (taken()) {
          LOG.info("the database's lock is held again");
        } else {
          LOG.error(
              "another relay has taken {} over: stop one of the two, clients of each do not see"
                  + " what happens at the other",
              address);
        }
      } catch (DatabaseUnavailableException e) {
        LOG.debug("the database's lock can't be taken again yet", e);
      }
    }

    private static boolean alive(Connection connection) {
      try {
        return answer(connection, "SELECT true");
      } catch (SQLException e) {
        return false;
      }
    }

    private static void drop(Connection connection) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debug("a connection did not close well", e);
      }
    }

    /// Unlocks first: a server may notice the end of a connection later than the next relay asks.
    @Override
    public synchronized void close() {
      closed = true;
      Connection held = connection;
      connection = null;
      if (held != null) {
        try {
          answer(held, "SELECT pg_advisory_unlock(" + KEY + ")");
        } catch (SQLException e) {
          LOG.debug("the lock goes with the connection", e);
        }
        drop(held);
      }
    }
  }
}
