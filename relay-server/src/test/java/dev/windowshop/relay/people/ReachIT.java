package dev.windowshop.relay.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.chat.Device;
import dev.windowshop.relay.chat.RelayFixture;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.chat.RestClient;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What blocks and privacy settings do at every door, over a whole relay: ben tries to reach ana.
class ReachIT {
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

  private enum Door {
    OPEN,
    SEND,
    CALL,
    ADD
  }

  @ParameterizedTest(name = "{0} {1}, ben {2}: {3} answers {4}")
  @CsvSource({
    "whoMayMessage,     everyone, stranger, OPEN, 201",
    "whoMayMessage,     contacts, stranger, OPEN, 403",
    "whoMayMessage,     contacts, contact,  OPEN, 201",
    "whoMayMessage,     nobody,   contact,  OPEN, 403",
    "whoMayMessage,     everyone, blocked,  OPEN, 403",
    "whoMayMessage,     everyone, blocks,   OPEN, 403",
    "whoMayMessage,     contacts, stranger, SEND, 403",
    "whoMayMessage,     contacts, answered, SEND, 201",
    "whoMayMessage,     everyone, blocked,  SEND, 403",
    "whoMayMessage,     everyone, answered-blocked, SEND, 403",
    "whoMayCall,        everyone, stranger, CALL, 200",
    "whoMayCall,        contacts, stranger, CALL, 403",
    "whoMayCall,        contacts, contact,  CALL, 200",
    "whoMayCall,        nobody,   contact,  CALL, 403",
    "whoMayCall,        everyone, blocked,  CALL, 403",
    "whoMayCall,        everyone, blocks,   CALL, 403",
    "whoMayAddToGroups, everyone, stranger, ADD,  201",
    "whoMayAddToGroups, contacts, stranger, ADD,  403",
    "whoMayAddToGroups, contacts, contact,  ADD,  201",
    "whoMayAddToGroups, nobody,   contact,  ADD,  403",
    "whoMayAddToGroups, everyone, blocked,  ADD,  403",
  })
  void everyDoorAsksTheSame(String key, String choice, String who, Door door, int status) {
    boolean early = door == Door.SEND || door == Door.CALL;
    Conversation chat = early ? ben.direct(ana) : null;
    if (who.startsWith("answered") && chat != null) {
      ana.say(chat, "hello");
    }
    set(ana, key, choice);
    if (who.equals("contact")) {
      assertEquals(200, ana.rest().put("/me/contacts/" + ben.id(), Map.of()).status());
    }
    if (who.endsWith("blocked")) {
      assertEquals(204, ana.rest().put("/me/blocks/" + ben.id(), Map.of()).status());
    }
    if (who.equals("blocks")) {
      assertEquals(204, ben.rest().put("/me/blocks/" + ana.id(), Map.of()).status());
    }
    BiFunction<Person, Conversation, Integer> at =
        switch (door) {
          case OPEN ->
              (person, _) ->
                  person
                      .rest()
                      .post("/conversations", Conversation.Create.direct(ana.id()))
                      .status();
          case SEND ->
              (person, there) ->
                  person
                      .rest()
                      .post("/conversations/" + there.id() + "/messages", RelayFixture.text("hi"))
                      .status();
          case CALL -> (person, there) -> call(person, there);
          case ADD ->
              (person, _) ->
                  person
                      .rest()
                      .post(
                          "/conversations", Conversation.Create.group("Friends", List.of(ana.id())))
                      .status();
        };
    assertEquals(status, at.apply(ben, chat == null ? ben.group("Own", List.of()) : chat));
  }

  private static int call(Person person, Conversation there) {
    try (Device device = person.device()) {
      JsonNode ack =
          device.send(Command.CALL_START, new Call.Start(there.id(), Call.Media.AUDIO)).join();
      return ack.path("ok").asBoolean() ? 200 : ack.path("problem").path("status").asInt();
    }
  }

  @Test
  void aBlockIsNotToldApartFromAChoice() {
    Conversation chat = ben.direct(ana);
    ana.rest().put("/me/blocks/" + ben.id(), Map.of());
    JsonNode blocked = say(ben, chat).body();
    ana.rest().delete("/me/blocks/" + ben.id());
    set(ana, "whoMayMessage", "nobody");
    assertEquals(blocked, say(ben, chat).body());
    assertEquals("You can't message this person.", blocked.path("detail").asText());
  }

  @Test
  void aSocketCommandIsRefusedLikeARequestAndNothingOfItArrives() {
    Conversation chat = ben.direct(ana);
    ana.rest().put("/me/blocks/" + ben.id(), Map.of());
    try (Device bens = ben.device();
        Device anas = ana.device()) {
      JsonNode ack = bens.send(Command.SEND_MESSAGE, RelayFixture.textIn(chat, "hi")).join();
      assertEquals(403, ack.path("problem").path("status").asInt(), ack::toString);
      assertTrue(
          bens.send(Command.TYPING_START, RelayFixture.in(chat)).join().path("ok").asBoolean());
      // Whatever was going to arrive is before this.
      Conversation group = ana.group("Marker", List.of());
      anas.await(
          ServerEvent.ConversationAdded.class, added -> added.conversationId().equals(group.id()));
      assertEquals(List.of(), anas.all(ServerEvent.NewMessage.class));
      assertEquals(List.of(), anas.all(ServerEvent.UserTyping.class));
    }
  }

