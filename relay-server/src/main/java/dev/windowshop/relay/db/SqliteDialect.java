package dev.windowshop.relay.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/// SQLite in one file, WAL and `synchronous=FULL`, one writer.
final class SqliteDialect implements Dialect {
  private final SQLiteDataSource source;

  SqliteDialect(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
    config.setCacheSize(-16_000);
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
    handle.execute("BEGIN IMMEDIATE");
    return null;
  }

  @Override
  public void commit(Handle handle) {
    handle.execute("COMMIT");
  }

  @Override
  public void rollback(Handle handle) {
    handle.execute("ROLLBACK");
  }

  @Override
  public boolean committed(Connection connection, String transaction) {
    throw new IllegalStateException("a commit of SQLite is never in doubt");
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
