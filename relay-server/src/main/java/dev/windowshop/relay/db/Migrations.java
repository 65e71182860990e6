package dev.windowshop.relay.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a database to the newest schema. One that is there already is not looked at closely,
/// which saves most of half a second of every start.
final class Migrations {
  /// Version of the newest file, and how many there are; a test holds both against them.
  static final int NEWEST = 129;

  static final int COUNT = 30;

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  /// @param folders one database's own files, and those that every database understands
  static void run(DataSource source, List<String> folders) {
    if (!isNewest(source)) {
      migrate(source, folders, null);
    }
  }

  /// @param upTo no newer version than this, null for all
  static void migrate(DataSource source, List<String> folders, @Nullable Integer upTo) {
    Flyway.configure()
        .dataSource(source)
        .locations(folders.stream().map(folder -> "classpath:" + folder).toArray(String[]::new))
        // Each feature numbers its own range: a lower number may come later than a higher one.
        .outOfOrder(true)
        .loggers("slf4j")
        .target(upTo == null ? "latest" : upTo.toString())
        .load()
        .migrate();
  }

  /// The newest version that a database has, 0 when it has none.
  static int version(Connection connection) throws SQLException {
    if (!Tables.names(connection).contains(Tables.HISTORY)) {
      return 0;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history
                WHERE version IS NOT NULL
                """)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static boolean isNewest(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT count(*), max(CAST(version AS INTEGER)),
                       sum(CASE WHEN success THEN 0 ELSE 1 END)
                FROM flyway_schema_history WHERE version IS NOT NULL
                """)) {
      return rows.next()
          && rows.getInt(1) == COUNT
          && rows.getInt(2) == NEWEST
          && rows.getInt(3) == 0;
    } catch (SQLException e) {
      LOG.debug("no schema yet, or none that can be read: Flyway has the word", e);
      return false;
    }
  }
}
