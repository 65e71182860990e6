package dev.windowshop.relay.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.UserRole;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.chat.Device;
import dev.windowshop.relay.chat.RelayFixture;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.chat.RestClient.Answer;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reports and what moderators do about them, over a whole relay.
class ModerationIT {
  @TempDir Path data;

  private RelayFixture relay;
  private Person ana;
  private Person ben;
  private Person mod;

  @BeforeEach
  void start() {
    open(TestDatabases.config(data));
  }

  private void open(RelayConfig config) {
    relay = new RelayFixture(config);
    ana = relay.person("ana.one");
    ben = relay.person("ben.one");
    mod = relay.person("mod.one");
    promote(config.data(), "mod.one", UserRole.MODERATOR);
  }

  private static void promote(Path folder, String name, UserRole role) {
    try (Database database = TestDatabases.open(folder)) {
      new OperatorService(database, Clock.systemUTC()).setRole(name, role);
    }
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void aReportKeepsWhatWasReportedAndIsOnePerPersonWhileOpen() {
    Conversation chat = ben.direct(ana);
    Message message = ben.say(chat, "Cheap watches");
    Answer first = report(ana, "message", message.id(), "spam", "Again");
    assertEquals(201, first.status(), () -> first.body().toString());
    assertTrue(first.body().path("snapshot").isNull() && first.body().path("reporter").isNull());
    Answer again = report(ana, "message", message.id(), "fraud", null);
    assertEquals(200, again.status());
    assertEquals(first.body(), again.body());
    assertEquals(204, ben.rest().delete("/messages/" + message.id()).status());

    JsonNode queue = mod.rest().get("/moderation/reports").body();
    assertEquals(1, queue.path("items").size());
    JsonNode report = queue.path("items").get(0);
    assertEquals("Cheap watches", report.path("snapshot").path("content").asText());
    assertEquals(ana.id(), report.path("reporter").path("id").asText());
    assertEquals(ben.id(), report.path("owner").path("id").asText());
    assertEquals("Again", report.path("text").asText());
  }

  @Test
  void onlyWhatOneSeesAndIsNotOnesOwnIsReported() {
    Conversation chat = ben.direct(ana);
    Message message = ben.say(chat, "Between us");
    Person cleo = relay.person("cleo.one");
    assertEquals(404, report(cleo, "message", message.id(), "spam", null).status());
    assertEquals(404, report(cleo, "user", Ids.newId(), "spam", null).status());
    assertEquals(404, report(cleo, "product", Ids.newId(), "spam", null).status());
    assertEquals(422, report(ben, "message", message.id(), "spam", null).status());
    assertEquals(422, report(ben, "user", ben.id(), "spam", null).status());
    assertEquals(422, report(ana, "planet", ben.id(), "spam", null).status());
    assertEquals(422, report(ana, "user", ben.id(), "boring", null).status());
    assertEquals(422, report(ana, "user", ben.id(), "spam", "x".repeat(1001)).status());
    assertEquals(0, mod.rest().get("/moderation/reports").body().path("items").size());
  }

  @Test
  void moderationIsForModeratorsOnlyFromOneRequestToTheNext() {
    assertEquals(403, ana.rest().get("/moderation/reports").status());
    assertEquals(403, ana.rest().get("/moderation/log").status());
    assertEquals(403, act(ana, "/moderation/users/" + ben.id() + "/suspend", "no").status());
    assertEquals(403, act(ana, "/moderation/messages/" + Ids.newId() + "/hide", "no").status());
    assertEquals(200, mod.rest().get("/moderation/reports").status());
    promote(data, "mod.one", UserRole.USER);
    assertEquals(403, mod.rest().get("/moderation/reports").status());
  }

  @Test
  void aHiddenMessageSaysNothingToAnybodyAndComesBack() {
    Conversation chat = ben.direct(ana);
    Message message = ben.say(chat, "Cheap watches");
    Answer filed = report(ana, "message", message.id(), "spam", null);
    try (Device anas = ana.device()) {
      Answer resolved = resolve(filed, "hide", "An advertisement");
      assertEquals("resolved", resolved.body().path("state").asText());
      Message hidden = anas.await(ServerEvent.MessageChanged.class).message();
      assertNull(hidden.content());
      assertTrue(hidden.metadata() != null && hidden.metadata().path("hidden").asBoolean());
    }
    JsonNode history =
        ben.rest().get("/conversations/" + chat.id() + "/messages").body().path("items");
    assertTrue(history.get(0).path("content").isNull());
    assertEquals(
        409, ben.rest().put("/messages/" + message.id(), new Message.Edit("Again")).status());
    assertEquals(
        204, act(mod, "/moderation/messages/" + message.id() + "/unhide", "A mistake").status());
    assertEquals(
        "Cheap watches",
        ben.rest().get("/messages/" + message.id()).body().path("content").asText());
    JsonNode log = mod.rest().get("/moderation/log").body().path("items");
    assertEquals("unhide", log.get(0).path("deed").asText());
    assertEquals("A mistake", log.get(0).path("note").asText());
    assertEquals("hide", log.get(1).path("deed").asText());
    assertEquals("An advertisement", log.get(1).path("note").asText());
    assertEquals(mod.id(), log.get(1).path("actor").path("id").asText());
    assertEquals(filed.body().path("id").asText(), log.get(1).path("reportId").asText());
    assertEquals("role", log.get(2).path("deed").asText());
    assertTrue(log.get(2).path("actor").isNull(), "the command line");
  }

  @Test
  void oneDecisionResolvesEveryReportOfTheThingOnce() {
    Person cleo = relay.person("cleo.one");
    Answer first = report(ana, "user", ben.id(), "harassment", null);
    report(cleo, "user", ben.id(), "spam", null);
    JsonNode queue = mod.rest().get("/moderation/reports").body().path("items");
    assertEquals(2, queue.size());
    assertEquals(1, queue.get(0).path("others").asInt());
    assertEquals(200, resolve(first, "dismiss", null).status());
    assertEquals(0, mod.rest().get("/moderation/reports").body().path("items").size());
    assertEquals(
        2, mod.rest().get("/moderation/reports?state=resolved").body().path("items").size());
    assertEquals(409, resolve(first, "dismiss", null).status());
    assertEquals(422, resolve(report(ana, "user", ben.id(), "spam", null), "hide", null).status());
    assertEquals(400, mod.rest().get("/moderation/reports?state=lost").status());
    JsonNode page = mod.rest().get("/moderation/reports?state=resolved&limit=1").body();
    JsonNode next =
        mod.rest()
            .get(
                "/moderation/reports?state=resolved&limit=1&cursor="
                    + page.path("nextCursor").asText())
            .body();
    assertEquals(first.body().path("id"), next.path("items").get(0).path("id"), "the newest first");
  }

  @Test
  void aSuspensionEndsSessionsAndSocketsAndKeepsThemOutUntilItIsOver() {
    Answer filed = report(ana, "user", ben.id(), "fraud", null);
    try (Device bens = ben.device()) {
      Map<String, Object> body = new HashMap<>();
      body.put("action", "suspend");
      body.put("note", "Sold what was not there");
      body.put("until", Instant.now().plus(Duration.ofDays(2)).toString());
      Answer done =
          mod.rest()
              .post("/moderation/reports/" + filed.body().path("id").asText() + "/resolve", body);
      assertEquals(200, done.status(), () -> done.body().toString());
      bens.awaitEnd();
    }
    assertEquals(401, ben.rest().get("/me").status());
    Map<String, String> login = Map.of("login", "ben.one", "password", "correct horse battery");
    Answer refused = ana.rest().post("/auth/login", login);
    assertEquals(403, refused.status());
    assertTrue(refused.body().path("detail").asText().contains("suspended until"));
    assertEquals(204, act(mod, "/moderation/users/" + ben.id() + "/unsuspend", "Sorted").status());
    assertEquals(200, ana.rest().post("/auth/login", login).status());
    assertEquals(409, act(mod, "/moderation/users/" + ben.id() + "/unsuspend", "Twice").status());
  }

  @Test
  void nobodySuspendsTheirEqualsAndWhyIsAlwaysSaid() {
    promote(data, "ana.one", UserRole.ADMIN);
    String path = "/moderation/users/%s/suspend";
    assertEquals(403, act(mod, path.formatted(ana.id()), "Coup").status());
    assertEquals(403, act(mod, path.formatted(mod.id()), "Tired").status());
    assertEquals(422, act(mod, path.formatted(ben.id()), " ").status());
    assertEquals(
        422,
        mod.rest()
            .post(
                path.formatted(ben.id()),
                Map.of("note", "For ever", "until", "+1000000000-12-31T23:59:59Z"))
            .status());
    assertEquals(204, act(ana, path.formatted(mod.id()), "Asleep").status());
    assertEquals(401, mod.rest().get("/moderation/log").status());
  }

  @Test
  void moderatorsHearOfReportsAndOthersDoNot() {
    try (Device mods = mod.device();
        Device bens = ben.device()) {
      report(ana, "user", ben.id(), "spam", null);
      ServerEvent.ReportFiled filed = mods.await(ServerEvent.ReportFiled.class);
      assertEquals(Report.Kind.USER, filed.kind());
      assertEquals(1, filed.open());
      Conversation marker = ben.group("Marker", java.util.List.of());
      bens.await(
          ServerEvent.ConversationAdded.class, added -> added.conversationId().equals(marker.id()));
      assertEquals(0, bens.all(ServerEvent.ReportFiled.class).size());
    }
  }

  @Test
  void aHiddenProductLeavesTheShopAndComesBack() {
    relay.close();
    open(TestDatabases.config(data.resolve("demo")).withDemo(true));
    Product product = ana.rest().get("/products?limit=1").as(ProductPage.class).items().getFirst();
    Answer filed = report(ana, "product", product.id(), "fraud", null);
    assertEquals(201, filed.status(), () -> filed.body().toString());
    assertEquals(200, resolve(filed, "hide", null).status());
    awaitStatus("/products/" + product.id(), 404);
    assertEquals(404, report(ben, "product", product.id(), "fraud", null).status());
    act(mod, "/moderation/products/" + product.id() + "/unhide", "It is real");
    awaitStatus("/products/" + product.id(), 200);
  }

  @Test
  void aDeletedAccountHidesNothingThatWasReported() {
    Answer filed = report(ana, "user", ben.id(), "fraud", "Took my money");
    assertEquals(201, filed.status());
    try (Database database = TestDatabases.open(data)) {
      database.write(handle -> new ModerationData().erase(handle, ana.id(), Instant.now()));
    }
    JsonNode report = mod.rest().get("/moderation/reports").body().path("items").get(0);
    assertEquals("ben.one", report.path("snapshot").path("username").asText());
    assertEquals("Took my money", report.path("text").asText());
  }

  private void awaitStatus(String path, int status) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (ana.rest().get(path).status() != status) {
      assertTrue(System.nanoTime() < end, path + " is not " + status);
      Thread.onSpinWait();
    }
  }

  private Answer resolve(Answer filed, String action, @Nullable String note) {
    Map<String, Object> body = new HashMap<>();
    body.put("action", action);
    body.put("note", note);
    return mod.rest()
        .post("/moderation/reports/" + filed.body().path("id").asText() + "/resolve", body);
  }

  private static Answer act(Person actor, String path, String note) {
    return actor.rest().post(path, Map.of("note", note));
  }

  private static Answer report(
      Person reporter, String kind, String targetId, String reason, @Nullable String text) {
    Map<String, Object> body = new HashMap<>();
    body.put("kind", kind);
    body.put("targetId", targetId);
    body.put("reason", reason);
    body.put("text", text);
    return reporter.rest().post("/reports", body);
  }
}
