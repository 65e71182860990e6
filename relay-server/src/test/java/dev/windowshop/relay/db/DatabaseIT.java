package dev.windowshop.relay.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.windowshop.relay.testing.TestDatabases;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class DatabaseIT {
  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = TestDatabases.open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void unitsWaitForCompanyWhereTheyAreToldToAndNeverForLong() throws Exception {
    List<Integer> groups = Collections.synchronizedList(new ArrayList<>());
    database.observe((units, nanos) -> groups.add(units));
    // Longer than any test: a group of four goes before.
    database.space(() -> Duration.ofMinutes(5).toNanos());
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> units = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int number = i;
        units.add(callers.submit(() -> database.write(handle -> number)));
      }
      for (int i = 0; i < 4; i++) {
        assertEquals(i, units.get(i).get());
      }
      database.space(() -> Duration.ofMillis(5).toNanos());
      assertEquals("alone", database.write(handle -> "alone"));
      // Whoever waits for a unit may know before the observer does, but not whoever comes after.
      assertEquals(4, groups.getFirst());
    }
  }

  @Test
  void oneFailingUnitSparesItsNeighbours() throws Exception {
    CountDownLatch holding = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      // The first unit keeps the writer busy until all the others wait, so that they are one group.
      CountDownLatch entered = new CountDownLatch(1);
      CompletableFuture<Void> first =
          CompletableFuture.runAsync(
              () ->
                  database.write(handle -> {
                    entered.countDown();
                    await(holding);
                    return 0;
                  }),
              callers);
      entered.await();
      List<Future<Integer>> units = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        int number = i;
        units.add(
            callers.submit(() ->
                database.write(handle -> {
                  put(handle, "unit" + number);
                  if (number % 5 == 3) {
                    throw new IllegalArgumentException("unit " + number);
                  }
                  return number;
                })));
      }
      holding.countDown();
      first.join();
      for (int i = 0; i < 20; i++) {
        Future<Integer> unit = units.get(i);
        if (i % 5 == 3) {
          assertThrows(Exception.class, unit::get);
        } else {
          assertEquals(i, unit.get());
        }
        int number = i;
        assertEquals(
            i % 5 != 3,
            database.read(handle -> RelayState.get(handle, "unit" + number).isPresent()));
      }
    }
  }

  @Test
  void whatIsPublishedComesInCommitOrder() {
    List<Long> published = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        callers.execute(
            () -> database.write(handle -> RelayState.raise(handle, "counter"), published::add));
      }
    }
    List<Long> sorted = published.stream().sorted().toList();
    assertEquals(300, published.size());
    assertEquals(sorted, published);
  }

  /// Two rows that every unit raises, in either order, from several lanes and none: each waits for
  /// others, and some for each other.
  @Test
  void rowsThatSeveralWritersWantAreRaisedOnceEachAndToldInTheirOrder() {
    Map<String, List<Long>> told = new ConcurrentHashMap<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 400; i++) {
        List<String> rows = i % 2 == 0 ? List.of("row-a", "row-b") : List.of("row-b", "row-a");
        Function<Handle, Map<String, Long>> work =
            handle -> {
              Map<String, Long> raised = new LinkedHashMap<>();
              rows.forEach(row -> raised.put(row, RelayState.raise(handle, row)));
              return raised;
            };
        Consumer<Map<String, Long>> tell =
            raised ->
                raised.forEach((row, to) ->
                    told.computeIfAbsent(row, _ -> Collections.synchronizedList(new ArrayList<>()))
                        .add(to));
        String lane = "lane-" + i % 7;
        callers.execute(
            i % 10 == 0
                ? () -> database.write(work, tell)
                : () -> database.write(lane, work, tell));
      }
    }
    List<Long> all = LongStream.rangeClosed(1, 400).boxed().toList();
    assertEquals(Map.of("row-a", all, "row-b", all), told);
  }

  @Test
  void aKeyThatTwoLanesStoreAtOnceIsSeenByTheSecond() {
    List<Boolean> first = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        String name = "key" + i / 4;
        String lane = "lane-" + i;
        callers.execute(() ->
            database.write(
                lane,
                handle -> {
                  if (RelayState.get(handle, name).isPresent()) {
                    return false;
                  }
                  handle.execute("INSERT INTO relay_state (name, value) VALUES (?, ?)", name, lane);
                  return true;
                },
                first::add));
      }
    }
    assertEquals(200, first.size());
    assertEquals(50, first.stream().filter(stored -> stored).count());
  }

  @Test
  void aSlowStatementIsLoggedWithItsCallersRequestAndWithoutItsValues() {
    Logger logger = (Logger) LoggerFactory.getLogger(SlowQueries.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    DatabaseConfig config = DatabaseConfig.of(TestDatabases.address(folder));
    MDC.put("request", "r-17");
    try (Database timed = Database.open(config.withSlowQuery(Duration.ofMillis(1)))) {
      String slow =
          """
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
          SELECT count(*) FROM n WHERE CAST(i AS TEXT) <> :secret
          """;
      timed.read(h -> h.createQuery(slow).bind("secret", "s3cret").mapTo(Long.class).one());
      timed.write(h -> h.createQuery(slow).bind("secret", "s3cret").mapTo(Long.class).one());
    } finally {
      MDC.clear();
      logger.detachAppender(log);
    }
    List<ILoggingEvent> slow =
        log.list.stream().filter(e -> e.getFormattedMessage().contains("RECURSIVE")).toList();
    assertEquals(2, slow.size(), log.list::toString);
    for (ILoggingEvent event : slow) {
      assertEquals("r-17", event.getMDCPropertyMap().get("request"));
      assertFalse(event.getFormattedMessage().contains("s3cret"));
    }
  }

  @Test
  void whatIsWrittenIsReadAfterTheCallAndAfterAReopening() {
    database.write(handle -> {
      put(handle, "kept");
      return true;
    });
    assertEquals(true, database.read(handle -> RelayState.get(handle, "kept").isPresent()));
    database.close();
    database = TestDatabases.open(folder);
    assertEquals(true, database.read(handle -> RelayState.get(handle, "kept").isPresent()));
  }

  @Test
  void theNewestMigrationIsTheOneThatStartsLookFor() {
    for (String own : List.of("db/sqlite", "db/postgresql")) {
      assertCounted(List.of(own, "db/common"));
    }
  }

  private static void assertCounted(List<String> folders) {
    List<Integer> versions = new ArrayList<>();
    for (String folder : folders) {
      for (File file :
          Path.of("src/main/resources", folder)
              .toFile()
              .listFiles((dir, name) -> name.matches("V\\d+__.*\\.sql"))) {
        versions.add(Integer.parseInt(file.getName().replaceFirst("V(\\d+)__.*", "$1")));
      }
    }
    assertEquals(Migrations.COUNT, Set.copyOf(versions).size());
    assertEquals(Migrations.COUNT, versions.size());
    assertEquals(Migrations.NEWEST, Collections.max(versions));
  }

  private static void put(Handle handle, String name) {
    RelayState.put(handle, name, "1");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
