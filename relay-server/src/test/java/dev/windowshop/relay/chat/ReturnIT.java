package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import dev.windowshop.relay.chat.RelayFixture.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What somebody finds who comes back into a group.
@ExtendWith(AtOneRelay.class)
class ReturnIT {
  private static void add(Person ana, Conversation group, Person person) {
    assertEquals(
        201,
        ana.rest()
            .post(
                "/conversations/" + group.id() + "/members",
                new Conversation.AddMember(person.id(), null))
            .status());
  }

  private static void remove(Person ana, Conversation group, Person person) {
    assertEquals(
        204,
        ana.rest().delete("/conversations/" + group.id() + "/members/" + person.id()).status());
  }

  private static List<String> said(Person person, Conversation group, String query) {
    JsonNode items =
        person
            .rest()
            .get("/conversations/" + group.id() + "/messages" + query)
            .body()
            .path("items");
    List<String> texts = new ArrayList<>();
    for (JsonNode item : items) {
      if (item.path("type").asText().equals("text")) {
        texts.addFirst(item.path("content").asText());
      }
    }
    return texts;
  }

  @Test
  void whoComesBackSeesWhatTheySawBeforeAndNothingOfTheMeantime(
      Person ana, Person ben, Person cleo) {
    Conversation group = ana.group("Readers", List.of(cleo));
    ana.say(group, "before ben");
    add(ana, group, ben);
    ana.say(group, "with ben");
    JsonNode joined = member(ana, group, ben);
    remove(ana, group, ben);
    Message meanwhile = ana.say(group, "without ben");
    assertEquals(404, ben.rest().get("/conversations/" + group.id() + "/messages").status());
    add(ana, group, ben);
    Message again = ana.say(group, "with ben again");

    assertEquals(List.of("with ben", "with ben again"), said(ben, group, ""));
    assertEquals(
        List.of("with ben", "with ben again"), said(ben, group, "?around=" + meanwhile.seq()));
    assertEquals(List.of("with ben"), said(ben, group, "?before=" + again.seq()));
    assertEquals(404, ben.rest().get("/messages/" + meanwhile.id()).status());
    assertEquals(
        422,
        ben.rest()
            .post(
                "/conversations/" + group.id() + "/messages",
                Map.of(
                    "clientId",
                    "reply",
                    "type",
                    "text",
                    "content",
                    "?",
                    "replyToId",
                    meanwhile.id()))
            .status());
    JsonNode changes =
        ben.rest().get("/conversations/" + group.id() + "/changes?after=0&limit=100").body();
    for (JsonNode item : changes.path("items")) {
      assertEquals(
          false, item.path("value").path("id").asText().equals(meanwhile.id()), item::toString);
    }
    assertEquals(
        joined.path("joinedAt"), member(ana, group, ben).path("joinedAt"), "the same membership");
    assertEquals(
        List.of("before ben", "with ben", "without ben", "with ben again"), said(cleo, group, ""));
    assertEquals(
        2,
        ben.rest().get("/conversations/" + group.id()).body().path("unreadCount").asInt(),
        "what they had not read, without what is not theirs");
  }

  @Test
  void goingTwiceLeavesTwoGaps(Person ana, Person ben) {
    Conversation group = ana.group("Readers", List.of(ben));
    for (int i = 1; i <= 3; i++) {
      ana.say(group, "in " + i);
      remove(ana, group, ben);
      ana.say(group, "out " + i);
      add(ana, group, ben);
    }
    assertEquals(List.of("in 1", "in 2", "in 3"), said(ben, group, "?limit=100"));
  }

  @Test
  void whereHistoryIsSharedNothingIsMissing(Person ana, Person ben) {
    Conversation group = ana.group("Readers", List.of(ben));
    ana.say(group, "in");
    remove(ana, group, ben);
    ana.say(group, "out");
    assertEquals(
        200,
        ana.rest().patch("/conversations/" + group.id(), Map.of("sharesHistory", true)).status());
    add(ana, group, ben);
    assertEquals(List.of("in", "out"), said(ben, group, ""));
  }

  private static JsonNode member(Person ana, Conversation group, Person person) {
    for (JsonNode member :
        ana.rest().get("/conversations/" + group.id() + "/members").body().path("items")) {
      if (member.path("user").path("id").asText().equals(person.id())) {
        return member;
      }
    }
    throw new AssertionError("no such member");
  }
}
