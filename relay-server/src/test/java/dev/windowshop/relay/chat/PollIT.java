package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Poll;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.chat.RestClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions to a conversation, over a whole relay.
class PollIT {
  @TempDir static Path data;

  private static RelayFixture relay;
  private static Person ana;
  private static Person ben;
  private static Person eve;
  private Conversation group;

  @BeforeAll
  static void start() {
    relay = new RelayFixture(data);
    ana = relay.person("ana");
    ben = relay.person("ben");
    eve = relay.person("eve");
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  @BeforeEach
  void gather() {
    group = ana.group("Lamps", List.of(ben));
  }

  private Answer ask(Map<String, Object> metadata) {
    return ben.rest()
        .post(
            "/conversations/" + group.id() + "/messages",
            new Message.Send(
                null, Ids.newId(), Message.Type.POLL, null, null, null, Json.tree(metadata)));
  }

  private Message asked(boolean multiple) {
    Answer answer =
        ask(
            Map.of(
                "question",
                "Which lamp?",
                "options",
                List.of("Brass", "Paper", "Glass"),
                "multiple",
                multiple));
    assertEquals(201, answer.status(), () -> answer.body().toString());
    return answer.as(Message.class);
  }

  private static Answer vote(Person person, Message poll, Integer... options) {
    return person.rest().put("/messages/" + poll.id() + "/votes", new Poll.Vote(List.of(options)));
  }

  private static Poll poll(Answer answer) {
    assertEquals(200, answer.status(), () -> answer.body().toString());
    Message message = answer.as(Message.class);
    assertNotNull(message.metadata());
    return Json.decode(message.metadata(), Poll.class);
  }

  private static List<List<String>> votes(Poll poll) {
    return poll.votes().stream().map(Poll.Tally::userIds).toList();
  }

  @Test
  void aVoteReachesEverybodyAndTheLastOneCounts() {
    Message question = asked(false);
    try (Device device = ana.device()) {
      assertEquals(
          List.of(List.of(), List.of(ben.id()), List.of()), votes(poll(vote(ben, question, 1))));
      ServerEvent.MessageChanged seen =
          device.await(
              ServerEvent.MessageChanged.class,
              event -> event.message().id().equals(question.id()));
      assertNotNull(seen.message().metadata());
      assertEquals(
          List.of(ben.id()),
          Json.decode(seen.message().metadata(), Poll.class).votes().get(1).userIds());
    }
    Poll now = poll(vote(ben, question, 2));
    assertEquals(List.of(List.of(), List.of(), List.of(ben.id())), votes(now));
    long change = ana.rest().get("/messages/" + question.id()).as(Message.class).change();
    assertEquals(
        change, vote(ben, question, 2).as(Message.class).change(), "the same again is no change");
    assertEquals(
        List.of(List.of(), List.of(), List.of(ben.id(), ana.id())),
        votes(poll(vote(ana, question, 2))));
    assertEquals(
        List.of(List.of(), List.of(), List.of(ana.id())), votes(poll(vote(ben, question))));
    Answer changes = ana.rest().get("/conversations/" + group.id() + "/changes?after=" + change);
    assertEquals(
        question.id(), changes.body().path("items").get(0).path("value").path("id").asText());
  }

  @Test
  void moreThanOneOptionOnlyWhereItSaysSo() {
    assertEquals(422, vote(ben, asked(false), 0, 1).status());
    Message question = asked(true);
    assertEquals(
        List.of(List.of(ben.id()), List.of(), List.of(ben.id())),
        votes(poll(vote(ben, question, 2, 0))));
    assertEquals(422, vote(ben, question, 3).status());
    assertEquals(422, vote(ben, question, -1).status());
    assertEquals(422, vote(ben, question, 1, 1).status());
    assertEquals(422, ben.rest().put("/messages/" + question.id() + "/votes", Map.of()).status());
    assertEquals(404, vote(eve, question, 1).status(), "not in the group");
    assertEquals(409, vote(ben, ben.say(group, "no poll"), 0).status());
  }

  @Test
  void aPollIsClosedByWhoAskedOrTheGroupsOwnerAndForGood() {
    Message question = asked(false);
    vote(ana, question, 0);
    Conversation other = ana.group("Others", List.of(ben, eve));
    Message foreign =
        ana.rest()
            .post(
                "/conversations/" + other.id() + "/messages",
                new Message.Send(
                    null,
                    Ids.newId(),
                    Message.Type.POLL,
                    null,
                    null,
                    null,
                    Json.tree(Map.of("question", "When?", "options", List.of("Now", "Later")))))
            .as(Message.class);
    assertEquals(403, eve.rest().post("/messages/" + foreign.id() + "/close", Map.of()).status());
    Poll closed = poll(ana.rest().post("/messages/" + question.id() + "/close", Map.of()));
    assertNotNull(closed.closedAt());
    assertEquals(closed, poll(ben.rest().post("/messages/" + question.id() + "/close", Map.of())));
    assertEquals(409, vote(ben, question, 1).status());
    assertEquals(
        closed, poll(ana.rest().get("/messages/" + question.id())), "what was chosen stays");
  }

  @Test
  void aPollMayEndByItself() {
    Instant past = Instant.now().minusSeconds(60);
    Map<String, Object> ended =
        Map.of("question", "When?", "options", List.of("Now", "Later"), "closesAt", past);
    assertEquals(422, ask(ended).status());
    Map<String, Object> someday =
        Map.of("question", "When?", "options", List.of("Now", "Later"), "closesAt", "soon");
    assertEquals(422, ask(someday).status());
    Instant end =
        Instant.parse(Instant.now().plus(Duration.ofDays(1)).toString().substring(0, 19) + "Z");
    Message question =
        ask(Map.of("question", "When?", "options", List.of("Now", "Later"), "closesAt", end))
            .as(Message.class);
    Poll open = poll(vote(ben, question, 0));
    assertEquals(end, open.closesAt());
    assertNull(open.closedAt());
    assertFalse(open.isClosed(Instant.now()));
  }

  @Test
  void aDeletedPollForgetsItsVotes() {
    Message question = asked(false);
    vote(ana, question, 0);
    assertEquals(204, ben.rest().delete("/messages/" + question.id()).status());
    Message gone = ana.rest().get("/messages/" + question.id()).as(Message.class);
    assertNull(gone.metadata());
    assertEquals(409, vote(ana, question, 1).status());
    assertEquals(409, ben.rest().post("/messages/" + question.id() + "/close", Map.of()).status());
  }
}
