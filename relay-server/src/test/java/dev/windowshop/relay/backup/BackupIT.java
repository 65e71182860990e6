package dev.windowshop.relay.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.DatabaseAddress;
import dev.windowshop.relay.db.RelayState;
import dev.windowshop.relay.testing.Commands;
import dev.windowshop.relay.testing.Commands.Outcome;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupIT {
  @TempDir Path folder;

  /// What a relay with a shop and a conversation shows to those who use it.
  private record Shown(List<String> products, List<String> messages) {
    static Shown by(Relay relay, Web robin, String conversation) {
      return new Shown(
          texts(new Web(relay.address()).get("/products?limit=100").json(), "title"),
          texts(robin.get("/conversations/" + conversation + "/messages").json(), "content"));
    }

    private static List<String> texts(JsonNode page, String field) {
      return page.path("items").valueStream().map(item -> item.path(field).asText()).toList();
    }
  }

  private static Web signedIn(Relay relay) {
    Web web = new Web(relay.address());
    String token =
        web.post("/auth/login", "{\"login\":\"robin\",\"password\":\"windowshop-demo\"}")
            .json()
            .path("accessToken")
            .asText();
    return web.token(token);
  }

  private static void say(Web web, String conversation, String text) {
    String body =
        "{\"clientId\":\"%s\",\"type\":\"text\",\"content\":\"%s\"}"
            .formatted(UUID.randomUUID(), text);
    Web.Answer answer = web.post("/conversations/" + conversation + "/messages", body);
    assertEquals(201, answer.status(), answer::text);
  }

  private static String conversationOf(Web web) {
    return web.get("/conversations").json().path("items").path(0).path("id").asText();
  }

  private static String epoch(Path data) {
    try (Database database = TestDatabases.open(data)) {
      return database.read(handle -> RelayState.get(handle, "epoch").orElseThrow());
    }
  }

  private static void ok(Outcome outcome) {
    assertEquals(0, outcome.code(), outcome::toString);
  }

  @Test
  void whatWasSavedWhileItServedIsAllThereInAnEmptyPlace() {
    Path data = folder.resolve("data");
    Path place = folder.resolve("place");
    Path file = folder.resolve("backup.zip");
    Shown before;
    Web robin;
    String conversation;
    AtomicBoolean over = new AtomicBoolean();
    try (Relay relay = Relay.start(TestDatabases.config(data).withDemo(true))) {
      robin = signedIn(relay);
      conversation = conversationOf(robin);
      say(robin, conversation, "kept");
      before = Shown.by(relay, robin, conversation);
      String other = robin.get("/conversations").json().path("items").path(1).path("id").asText();
      Web busy = robin;
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(() -> {
            for (int i = 0; !over.get(); i++) {
              say(busy, other, "while it is saved " + i);
            }
          });
      ok(new Commands(data).run("backup", file.toString()));
      over.set(true);
      writing.join();
      Outcome refused = new Commands(data).run("restore", file.toString(), "--force");
      assertEquals(1, refused.code(), refused::toString);
      assertTrue(refused.err().contains("already"), refused::toString);
    }
    ok(new Commands(place).run("restore", file.toString()));
    assertNotEquals(epoch(data), epoch(place));
    try (Relay relay = Relay.start(TestDatabases.config(place))) {
      // The keys were saved too: whoever was signed in still is.
      Web again = new Web(relay.address()).token(robin.bearer());
      assertEquals(before, Shown.by(relay, again, conversation));
      say(again, conversation, "and it goes on");
    }
    assertTrue(
        new Commands(place).run("doctor").out().contains("The database is whole"),
        "nothing is damaged");
  }

  @Test
  void aBackupMovesFromOneDatabaseToTheOtherAndBack() throws Exception {
    Path data = folder.resolve("data");
    Relay.start(TestDatabases.config(data).withDemo(true)).close();
    Path first = folder.resolve("first");
    ok(new Commands(data).run("backup", first.toString()));

    DatabaseAddress lite = DatabaseAddress.inFolder(folder.resolve("lite"));
    DatabaseAddress postgres = TestDatabases.emptyPostgres(folder.resolve("postgres"));
    Path second = folder.resolve("second");
    Path third = folder.resolve("third");
    move(first, folder.resolve("postgres"), postgres, second);
    move(second, folder.resolve("lite"), lite, third);
    assertEquals(contents(first), contents(second));
    assertEquals(contents(first), contents(third));
  }

  private static void move(Path from, Path data, DatabaseAddress to, Path backup) {
    new Restore(data, to).from(from, false, Instant.now());
    new Backup(data, to, "test").make(backup, Instant.now());
  }

  /// Every row of every table, in an order of their own; but the epoch, which is always new.
  private static TreeMap<String, List<String>> contents(Path backup) throws Exception {
    TreeMap<String, List<String>> tables = new TreeMap<>();
    try (Stream<Path> files = Files.list(backup.resolve("tables"))) {
      for (Path file : files.toList()) {
        byte[] packed = Files.readAllBytes(file);
        String text =
            new String(
                new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(),
                StandardCharsets.UTF_8);
        tables.put(
            String.valueOf(file.getFileName()),
            text.lines().filter(line -> !line.contains("\"epoch\"")).sorted().toList());
      }
    }
    assertTrue(tables.size() > 10);
    return tables;
  }

  @Test
  void aPlaceInUseIsLeftAloneUnlessForced() {
    Path data = folder.resolve("data");
    Path backup = folder.resolve("backup");
    Relay.start(TestDatabases.config(data)).close();
    ok(new Commands(data).run("backup", backup.toString()));
    String epoch = epoch(data);
    Outcome refused = new Commands(data).run("restore", backup.toString());
    assertEquals(1, refused.code(), refused::toString);
    assertTrue(refused.err().contains("--force"), refused::toString);
    assertEquals(epoch, epoch(data));

    Outcome forced = new Commands(data).run("restore", backup.toString(), "--force");
    ok(forced);
    assertNotEquals(epoch, epoch(data));
    assertTrue(forced.out().contains("before-restore"), forced::toString);
    Relay.start(TestDatabases.config(data)).close();
  }

  @Test
  void aDamagedBackupIsRefusedBeforeAnythingIsTouched() throws Exception {
    Path data = folder.resolve("data");
    Path backup = folder.resolve("backup");
    Relay.start(TestDatabases.config(data).withDemo(true)).close();
    ok(new Commands(data).run("backup", backup.toString()));
    String epoch = epoch(data);
    Path table = backup.resolve("tables").resolve("users.jsonl.gz");
    byte[] bytes = Files.readAllBytes(table);
    bytes[bytes.length / 2] ^= 1;
    Files.write(table, bytes);
    for (List<String> arguments :
        List.of(
            List.of("restore", backup.toString(), "--force"),
            List.of("restore", folder.resolve("nowhere").toString(), "--force"))) {
      Outcome refused = new Commands(data).run(arguments.toArray(String[]::new));
      assertEquals(1, refused.code(), refused::toString);
      assertEquals(1, refused.err().lines().count(), refused::toString);
    }
    Files.delete(table);
    assertEquals(1, new Commands(data).run("restore", backup.toString(), "--force").code());
    Files.delete(backup.resolve("backup.json"));
    assertEquals(1, new Commands(data).run("restore", backup.toString(), "--force").code());
    assertEquals(epoch, epoch(data));
  }

  @Test
  void aBackupThatCannotBeMadeLeavesNothingBehind() throws Exception {
    Path data = folder.resolve("data");
    Relay.start(TestDatabases.config(data)).close();
    Path taken = Files.writeString(folder.resolve("taken.zip"), "mine");
    assertEquals(1, new Commands(data).run("backup", taken.toString()).code());
    assertEquals("mine", Files.readString(taken));
    Outcome nowhere = new Commands(folder.resolve("no-data")).run("backup", "b.zip");
    assertEquals(1, nowhere.code(), nowhere::toString);
    assertFalse(Files.exists(Path.of("b.zip")));
    assertFalse(Files.exists(Path.of("b.zip.part")));
  }
}
