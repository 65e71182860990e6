package dev.windowshop.relay.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/// SQLite in one file, WAL and `synchronous=FULL`, one writer.
final class SqliteDialect implements Dialect {
  /// 16 MB: the pages that every message changes are brought into the database that much less
  /// often.
  private static final int CHECKPOINT_PAGES = 4000;

  private final SQLiteDataSource source;

  SqliteDialect(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
    config.setCacheSize(-16_000);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
    this.source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
  }

  @Override
  public DataSource writing() {
    return source;
  }

  @Override
  public DataSource reading() {
    return source;
  }

  @Override
  public List<String> migrations() {
    return List.of("db/sqlite", "db/common");
  }

  @Override
  public int readers() {
    return 4;
  }

  @Override
  public int lanes() {
    return 0;
  }

  @Override
  public int group() {
    return 512;
  }

  @Override
  public @Nullable String begin(Handle handle, boolean alone) {
    Direct.update(handle, "BEGIN IMMEDIATE");
    return null;
  }

  @Override
  public void commit(Handle handle) {
    Direct.update(handle, "COMMIT");
  }

  @Override
  public void rollback(Handle handle) {
    Direct.update(handle, "ROLLBACK");
  }

  @Override
  public boolean committed(Connection connection, String transaction) {
    throw new IllegalStateException("a commit of SQLite is never in doubt");
  }

  @Override
  public List<String> suspendForeignKeys(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA defer_foreign_keys = ON");
    }
    return List.of();
  }

  @Override
  public void resumeForeignKeys(Connection connection, List<String> suspended) throws SQLException {
    List<String> dangling = strangers(connection);
    if (!dangling.isEmpty()) {
      throw new SQLException(dangling.getFirst());
    }
  }

  @Override
  public List<String> damage(Connection connection) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check(20)")) {
      while (rows.next()) {
        if (!rows.getString(1).equals("ok")) {
          found.add(rows.getString(1));
        }
      }
    }
    found.addAll(strangers(connection));
    return found;
  }

  private static List<String> strangers(Connection connection) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
      while (rows.next() && found.size() < 20) {
        found.add(
            "a row of "
                + rows.getString(1)
                + " refers to one of "
                + rows.getString(3)
                + " that is not there");
      }
    }
    return found;
  }

  @Override
  public List<String> doubtfulSettings(Connection connection) {
    return List.of();
  }

  /// The data folder's lock tells.
  @Override
  public int relays(Connection connection) {
    return 0;
  }

  @Override
  public Fault fault(SQLException failure) {
    // The low byte is the primary code, what is above it says more.
    int code = failure.getErrorCode() & 0xff;
    return code == SQLiteErrorCode.SQLITE_FULL.code
            || code == SQLiteErrorCode.SQLITE_IOERR.code
            || code == SQLiteErrorCode.SQLITE_READONLY.code
            || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
            || code == SQLiteErrorCode.SQLITE_BUSY.code
            || code == SQLiteErrorCode.SQLITE_LOCKED.code
            || code == SQLiteErrorCode.SQLITE_CORRUPT.code
            || code == SQLiteErrorCode.SQLITE_NOTADB.code
        ? Fault.UNUSABLE
        : Fault.OTHER;
  }
}
