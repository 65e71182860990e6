package dev.windowshop.relay.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.testing.SetClock;
import dev.windowshop.relay.testing.SocketProbe;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Taking one's data along, and deleting one's account.
class PersonalDataIT {
  private static final String PASSWORD = "{\"password\":\"correct horse\"}";

  @TempDir Path data;
  private final SetClock clock = new SetClock();
  private Relay relay;

  @BeforeEach
  void start() {
    relay = Relay.start(TestDatabases.config(data).withClock(clock));
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private record Person(String id, String name, String token, Web web) {}

  private Web.Answer signUp(String name) {
    return new Web(relay.address())
        .post(
            "/auth/signup",
            """
            {"email":"%s@example.org","username":"%s","password":"correct horse","displayName":"%s"}
            """
                .formatted(name, name, name.toUpperCase()));
  }

  private Person person(String name) {
    Auth.Tokens tokens = signUp(name).as(Auth.Tokens.class);
    return new Person(
        tokens.user().id(),
        name,
        tokens.accessToken(),
        new Web(relay.address()).token(tokens.accessToken()));
  }

  private static String conversation(Person from, Map<String, Object> request) {
    Web.Answer answer = from.web().post("/conversations", Json.encode(request));
    assertTrue(answer.status() < 300, answer::text);
    return answer.json().path("id").asText();
  }

  private static void say(Person from, String conversation, String text) {
    Web.Answer answer =
        from.web()
            .post(
                "/conversations/" + conversation + "/messages",
                Json.encode(Map.of("clientId", Ids.newId(), "type", "text", "content", text)));
    assertEquals(201, answer.status(), answer::text);
  }

  private static Map<String, String> unzip(byte[] bytes) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void anExportHoldsWhatIsOnesOwnAndNoSecret() throws IOException {
    Person ann = person("ann");
    Person ben = person("ben");
    String direct = conversation(ann, Map.of("kind", "direct", "userId", ben.id()));
    for (int i = 0; i < 1200; i++) {
      say(ann, direct, "mine " + i);
    }
    say(ben, direct, "of somebody else");

    Web.Answer answer = ann.web().get("/me/export");
    assertEquals(200, answer.status());
    assertEquals("application/zip", answer.header("Content-Type"));
    Map<String, String> files = unzip(answer.bytes());
    JsonNode account = Json.decode(files.getOrDefault("account.json", ""), JsonNode.class).get(0);
    assertEquals("ann@example.org", account.path("email").asText());
    assertEquals("ANN", account.path("displayName").asText());
    assertTrue(account.path("createdAt").asText().endsWith("Z"), account::toString);
    JsonNode messages = Json.decode(files.getOrDefault("messages.json", ""), JsonNode.class);
    assertEquals(1200, messages.size());
    assertEquals("mine 1199", messages.get(1199).path("content").asText());
    assertTrue(files.containsKey("README.txt"));
    for (String file : List.of("devices", "conversations", "cart", "contacts", "interactions")) {
      assertTrue(files.containsKey(file + ".json"), file);
    }
    String all = String.join("\n", files.values());
    assertFalse(all.contains("argon2"), "the hash of the password");
    assertFalse(all.contains("of somebody else"));
    assertEquals(401, new Web(relay.address()).get("/me/export").status());
    awaitNoFile(data.resolve("exports"));
  }

  private static void awaitNoFile(Path folder) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      try (var files = Files.list(folder)) {
        if (files.findAny().isEmpty()) {
          return;
        }
      }
      assertTrue(System.nanoTime() < end, "an export was left behind");
      Thread.onSpinWait();
    }
  }

  @Test
  void aDeletedAccountIsGoneAndItsMessagesStay() {
    Person ann = person("ann");
    Person ben = person("ben");
    Person cleo = person("cleo");
    String direct = conversation(ann, Map.of("kind", "direct", "userId", ben.id()));
    say(ann, direct, "hello from me");
    String group =
        conversation(
            ann,
            Map.of("kind", "group", "name", "Lamps", "memberIds", List.of(ben.id(), cleo.id())));
    ben.web().send("PUT", "/me/contacts/" + ann.id(), "");

    assertEquals(401, ann.web().send("DELETE", "/me", "{\"password\":\"wrong horse\"}").status());
    try (SocketProbe socket = new SocketProbe(relay.address(), ann.token())) {
      assertEquals("ready", socket.outcome());
      assertEquals(204, ann.web().send("DELETE", "/me", PASSWORD).status());
      socket.awaitEnd();
    }

    assertEquals("token-unknown", ann.web().get("/me").problem());
    assertEquals(
        401,
        new Web(relay.address())
            .post("/auth/login", "{\"login\":\"ann\",\"password\":\"correct horse\"}")
            .status());
    assertEquals(404, ben.web().get("/users/" + ann.id()).status());
    assertEquals(0, ben.web().get("/users?q=ann").json().path("items").size());
    assertEquals(0, ben.web().get("/users?q=deleted").json().path("items").size());
    assertEquals(0, ben.web().get("/me/contacts").json().path("items").size());

    JsonNode messages = ben.web().get("/conversations/" + direct + "/messages").json();
    JsonNode message = messages.path("items").get(0);
    assertEquals("hello from me", message.path("content").asText());
    assertEquals("Deleted account", message.path("sender").path("displayName").asText());
    String seen =
        ben.web().get("/conversations").text() + ben.web().get("/conversations/" + group).text();
    assertFalse(seen.contains("ann@example.org"), seen);
    assertFalse(seen.contains("\"ANN\""), seen);

    Web.Answer late =
        ben.web()
            .post(
                "/conversations/" + direct + "/messages",
                Json.encode(
                    Map.of("clientId", Ids.newId(), "type", "text", "content", "are you there")));
    assertEquals(403, late.status(), late::text);
    assertEquals("This account was deleted.", late.json().path("detail").asText());

    JsonNode members = ben.web().get("/conversations/" + group + "/members").json().path("items");
    assertEquals(2, members.size(), members::toString);
    long owners = members.findValuesAsText("role").stream().filter("owner"::equals).count();
    assertEquals(1, owners, members::toString);
  }

  @Test
  void theLongestServingAdminInheritsAGroup() {
    Person ann = person("ann");
    Person ben = person("ben");
    Person cleo = person("cleo");
    String group =
        conversation(
            ann,
            Map.of("kind", "group", "name", "Lamps", "memberIds", List.of(ben.id(), cleo.id())));
    assertEquals(
        200,
        ann.web()
            .send(
                "PATCH",
                "/conversations/" + group + "/members/" + cleo.id(),
                "{\"role\":\"admin\"}")
            .status());
    assertEquals(204, ann.web().send("DELETE", "/me", PASSWORD).status());
    for (JsonNode member :
        cleo.web().get("/conversations/" + group + "/members").json().path("items")) {
      boolean isCleo = member.path("user").path("id").asText().equals(cleo.id());
      assertEquals(isCleo ? "owner" : "member", member.path("role").asText());
    }
  }

  @Test
  void aUserNameIsFreeAgainAfterAWhileAndAnEmailAtOnce() {
    Person ann = person("ann");
    assertEquals(204, ann.web().send("DELETE", "/me", PASSWORD).status());
    Web.Answer taken = signUp("ann");
    assertEquals(409, taken.status());
    assertTrue(taken.json().path("errors").has("username"), taken::text);
    assertEquals(
        201,
        new Web(relay.address())
            .post(
                "/auth/signup",
                "{\"email\":\"ann@example.org\",\"username\":\"ann2\",\"password\":\"correct horse\"}")
            .status());
    clock.advance(Duration.ofDays(31));
    assertEquals(
        201,
        new Web(relay.address())
            .post(
                "/auth/signup",
                "{\"email\":\"ann3@example.org\",\"username\":\"Ann\",\"password\":\"correct horse\"}")
            .status());
  }
}
