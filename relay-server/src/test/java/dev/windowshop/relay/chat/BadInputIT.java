package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.testing.TestDatabases;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What nobody should send, and somebody will.
@ExtendWith(AtOneRelay.class)
class BadInputIT {
  /// Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Bengali, Tamil, Thai, Georgian, Armenian,
  /// Han, Kana and Hangul; with both directions, combining marks, joined emoji and what nobody
  /// sees.
  private static final String FOURTEEN_SCRIPTS =
      "Crème Ω Привет مرحبا שלום नमस्ते ওহে வணக்கம் สวัสดี გამარჯობა բարև 你好 こんにちは 안녕"
          + " \u202eright\u202c a\u200bb\u200cc\u200dd\u2060e\ufeff e\u0301"
          + " \ud83d\udc69\u200d\ud83d\udcbb \ud83c\uddf8\ud83c\uddea";

  private static String in(Conversation conversation) {
    return "/conversations/" + conversation.id() + "/messages";
  }

  private static JsonNode history(Person person, Conversation conversation) {
    return person.rest().get(in(conversation)).body().path("items");
  }

  @Test
  void aMessageOfAMegabyteIsRefusedAndTheRelayGoesOn(Person ana, Person ben) {
    Conversation chat = ana.direct(ben);
    String megabyte = "m".repeat(1_048_576);
    assertEquals(413, ana.rest().post(in(chat), RelayFixture.text(megabyte)).status());
    assertEquals(422, ana.rest().post(in(chat), RelayFixture.text("m".repeat(16_001))).status());
    try (Device anas = ana.device();
        Device bens = ben.device()) {
      JsonNode ack =
          anas.send(Command.SEND_MESSAGE, RelayFixture.textIn(chat, "m".repeat(16_001))).join();
      assertEquals(422, ack.path("problem").path("status").asInt());
      anas.tell(Command.SEND_MESSAGE.wire(), RelayFixture.textIn(chat, megabyte));
      bens.await(
          ServerEvent.UserStatusChanged.class,
          event -> event.userId().equals(ana.id()) && event.status() == PresenceStatus.OFFLINE);
      ana.say(chat, "m".repeat(16_000));
      assertEquals(16_000, length(bens.await(ServerEvent.NewMessage.class).message()));
      assertEquals(1, bens.all(ServerEvent.NewMessage.class).size());
    }
    assertEquals(1, history(ana, chat).size());
  }

  private static int length(Message message) {
    String content = message.content();
    return content == null ? 0 : content.length();
  }

  @Test
  void fourteenScriptsAndWhatNobodySeesArriveAsTheyWereWritten(Person ana, Person cleo) {
    Conversation chat = ana.direct(cleo);
    try (Device anas = ana.device();
        Device cleos = cleo.device()) {
      Message.Send send = RelayFixture.textIn(chat, FOURTEEN_SCRIPTS);
      assertTrue(anas.send(Command.SEND_MESSAGE, send).join().path("ok").asBoolean());
      Message got = cleos.await(ServerEvent.NewMessage.class).message();
      assertEquals(FOURTEEN_SCRIPTS, got.content());
    }
    assertEquals(FOURTEEN_SCRIPTS, history(cleo, chat).get(0).path("content").asText());
    for (String word : List.of("creme", "привет", "مرحبا", "नमस्ते", "你好", "안녕")) {
      String query = URLEncoder.encode(word, StandardCharsets.UTF_8);
      JsonNode found = cleo.rest().get("/messages/search?q=" + query).body().path("items");
      assertEquals(1, found.size(), word);
    }
    assertEquals(422, ana.rest().post(in(chat), RelayFixture.text("\u200b\u2060\ufeff")).status());
  }

  @Test
  void theTimeOfAMessageIsTheRelaysWhateverItsSendersClockSays(Person ana, Person dan) {
    Conversation chat = ana.direct(dan);
    ana.say(chat, "before");
    for (long days : List.of(-3L, 3L)) {
      String wrong = Instant.now().plus(Duration.ofDays(days)).toString();
      Message said =
          ana.rest()
              .post(
                  in(chat),
                  Map.of(
                      "clientId",
                      Ids.newId(),
                      "type",
                      "text",
                      "content",
                      days + " days",
                      "createdAt",
                      wrong))
              .as(Message.class);
      Duration off = Duration.between(said.createdAt(), Instant.now()).abs();
      assertTrue(off.compareTo(Duration.ofHours(1)) < 0, () -> "off by " + off);
      assertEquals(200, ana.rest().put("/messages/" + said.id(), new Message.Edit("x")).status());
    }
    List<Long> seqs =
        IntStream.range(0, 3)
            .mapToObj(i -> history(dan, chat).get(i).path("seq").asLong())
            .toList();
    assertEquals(List.of(3L, 2L, 1L), seqs);
  }

  @Test
  void aReplyToADeletedMessageIsTakenAndShowsNothingOfIt(Person ana, Person eve) {
    Conversation chat = ana.direct(eve);
    Message gone = eve.say(chat, "a secret");
    assertEquals(204, eve.rest().delete("/messages/" + gone.id()).status());
    Message.Send reply =
        new Message.Send(null, Ids.newId(), Message.Type.TEXT, "what?", gone.id(), null, null);
    RestClient.Answer answer = ana.rest().post(in(chat), reply);
    assertEquals(201, answer.status(), () -> answer.body().toString());
    assertEquals(gone.id(), answer.as(Message.class).replyToId());
    assertFalse(answer.body().toString().contains("a secret"));
    Message quoted = ana.rest().get("/messages/" + gone.id()).as(Message.class);
    assertNotNull(quoted.deletedAt());
    assertNull(quoted.content());
  }

