package dev.windowshop.relay.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Looks at a database without changing it, also while a relay serves it. Used by one thread.
public final class Inspection implements AutoCloseable {
  private final Dialect dialect;
  private final Connection connection;
  private final Handle handle;

  private Inspection(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
    this.handle = Jdbi.create(connection).open();
  }

  /// @throws DatabaseUnavailableException saying why it can't be looked at
  public static Inspection of(DatabaseAddress address) {
    Dialect dialect = Opening.existing(address);
    try {
      return new Inspection(dialect, dialect.reading().getConnection());
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(
          "The database (" + address + ") can't be read: " + Database.sentence(e), e);
    }
  }

  /// How many migrations it lacks, negative when it has newer ones than are known here.
  public int behind() throws SQLException {
    return Migrations.NEWEST - Migrations.version(connection);
  }

  public List<String> damage() throws SQLException {
    return dialect.damage(connection);
  }

  public List<String> doubtfulSettings() throws SQLException {
    return dialect.doubtfulSettings(connection);
  }

  /// Connections of relays that the database knows of.
  public int relays() throws SQLException {
    return dialect.relays(connection);
  }

  public <T> T read(Function<Handle, T> work) {
    return work.apply(handle);
  }

  @Override
  public void close() {
    handle.close();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
