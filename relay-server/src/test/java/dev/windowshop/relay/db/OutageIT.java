package dev.windowshop.relay.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.testing.Cable;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What happens to what is written while the database can't take it.
@Timeout(120)
class OutageIT {
  @TempDir Path folder;

  private static String put(Handle handle, String name, String value) {
    RelayState.put(handle, name, value);
    return name;
  }

  private static void assertUnavailable(Database database, Function<Handle, String> work) {
    ProblemException refusal = assertThrows(ProblemException.class, () -> database.write(work));
    assertEquals(ProblemType.UNAVAILABLE, refusal.type());
    assertTrue(refusal.problem().retryAfter() != null);
  }

  private static boolean has(Database database, String name) {
    return database.read(handle -> RelayState.get(handle, name).isPresent());
  }

  private static void eventually(Runnable attempt) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        attempt.run();
        return;
      } catch (ProblemException | AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(10_000_000);
      }
    }
  }

  @Test
  void aFullDiskRefusesWritesAndLosesNothing() {
    Assumptions.assumeFalse(TestDatabases.isPostgres());
    try (Database database = TestDatabases.open(folder)) {
      database.write(handle -> put(handle, "before", "x"));
      for (int i = 0; i < 3; i++) {
        assertUnavailable(
            database,
            handle -> {
              // To SQLite a limit of pages is a disk without room.
              handle.createQuery("PRAGMA max_page_count = 1").mapTo(Long.class).one();
              return put(handle, "lost", "x".repeat(200_000));
            });
        assertTrue(has(database, "before"));
      }
      database.write(handle -> put(handle, "after", "x".repeat(200_000)));
      assertTrue(has(database, "after"));
      assertEquals(false, has(database, "lost"));
    }
  }

  @Test
  void aDatabaseThatOnlyReadsRefusesWritesUntilItTakesThemAgain() throws SQLException {
    Assumptions.assumeTrue(TestDatabases.isPostgres());
    DatabaseAddress.Postgres address = TestDatabases.postgres(folder);
    try (Database database = TestDatabases.open(folder)) {
      database.write(handle -> put(handle, "before", "x"));
      administer(
          address,
          "ALTER DATABASE " + address.database() + " SET default_transaction_read_only = on");
      terminate(address);
      eventually(() -> assertUnavailable(database, handle -> put(handle, "lost", "x")));
      eventually(() -> assertTrue(has(database, "before")));
      administer(
          address, "ALTER DATABASE " + address.database() + " RESET default_transaction_read_only");
      database.write(handle -> put(handle, "after", "x"));
      assertEquals(false, has(database, "lost"));
      assertTrue(has(database, "after"));
    }
  }

  @Test
  void aServerThatIsAwayIsSaidAtOnceAndFoundAgain() throws Exception {
    Assumptions.assumeTrue(TestDatabases.isPostgres());
    DatabaseAddress.Postgres address = TestDatabases.postgres(folder);
    try (Cable cable = new Cable(address.port());
        Database database = Database.open(DatabaseConfig.of(over(cable, address)))) {
      database.write(handle -> put(handle, "before", "x"));
      cable.unplug();
      assertUnavailable(database, handle -> put(handle, "lost", "x"));
      assertThrows(ProblemException.class, () -> has(database, "before"));
      cable.plugIn();
      database.write(handle -> put(handle, "after", "x"));
      eventually(() -> assertTrue(has(database, "before")));
    }
  }

  /// Connections end at any moment, in the middle of commits too: what was answered is there, what
  /// is there was told, and nothing was told twice.
  @Test
  void connectionsThatBreakUnderLoadLoseNothingAndTellEverythingOnce() throws Exception {
    Assumptions.assumeTrue(TestDatabases.isPostgres());
    DatabaseAddress.Postgres address = TestDatabases.postgres(folder);
    Set<String> answered = ConcurrentHashMap.newKeySet();
    Map<String, Integer> told = new ConcurrentHashMap<>();
    AtomicInteger refused = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    try (Cable cable = new Cable(address.port());
        Database database = Database.open(DatabaseConfig.of(over(cable, address)))) {
      try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int w = 0; w < 16; w++) {
          int writer = w;
          writers.execute(() -> {
            for (int i = 0; !over.get(); i++) {
              String name = "w" + writer + "-" + i;
              try {
                database.write(
                    "lane" + writer,
                    handle -> put(handle, name, "x"),
                    stored -> told.merge(stored, 1, Integer::sum));
                answered.add(name);
              } catch (ProblemException e) {
                refused.incrementAndGet();
              }
            }
          });
        }
        for (int cut = 1; cut <= 25; cut++) {
          int enough = cut * 40;
          while (answered.size() < enough) {
            LockSupport.parkNanos(10_000_000);
          }
          if (cut % 3 == 0) {
            terminate(address);
          } else {
            cable.cut();
          }
        }
        over.set(true);
      }
      Set<String> stored = new TreeSet<>();
      eventually(() ->
          stored.addAll(
              database.read(handle ->
                  handle
                      .createQuery("SELECT name FROM relay_state WHERE value = 'x'")
                      .mapTo(String.class)
                      .list())));
      assertTrue(stored.containsAll(answered), () -> "lost, of " + answered.size());
      assertEquals(stored, new TreeSet<>(told.keySet()), () -> refused + " were refused");
      assertTrue(told.values().stream().allMatch(times -> times == 1), told::toString);
    }
  }

  private static DatabaseAddress over(Cable cable, DatabaseAddress.Postgres address) {
    return new DatabaseAddress.Postgres(
        "localhost",
        cable.port(),
        address.database(),
        address.user(),
        address.password(),
        Map.of());
  }

  private static void terminate(DatabaseAddress.Postgres address) throws SQLException {
    administer(
        address,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
            + address.database()
            + "' AND pid <> pg_backend_pid()");
  }

  private static void administer(DatabaseAddress.Postgres address, String sql) throws SQLException {
    String url = "jdbc:postgresql://localhost:" + address.port() + "/postgres";
    try (Connection connection =
            DriverManager.getConnection(url, address.user(), address.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
