package dev.windowshop.relay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// One statement straight on JDBC, for the few that run with every message: named arguments and
/// registered mappings cost several times what those statements themselves do. Inside a unit of
/// work or a read.
public final class Direct {
  /// Makes something of the row that the result stands on.
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Use<T> {
    @Nullable T of(PreparedStatement statement) throws SQLException;
  }

  private Direct() {}

  /// The first row, or null when there is none.
  ///
  /// @param sql with a `?` for each value
  /// @param values texts, whole numbers and nulls
  public static <T> @Nullable T first(
      Handle handle, String sql, Row<T> row, @Nullable Object... values) {
    return with(
        handle,
        sql,
        values,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? row.read(rows) : null;
          }
        });
  }

  /// @return how many rows it changed
  public static int update(Handle handle, String sql, @Nullable Object... values) {
    Integer changed = with(handle, sql, values, PreparedStatement::executeUpdate);
    return changed == null ? 0 : changed;
  }

  private static <T> @Nullable T with(
      Handle handle, String sql, @Nullable Object[] values, Use<T> use) {
    Connection connection = handle.getConnection();
    KeptStatements kept =
        handle.getStatementBuilder() instanceof KeptStatements keeping ? keeping : null;
    try {
      long start = System.nanoTime();
      PreparedStatement statement =
          kept == null ? connection.prepareStatement(sql) : kept.take(connection, sql);
      try {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        return use.of(statement);
      } finally {
        if (kept == null) {
          statement.close();
        } else {
          kept.giveBack(sql, statement);
          kept.took(sql, System.nanoTime() - start);
        }
      }
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, null);
    }
  }
}
