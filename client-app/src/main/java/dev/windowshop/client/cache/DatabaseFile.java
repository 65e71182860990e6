package dev.windowshop.client.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Opens the file, brings it to the current layout, and sets a damaged one aside.
final class DatabaseFile {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
  private static final List<String> COMPANIONS = List.of("", "-wal", "-shm");

  private final Path path;
  private final List<Migration> migrations;

  DatabaseFile(Path path, List<Migration> migrations) {
    this.path = path;
    this.migrations =
        migrations.stream().sorted(Comparator.comparingInt(Migration::version)).toList();
    long numbers = this.migrations.stream().mapToInt(Migration::version).distinct().count();
    if (numbers != migrations.size()) {
      throw new IllegalArgumentException("two cache migrations have one number: " + migrations);
    }
  }

  /// The writer's connection, on a file that is whole and up to date.
  Connection openForWriting() {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try {
        return prepared();
      } catch (SQLException e) {
        if (!isDamage(e)) {
          throw e;
        }
        LOG.warn("The cache {} is damaged; starting a fresh one", path, e);
        setAside("damaged");
        return prepared();
      }
    } catch (SQLException | IOException e) {
      throw new CacheException("The cache " + path + " cannot be opened: " + e.getMessage(), e);
    }
  }

  Connection openForReading() throws SQLException {
    Connection connection = connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
    }
    return connection;
  }

  /// Whether a commit leaves the disk to the system. Else what was promised, such as a message that
  /// waits to be sent, outlives a power cut, as does all that was committed before it.
  static void relax(Connection connection, boolean relaxed) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = " + (relaxed ? "NORMAL" : "FULL"));
    }
  }

  /// Remembered for the next start, which then checks the whole file.
  void suspect() {
    try {
      Files.writeString(marker(), "");
    } catch (IOException e) {
      LOG.warn("{} could not be marked for a check", path, e);
    }
  }

  static boolean isDamage(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) {
      return false;
    }
    SQLiteErrorCode code = sqlite.getResultCode();
    return code == SQLiteErrorCode.SQLITE_NOTADB
        || (code.code & 0xFF) == SQLiteErrorCode.SQLITE_CORRUPT.code;
  }

  private Connection prepared() throws SQLException, IOException {
    Connection connection = connect();
    try {
      if (Files.deleteIfExists(marker())) {
        check(connection);
      }
      int version = version(connection);
      if (version > newest()) {
        LOG.warn("The cache {} was written by a newer version ({}); set aside", path, version);
        connection.close();
        setAside("version-" + version);
        connection = connect();
        version = version(connection);
      }
      migrate(connection, version);
      return connection;
    } catch (SQLException | IOException e) {
      connection.close();
      throw e;
    }
  }

  private int newest() {
    return migrations.isEmpty() ? 0 : migrations.getLast().version();
  }

  private Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.toAbsolutePath());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA foreign_keys = ON");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  private void migrate(Connection connection, int from) throws SQLException {
    for (Migration migration : migrations) {
      if (migration.version() <= from) {
        continue;
      }
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String sql : migration.statements()) {
          statement.execute(sql);
        }
        statement.execute("PRAGMA user_version = " + migration.version());
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
      return rows.getInt(1);
    }
  }

  private static void check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
      String answer = rows.getString(1);
      if (!"ok".equals(answer)) {
        throw new SQLiteException(answer, SQLiteErrorCode.SQLITE_CORRUPT);
      }
    }
  }

  private Path marker() {
    return path.resolveSibling(path.getFileName() + ".suspect");
  }

  /// Kept, because what could not be sent yet may still be read out of it.
  private void setAside(String why) throws IOException {
    String suffix = "." + why + "-" + System.currentTimeMillis();
    for (String companion : COMPANIONS) {
      Path file = path.resolveSibling(path.getFileName() + companion);
      if (Files.exists(file)) {
        Files.move(
            file,
            file.resolveSibling(path.getFileName() + suffix + companion),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
