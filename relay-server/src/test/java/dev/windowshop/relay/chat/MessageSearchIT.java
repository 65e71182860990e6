package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import dev.windowshop.relay.chat.RelayFixture.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Finding what was said.
@ExtendWith(AtOneRelay.class)
class MessageSearchIT {
  private static JsonNode page(Person person, String words, String more) {
    return person
        .rest()
        .get("/messages/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more)
        .body();
  }

  private static List<String> found(Person person, String words, String more) {
    List<String> texts = new ArrayList<>();
    page(person, words, more)
        .path("items")
        .forEach(item -> texts.add(item.path("content").asText()));
    return texts;
  }

  @Test
  void wordsAreFoundInAnyScriptWhereverTheyStandTheNewestFirst(Person ana, Person ben) {
    Conversation group = ana.group("Scripts", List.of(ben));
    ana.say(group, "Die ÄPFEL sind reif");
    ana.say(group, "apfelkuchen, crème brûlée");
    ana.say(group, "明日は東京へ行きます");
    ana.say(group, "Приве́т, Москва");
    assertEquals(
        List.of("apfelkuchen, crème brûlée", "Die ÄPFEL sind reif"), found(ben, "apfel", ""));
    assertEquals(List.of("apfelkuchen, crème brûlée"), found(ben, "BRULEE apfel", ""));
    assertEquals(List.of("明日は東京へ行きます"), found(ben, "東京", ""));
    assertEquals(List.of("Приве́т, Москва"), found(ben, "москва", ""));
    assertEquals(List.of(), found(ben, "apfel birne", ""));
  }

  @Test
  void onlyWhatOneMayReadIsFound(Person ana, Person ben, Person cleo) {
    Conversation group = ana.group("Secrets", List.of(ben));
    ana.say(group, "quartz before cleo");
    ana.rest()
        .post(
            "/conversations/" + group.id() + "/members",
            new Conversation.AddMember(cleo.id(), null));
    Message taken = ana.say(group, "quartz taken back");
    ana.say(group, "quartz for everybody");
    ana.rest().delete("/messages/" + taken.id());
    assertEquals(List.of("quartz for everybody"), found(cleo, "quartz", ""));
    assertEquals(List.of("quartz for everybody", "quartz before cleo"), found(ben, "quartz", ""));

    Message own = ana.say(group, "quartz hidden for ben");
    ben.rest().delete("/messages/" + own.id() + "?for=me");
    assertFalse(found(ben, "quartz", "").contains("quartz hidden for ben"));
    assertEquals("quartz hidden for ben", found(ana, "quartz", "").getFirst());

    ana.rest().delete("/conversations/" + group.id() + "/members/" + ben.id());
    assertEquals(List.of(), found(ben, "quartz", ""));
  }

  @Test
  void aPageIsFollowedByTheNext(Person ana, Person ben) {
    Conversation group = ana.group("Pages", List.of(ben));
    Conversation other = ana.group("Other", List.of(ben));
    for (int i = 1; i <= 5; i++) {
      ana.say(group, "tangerine " + i);
      ana.say(group, "something else " + i);
    }
    ana.say(other, "tangerine elsewhere");
    String within = "&limit=2&conversationId=" + group.id();
    List<String> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = page(ben, "tangerine", within + cursor);
      page.path("items").forEach(item -> all.add(item.path("content").asText()));
      cursor =
          page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asText();
    } while (!cursor.isEmpty());
    assertEquals(
        List.of("tangerine 5", "tangerine 4", "tangerine 3", "tangerine 2", "tangerine 1"), all);
    assertEquals("tangerine elsewhere", found(ben, "tangerine", "").getFirst());
  }

  @Test
  void aBadQuestionIsRefused(Person ana, Person ben, Person cleo) {
    Conversation group = ana.group("Refused", List.of(ben));
    assertEquals(422, ben.rest().get("/messages/search").status());
    assertEquals(422, ben.rest().get("/messages/search?q=%20").status());
    assertEquals(422, ben.rest().get("/messages/search?q=" + "x".repeat(201)).status());
    for (String cursor : List.of("%25", "zzz", "bnVsbA", "MQ")) {
      assertEquals(400, ben.rest().get("/messages/search?q=x&cursor=" + cursor).status(), cursor);
    }
    assertEquals(
        404, cleo.rest().get("/messages/search?q=x&conversationId=" + group.id()).status());
  }
}
