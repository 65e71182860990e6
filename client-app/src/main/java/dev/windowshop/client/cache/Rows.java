package dev.windowshop.client.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements with their arguments, in one line each.
public final class Rows {
  private Rows() {}

  public static <T> List<T> query(
      Connection connection,
      String sql,
      SqlFunction<ResultSet, T> row,
      @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(row.apply(rows));
        }
        return all;
      }
    }
  }

  public static <T> @Nullable T first(
      Connection connection,
      String sql,
      SqlFunction<ResultSet, T> row,
      @Nullable Object... arguments)
      throws SQLException {
    List<T> rows = query(connection, sql, row, arguments);
    return rows.isEmpty() ? null : rows.getFirst();
  }

  public static int update(Connection connection, String sql, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }
}
