package dev.windowshop.relay.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.relay.app.CannotStartException;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingLockIT {
  @TempDir Path folder;

  @Test
  void aSecondRelayOnTheSameDatabaseDoesNotStartUntilTheFirstHasStopped() {
    RelayConfig first = TestDatabases.config(folder.resolve("one"));
    RelayConfig second =
        RelayConfig.local(folder.resolve("two")).withDatabase(first.database().address());
    try (Relay running = Relay.start(first)) {
      CannotStartException refusal =
          assertThrows(CannotStartException.class, () -> Relay.start(second));
      String why = String.valueOf(refusal.getMessage());
      assertTrue(why.startsWith("Another relay is serving the database ("), why);
      assertTrue(why.contains("--database"), why);
      assertTrue(running.address().startsWith("http"));
    }
    Relay.start(second).close();
    Relay.start(first).close();
  }

  @Test
  void commandsWorkBesideAServingRelay() {
    RelayConfig config = TestDatabases.config(folder);
    try (Relay running = Relay.start(config);
        Database beside = Database.open(config.database())) {
      assertEquals("ok", beside.read(handle -> "ok"));
      assertTrue(running.address().startsWith("http"));
    }
  }

  @Test
  void aDatabaseByAnotherNameIsTheSame() throws Exception {
    Path file = folder.resolve("shop.db");
    Files.createFile(file);
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
    try (ServingLock held = ServingLock.hold(new DatabaseAddress.Sqlite(file))) {
      assertThrows(
          DatabaseUnavailableException.class,
          () -> ServingLock.hold(new DatabaseAddress.Sqlite(link)));
      held.look();
    }
    ServingLock.hold(new DatabaseAddress.Sqlite(link)).close();
  }

  @Test
  void aLockWhoseConnectionWasEndedIsTakenAgain() throws Exception {
    Assumptions.assumeTrue(TestDatabases.isPostgres());
    DatabaseAddress.Postgres address = TestDatabases.postgres(folder);
    try (ServingLock held = ServingLock.hold(address)) {
      try (Connection other = Opening.dialect(address).writing().getConnection();
          Statement statement = other.createStatement()) {
        statement.execute(
            "SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
      }
      held.look();
      assertThrows(DatabaseUnavailableException.class, () -> ServingLock.hold(address));
    }
  }
}