  @Test
  void whoBlockedSomebodyIsToldHowToWriteToThem() {
    Conversation chat = ben.direct(ana);
    ben.rest().put("/me/blocks/" + ana.id(), Map.of());
    assertEquals(
        "You've blocked them. Unblock them to write to them.",
        say(ben, chat).body().path("detail").asText());
    ben.rest().delete("/me/blocks/" + ana.id());
    assertEquals(201, say(ben, chat).status());
  }

  @Test
  void inASharedGroupBothStayAndCallsDoNotRing() {
    Person cleo = relay.person("cleo");
    Conversation group = cleo.group("Three", List.of(ana, ben));
    ana.rest().put("/me/blocks/" + ben.id(), Map.of());
    assertEquals(201, say(ben, group).status());
    try (Device anas = ana.device();
        Device cleos = cleo.device();
        Device bens = ben.device()) {
      JsonNode ack =
          bens.send(Command.CALL_START, new Call.Start(group.id(), Call.Media.AUDIO)).join();
      assertTrue(ack.path("ok").asBoolean(), ack::toString);
      cleos.await(ServerEvent.CallRinging.class);
      assertEquals(List.of(), anas.all(ServerEvent.CallRinging.class));
      assertEquals(2, ack.path("call").path("participants").size());
    }
  }

  @Test
  void whoIsTakenOutOfAGroupIsOutOfItsCallWhichTheOwnerEnds() {
    Person cleo = relay.person("cleo");
    Conversation group = cleo.group("Three", List.of(ana, ben));
    try (Device anas = ana.device();
        Device cleos = cleo.device();
        Device bens = ben.device()) {
      String callId =
          bens.send(Command.CALL_START, new Call.Start(group.id(), Call.Media.AUDIO))
              .join()
              .path("call")
              .path("id")
              .asText();
      anas.send(Command.CALL_JOIN, new Call.Join(callId, false)).join();
      cleos.send(Command.CALL_JOIN, new Call.Join(callId, false)).join();
      JsonNode refused = anas.send(Command.CALL_END, new Call.Id(callId)).join();
      assertEquals(403, refused.path("problem").path("status").asInt());
      cleo.rest().delete("/conversations/" + group.id() + "/members/" + ben.id());
      bens.await(
          ServerEvent.CallState.class,
          state ->
              state.participants().stream()
                  .anyMatch(
                      p -> p.userId().equals(ben.id()) && p.state() == Call.ParticipantState.LEFT));
      JsonNode back = bens.send(Command.CALL_JOIN, new Call.Join(callId, false)).join();
      assertEquals(404, back.path("problem").path("status").asInt());
      cleos.send(Command.CALL_END, new Call.Id(callId)).join();
      anas.await(ServerEvent.CallState.class, state -> state.state() == Call.State.ENDED);
    }
  }

  @Test
  void aBlockedShopperOpensNoListing() {
    relay.close();
    relay = new RelayFixture(TestDatabases.config(data.resolve("demo")).withDemo(true));
    Person shopper = relay.person("shopper.one");
    var product = shopper.rest().get("/products?limit=1").as(ProductPage.class).items().getFirst();
    String sellerId = product.shop().ownerId();
    String name = shopper.rest().get("/users/" + sellerId).body().path("username").asText();
    RestClient seller = login(name);
    assertEquals(204, seller.put("/me/blocks/" + shopper.id(), Map.of()).status());
    assertEquals(
        403,
        shopper.rest().post("/conversations", Conversation.Create.listing(product.id())).status());
    assertEquals(204, seller.delete("/me/blocks/" + shopper.id()).status());
    assertEquals(
        200,
        seller.put("/me/settings", Map.of("privacy", Map.of("whoMayMessage", "nobody"))).status());
    assertEquals(
        201,
        shopper.rest().post("/conversations", Conversation.Create.listing(product.id())).status(),
        "a shop is there to be asked");
  }

  private RestClient login(String name) {
    RestClient guest = new RestClient(relay.address());
    return guest.with(
        guest
            .post("/auth/login", Map.of("login", name, "password", "windowshop-demo"))
            .body()
            .path("accessToken")
            .asText());
  }

