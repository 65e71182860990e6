package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.chat.RelayFixture.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveChatIT {
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
  void aMessageReachesEveryDeviceOnceAndInOrder() {
    Conversation chat = ana.direct(ben);
    try (Device anas = ana.device();
        Device bens = ben.device();
        Device bensPhone = ben.device()) {
      for (int i = 0; i < 30; i++) {
        JsonNode ack =
            anas.send(Command.SEND_MESSAGE, RelayFixture.textIn(chat, "hello " + i)).join();
        assertTrue(ack.path("ok").asBoolean(), ack::toString);
        assertEquals(i + 1, ack.path("message").path("seq").asLong());
      }
      for (Device device : List.of(anas, bens, bensPhone)) {
        List<Message> got =
            device.await(ServerEvent.NewMessage.class, 30).stream()
                .map(ServerEvent.NewMessage::message)
                .toList();
        assertEquals(
            LongStream.rangeClosed(1, 30).boxed().toList(),
            got.stream().map(Message::seq).toList());
        assertEquals("hello 29", got.getLast().content());
        assertEquals(ana.id(), got.getLast().sender().id());
      }
    }
  }

  @Test
  void readyComesFirst() {
    try (Device device = ana.device()) {
      ServerEvent.Ready ready =
          assertInstanceOf(ServerEvent.Ready.class, device.events().getFirst());
      assertEquals(ana.id(), ready.userId());
      assertEquals(1, ready.protocolVersion());
    }
  }

  @Test
  void aResentMessageIsStoredOnce() {
    Conversation chat = ana.direct(ben);
    Message.Send send = RelayFixture.text("only once");
    String path = "/conversations/" + chat.id() + "/messages";
    RestClient.Answer first = ana.rest().post(path, send);
    RestClient.Answer again = ana.rest().post(path, send);
    assertEquals(201, first.status());
    assertEquals(200, again.status());
    assertEquals(first.body(), again.body());
    assertEquals(1, ana.rest().get(path).body().path("items").size());

    Message.Send other =
        new Message.Send(
            null, send.clientId(), Message.Type.TEXT, "something else", null, null, null);
    assertEquals(409, ana.rest().post(path, other).status());
    assertEquals(201, ben.rest().post(path, send).status(), "clientIds are each sender's own");
  }

  @Test
  void aResendOfAnEditedMessageAnswersItAsItIsNow() {
    Conversation chat = ana.direct(ben);
    Message.Send send = RelayFixture.text("befor");
    String path = "/conversations/" + chat.id() + "/messages";
    Message sent = ana.rest().post(path, send).as(Message.class);
    assertEquals(
        200, ana.rest().put("/messages/" + sent.id(), new Message.Edit("before")).status());
    RestClient.Answer again = ana.rest().post(path, send);
    assertEquals(200, again.status());
    assertEquals("before", again.as(Message.class).content());
  }

  @Test
  void twentySendersAtOnceLeaveNoGapAndEverybodySeesTheSameOrder() {
    List<Person> people = new ArrayList<>(List.of(ana, ben));
    for (int i = 0; i < 18; i++) {
      people.add(relay.person("person" + i));
    }
    Conversation chat = ana.group("Everybody", people.subList(1, people.size()));
    List<Device> devices = people.stream().map(Person::device).toList();
    try {
      List<CompletableFuture<JsonNode>> acks = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        for (Device device : devices) {
          acks.add(device.send(Command.SEND_MESSAGE, RelayFixture.textIn(chat, "m" + i)));
        }
      }
      acks.forEach(ack -> assertTrue(ack.join().path("ok").asBoolean(), () -> ack.join() + ""));
      List<Long> expected = null;
      for (Device device : devices) {
        List<Message> got =
            device.await(ServerEvent.NewMessage.class, 200).stream()
                .map(ServerEvent.NewMessage::message)
                .toList();
        // The group's own first message came before.
        assertEquals(
            LongStream.rangeClosed(2, 201).boxed().toList(),
            got.stream().map(Message::seq).toList());
        List<Long> changes = got.stream().map(Message::change).toList();
        assertEquals(changes.stream().sorted().distinct().toList(), changes);
        expected = expected == null ? changes : expected;
        assertEquals(expected, changes);
      }
    } finally {
      devices.forEach(Device::close);
    }
  }

  @Test
  void readingAndTypingReachTheOthers() {
    Conversation chat = ana.direct(ben);
    try (Device anas = ana.device();
        Device bens = ben.device();
        Device bensPhone = ben.device()) {
      anas.send(Command.TYPING_START, RelayFixture.in(chat)).join();
      assertEquals("ana", bens.await(ServerEvent.UserTyping.class).name());
      anas.send(Command.TYPING_STOP, RelayFixture.in(chat)).join();
      bens.await(ServerEvent.UserStoppedTyping.class);
      ana.say(chat, "one");
      ana.say(chat, "two");
      assertEquals(2, unread(ben, chat));
      assertEquals(0, unread(ana, chat), "sending reads up to it");

      JsonNode ack = bens.send(Command.MARK_READ, new Command.Mark(chat.id(), 99)).join();
      assertEquals(2, ack.path("seq").asLong(), "clamped to the last message");
      assertEquals(2, anas.await(ServerEvent.MessagesRead.class).seq());
      ServerEvent.PersonalChanged personal = bensPhone.await(ServerEvent.PersonalChanged.class);
      assertEquals(2, personal.item().value().path("seq").asLong());
      assertEquals(0, unread(ben, chat));

      JsonNode back = bens.send(Command.MARK_READ, new Command.Mark(chat.id(), 1)).join();
      assertEquals(2, back.path("seq").asLong(), "marks never move back");
      assertTrue(anas.all(ServerEvent.UserTyping.class).isEmpty(), "not told to the typist");
    }
  }

  @Test
  void presenceIsToldToThoseWhoShareAConversation() {
    ana.direct(ben);
    try (Device anas = ana.device()) {
      Device bens = ben.device();
      ServerEvent.UserStatusChanged online = anas.await(ServerEvent.UserStatusChanged.class);
      assertEquals(ben.id(), online.userId());
      assertEquals(PresenceStatus.ONLINE, online.status());
      Device second = ben.device();
      bens.close();
      second.close();
      ServerEvent.UserStatusChanged offline =
          anas.await(
              ServerEvent.UserStatusChanged.class, e -> e.status() == PresenceStatus.OFFLINE);
      assertTrue(offline.lastSeen() != null);
      assertEquals(2, anas.all(ServerEvent.UserStatusChanged.class).size());
    }
    JsonNode user = ana.rest().get("/users/" + ben.id()).body();
    assertEquals("offline", user.path("status").asText());
    assertTrue(user.path("lastSeen").isTextual());
  }

  @Test
  void openingAnswersTheLastFiftyOldestFirst() {
    Conversation chat = ana.direct(ben);
    for (int i = 1; i <= 55; i++) {
      ana.say(chat, "m" + i);
    }
    try (Device bens = ben.device()) {
      JsonNode ack = bens.send(Command.JOIN_CONVERSATION, RelayFixture.in(chat)).join();
      assertEquals(50, ack.path("messages").size());
      assertEquals("m6", ack.path("messages").get(0).path("content").asText());
      assertEquals("m55", ack.path("messages").get(49).path("content").asText());
      assertTrue(ack.path("change").asLong() > 55);
    }
  }

  @Test
  void aCommandThatFailsSaysWhy() {
    Person eve = relay.person("eve");
    Conversation chat = ana.direct(ben);
    try (Device eves = eve.device()) {
      JsonNode ack = eves.send(Command.SEND_MESSAGE, RelayFixture.textIn(chat, "psst")).join();
      assertFalse(ack.path("ok").asBoolean());
      assertEquals(404, ack.path("problem").path("status").asInt());
      JsonNode odd = eves.send(Command.MARK_READ, Map.of("seq", "soon")).join();
      assertEquals(422, odd.path("problem").path("status").asInt());
      eves.tell("no_such_command", Map.of());
      assertEquals(400, eves.await(ServerEvent.Failed.class).problem().status());
    }
  }

  @Test
  void everythingIsThereAfterARestart() {
    Conversation chat = ana.direct(ben);
    ana.say(chat, "still here?");
    String epoch = epoch();
    relay.restart();
    assertEquals(epoch, epoch());
    JsonNode items =
        new RestClient(relay.address())
            .with(ana.token())
            .get("/conversations/" + chat.id() + "/messages")
            .body()
            .path("items");
    assertEquals("still here?", items.get(0).path("content").asText());
  }

  private String epoch() {
    JsonNode answer =
        new RestClient(relay.address())
            .with(ana.token())
            .post("/sync", Json.decode("{\"conversations\":{},\"me\":0}", JsonNode.class))
            .body();
    return answer.path("epoch").asText();
  }

  private static int unread(Person person, Conversation chat) {
    return person.rest().get("/conversations/" + chat.id()).body().path("unreadCount").asInt();
  }
}