  @Test
  void whoIsRemovedWhileTypingTypesNoMore(Person ana, Person finn) {
    Conversation group = ana.group("Readers", List.of(finn));
    try (Device anas = ana.device();
        Device finns = finn.device()) {
      finns.send(Command.TYPING_START, RelayFixture.in(group)).join();
      anas.await(ServerEvent.UserTyping.class);
      ana.rest().delete("/conversations/" + group.id() + "/members/" + finn.id());
      finns.await(ServerEvent.UserLeftGroup.class);
      for (Command command : List.of(Command.TYPING_START, Command.TYPING_STOP)) {
        JsonNode ack = finns.send(command, RelayFixture.in(group)).join();
        assertEquals(404, ack.path("problem").path("status").asInt());
      }
      JsonNode ack =
          finns.send(Command.SEND_MESSAGE, RelayFixture.textIn(group, "half a sent")).join();
      assertEquals(404, ack.path("problem").path("status").asInt());
      finns.close();
      Message last = ana.say(group, "they are gone");
      anas.await(ServerEvent.NewMessage.class, one -> one.message().id().equals(last.id()));
      assertEquals(1, anas.all(ServerEvent.UserTyping.class).size());
      assertEquals(List.of(), anas.all(ServerEvent.UserStoppedTyping.class));
    }
  }

  @Test
  void whoseLineBreaksWhileTypingStops(Person ana, Person gus) {
    Conversation chat = ana.direct(gus);
    try (Device anas = ana.device();
        Device tablet = gus.device()) {
      Device phone = gus.device();
      phone.send(Command.TYPING_START, RelayFixture.in(chat)).join();
      tablet.send(Command.TYPING_START, RelayFixture.in(chat)).join();
      anas.await(ServerEvent.UserTyping.class, 2);
      phone.close();
      // In the order of the conversation: what the phone's end says would come before.
      tablet.send(Command.TYPING_STOP, RelayFixture.in(chat)).join();
      anas.await(ServerEvent.UserStoppedTyping.class);
      tablet.send(Command.TYPING_START, RelayFixture.in(chat)).join();
      anas.await(ServerEvent.UserTyping.class, 3);
      tablet.close();
      ServerEvent.UserStoppedTyping stopped =
          anas.await(ServerEvent.UserStoppedTyping.class, 2).getLast();
      assertEquals(gus.id(), stopped.userId());
      assertEquals(chat.id(), stopped.conversationId());
    }
  }

  @Test
  void whatOneDeletedForOneselfIsNotReadByItsIdEither(Person ana, Person hal) {
    Conversation chat = ana.direct(hal);
    Message said = ana.say(chat, "not for hal");
    String path = "/messages/" + said.id();
    assertEquals(204, hal.rest().delete(path + "?for=me").status());
    assertEquals(404, hal.rest().get(path).status());
    assertEquals(404, hal.rest().get(path + "/edits").status());
    assertEquals(404, hal.rest().put(path + "/reactions/%F0%9F%91%8D", Map.of()).status());
    assertEquals(204, hal.rest().delete(path + "?for=me").status(), "twice does not matter");
    assertEquals(200, ana.rest().get(path).status());
    Message own = hal.say(chat, "hidden, then taken back");
    assertEquals(204, hal.rest().delete("/messages/" + own.id() + "?for=me").status());
    assertEquals(204, hal.rest().delete("/messages/" + own.id()).status());
    assertNull(ana.rest().get("/messages/" + own.id()).as(Message.class).content());
  }

  @Test
  void tenThousandReactionsAreCountedAndTakeOneMore(@TempDir Path data) {
    List<String> emoji =
        IntStream.range(0, 20).mapToObj(i -> Character.toString(0x1F600 + i)).toList();
    Person ana;
    Person ben;
    Message message;
    try (RelayFixture relay = new RelayFixture(data)) {
      ana = relay.person("ana");
      ben = relay.person("ben");
      message = ana.say(ana.direct(ben), "everybody's favourite");
    }
    try (Database database = TestDatabases.open(data)) {
      ReactionRepository reactions = new ReactionRepository();
      database.write(handle -> {
        for (int i = 0; i < 10_000; i++) {
          reactions.add(handle, message.id(), emoji.get(i % 20), "user" + i / 20, i);
        }
        return true;
      });
    }
    try (RelayFixture relay = new RelayFixture(data)) {
      RestClient bens = new RestClient(relay.address()).with(ben.token());
      String path = "/messages/" + message.id();
      assertEquals(Collections.nCopies(20, 500), sizes(bens.get(path).as(Message.class)));
      String first =
          path + "/reactions/" + URLEncoder.encode(emoji.getFirst(), StandardCharsets.UTF_8);
      assertEquals(501, sizes(bens.put(first, Map.of()).as(Message.class)).getFirst());
      assertEquals(501, sizes(bens.put(first, Map.of()).as(Message.class)).getFirst(), "once");
      assertEquals(500, sizes(bens.delete(first).as(Message.class)).getFirst());
      assertEquals(
          409, bens.put(path + "/reactions/%F0%9F%91%8D", Map.of()).status(), "a 21st sort");
    }
  }

  private static List<Integer> sizes(Message message) {
    return message.reactions().stream().map(reaction -> reaction.userIds().size()).toList();
  }
}
