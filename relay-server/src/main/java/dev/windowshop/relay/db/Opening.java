package dev.windowshop.relay.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Finds out whether a database can be used before anything is done to it, and says why not.
final class Opening {
  private static final int OLDEST_POSTGRES = 14;

  private Opening() {}

  /// @throws DatabaseUnavailableException with one sentence for the operator
  static Dialect dialect(DatabaseAddress address) {
    return switch (address) {
      case DatabaseAddress.Sqlite sqlite -> sqlite(sqlite);
      case DatabaseAddress.Postgres postgres -> postgres(postgres);
    };
  }

  /// As [#dialect], for a database that has to be there.
  static Dialect existing(DatabaseAddress address) {
    if (address instanceof DatabaseAddress.Sqlite(Path file) && !Files.exists(file)) {
      throw new DatabaseUnavailableException("There is no database " + file + ".");
    }
    return dialect(address);
  }

  private static Dialect sqlite(DatabaseAddress.Sqlite address) {
    Path folder = address.file().toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
          throw new DatabaseUnavailableException(
              "The data folder " + folder + " can't be written.");
        }
      }
    } catch (IOException e) {
      throw new DatabaseUnavailableException(
          "The data folder " + folder + " can't be used: " + e.getMessage(), e);
    }
    return new SqliteDialect(address.file());
  }

  private static Dialect postgres(DatabaseAddress.Postgres address) {
    PostgresDialect dialect;
    try {
      dialect = new PostgresDialect(address);
    } catch (IllegalArgumentException e) {
      throw new DatabaseUnavailableException(String.valueOf(e.getMessage()), e);
    }
    try (Connection connection = dialect.writing().getConnection();
        Statement statement = connection.createStatement()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST_POSTGRES) {
        throw new DatabaseUnavailableException(
            address + " is version " + version + "; " + OLDEST_POSTGRES + " or newer is needed.");
      }
      try (ResultSet rows = statement.executeQuery("SHOW server_encoding")) {
        if (!rows.next() || !rows.getString(1).equals("UTF8")) {
          throw new DatabaseUnavailableException(
              address + " does not store UTF-8: create the database with ENCODING 'UTF8'.");
        }
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(
          "The database (" + address + ") can't be reached: " + Database.sentence(e) + why(e), e);
    }
    return dialect;
  }

  private static String why(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return switch (state) {
      case "28P01", "28000" -> " (check the user and the password in --database)";
      case "3D000" -> " (create it first, with CREATE DATABASE)";
      default -> state.startsWith("08") ? " (check that it runs, and --database)" : "";
    };
  }
}
