package dev.windowshop.relay.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that a database holds at one moment, also while a relay serves it. Used by one
/// thread.
public final class Snapshot implements AutoCloseable {
  /// Takes the rows of a table, one after the other.
  public interface Rows {
    void columns(List<String> names) throws Exception;

    /// @param values texts, whole numbers, floating ones and nulls; the array is used again
    void row(@Nullable Object[] values) throws Exception;
  }

  private final Connection connection;
  private final int version;

  private Snapshot(Connection connection) throws SQLException {
    this.connection = connection;
    this.version = Migrations.version(connection);
  }

  /// Leaves the database as it is, whichever version wrote it.
  ///
  /// @throws DatabaseUnavailableException when it cannot be read
  public static Snapshot of(DatabaseAddress address) {
    Dialect dialect = Opening.existing(address);
    try {
      Connection connection = dialect.reading().getConnection();
      if (dialect.lanes() > 0) {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      connection.setAutoCommit(false);
      return new Snapshot(connection);
    } catch (SQLException e) {
      throw unreadable(address, e);
    }
  }

  private static DatabaseUnavailableException unreadable(
      DatabaseAddress address, SQLException failure) {
    return new DatabaseUnavailableException(
        "The database (" + address + ") can't be read: " + Database.sentence(failure), failure);
  }

  /// The newest migration that it has had.
  public int version() {
    return version;
  }

  public List<String> tables() throws SQLException {
    return Tables.ofData(connection);
  }

  /// @return how many there were
  public long read(String table, Rows rows) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1000);
      try (ResultSet result = statement.executeQuery("SELECT * FROM " + Tables.quoted(table))) {
        ResultSetMetaData data = result.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
          names.add(data.getColumnName(i));
        }
        rows.columns(names);
        @Nullable Object[] values = new Object[names.size()];
        long count = 0;
        while (result.next()) {
          for (int i = 0; i < values.length; i++) {
            values[i] = result.getObject(i + 1);
          }
          rows.row(values);
          count++;
        }
        return count;
      }
    }
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
