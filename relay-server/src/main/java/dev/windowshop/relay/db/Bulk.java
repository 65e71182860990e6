package dev.windowshop.relay.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// One statement for many rows, straight on JDBC: what a batch of named arguments costs adds up
/// when there are thousands. Used and closed inside one unit of work.
public final class Bulk implements AutoCloseable {
  private static final int AT_ONCE = 500;

  private final PreparedStatement statement;
  private int waiting;

  /// @param sql with a `?` for each value
  public Bulk(Handle handle, String sql) {
    try {
      this.statement = handle.getConnection().prepareStatement(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// @param values texts, numbers, truths and nulls, in the order of the statement
  public void add(@Nullable Object... values) {
    try {
      for (int i = 0; i < values.length; i++) {
        // Truths are 0 and 1 in every database.
        Object value = values[i] instanceof Boolean truth ? (truth ? 1 : 0) : values[i];
        statement.setObject(i + 1, value);
      }
      statement.addBatch();
      if (++waiting >= AT_ONCE) {
        flush();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void flush() throws SQLException {
    if (waiting > 0) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  /// Executes what is left.
  @Override
  public void close() {
    try (statement) {
      flush();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static UnableToExecuteStatementException failed(SQLException e) {
    return new UnableToExecuteStatementException(e, null);
  }
}
