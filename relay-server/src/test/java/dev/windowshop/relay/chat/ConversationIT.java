package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Changes;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.chat.RelayFixture.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationIT {
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
  void aDirectConversationIsOpenedOnce() {
    RestClient.Answer first =
        ana.rest().post("/conversations", Conversation.Create.direct(ben.id()));
    RestClient.Answer again =
        ben.rest().post("/conversations", Conversation.Create.direct(ana.id()));
    assertEquals(201, first.status());
    assertEquals(200, again.status());
    assertEquals(first.body().path("id"), again.body().path("id"));
    assertEquals("ben", first.body().path("name").asText());
    assertEquals("ana", again.body().path("name").asText());
    assertEquals(
        422,
        ana.rest().post("/conversations", Conversation.Create.direct(ana.id())).status(),
        "with oneself");
    assertEquals(
        422,
        ana.rest().post("/conversations", Conversation.Create.direct(Ids.newId())).status(),
        "with nobody");
  }

  @Test
  void theListIsByNewestActivityAndPages() {
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      opened.add(ana.group("Group " + i, List.of(ben)).id());
    }
    ana.say(ana.rest().get("/conversations/" + opened.getFirst()).as(Conversation.class), "up");
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (true) {
      JsonNode page = ana.rest().get("/conversations?limit=2" + cursor).body();
      page.path("items").forEach(item -> seen.add(item.path("id").asText()));
      if (page.path("nextCursor").isNull()) {
        break;
      }
      cursor = "&cursor=" + page.path("nextCursor").asText();
    }
    List<String> expected = new ArrayList<>(opened.subList(1, 5).reversed());
    expected.addFirst(opened.getFirst());
    assertEquals(expected, seen);
    assertEquals(400, ana.rest().get("/conversations?limit=0").status());
    assertEquals(400, ana.rest().get("/conversations?cursor=%21").status());
  }

  @Test
  void aNewMemberSeesHistoryFromJoiningOnAndARemovedOneNothing() {
    Conversation group = ana.group("Readers", List.of(ben));
    ana.say(group, "before");
    String path = "/conversations/" + group.id();
    try (Device bens = ben.device();
        Device cleos = cleo.device()) {
      assertEquals(
          403,
          ben.rest().post(path + "/members", new Conversation.AddMember(cleo.id(), null)).status(),
          "members do not add");
      assertEquals(
          201,
          ana.rest().post(path + "/members", new Conversation.AddMember(cleo.id(), null)).status());
      assertEquals(cleo.id(), bens.await(ServerEvent.UserJoinedGroup.class).userId());
      cleos.await(ServerEvent.ConversationAdded.class);
      Message after = ana.say(group, "after");
      cleos.await(ServerEvent.NewMessage.class, e -> e.message().id().equals(after.id()));
      JsonNode seen = cleo.rest().get(path + "/messages").body().path("items");
      assertEquals("after", seen.get(0).path("content").asText());
      assertEquals("system", seen.get(1).path("type").asText());
      assertEquals(2, seen.size());

      assertEquals(204, ana.rest().delete(path + "/members/" + cleo.id()).status());
      assertEquals(cleo.id(), cleos.await(ServerEvent.UserLeftGroup.class).userId());
      assertEquals(404, cleo.rest().get(path + "/messages").status());
      assertEquals(404, cleo.rest().get("/messages/" + after.id()).status());
      Message later = ana.say(group, "just us");
      bens.await(ServerEvent.NewMessage.class, e -> e.message().id().equals(later.id()));
      assertTrue(
          cleos.all(ServerEvent.NewMessage.class).stream()
              .noneMatch(e -> e.message().id().equals(later.id())));

      assertEquals(
          201,
          ana.rest().post(path + "/members", new Conversation.AddMember(cleo.id(), null)).status());
      JsonNode two = ana.rest().get(path + "/members?limit=2").body();
      assertEquals(2, two.path("items").size());
      String rest = "/members?cursor=" + two.path("nextCursor").asText();
      JsonNode last = ana.rest().get(path + rest).body();
      assertEquals(1, last.path("items").size());
      assertTrue(last.path("nextCursor").isNull(), last::toString);
      assertEquals(400, ana.rest().get(path + "/members?limit=0").status());
    }
  }

  @Test
  void rolesAreChecked() {
    Conversation group = ana.group("Roles", List.of(ben, cleo));
    String members = "/conversations/" + group.id() + "/members/";
    Conversation.ChangeRole admin = new Conversation.ChangeRole(Role.ADMIN);
    assertEquals(403, ben.rest().patch(members + cleo.id(), admin).status());
    assertEquals(200, ana.rest().patch(members + ben.id(), admin).status());
    assertEquals(403, ben.rest().delete(members + ana.id()).status(), "not the owner");
    assertEquals(
        403,
        ben.rest().patch(members + cleo.id(), new Conversation.ChangeRole(Role.OWNER)).status(),
        "a role is at most the giver's");
    assertEquals(409, ana.rest().delete(members + ana.id()).status(), "hands it over first");
    assertEquals(
        200,
        ana.rest().patch(members + ben.id(), new Conversation.ChangeRole(Role.OWNER)).status());
    assertEquals(204, ana.rest().delete(members + ana.id()).status());
    assertEquals(
        200,
        ben.rest()
            .patch("/conversations/" + group.id(), Conversation.Patch.rename("Renamed"))
            .status());
    assertEquals(
        "Renamed", cleo.rest().get("/conversations/" + group.id()).body().path("name").asText());
  }

  @Test
  void historyPagesBothWaysAndAround() {
    Conversation chat = ana.direct(ben);
    for (int i = 1; i <= 10; i++) {
      ana.say(chat, "m" + i);
    }
    String path = "/conversations/" + chat.id() + "/messages";
    assertEquals(List.of(10L, 9L, 8L), seqs(path + "?limit=3"));
    assertEquals(List.of(4L, 3L, 2L), seqs(path + "?limit=3&before=5"));
    assertEquals(List.of(8L, 7L, 6L), seqs(path + "?limit=3&after=5"));
    assertEquals(List.of(7L, 6L, 5L, 4L), seqs(path + "?limit=4&around=5"));
    List<Long> all = new ArrayList<>();
    String cursor = "";
    while (true) {
      JsonNode page = ana.rest().get(path + "?limit=4" + cursor).body();
      page.path("items").forEach(item -> all.add(item.path("seq").asLong()));
      if (page.path("nextCursor").isNull()) {
        break;
      }
      cursor = "&cursor=" + page.path("nextCursor").asText();
    }
    assertEquals(List.of(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L), all);
    assertEquals(400, ana.rest().get(path + "?before=5&after=2").status());
    for (String from : List.of("?limit=2&after=3", "?limit=2&before=6", "?limit=2&around=6")) {
      String next = ana.rest().get(path + from).body().path("nextCursor").asText();
      assertEquals(
          seqs(path + "?limit=2&cursor=" + next),
          seqs(path + from + "&cursor=" + next),
          "a cursor goes on from where it was made, whatever else is repeated beside it");
    }
    assertEquals(400, ana.rest().get(path + "?cursor=eDox").status(), "of no direction");
    String changes = "/conversations/" + chat.id() + "/changes?after=";
    assertEquals(400, ana.rest().get(changes + "-1").status());
    RestClient.Answer unseen =
        ana.rest()
            .post(path, Map.of("clientId", "zero", "type", "text", "content", "\u200b \u2060"));
    assertEquals(422, unseen.status(), "nothing to be seen in it");
  }

  @Test
  void aClientThatWasAwayCatchesUpByChanges() {
    Conversation chat = ana.direct(ben);
    Message first = ana.say(chat, "first");
    Sync.Answer start = sync(ben, new Sync.Request(null, Map.of(), 0)).as(Sync.Answer.class);
    assertEquals(1, start.added().size());
    long known = start.added().getFirst().change();

    Message second = ana.say(chat, "second");
    ana.rest().put("/messages/" + first.id(), new Message.Edit("first, edited"));
    ana.rest().put("/messages/" + first.id() + "/reactions/%F0%9F%91%8D", Map.of());
    ana.rest().delete("/messages/" + second.id());

    Sync.Answer answer =
        sync(ben, new Sync.Request(start.epoch(), Map.of(chat.id(), known), start.me().change()))
            .as(Sync.Answer.class);
    assertEquals(chat.id(), answer.ahead().getFirst().id());
    List<Changes.Item> items = new ArrayList<>();
    long after = known;
    Changes page;
    do {
      page =
          ben.rest()
              .get("/conversations/" + chat.id() + "/changes?limit=1&after=" + after)
              .as(Changes.class);
      items.addAll(page.items());
      after = page.change();
    } while (page.more());
    assertEquals(answer.ahead().getFirst().change(), after);
    List<Message> messages =
        items.stream()
            .filter(item -> item.kind() == Changes.Kind.MESSAGE)
            .map(item -> dev.windowshop.protocol.Json.decode(item.value(), Message.class))
            .toList();
    assertEquals(List.of(first.id(), second.id()), messages.stream().map(Message::id).toList());
    assertEquals("first, edited", messages.getFirst().content());
    assertEquals("👍", messages.getFirst().reactions().getFirst().emoji());
    assertEquals(null, messages.getLast().content());
    assertTrue(messages.getLast().deletedAt() != null);
  }

  @Test
  void anotherEpochOrACounterFromTheFutureAsksForEverythingAgain() {
    Conversation chat = ana.direct(ben);
    Sync.Answer start = sync(ana, new Sync.Request(null, Map.of(), 0)).as(Sync.Answer.class);
    assertEquals(409, sync(ana, new Sync.Request(Ids.newId(), Map.of(), 0)).status());
    RestClient.Answer ahead =
        sync(ana, new Sync.Request(start.epoch(), Map.of(chat.id(), 999L), 0));
    assertEquals(409, ahead.status());
    assertEquals("urn:windowshop:problem:resync", ahead.body().path("type").asText());
    assertEquals(
        409, ana.rest().get("/conversations/" + chat.id() + "/changes?after=999").status());
    Sync.Answer gone =
        sync(ana, new Sync.Request(start.epoch(), Map.of(Ids.newId(), 1L, chat.id(), 1L), 0))
            .as(Sync.Answer.class);
    assertEquals(1, gone.gone().size());
  }

  @Test
  void readMarksOfAnotherDeviceComeWithSync() {
    Conversation chat = ana.direct(ben);
    ana.say(chat, "hello");
    Sync.Answer start = sync(ben, new Sync.Request(null, Map.of(), 0)).as(Sync.Answer.class);
    try (Device bens = ben.device()) {
      bens.send(Command.MARK_READ, new Command.Mark(chat.id(), 1)).join();
    }
    Sync.Answer answer =
        sync(ben, new Sync.Request(start.epoch(), Map.of(), start.me().change()))
            .as(Sync.Answer.class);
    Sync.PersonalItem item = answer.me().items().getFirst();
    assertEquals("read", item.kind());
    assertEquals(chat.id(), item.conversationId());
    assertEquals(1, item.value().path("seq").asLong());
  }

  @Test
  void whatClientsMayNotSendIsRefused() {
    Conversation chat = ana.direct(ben);
    String path = "/conversations/" + chat.id() + "/messages";
    for (Message.Type type :
        List.of(Message.Type.SYSTEM, Message.Type.CALL, Message.Type.PRODUCT, Message.Type.IMAGE)) {
      RestClient.Answer answer =
          ana.rest().post(path, new Message.Send(null, Ids.newId(), type, "x", null, null, null));
      assertEquals(422, answer.status(), type::toString);
    }
    assertEquals(422, ana.rest().post(path, RelayFixture.text("   ")).status());
    assertEquals(422, ana.rest().post(path, Map.of("type", "text", "content", "x")).status());
    assertEquals(
        422,
        ana.rest()
            .post(
                path,
                new Message.Send(
                    null, Ids.newId(), Message.Type.TEXT, "x", null, List.of(Ids.newId()), null))
            .status());
    assertEquals(404, cleo.rest().post(path, RelayFixture.text("let me in")).status());
    Message anas = ana.say(chat, "mine");
    assertEquals(403, ben.rest().put("/messages/" + anas.id(), new Message.Edit("x")).status());
    assertEquals(403, ben.rest().delete("/messages/" + anas.id()).status());
  }

  private List<Long> seqs(String path) {
    List<Long> seqs = new ArrayList<>();
    ana.rest().get(path).body().path("items").forEach(m -> seqs.add(m.path("seq").asLong()));
    return seqs;
  }

  private static RestClient.Answer sync(Person person, Sync.Request request) {
    return person.rest().post("/sync", request);
  }
}
