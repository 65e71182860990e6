package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.chat.RestClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Pinned messages, over a whole relay.
@ExtendWith(AtOneRelay.class)
class PinIT {
  private static Answer pin(Person person, Message message) {
    return person.rest().put("/messages/" + message.id() + "/pin", Map.of());
  }

  private static Answer unpin(Person person, Message message) {
    return person.rest().delete("/messages/" + message.id() + "/pin");
  }

  private static List<String> pinned(Answer answer) {
    assertEquals(200, answer.status(), () -> answer.body().toString());
    return answer.as(Conversation.class).pins().stream().map(Conversation.Pin::messageId).toList();
  }

  private static List<String> pinned(Person person, Conversation conversation) {
    return pinned(person.rest().get("/conversations/" + conversation.id()));
  }

  /// The messages that are pinned, by what they say.
  private static List<String> said(Person person, Conversation conversation) {
    List<String> said = new ArrayList<>();
    Answer answer = person.rest().get("/conversations/" + conversation.id() + "/pins");
    assertEquals(200, answer.status(), () -> answer.body().toString());
    answer.body().path("items").forEach(item -> said.add(item.path("content").asText()));
    return said;
  }

  private static Conversation direct(Person one, Person other) {
    return one.rest()
        .post("/conversations", Conversation.Create.direct(other.id()))
        .as(Conversation.class);
  }

  @Test
  void eitherOfTwoPinsAndBothHearOfIt(Person ana, Person ben) {
    Conversation direct = direct(ana, ben);
    Message first = ana.say(direct, "the address");
    Message second = ben.say(direct, "the time");
    try (Device anas = ana.device()) {
      assertEquals(List.of(first.id()), pinned(pin(ben, first)));
      ServerEvent.ConversationChanged told =
          anas.await(
              ServerEvent.ConversationChanged.class,
              event -> event.conversationId().equals(direct.id()));
      assertEquals(first.id(), told.conversation().pins().getFirst().messageId());
      assertEquals(ben.id(), told.conversation().pins().getFirst().userId());
      ServerEvent.NewMessage notice =
          anas.await(
              ServerEvent.NewMessage.class, event -> event.message().type() == Message.Type.SYSTEM);
      assertEquals("ben pinned a message", notice.message().content());
      assertEquals(told.change() + 1, notice.change(), "told in the order of changes");
    }
    assertEquals(List.of(second.id(), first.id()), pinned(pin(ana, second)));
    long change = ana.rest().get("/conversations/" + direct.id()).as(Conversation.class).change();
    assertEquals(List.of(second.id(), first.id()), pinned(pin(ana, first)), "again is no change");
    assertEquals(
        change, ana.rest().get("/conversations/" + direct.id()).as(Conversation.class).change());
    assertEquals(List.of("the time", "the address"), said(ben, direct));

    assertEquals(List.of(second.id()), pinned(unpin(ana, first)));
    assertEquals(List.of(second.id()), pinned(unpin(ana, first)), "twice does not matter");
    JsonNode items =
        ben.rest()
            .get("/conversations/" + direct.id() + "/changes?after=" + change)
            .body()
            .path("items");
    assertEquals(1, items.size());
    assertEquals(
        second.id(),
        items.get(0).path("value").path("pins").get(0).path("messageId").asText(),
        "whoever was away is told by the changes");
  }

  @Test
  void whatIsDeletedIsPinnedNoLonger(Person ana, Person cleo) {
    Conversation direct = direct(ana, cleo);
    Message message = ana.say(direct, "soon gone");
    pin(cleo, message);
    assertEquals(204, ana.rest().delete("/messages/" + message.id()).status());
    assertEquals(List.of(), pinned(cleo, direct));
    assertEquals(List.of(), said(cleo, direct));
    assertEquals(409, pin(ana, message).status());
  }

  @Test
  void inAGroupItsOwnerAndAdminsPin(Person ana, Person ben, Person cleo) {
    Conversation group = ana.group("Readers", List.of(ben));
    Message message = ben.say(group, "read this first");
    assertEquals(403, pin(ben, message).status());
    assertEquals(404, pin(cleo, message).status(), "who is not in it knows of nothing");
    assertEquals(
        200,
        ana.rest()
            .patch(
                "/conversations/" + group.id() + "/members/" + ben.id(),
                new Conversation.ChangeRole(Role.ADMIN))
            .status());
    assertEquals(List.of(message.id()), pinned(pin(ben, message)));
    ana.rest().post("/conversations/" + group.id() + "/members", Map.of("userId", cleo.id()));
    assertEquals(List.of(), pinned(cleo, group), "from before she came");
    assertEquals(List.of(), said(cleo, group));
    assertEquals(404, unpin(cleo, message).status());
    Message later = ana.say(group, "and this");
    assertEquals(List.of(later.id(), message.id()), pinned(pin(ana, later)));
    assertEquals(List.of(later.id()), pinned(cleo, group));
    assertEquals(403, unpin(cleo, later).status());
    Answer notice = ana.rest().get("/conversations/" + group.id() + "/messages?limit=1");
    String system = notice.body().path("items").get(0).path("id").asText();
    assertEquals(403, ana.rest().put("/messages/" + system + "/pin", Map.of()).status());
    ana.rest().patch("/conversations/" + group.id(), Map.of("closed", true));
    assertEquals(409, unpin(ana, later).status());
    assertTrue(pinned(ana, group).contains(later.id()));
  }

  @Test
  void thereIsAnEndToPinning(Person ben, Person cleo) {
    Conversation direct = direct(ben, cleo);
    for (int i = 0; i < PinService.MOST; i++) {
      assertEquals(200, pin(ben, ben.say(direct, "no. " + i)).status());
    }
    assertEquals(409, pin(cleo, ben.say(direct, "one too many")).status());
    assertEquals(PinService.MOST, pinned(cleo, direct).size());
  }
}
