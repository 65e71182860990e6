package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.chat.RelayFixture.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How far somebody has read, between their own devices.
@ExtendWith(AtOneRelay.class)
class MarkIT {
  @Test
  void aMarkWithoutASeqIsRefused(Person ana, Person ben) {
    Conversation chat = ana.direct(ben);
    try (Device device = ana.device()) {
      for (Command command : new Command[] {Command.MARK_READ, Command.MARK_DELIVERED}) {
        JsonNode none = device.send(command, Map.of("conversationId", chat.id())).join();
        assertEquals(422, none.path("problem").path("status").asInt(), none::toString);
        assertTrue(none.path("problem").path("errors").has("seq"), none::toString);
        JsonNode below =
            device.send(command, Map.of("conversationId", chat.id(), "seq", -1)).join();
        assertEquals(422, below.path("problem").path("status").asInt(), below::toString);
      }
    }
  }

  @Test
  void sendingReadsUpToItOnAllOfOnesDevices(Person ana, Person ben) {
    Conversation chat = ana.direct(ben);
    ben.say(chat, "Are you there?");
    try (Device phone = ana.device();
        Device laptop = ana.device()) {
      Message said =
          phone
              .send(Command.SEND_MESSAGE, RelayFixture.textIn(chat, "I am"))
              .thenApply(
                  ack -> dev.windowshop.protocol.Json.decode(ack.path("message"), Message.class))
              .join();
      ServerEvent.PersonalChanged told =
          laptop.await(
              ServerEvent.PersonalChanged.class,
              event ->
                  event.item().kind().equals("read")
                      && chat.id().equals(event.item().conversationId())
                      && event.item().value().path("seq").asLong() == said.seq());
      JsonNode me =
          ana.rest()
              .post(
                  "/sync",
                  Map.of(
                      "epoch",
                      laptop.await(ServerEvent.Ready.class).epoch(),
                      "conversations",
                      Map.of(),
                      "me",
                      told.item().change() - 1))
              .body()
              .path("me");
      assertEquals(said.seq(), me.path("items").get(0).path("value").path("seq").asLong());
      Message next = ana.say(chat, "By REST");
      for (Device device : new Device[] {phone, laptop}) {
        device.await(
            ServerEvent.PersonalChanged.class,
            event -> event.item().value().path("seq").asLong() == next.seq());
      }
      assertEquals(
          0,
          phone.all(ServerEvent.PersonalChanged.class).stream()
              .filter(event -> event.item().value().path("seq").asLong() == said.seq())
              .count(),
          "the device that sent it knows");
    }
  }
}