  @Test
  void presenceIsSeenByThoseWhoMay() {
    Conversation chat = ben.direct(ana);
    try (Device bens = ben.device()) {
      try (Device anas = ana.device()) {
        bens.await(ServerEvent.UserStatusChanged.class, e -> e.status() == PresenceStatus.ONLINE);
        set(ana, "whoSeesPresence", "nobody");
        ServerEvent.UserStatusChanged hidden =
            bens.await(
                ServerEvent.UserStatusChanged.class, e -> e.status() == PresenceStatus.OFFLINE);
        assertEquals(null, hidden.lastSeen());
        assertEquals("null", ben.rest().get("/users/" + ana.id()).body().path("status").asText());
        assertTrue(statusIn(ben, chat, ana).isNull());
        int before = bens.all(ServerEvent.UserStatusChanged.class).size();
        status(anas, "away");
        ana.rest().put("/me/contacts/" + ben.id(), Map.of());
        bens.await(ServerEvent.UserStatusChanged.class, before + 1);
        assertEquals(
            List.of(PresenceStatus.OFFLINE),
            bens.all(ServerEvent.UserStatusChanged.class).stream()
                .skip(before)
                .map(ServerEvent.UserStatusChanged::status)
                .toList(),
            "a contact of somebody who shows it to nobody sees nothing either");
        set(ana, "whoSeesPresence", "contacts");
        bens.await(ServerEvent.UserStatusChanged.class, e -> e.status() == PresenceStatus.AWAY);
        assertEquals("away", statusIn(ben, chat, ana).asText());
        ana.rest().put("/me/blocks/" + ben.id(), Map.of());
        assertTrue(ben.rest().get("/users/" + ana.id()).body().path("status").isNull());
        assertTrue(ben.rest().get("/users/" + ana.id()).body().path("lastSeen").isNull());
      }
    }
  }

  @Test
  void theUnseenAreOfflineToEverybodyAndItIsRemembered() {
    ben.direct(ana);
    try (Device bens = ben.device()) {
      try (Device anas = ana.device()) {
        bens.await(ServerEvent.UserStatusChanged.class, e -> e.status() == PresenceStatus.ONLINE);
        status(anas, "offline");
        bens.await(ServerEvent.UserStatusChanged.class, e -> e.status() == PresenceStatus.OFFLINE);
      }
      relay.restart();
    }
    Person anaAgain = signedIn(ana);
    Person benAgain = signedIn(ben);
    try (Device _ = anaAgain.device();
        Device _ = benAgain.device()) {
      assertEquals("offline", anaAgain.rest().get("/me").body().path("presence").asText());
      assertEquals(
          "offline", benAgain.rest().get("/users/" + ana.id()).body().path("status").asText());
    }
  }

  private Person signedIn(Person person) {
    RestClient guest = new RestClient(relay.address());
    String token =
        guest
            .post(
                "/auth/login", Map.of("login", person.name(), "password", "correct horse battery"))
            .body()
            .path("accessToken")
            .asText();
    return new Person(person.id(), person.name(), token, guest.with(token), relay.address());
  }

  @Test
  void whoIsInACallIsBusyAndThenWhatTheyWere() {
    Conversation chat = ben.direct(ana);
    try (Device bens = ben.device();
        Device anas = ana.device()) {
      status(anas, "away");
      bens.await(ServerEvent.UserStatusChanged.class, e -> e.status() == PresenceStatus.AWAY);
      JsonNode ack =
          anas.send(Command.CALL_START, new Call.Start(chat.id(), Call.Media.AUDIO)).join();
      bens.await(ServerEvent.UserStatusChanged.class, e -> e.status() == PresenceStatus.BUSY);
      int before = bens.all(ServerEvent.UserStatusChanged.class).size();
      anas.send(Command.CALL_LEAVE, new Call.Id(ack.path("call").path("id").asText())).join();
      assertEquals(
          PresenceStatus.AWAY,
          bens.await(ServerEvent.UserStatusChanged.class, before + 1).getLast().status());
    }
  }

  @Test
  void nobodysLineOrPresenceIsInABroadcast() {
    ana.rest().patch("/me", Map.of("bio", "painting the hall"));
    Conversation group = ben.group("Two", List.of(ana));
    try (Device anas = ana.device();
        Device bens = ben.device()) {
      ben.rest().patch("/conversations/" + group.id(), Map.of("name", "Both"));
      ServerEvent.ConversationChanged changed = anas.await(ServerEvent.ConversationChanged.class);
      changed
          .conversation()
          .participants()
          .forEach(participant -> {
            assertEquals(null, participant.user().bio());
            assertEquals(null, participant.user().status());
            assertEquals(null, participant.user().lastSeen());
          });
      assertEquals(
          "painting the hall", ben.rest().get("/users/" + ana.id()).body().path("bio").asText());
      bens.await(ServerEvent.ConversationChanged.class);
    }
  }

  private static JsonNode statusIn(Person viewer, Conversation chat, Person seen) {
    for (JsonNode participant :
        viewer.rest().get("/conversations/" + chat.id()).body().path("participants")) {
      if (participant.path("user").path("id").asText().equals(seen.id())) {
        return participant.path("user").path("status");
      }
    }
    throw new AssertionError("not in it");
  }

  private static void status(Device device, String status) {
    JsonNode ack = device.send(Command.SET_PRESENCE, Map.of("status", status)).join();
    assertTrue(ack.path("ok").asBoolean(), ack::toString);
  }

  private static RestClient.Answer say(Person person, Conversation chat) {
    return person.rest().post("/conversations/" + chat.id() + "/messages", RelayFixture.text("hi"));
  }

  private static void set(Person person, String key, String choice) {
    RestClient.Answer answer =
        person.rest().patch("/me/settings", Map.of("privacy", Map.of(key, choice)));
    assertEquals(200, answer.status(), () -> answer.body().toString());
  }
}
