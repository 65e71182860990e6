package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.chat.RelayFixture.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsIT {
  @TempDir Path data;

  private RelayFixture relay;
  private Person ana;
  private Person ben;
  private Person cleo;

  @BeforeEach
  void start() {
    relay = new RelayFixture(data);
    ana = relay.person("ana");
    ben = relay.person("ben");
    cleo = relay.person("cleo");
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void anInviteIsAcceptedOnceAndByWhomItNames() {
    Conversation group = ana.group("Readers", List.of(ben));
    String path = "/conversations/" + group.id();
    assertEquals(403, ben.rest().post(path + "/invites", Map.of("userId", cleo.id())).status());
    try (Device cleos = cleo.device()) {
      RestClient.Answer made = ana.rest().post(path + "/invites", Map.of("userId", cleo.id()));
      assertEquals(201, made.status(), () -> made.body().toString());
      String id = made.body().path("id").asText();
      assertEquals("pending", made.body().path("state").asText());
      assertEquals("Readers", made.body().path("group").path("name").asText());
      assertEquals(id, cleos.await(ServerEvent.InviteChanged.class).invite().id(), "she is told");
      assertEquals(200, ana.rest().post(path + "/invites", Map.of("userId", cleo.id())).status());
      assertEquals(404, cleo.rest().get(path).status(), "an invite is no membership");
      assertEquals(id, cleo.rest().get("/invites").body().path("items").get(0).path("id").asText());
      assertEquals(404, ben.rest().post("/invites/" + id + "/accept", Map.of()).status());
      RestClient.Answer accepted = cleo.rest().post("/invites/" + id + "/accept", Map.of());
      assertEquals(200, accepted.status(), () -> accepted.body().toString());
      assertEquals(group.id(), accepted.body().path("id").asText());
      assertEquals(200, cleo.rest().post("/invites/" + id + "/accept", Map.of()).status());
      assertEquals(0, cleo.rest().get("/invites").body().path("items").size());
      assertEquals(409, ana.rest().post(path + "/invites", Map.of("userId", cleo.id())).status());
      assertEquals(
          List.of("member_joined", "created"),
          events(ana, group),
          "what happened is said in the group");
    }
    Person dora = relay.person("dora");
    String declined =
        ana.rest().post(path + "/invites", Map.of("userId", dora.id())).body().path("id").asText();
    assertEquals(204, dora.rest().post("/invites/" + declined + "/decline", Map.of()).status());
    assertEquals(409, dora.rest().post("/invites/" + declined + "/accept", Map.of()).status());
    String revoked =
        ana.rest().post(path + "/invites", Map.of("userId", dora.id())).body().path("id").asText();
    assertEquals(204, ana.rest().delete("/invites/" + revoked).status());
    assertEquals(409, dora.rest().post("/invites/" + revoked + "/accept", Map.of()).status());
  }

  @Test
  void whoWantsToBeAskedFirstGetsAnInvite() {
    cleo.rest().patch("/me/settings", Map.of("privacy", Map.of("whoMayAddToGroups", "ask")));
    Conversation group = ana.group("Readers", List.of(ben, cleo));
    assertEquals(2, group.participants().size());
    JsonNode waiting = cleo.rest().get("/invites").body().path("items");
    assertEquals(1, waiting.size(), waiting::toString);
    RestClient.Answer added =
        ana.rest()
            .post(
                "/conversations/" + group.id() + "/members",
                new Conversation.AddMember(cleo.id(), null));
    assertEquals(202, added.status(), () -> added.body().toString());
    assertEquals(waiting.get(0).path("id"), added.body().path("id"));
  }

  @Test
  void aLinkLetsInAsManyAsItSays() {
    Conversation group = ana.group("Readers", List.of(ben));
    String path = "/conversations/" + group.id();
    RestClient.Answer made = ana.rest().post(path + "/invites", Map.of("maxUses", 1));
    assertEquals(201, made.status(), () -> made.body().toString());
    String link = "/invite-links/" + made.body().path("token").asText();
    RestClient.Answer preview = cleo.rest().get(link);
    assertEquals("Readers", preview.body().path("group").path("name").asText());
    assertEquals(2, preview.body().path("group").path("memberCount").asInt());
    assertEquals(201, cleo.rest().post(link + "/accept", Map.of()).status());
    assertEquals(200, cleo.rest().post(link + "/accept", Map.of()).status(), "again");
    Person dora = relay.person("dora");
    assertEquals(409, dora.rest().post(link + "/accept", Map.of()).status(), "used up");
    assertEquals(404, dora.rest().get("/invite-links/nothing-like-this").status());
    assertEquals(422, ana.rest().post(path + "/invites", Map.of("maxUses", 0)).status());
    assertEquals(422, ana.rest().post(path + "/invites", Map.of("expiresInSeconds", 0)).status());
  }

  @Test
  void anOpenGroupIsWalkedIntoAndAPrivateOneIsAsked() {
    Conversation group = ana.group("Readers", List.of(ben));
    String path = "/conversations/" + group.id();
    ana.say(group, "before");
    assertEquals(403, cleo.rest().post(path + "/join", Map.of()).status());
    RestClient.Answer asked = cleo.rest().post(path + "/requests", Map.of());
    assertEquals(201, asked.status(), () -> asked.body().toString());
    String id = asked.body().path("id").asText();
    assertEquals(404, ben.rest().post("/invites/" + id + "/accept", Map.of()).status());
    assertEquals(200, ana.rest().post("/invites/" + id + "/accept", Map.of()).status());
    JsonNode seen = cleo.rest().get(path + "/messages").body().path("items");
    assertEquals(1, seen.size(), "from joining on");
    assertEquals(204, cleo.rest().delete(path + "/members/" + cleo.id()).status());

    assertEquals(200, ana.rest().patch(path, Map.of("private", false)).status());
    RestClient.Answer joined = cleo.rest().post(path + "/join", Map.of());
    assertEquals(201, joined.status(), () -> joined.body().toString());
    assertFalse(joined.body().path("private").asBoolean(true));
    assertEquals(0, joined.body().path("unreadCount").asInt(), "what was before is not unread");
    assertEquals(200, cleo.rest().post(path + "/join", Map.of()).status());
    List<String> contents = new ArrayList<>();
    cleo.rest()
        .get(path + "/messages")
        .body()
        .path("items")
        .forEach(item -> contents.add(item.path("content").asText()));
    assertTrue(contents.contains("before"), "an open group's history is open");
  }

  @Test
  void ownershipMovesByTransfer() {
    Conversation group = ana.group("Readers", List.of(ben, cleo));
    String path = "/conversations/" + group.id();
    assertEquals(403, ben.rest().post(path + "/transfer", Map.of("userId", cleo.id())).status());
    assertEquals(
        422,
        ana.rest()
            .post(path + "/members", new Conversation.AddMember(cleo.id(), Role.OWNER))
            .status());
    assertEquals(200, ana.rest().post(path + "/transfer", Map.of("userId", ben.id())).status());
    assertEquals("admin", role(ben, group, ana));
    assertEquals("owner", role(ben, group, ben));
    assertEquals(403, ana.rest().patch(path, Map.of("closed", true)).status());
    assertEquals(403, ana.rest().patch(path, Map.of("sharesHistory", true)).status());
    assertEquals(200, ben.rest().patch(path, Map.of("closed", true)).status());
    assertEquals(
        409, ana.rest().post(path + "/messages", RelayFixture.text("anybody?")).status(), "closed");
    assertEquals(200, ben.rest().patch(path, Map.of("closed", false)).status());
    ana.say(group, "again");
    assertEquals(List.of("reopened", "closed", "owner_changed", "created"), events(ana, group));
  }

  @Test
  void whatIsPersonalStaysSoAndReachesOnesOwnDevices() {
    Conversation chat = ana.direct(ben);
    Message said = ben.say(chat, "hello");
    String path = "/conversations/" + chat.id();
    long change = ana.rest().get(path).body().path("change").asLong();
    try (Device anas = ana.device();
        Device bens = ben.device()) {
      RestClient.Answer now =
          ana.rest()
              .put(
                  path + "/personal",
                  Map.of(
                      "muted",
                      true,
                      "pinned",
                      true,
                      "archived",
                      true,
                      "draft",
                      Map.of("content", "I wonder")));
      assertEquals(200, now.status(), () -> now.body().toString());
      assertTrue(now.body().path("muted").asBoolean());
      assertTrue(now.body().path("pinned").asBoolean());
      assertTrue(now.body().path("archived").asBoolean());
      anas.await(ServerEvent.PersonalChanged.class, event -> event.item().kind().equals("draft"));
      assertFalse(ben.rest().get(path).body().path("muted").asBoolean());
      assertEquals(change, ana.rest().get(path).body().path("change").asLong());

      assertEquals(204, ana.rest().delete("/messages/" + said.id() + "?for=me").status());
      assertEquals(400, ana.rest().delete("/messages/" + said.id() + "?for=fun").status());
      assertEquals(0, ana.rest().get(path + "/messages").body().path("items").size());
      assertEquals(1, ben.rest().get(path + "/messages").body().path("items").size());
      assertTrue(
          bens.all(ServerEvent.PersonalChanged.class).stream()
              .allMatch(event -> event.item().kind().equals("read")),
          "nothing but that he has read what he answered");
    }
    List<String> kinds = new ArrayList<>();
    ana.rest()
        .post("/sync", Json.decode("{\"conversations\":{},\"me\":0}", JsonNode.class))
        .body()
        .path("me")
        .path("items")
        .forEach(item -> kinds.add(item.path("kind").asText()));
    assertTrue(
        kinds.containsAll(List.of("mute", "pin", "archive", "draft", "hidden")), kinds::toString);
    assertEquals(404, cleo.rest().put(path + "/personal", Map.of("pinned", true)).status());
  }

  @Test
  void receiptsThatAreOffAreHiddenBothWays() {
    Conversation chat = ana.direct(ben);
    Message said = ana.say(chat, "seen?");
    ben.rest().patch("/me/settings", Map.of("privacy", Map.of("readReceipts", false)));
    try (Device anas = ana.device();
        Device bens = ben.device()) {
      JsonNode ack = bens.send(Command.MARK_READ, new Command.Mark(chat.id(), said.seq())).join();
      assertEquals(1, ack.path("seq").asLong(), ack::toString);
      assertEquals(0, mark(ana, chat, ben));
      assertEquals(0, mark(ben, chat, ana), "who hides theirs sees nobody's");
      assertEquals(
          0, ben.rest().get("/conversations/" + chat.id()).body().path("unreadCount").asInt());
      Message answer = ben.say(chat, "yes");
      anas.await(ServerEvent.NewMessage.class, event -> event.message().id().equals(answer.id()));
      assertTrue(anas.all(ServerEvent.MessagesRead.class).isEmpty());
      assertEquals(said.change() + 1, answer.change(), "nothing happened that others could see");
    }
  }

  @Test
  void editsAreRememberedAndReactionsAreEmoji() {
    Conversation chat = ana.direct(ben);
    Message said = ana.say(chat, "first");
    ana.rest().put("/messages/" + said.id(), new Message.Edit("second"));
    JsonNode edits = ben.rest().get("/messages/" + said.id() + "/edits").body().path("items");
    assertEquals("first", edits.get(0).path("content").asText());
    String reactions = "/messages/" + said.id() + "/reactions/";
    assertEquals(422, ben.rest().put(reactions + "ok", Map.of()).status());
    for (int i = 0; i < 20; i++) {
      String emoji =
          java.net.URLEncoder.encode(
              Character.toString(0x1F600 + i), java.nio.charset.StandardCharsets.UTF_8);
      assertEquals(200, ben.rest().put(reactions + emoji, Map.of()).status());
    }
    assertEquals(409, ben.rest().put(reactions + "%F0%9F%91%8D", Map.of()).status());
    assertEquals(
        422,
        ana.rest()
            .post(
                "/conversations/" + chat.id() + "/messages",
                Map.of(
                    "clientId",
                    Ids.newId(),
                    "type",
                    "order",
                    "metadata",
                    Map.of("orderId", Ids.newId())))
            .status());
  }

  private static long mark(Person viewer, Conversation chat, Person whose) {
    for (JsonNode member :
        viewer.rest().get("/conversations/" + chat.id()).body().path("participants")) {
      if (member.path("user").path("id").asText().equals(whose.id())) {
        return member.path("readSeq").asLong();
      }
    }
    throw new AssertionError("not in it");
  }

  @Test
  void aRoleThatIsNotKnownIsGivenToNobody() {
    Conversation group = ana.group("Roles", List.of(ben));
    String members = "/conversations/" + group.id() + "/members";
    assertEquals(200, ana.rest().patch(members + "/" + ben.id(), Map.of("role", "admin")).status());
    assertEquals(422, ana.rest().patch(members + "/" + ben.id(), Map.of("role", "king")).status());
    assertEquals("admin", role(ana, group, ben));
    Map<String, String> king = Map.of("userId", cleo.id(), "role", "king");
    assertEquals(422, ana.rest().post(members, king).status());
    assertEquals(422, ana.rest().post("/conversations/" + group.id() + "/invites", king).status());
    assertEquals(404, cleo.rest().get("/conversations/" + group.id()).status());
  }

  @Test
  void aGroupsPictureIsOneOfThisRelay() {
    Conversation group = ana.group("Pictures", List.of(ben));
    String path = "/conversations/" + group.id();
    RestClient.Answer elsewhere = ana.rest().patch(path, Map.of("avatar", "http://e.example/x"));
    assertEquals(422, elsewhere.status());
    assertEquals(
        422,
        ana.rest()
            .post(
                "/conversations",
                Map.of(
                    "kind", "group", "name", "x", "memberIds", List.of(), "avatar", "//e.example"))
            .status());
    assertTrue(ben.rest().get(path).body().path("avatarUrl").isNull());
  }

  private static String role(Person viewer, Conversation group, Person whose) {
    for (JsonNode member :
        viewer.rest().get("/conversations/" + group.id() + "/members").body().path("items")) {
      if (member.path("user").path("id").asText().equals(whose.id())) {
        return member.path("role").asText();
      }
    }
    return "none";
  }

  /// The events of the group's system messages, newest first.
  private static List<String> events(Person viewer, Conversation group) {
    List<String> events = new ArrayList<>();
    viewer
        .rest()
        .get("/conversations/" + group.id() + "/messages")
        .body()
        .path("items")
        .forEach(item -> {
          if (item.path("type").asText().equals("system")) {
            events.add(item.path("metadata").path("event").asText());
          }
        });
    return events;
  }
}
