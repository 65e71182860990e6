package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import dev.windowshop.relay.chat.RelayFixture.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody finds who comes back into a group.
class ReturnIT {
  @TempDir static Path data;

  private static RelayFixture relay;
  private static Person ana;
  private static Person ben;
  private static Person cleo;

  @BeforeAll
  static void start() {
    relay = new RelayFixture(data);
    ana = relay.person("ana");
    ben = relay.person("ben");
    cleo = relay.person("cleo");
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static void add(Conversation group, Person person) {
    assertEquals(
        201,
        ana.rest()
            .post(
                "/conversations/" + group.id() + "/members",
                new Conversation.AddMember(person.id(), null))
            .status());
  }

  private static void remove(Conversation group, Person person) {
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
  void whoComesBackSeesWhatTheySawBeforeAndNothingOfTheMeantime() {
    Conversation group = ana.group("Readers", List.of(cleo));
    ana.say(group, "before ben");
    add(group, ben);
    ana.say(group, "with ben");
    JsonNode joined = member(group, ben);
    remove(group, ben);
    Message meanwhile = ana.say(group, "without ben");
    assertEquals(404, ben.rest().get("/conversations/" + group.id() + "/messages").status());
    add(group, ben);
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
        joined.path("joinedAt"), member(group, ben).path("joinedAt"), "the same membership");
    assertEquals(
        List.of("before ben", "with ben", "without ben", "with ben again"), said(cleo, group, ""));
    assertEquals(
        2,
        ben.rest().get("/conversations/" + group.id()).body().path("unreadCount").asInt(),
        "what they had not read, without what is not theirs");
  }

  @Test
  void goingTwiceLeavesTwoGaps() {
    Conversation group = ana.group("Readers", List.of(ben));
    for (int i = 1; i <= 3; i++) {
      ana.say(group, "in " + i);
      remove(group, ben);
      ana.say(group, "out " + i);
      add(group, ben);
    }
    assertEquals(List.of("in 1", "in 2", "in 3"), said(ben, group, "?limit=100"));
  }

  @Test
  void whereHistoryIsSharedNothingIsMissing() {
    Conversation group = ana.group("Readers", List.of(ben));
    ana.say(group, "in");
    remove(group, ben);
    ana.say(group, "out");
    assertEquals(
        200,
        ana.rest().patch("/conversations/" + group.id(), Map.of("sharesHistory", true)).status());
    add(group, ben);
    assertEquals(List.of("in", "out"), said(ben, group, ""));
  }

  private static JsonNode member(Conversation group, Person person) {
    for (JsonNode member :
        ana.rest().get("/conversations/" + group.id() + "/members").body().path("items")) {
      if (member.path("user").path("id").asText().equals(person.id())) {
        return member;
      }
    }
    throw new AssertionError("no such member");
  }
}
