package dev.windowshop.client.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientDatabaseTest {
  static final Migration FIRST = Migration.of(1, "notes", "CREATE TABLE note (text TEXT NOT NULL)");

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void place() {
    file = folder.resolve("cache.db");
  }

  @Test
  void aWriteIsThereOnceItsFutureIsDone() {
    try (ClientDatabase database = open(FIRST)) {
      insert(database, "a");
      assertEquals(1, count(database));
    }
    try (ClientDatabase database = open(FIRST)) {
      assertEquals(1, count(database));
    }
  }

  @Test
  void aWriteThatFailsLeavesNothing() {
    try (ClientDatabase database = open(FIRST)) {
      var failed =
          database.execute(connection -> {
            run(connection, "INSERT INTO note VALUES ('half')");
            run(connection, "INSERT INTO nowhere VALUES (1)");
          });
      assertThrows(CompletionException.class, failed::join);
      assertEquals(0, count(database));
      insert(database, "after");
      assertEquals(1, count(database));
    }
  }

  @Test
  void aReaderCannotWrite() {
    try (ClientDatabase database = open(FIRST)) {
      assertThrows(
          CacheException.class,
          () ->
              database.read(connection -> {
                run(connection, "DELETE FROM note");
                return true;
              }));
      assertEquals(0, count(database));
    }
  }

  @Test
  void stepsRunOnceAndInTheirOrder() {
    Migration second = Migration.of(2, "notes", "ALTER TABLE note ADD COLUMN author TEXT");
    try (ClientDatabase database = open(FIRST)) {
      insert(database, "a");
    }
    for (int i = 0; i < 2; i++) {
      try (ClientDatabase database = open(second, FIRST)) {
        assertEquals(1, count(database));
      }
    }
    assertThrows(IllegalArgumentException.class, () -> open(FIRST, Migration.of(1, "other", "x")));
  }

  @Test
  void aDamagedFileIsSetAsideAndAFreshOneTakesItsPlace() throws IOException {
    try (ClientDatabase database = open(FIRST)) {
      insert(database, "a");
    }
    Files.writeString(file, "this is no database, and longer than a header would be".repeat(20));
    try (ClientDatabase database = open(FIRST)) {
      assertEquals(0, count(database));
      insert(database, "b");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.anyMatch(path -> path.getFileName().toString().contains(".damaged-")));
    }
  }

  @Test
  void aFileOfANewerVersionIsKept() throws IOException {
    open(FIRST, Migration.of(7, "later", "CREATE TABLE later (x)")).close();
    try (ClientDatabase database = open(FIRST)) {
      assertEquals(0, count(database));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.anyMatch(path -> path.getFileName().toString().contains(".version-7-")));
    }
  }

  @Test
  void whatWasPromisedOutlivesAKill() throws IOException, InterruptedException {
    open(FIRST).close();
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int promised = 0;
    try (var lines = writer.inputReader()) {
      while (promised < 50) {
        promised = Integer.parseInt(lines.readLine());
      }
      writer.destroyForcibly().waitFor();
    }
    try (ClientDatabase database = open(FIRST)) {
      assertTrue(count(database) >= promised);
    }
  }

  @Test
  void onlyARelaxedWriteDoesNotWaitForTheDisk() {
    try (ClientDatabase database = open(FIRST)) {
      SqlFunction<Connection, List<Integer>> synchronous =
          connection -> Rows.query(connection, "PRAGMA synchronous", row -> row.getInt(1));
      assertEquals(List.of(2), database.write(synchronous).join());
      assertEquals(List.of(1), database.writeRelaxed(synchronous).join());
      assertEquals(List.of(2), database.write(synchronous).join());
    }
  }

  @Test
  void aStatementIsUsableAgainWhateverBecameOfItBefore() {
    try (ClientDatabase database = open(FIRST)) {
      insert(database, "a");
      insert(database, "b");
      String all = "SELECT text FROM note WHERE text >= ? ORDER BY text";
      // Within its own rows, and left open in their midst.
      List<String> pairs =
          database.read(connection ->
              Rows.query(
                  connection,
                  all,
                  row ->
                      row.getString(1)
                          + Rows.first(connection, all, inner -> inner.getString(1), "b"),
                  "a"));
      assertEquals(List.of("ab", "bb"), pairs);
      String unique = "CREATE UNIQUE INDEX one ON note (text)";
      database.execute(connection -> run(connection, unique)).join();
      String sql = "INSERT INTO note VALUES (?)";
      var twice = database.execute(connection -> Rows.update(connection, sql, "a"));
      assertThrows(CompletionException.class, twice::join);
      database.execute(connection -> Rows.update(connection, sql, "c")).join();
      // A batch that was given up is not carried out by whoever uses the statement next.
      database
          .execute(connection -> {
            try (PreparedStatement abandoned = connection.prepareStatement(sql)) {
              abandoned.setString(1, "never");
              abandoned.addBatch();
            }
            try (PreparedStatement next = connection.prepareStatement(sql)) {
              next.setString(1, "d");
              next.addBatch();
              next.executeBatch();
            }
          })
          .join();
      List<String> after =
          database.read(connection -> Rows.query(connection, all, row -> row.getString(1), ""));
      assertEquals(List.of("a", "b", "c", "d"), after);
    }
  }

  @Test
  void aClosedCacheSaysSo() {
    ClientDatabase database = open(FIRST);
    database.close();
    assertThrows(CacheException.class, () -> count(database));
    assertTrue(database.execute(connection -> {}).isCompletedExceptionally());
  }

  private ClientDatabase open(Migration... migrations) {
    return ClientDatabase.open(file, List.of(migrations));
  }

  static void insert(ClientDatabase database, String text) {
    database
        .execute(connection -> run(connection, "INSERT INTO note VALUES ('" + text + "')"))
        .join();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static int count(ClientDatabase database) {
    return database.read(connection -> {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT count(*) FROM note")) {
        return rows.getInt(1);
      }
    });
  }

  /// Promises rows, one line each, until it is killed.
  static final class KilledWriter {
    public static void main(String[] arguments) {
      ClientDatabase database = ClientDatabase.open(Path.of(arguments[0]), List.of(FIRST));
      for (int i = 1; ; i++) {
        // Both kinds by turns: what is relaxed outlives the process too.
        if (i % 2 == 0) {
          insert(database, "row " + i);
        } else {
          database.executeRelaxed(c -> run(c, "INSERT INTO note VALUES ('relaxed')")).join();
        }
        System.out.println(i);
      }
    }
  }
}
