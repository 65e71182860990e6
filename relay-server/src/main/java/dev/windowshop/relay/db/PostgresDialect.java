package dev.windowshop.relay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL database: writers beside each other by lane, reads on snapshots.
///
/// A group whose units have lanes holds an advisory lock together with others of its sort; one with
/// units that have none holds it alone, so that such units see each other one after the other, as
/// on SQLite, and those of other relays and programs on this database too.
final class PostgresDialect implements Dialect {
  /// Name of the advisory lock: "windshop" in ASCII.
  private static final long GATE = 0x77696e6473686f70L;

  private static final String BEGIN =
      """
      SELECT pg_current_xact_id()::text, pg_advisory_xact_lock%s(%d)::text;
      SET LOCAL lock_timeout = '200ms'
      """;
  private static final String BEGIN_ALONE = BEGIN.formatted("", GATE);
  private static final String BEGIN_SHARED = BEGIN.formatted("_shared", GATE);

  private final PGSimpleDataSource writing;
  private final PGSimpleDataSource reading;

  /// @throws IllegalArgumentException when the driver does not know one of the settings
  PostgresDialect(DatabaseAddress.Postgres address) {
    this.writing = source(address);
    this.reading = source(address);
  }

  private static PGSimpleDataSource source(DatabaseAddress.Postgres address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {address.host()});
    source.setPortNumbers(new int[] {address.port()});
    source.setDatabaseName(address.database());
    source.setUser(address.user());
    source.setPassword(address.password());
    source.setApplicationName("windowshop-relay");
    source.setConnectTimeout(5);
    source.setLoginTimeout(5);
    source.setSocketTimeout(120);
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    source.setOptions("-c lock_timeout=10s -c client_min_messages=warning");
    address
        .settings()
        .forEach((name, value) -> {
          try {
            source.setProperty(name, value);
          } catch (SQLException e) {
            throw new IllegalArgumentException(
                "The database's address has a setting '" + name + "' that is not understood.", e);
          }
        });
    return source;
  }

  @Override
  public DataSource writing() {
    return writing;
  }

  @Override
  public DataSource reading() {
    return reading;
  }

  @Override
  public List<String> migrations() {
    return List.of("db/postgresql", "db/common");
  }

  @Override
  public int readers() {
    return 8;
  }

  @Override
  public int lanes() {
    return 2;
  }

  /// No more subtransactions than the server keeps at hand; beyond that every snapshot gets slower.
  @Override
  public int group() {
    return 60;
  }

  @Override
  public String begin(Handle handle, boolean alone) {
    try {
      Connection connection = handle.getConnection();
      if (connection.getAutoCommit()) {
        connection.setAutoCommit(false);
      }
      try (var statement = connection.createStatement()) {
        statement.execute(alone ? BEGIN_ALONE : BEGIN_SHARED);
        try (ResultSet rows = statement.getResultSet()) {
          rows.next();
          return rows.getString(1);
        }
      }
    } catch (SQLException e) {
      throw new org.jdbi.v3.core.transaction.TransactionException("can't begin", e);
    }
  }

  @Override
  public void commit(Handle handle) throws SQLException {
    handle.getConnection().commit();
  }

  @Override
  public void rollback(Handle handle) throws SQLException {
    handle.getConnection().rollback();
  }

  @Override
  public boolean committed(Connection connection, String transaction) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_xact_status(?::xid8)")) {
      statement.setString(1, transaction);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return false;
        }
        String status = rows.getString(1);
        if ("in progress".equals(status)) {
          throw new SQLException("the transaction is not over yet", "55000");
        }
        return "committed".equals(status);
      }
    }
  }

  /// Taken away and made again, which checks every row: to defer them takes a superuser.
  @Override
  public List<String> suspendForeignKeys(Connection connection) throws SQLException {
    List<String> again = new ArrayList<>();
    List<String> away = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                              pg_get_constraintdef(oid))
                FROM pg_constraint
                WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
                """)) {
      while (rows.next()) {
        away.add(rows.getString(1));
        again.add(rows.getString(2));
      }
    }
    run(connection, away);
    return again;
  }

  @Override
  public void resumeForeignKeys(Connection connection, List<String> suspended) throws SQLException {
    run(connection, suspended);
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public List<String> damage(Connection connection) throws SQLException {
    return texts(
        connection,
        """
        SELECT 'the index ' || indexrelid::regclass || ' is not valid: REINDEX it'
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE NOT indisvalid AND c.relnamespace = current_schema()::regnamespace
        UNION ALL
        SELECT 'the constraint ' || conname || ' of ' || conrelid::regclass || ' was never checked'
        FROM pg_constraint
        WHERE NOT convalidated AND connamespace = current_schema()::regnamespace
        UNION ALL
        SELECT 'pages of the database have failed their checksum ' || checksum_failures || ' times'
        FROM pg_stat_database WHERE datname = current_database() AND checksum_failures > 0
        """);
  }

  @Override
  public List<String> doubtfulSettings(Connection connection) throws SQLException {
    return texts(
        connection,
        """
        SELECT name || ' is off: what was acknowledged can be lost when the server fails'
        FROM pg_settings
        WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'
        UNION ALL
        SELECT 'the server is a replica: it can only be read' WHERE pg_is_in_recovery()
        UNION ALL
        SELECT 'the database only allows reading: see default_transaction_read_only'
        WHERE current_setting('default_transaction_read_only') = 'on'
        UNION ALL
        SELECT 'only ' || free || ' connections are free, and the relay holds up to 12'
        FROM (SELECT current_setting('max_connections')::int - count(*) AS free
              FROM pg_stat_activity WHERE backend_type = 'client backend') connections
        WHERE free < 12
        """);
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /// Connections of relays; a serving one holds several.
  @Override
  public int relays(Connection connection) throws SQLException {
    return Integer.parseInt(
        texts(
                connection,
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'windowshop-relay'
                  AND pid <> pg_backend_pid()
                """)
            .getFirst());
  }

  @Override
  public Fault fault(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      return Fault.OTHER;
    }
    return switch (state) {
      // Serialization, deadlock, lock not had in time.
      case "40001", "40P01", "55P03" -> Fault.CONTENTION;
      case "23505" -> Fault.DUPLICATE;
      // An end of the connection by an administrator or a crash; and a server that only reads now,
      // from which another connection may lead away.
      case "25006", "57P01", "57P02", "57P03", "57P05", "25P03" -> Fault.DISCONNECTED;
      default ->
          state.startsWith("08")
              ? Fault.DISCONNECTED
              : state.startsWith("53") || state.startsWith("58") ? Fault.UNUSABLE : Fault.OTHER;
    };
  }
}
