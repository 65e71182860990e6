package dev.windowshop.relay.testing;

import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.DatabaseAddress;
import dev.windowshop.relay.db.DatabaseConfig;
import dev.windowshop.relay.db.Reload;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where tests get their databases: every one of them runs on SQLite and, with
/// `-Dwindowshop.test.database=postgresql`, on a PostgreSQL that the test's JVM starts once.
///
/// A folder always has the same database, so that a relay that is started again in it finds what it
/// left; a new folder has a new one.
public final class TestDatabases {
  private static final boolean POSTGRES =
      System.getProperty("windowshop.test.database", "sqlite").equals("postgresql");
  private static final String TEMPLATE = "migrated";
  private static @Nullable EmbeddedPostgres server;

  private TestDatabases() {}

  public static boolean isPostgres() {
    return POSTGRES;
  }

  /// What [RelayConfig#local] says, with the database that the tests run on.
  public static RelayConfig config(Path data) {
    return RelayConfig.local(data).withDatabase(address(data));
  }

  public static Database open(Path data) {
    return Database.open(DatabaseConfig.of(address(data)));
  }

  /// What a command is told by its environment, so that it works on this folder's database.
  public static Map<String, String> environment(Path data) {
    String where =
        switch (address(data)) {
          case DatabaseAddress.Sqlite(Path file) -> file.toString();
          case DatabaseAddress.Postgres p ->
              "postgresql://%s:%s@%s:%d/%s"
                  .formatted(p.user(), p.password(), p.host(), p.port(), p.database());
        };
    return Map.of("WINDOWSHOP_DATA", data.toString(), "WINDOWSHOP_DATABASE", where);
  }

  public static DatabaseAddress address(Path data) {
    return POSTGRES ? postgres(data) : DatabaseAddress.inFolder(data);
  }

  /// This folder's PostgreSQL database, whatever the others run on.
  public static synchronized DatabaseAddress.Postgres postgres(Path data) {
    String name =
        "t_"
            + UUID.nameUUIDFromBytes(
                    data.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    try {
      create(running(), name);
      return at(running(), name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A PostgreSQL database with nothing in it, not even tables.
  public static synchronized DatabaseAddress.Postgres emptyPostgres(Path data) {
    DatabaseAddress.Postgres made = postgres(data);
    Reload.clear(made);
    return made;
  }

  private static DatabaseAddress.Postgres at(EmbeddedPostgres postgres, String database) {
    return new DatabaseAddress.Postgres(
        "localhost", postgres.getPort(), database, "postgres", "postgres", Map.of());
  }

  private static EmbeddedPostgres running() throws SQLException {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        running =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "300")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server = running;
      create(running, TEMPLATE);
      Database.open(DatabaseConfig.of(at(running, TEMPLATE))).close();
    }
    return running;
  }

  /// Copying one that is migrated takes a tenth of migrating it again.
  private static void create(EmbeddedPostgres postgres, String name) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet there =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
        if (there.next()) {
          return;
        }
      }
      statement.execute(
          "CREATE DATABASE "
              + name
              + (name.equals(TEMPLATE) ? "" : " TEMPLATE " + TEMPLATE + " STRATEGY file_copy"));
    }
  }
}
