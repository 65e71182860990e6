package dev.windowshop.relay.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The tables of a database.
final class Tables {
  /// Flyway's own.
  static final String HISTORY = "flyway_schema_history";

  private Tables() {}

  /// All of them, by name.
  static List<String> names(Connection connection) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        data.getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        if (!name.startsWith("sqlite_")) {
          names.add(name);
        }
      }
    }
    names.sort(null);
    return names;
  }

  /// Those that hold the relay's data.
  static List<String> ofData(Connection connection) throws SQLException {
    List<String> names = names(connection);
    names.remove(HISTORY);
    return names;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + quoted(table))) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
