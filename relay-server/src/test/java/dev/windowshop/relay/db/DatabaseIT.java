package dev.windowshop.relay.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.windowshop.relay.testing.TestDatabases;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
