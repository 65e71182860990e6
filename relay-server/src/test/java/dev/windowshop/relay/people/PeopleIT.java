package dev.windowshop.relay.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Preferences;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Settings;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.chat.Device;
import dev.windowshop.relay.chat.RelayFixture;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.chat.RestClient;
import dev.windowshop.relay.testing.Web;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Profiles, settings, contacts, blocks and finding people, over a whole relay.
class PeopleIT {
  @TempDir Path data;

  private RelayFixture relay;
  private Person ana;
  private Person ben;

  @BeforeEach
  void start() {
    relay = new RelayFixture(data);
    ana = relay.person("ana");
    ben = relay.person("ben");
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void settingsBeginWithWhatIsKnownAndKeepWhatIsNot() {
    RestClient.Answer first = ana.rest().get("/me/settings");
    assertEquals(Settings.DEFAULT, first.as(Settings.class));
    JsonNode own =
        Json.decode(
            "{\"theme\":\"dark\",\"board\":{\"columns\":3},"
                + "\"privacy\":{\"whoMayCall\":\"contacts\",\"mine\":1}}",
            JsonNode.class);
    JsonNode after = ana.rest().put("/me/settings", own).body();
    assertEquals(after, ana.rest().get("/me/settings").body());
    assertEquals("dark", after.path("theme").asText());
    assertEquals(3, after.path("board").path("columns").asInt());
    assertEquals(1, after.path("privacy").path("mine").asInt());
    assertEquals("contacts", after.path("privacy").path("whoMayCall").asText());
    assertEquals("everyone", after.path("privacy").path("whoMayMessage").asText());

    JsonNode patched =
        ana.rest()
            .patch("/me/settings", Json.decode("{\"theme\":null,\"board\":null}", JsonNode.class))
            .body();
    assertEquals("system", patched.path("theme").asText());
    assertTrue(patched.path("board").isMissingNode());
    assertEquals("contacts", patched.path("privacy").path("whoMayCall").asText());
  }

  @Test
  void settingsThatMakeNoSenseAreRefusedByName() {
    RestClient.Answer answer =
        ana.rest()
            .patch(
                "/me/settings",
                Map.of("privacy", Map.of("whoMayCall", "ask", "whoMayMessage", "friends")));
    assertEquals(422, answer.status());
    assertTrue(answer.body().path("errors").has("privacy.whoMayCall"), answer.body()::toString);
    assertTrue(answer.body().path("errors").has("privacy.whoMayMessage"));
    assertEquals(422, ana.rest().put("/me/settings", List.of(1)).status());
    assertEquals(422, ana.rest().patch("/me/settings", Map.of("theme", "pink")).status());
    assertEquals(
        413, ana.rest().patch("/me/settings", Map.of("notes", "x".repeat(40_000))).status());
    assertEquals(Settings.DEFAULT, ana.rest().get("/me/settings").as(Settings.class));
  }

  @Test
  void settingsFollowTheAccountToItsOtherDevicesAndIntoSync() {
    try (Device phone = ana.device()) {
      ana.rest().patch("/me/settings", Map.of("theme", "light"));
      ServerEvent.PersonalChanged changed = phone.await(ServerEvent.PersonalChanged.class);
      assertEquals("settings", changed.item().kind());
      assertEquals("light", changed.item().value().path("theme").asText());
    }
    JsonNode me =
        ana.rest().post("/sync", Map.of("conversations", Map.of(), "me", 0)).body().path("me");
    assertEquals("settings", me.path("items").get(0).path("kind").asText());
    assertTrue(me.path("items").get(0).path("conversationId").isNull());
  }

  @Test
  void likesAreKeptAndChecked() {
    String category = dev.windowshop.protocol.Ids.newId();
    Preferences likes =
        new Preferences(List.of(category, category), List.of(" Nordlicht "), 1000L, 9000L);
    assertEquals(200, ana.rest().put("/me/preferences", likes).status());
    assertEquals(
        new Preferences(List.of(category), List.of("Nordlicht"), 1000L, 9000L),
        ana.rest().get("/me/preferences").as(Preferences.class));
    assertEquals(Preferences.NONE, ben.rest().get("/me/preferences").as(Preferences.class));
    assertEquals(
        422, ana.rest().put("/me/preferences", Map.of("minPrice", 10, "maxPrice", 5)).status());
    assertEquals(
        422, ana.rest().put("/me/preferences", Map.of("categories", List.of("shoes"))).status());
  }

  @Test
  void contactsAreAListOfOnesOwn() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Person other = relay.person("other" + i);
      assertEquals(200, ana.rest().put("/me/contacts/" + other.id(), Map.of()).status());
      assertEquals(200, ana.rest().put("/me/contacts/" + other.id(), Map.of()).status());
      names.add(other.name());
    }
    JsonNode first = ana.rest().get("/me/contacts?limit=2").body();
    JsonNode second =
        ana.rest().get("/me/contacts?limit=2&cursor=" + first.path("nextCursor").asText()).body();
    List<String> listed = new ArrayList<>();
    first.path("items").forEach(user -> listed.addFirst(user.path("username").asText()));
    second.path("items").forEach(user -> listed.addFirst(user.path("username").asText()));
    assertEquals(names, listed);
    assertTrue(second.path("nextCursor").isNull());
    assertEquals(0, ben.rest().get("/me/contacts").body().path("items").size());
    assertEquals(422, ana.rest().put("/me/contacts/" + ana.id(), Map.of()).status());
    assertEquals(
        404,
        ana.rest().put("/me/contacts/" + dev.windowshop.protocol.Ids.newId(), Map.of()).status());
    assertEquals(204, ana.rest().delete("/me/contacts/" + idOf(listed.getFirst())).status());
    assertEquals(2, ana.rest().get("/me/contacts").body().path("items").size());
    assertEquals(400, ana.rest().get("/me/contacts?cursor=nonsense").status());
    assertEquals(200, ana.rest().post("/me/contacts", new User.Named(ben.id())).status());
    assertEquals(
        ben.id(), ana.rest().get("/me/contacts").body().path("items").get(0).path("id").asText());
    assertEquals(204, ana.rest().post("/me/blocks", new User.Named(ben.id())).status());
    assertEquals(1, ana.rest().get("/me/blocks").body().path("items").size());
    for (String list : List.of("/me/contacts", "/me/blocks")) {
      for (String body : List.of("{}", "{\"userId\":null}", "{\"userId\":\"ben\"}")) {
        RestClient.Answer nobody = ana.rest().post(list, Json.decode(body, JsonNode.class));
        assertEquals(422, nobody.status(), body);
        assertTrue(nobody.body().path("errors").has("userId"), nobody.body()::toString);
      }
    }
  }

  private String idOf(String name) {
    return ana.rest().get("/users/by-name/" + name).body().path("id").asText();
  }

  @Test
  void aBlockTakesSomebodyOutOfTheContactsAndOutOfSight() {
    ben.rest().patch("/me", Map.of("bio", "fishing"));
    ana.rest().patch("/me", Map.of("bio", "reading"));
    ana.rest().put("/me/contacts/" + ben.id(), Map.of());
    assertEquals(204, ana.rest().put("/me/blocks/" + ben.id(), Map.of()).status());
    assertEquals(0, ana.rest().get("/me/contacts").body().path("items").size());
    assertEquals(
        ben.id(), ana.rest().get("/me/blocks").body().path("items").get(0).path("id").asText());
    assertEquals(0, ben.rest().get("/users?q=ana").body().path("items").size());
    assertEquals(0, ana.rest().get("/users?q=ben").body().path("items").size());
    assertEquals(404, ben.rest().get("/users/by-name/ana").status());
    JsonNode seen = ben.rest().get("/users/" + ana.id()).body();
    assertEquals("ana", seen.path("displayName").asText());
    assertTrue(seen.path("bio").isNull() && seen.path("status").isNull(), seen::toString);
    assertEquals(403, ana.rest().put("/me/contacts/" + ben.id(), Map.of()).status());
    ana.rest().delete("/me/blocks/" + ben.id());
    assertEquals(1, ben.rest().get("/users?q=ana").body().path("items").size());
    assertEquals("reading", ben.rest().get("/users/" + ana.id()).body().path("bio").asText());
  }

  @Test
  void anEmailFindsThoseWhoLetIt() {
    assertEquals(1, found("ana@example.org"));
    assertEquals(0, found("ana@example"), "not by a part of it");
    email("contacts");
    assertEquals(0, found("ana@example.org"));
    ana.rest().put("/me/contacts/" + ben.id(), Map.of());
    assertEquals(1, found("ana@example.org"));
    email("nobody");
    assertEquals(0, found("ana@example.org"));
    assertEquals(1, found("AN"), "the user name still does");
  }

  @Test
  void anUploadBecomesThePictureAndThenEverybodySeesIt() throws Exception {
    String id = uploadedPicture();
    String path = "/attachments/" + id + "/thumb";
    assertEquals(404, ben.rest().get(path).status(), "nobody else sees an upload");
    assertEquals(422, ben.rest().patch("/me", Map.of("avatarId", id)).status());
    RestClient.Answer me = ana.rest().patch("/me", Map.of("avatarId", id));
    assertEquals(200, me.status(), () -> me.body().toString());
    String url = me.body().path("avatarUrl").asText();
    assertEquals("/api/v1" + path, url);
    assertEquals(url, ben.rest().get("/users/" + ana.id()).body().path("avatarUrl").asText());
    Web.Answer seen = new Web(relay.address()).token(ben.token()).get(path);
    assertEquals(200, seen.status());
    assertTrue(seen.header("Content-Type").startsWith("image/"), seen.header("Content-Type"));
    ana.rest().patch("/me", Map.of("avatarUrl", ""));
    assertEquals(404, ben.rest().get(path).status(), "it is nobody's picture any more");
  }

  private String uploadedPicture() throws Exception {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        ("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"me.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(png.toByteArray());
    form.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(relay.address() + "/api/v1/attachments"))
            .header("Authorization", "Bearer " + ana.token())
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(201, answer.statusCode(), answer.body());
      return Json.decode(answer.body(), JsonNode.class).path("id").asText();
    }
  }

  private int found(String text) {
    return ben.rest().get("/users?q=" + text).body().path("items").size();
  }

  private void email(String choice) {
    ana.rest().patch("/me/settings", Map.of("privacy", Map.of("whoFindsMeByEmail", choice)));
  }

  @Test
  void aLineGoesAwayWhenItsTimeIsOver() throws InterruptedException {
    RestClient.Answer past =
        ana.rest().patch("/me", Map.of("bio", "old", "bioUntil", "2020-01-01T00:00:00Z"));
    assertEquals(422, past.status());
    assertTrue(past.body().path("errors").has("bioUntil"));
    Instant soon = Instant.now().plus(Duration.ofSeconds(3));
    ana.rest().patch("/me", Map.of("bio", "at the market", "bioUntil", soon.toString()));
    assertEquals("at the market", ben.rest().get("/users/" + ana.id()).body().path("bio").asText());
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!ben.rest().get("/users/" + ana.id()).body().path("bio").isNull()) {
      assertTrue(System.nanoTime() < end, "it stayed");
      Thread.onSpinWait();
    }
    assertTrue(ana.rest().get("/me").body().path("bioUntil").isNull());
    ana.rest().patch("/me", Map.of("bio", "for good"));
    assertEquals("for good", ana.rest().get("/me").body().path("bio").asText());
    assertEquals(422, ana.rest().patch("/me", Map.of("bio", "two\nlines")).status());
  }
}
