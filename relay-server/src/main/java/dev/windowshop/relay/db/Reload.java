package dev.windowshop.relay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// Puts rows that were read from another database into a new one, in one transaction. Used by one
/// thread.
public final class Reload implements AutoCloseable {
  private static final int AT_ONCE = 500;

  private final Dialect dialect;
  private final Connection connection;
  private final List<String> tables;
  private final List<String> suspended;

  /// Makes the schema as it was when the rows were read.
  ///
  /// @param version the newest migration that it had
  /// @throws DatabaseUnavailableException when that is not known here, or the database can't be
  ///   used
  public Reload(DatabaseAddress address, int version) {
    if (version > Migrations.NEWEST) {
      throw new DatabaseUnavailableException(
          "A newer relay made this backup: use that one, or a newer one, to restore it.");
    }
    this.dialect = Opening.dialect(address);
    try {
      Migrations.migrate(dialect.writing(), dialect.migrations(), version);
      this.connection = dialect.writing().getConnection();
      connection.setAutoCommit(false);
      this.tables = Tables.ofData(connection);
      this.suspended = dialect.suspendForeignKeys(connection);
      try (Statement statement = connection.createStatement()) {
        for (String table : tables) {
          statement.execute("DELETE FROM " + Tables.quoted(table));
        }
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(
          "The database (" + address + ") can't be written: " + Database.sentence(e), e);
    }
  }

  /// Whether anything is stored in this database; tables alone are not.
  ///
  /// @throws DatabaseUnavailableException when it can't be looked at
  public static boolean isUsed(DatabaseAddress address) {
    Dialect dialect = Opening.dialect(address);
    try (Connection connection = dialect.reading().getConnection()) {
      for (String table : Tables.ofData(connection)) {
        if (Tables.count(connection, table) > 0) {
          return true;
        }
      }
      return false;
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(
          "The database (" + address + ") can't be read: " + Database.sentence(e), e);
    }
  }

  /// Drops everything that is in the database's schema.
  public static void clear(DatabaseAddress address) {
    Dialect dialect = Opening.dialect(address);
    Flyway.configure()
        .dataSource(dialect.writing())
        .locations("classpath:db/common")
        .cleanDisabled(false)
        .loggers("slf4j")
        .load()
        .clean();
  }

  /// Fills one table.
  public Into table(String table, List<String> columns) throws SQLException {
    if (!tables.contains(table)) {
      throw new SQLException("there is no table " + table + " to restore into");
    }
    return new Into(
        connection.prepareStatement(
            "INSERT INTO "
                + Tables.quoted(table)
                + columns.stream().map(Tables::quoted).collect(Collectors.joining(", ", " (", ")"))
                + " VALUES "
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"))));
  }

  /// Rows of one table, written some at a time.
  public static final class Into implements AutoCloseable {
    private final PreparedStatement insert;
    private int waiting;

    private Into(PreparedStatement insert) {
      this.insert = insert;
    }

    public void add(List<@Nullable Object> values) throws SQLException {
      for (int i = 0; i < values.size(); i++) {
        insert.setObject(i + 1, values.get(i));
      }
      insert.addBatch();
      if (++waiting == AT_ONCE) {
        insert.executeBatch();
        waiting = 0;
      }
    }

    @Override
    public void close() throws SQLException {
      try (insert) {
        if (waiting > 0) {
          insert.executeBatch();
        }
      }
    }
  }

  /// Makes it all count, with this value of the relay's in place of what was read, and brings the
  /// schema up to date.
  ///
  /// @throws SQLException when something in it refers to what is not there; nothing is kept then
  public void finish(String stateName, String stateValue) throws SQLException {
    dialect.resumeForeignKeys(connection, suspended);
    try (PreparedStatement forget =
            connection.prepareStatement("DELETE FROM relay_state WHERE name = ?");
        PreparedStatement put =
            connection.prepareStatement("INSERT INTO relay_state (name, value) VALUES (?, ?)")) {
      forget.setString(1, stateName);
      forget.execute();
      put.setString(1, stateName);
      put.setString(2, stateValue);
      put.execute();
    }
    connection.commit();
    Migrations.run(dialect.writing(), dialect.migrations());
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
