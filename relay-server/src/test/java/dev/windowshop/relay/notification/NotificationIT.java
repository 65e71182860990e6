package dev.windowshop.relay.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Notification;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.chat.Device;
import dev.windowshop.relay.chat.RelayFixture;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.chat.RestClient.Answer;
import dev.windowshop.relay.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Notifications, over a whole relay: what raises one, who hears of it, and that what is read on
/// one device is read on all.
class NotificationIT {
  @TempDir Path data;

  private final SetClock clock = new SetClock();
  private RelayFixture relay;
  private Person ann;
  private Person ben;
  private Person cat;

  @BeforeEach
  void start() {
    relay = RelayFixture.at(clock, data);
    ann = relay.person("ann");
    ben = relay.person("ben");
    cat = relay.person("cat");
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private static Notification.Listing of(Person reader) {
    Answer answer = reader.rest().get("/notifications");
    assertEquals(200, answer.status(), () -> answer.body().toString());
    return answer.as(Notification.Listing.class);
  }

  private static List<Notification.Kind> kinds(Person reader) {
    return of(reader).items().stream().map(Notification::kind).toList();
  }

  private static Answer send(
      Person from,
      Conversation to,
      String text,
      @Nullable String replyTo,
      @Nullable JsonNode more) {
    return from.rest()
        .post(
            "/conversations/" + to.id() + "/messages",
            new Message.Send(null, Ids.newId(), Message.Type.TEXT, text, replyTo, null, more));
  }

  private static Answer mention(Person from, Conversation to, List<String> userIds) {
    return send(from, to, "look @all", null, Json.tree(Map.of("mentions", userIds)));
  }

  private static Notification.Marked read(Person reader, Map<String, Object> what) {
    Answer answer = reader.rest().post("/notifications/read", what);
    assertEquals(200, answer.status(), () -> answer.body().toString());
    return answer.as(Notification.Marked.class);
  }

  @Test
  void aMentionIsToldToAllDevicesAndKept() {
    Conversation group = ann.group("lamps", List.of(ben, cat));
    try (Device one = ben.device();
        Device other = ben.device()) {
      Message message =
          mention(ann, group, List.of(ben.id(), ben.id(), ann.id())).as(Message.class);
      assertEquals(2, java.util.Objects.requireNonNull(message.metadata()).path("mentions").size());
      for (Device device : List.of(one, other)) {
        ServerEvent.NotificationRaised told = device.await(ServerEvent.NotificationRaised.class);
        assertEquals(Notification.Kind.MENTION, told.notification().kind());
        assertEquals(1, told.unread());
        assertEquals(message.id(), told.notification().target().messageId());
      }
      Notification kept = of(ben).items().getFirst();
      assertEquals("lamps", kept.title());
      assertEquals("look @all", kept.preview());
      Message.Sender actor = kept.actor();
      assertNotNull(actor);
      assertEquals("ann", actor.username());
      assertNull(kept.readAt());
    }
    assertEquals(List.of(), kinds(ann), "not of oneself");
    assertEquals(List.of(), kinds(cat));
  }

  @Test
  void whoIsNotInTheConversationCannotBeNamed() {
    Conversation group = ann.group("lamps", List.of(ben));
    assertEquals(422, mention(ann, group, List.of(cat.id())).status());
    assertEquals(422, mention(ann, group, List.of("everybody")).status());
    assertEquals(
        204, ben.rest().delete("/conversations/" + group.id() + "/members/" + ben.id()).status());
    assertEquals(201, mention(ann, group, List.of(ben.id())).status(), "who left may be named");
    assertEquals(List.of(), kinds(ben), "and hears nothing of it");
    assertEquals(List.of(), kinds(cat));
  }

  @Test
  void whatIsOfOneSortAndPlaceIsOneUntilItIsRead() {
    Conversation group = ann.group("lamps", List.of(ben, cat));
    Conversation other = cat.group("chairs", List.of(ben));
    mention(ann, group, List.of(ben.id()));
    mention(cat, group, List.of(ben.id()));
    mention(cat, other, List.of(ben.id()));
    Notification.Listing listing = of(ben);
    assertEquals(2, listing.unread());
    assertEquals(
        List.of("chairs", "lamps"), listing.items().stream().map(Notification::title).toList());
    Notification lamps = listing.items().getLast();
    assertEquals(2, lamps.count());
    Message.Sender last = lamps.actor();
    assertNotNull(last);
    assertEquals("cat", last.username());
    assertEquals(1, read(ben, Map.of("ids", List.of(lamps.id()))).unread());
    clock.advance(Duration.ofSeconds(1));
    mention(ann, group, List.of(ben.id()));
    assertEquals(List.of(1L, 1L, 2L), of(ben).items().stream().map(Notification::count).toList());
    assertNotEquals(lamps.id(), of(ben).items().getFirst().id());
    assertEquals(2, of(ben).unread());
  }

  @Test
  void aMessageSentAgainIsNoticedOnce() {
    Conversation direct = ann.direct(ben);
    Message asked = ben.say(direct, "red or blue?");
    Message.Send answer =
        new Message.Send(null, Ids.newId(), Message.Type.TEXT, "red", asked.id(), null, null);
    for (int i = 0; i < 3; i++) {
      ann.rest().post("/conversations/" + direct.id() + "/messages", answer);
    }
    Notification reply = of(ben).items().getFirst();
    assertEquals(Notification.Kind.REPLY, reply.kind());
    assertEquals(1, reply.count());
    assertNull(reply.title(), "two people need no name for their conversation");
  }

  @Test
  void whatIsReadOnOneDeviceIsReadOnAll() {
    Conversation group = ann.group("lamps", List.of(ben));
    Conversation direct = ann.direct(ben);
    Message asked = ben.say(direct, "red or blue?");
    mention(ann, group, List.of(ben.id()));
    clock.advance(Duration.ofSeconds(1));
    send(ann, direct, "red", asked.id(), null);
    try (Device other = ben.device()) {
      List<Notification> all = of(ben).items();
      Notification.Marked marked = read(ben, Map.of("upTo", all.getLast().id()));
      assertEquals(List.of(all.getLast().id()), marked.ids());
      ServerEvent.NotificationRead told = other.await(ServerEvent.NotificationRead.class);
      assertEquals(List.of(all.getLast().id()), told.ids());
      assertEquals(1, told.unread());
      assertNotNull(of(ben).items().getLast().readAt());
      assertEquals(0, read(ben, Map.of("all", true)).unread());
      other.await(ServerEvent.NotificationRead.class, event -> event.unread() == 0);
      assertEquals(List.of(), read(ben, Map.of("all", true)).ids(), "nothing is left to read");
    }
    assertEquals(
        404,
        ann.rest()
            .post("/notifications/read", Map.of("upTo", of(ben).items().getFirst().id()))
            .status());
    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("all", false),
            Map.of("ids", List.of()),
            Map.of("ids", List.of("x")),
            Map.of("upTo", "x"),
            Map.of("all", true, "upTo", Ids.newId()))) {
      assertEquals(422, ben.rest().post("/notifications/read", bad).status(), bad::toString);
    }
  }

  @Test
  void readingTheConversationReadsWhatWasSaidThere() throws Exception {
    Conversation group = ann.group("lamps", List.of(ben));
    Message named = mention(ann, group, List.of(ben.id())).as(Message.class);
    try (Device one = ben.device();
        Device other = ben.device()) {
      one.send(Command.MARK_READ, new Command.Mark(group.id(), named.seq())).get();
      assertEquals(0, other.await(ServerEvent.NotificationRead.class).unread());
      assertEquals(0, of(ben).unread());
    }
    mention(ann, group, List.of(ben.id()));
    assertEquals(1, of(ben).unread());
    ben.say(group, "who answers has read");
    assertEquals(0, of(ben).unread());
  }

  @Test
  void mutesBlocksAndSettingsAreHonoured() {
    Conversation group = ann.group("lamps", List.of(ben, cat));
    ben.rest().put("/conversations/" + group.id() + "/personal", Map.of("muted", true));
    mention(ann, group, List.of(ben.id()));
    assertEquals(List.of(), kinds(ben), "muted");
    ben.rest().put("/conversations/" + group.id() + "/personal", Map.of("muted", false));
    ben.rest().put("/me/blocks/" + cat.id(), Map.of());
    mention(cat, group, List.of(ben.id()));
    assertEquals(List.of(), kinds(ben), "blocked");
    ben.rest().patch("/me/settings", Map.of("notifications", Map.of("groups", false)));
    mention(ann, group, List.of(ben.id()));
    assertEquals(List.of(), kinds(ben), "switched off");
    ben.rest().patch("/me/settings", Map.of("notifications", Map.of("groups", true)));
    mention(ann, group, List.of(ben.id()));
    assertEquals(List.of(Notification.Kind.MENTION), kinds(ben));
  }

  @Test
  void nothingStaysOfWhatWasDeleted() {
    Conversation group = ann.group("lamps", List.of(ben));
    Message named = mention(ann, group, List.of(ben.id())).as(Message.class);
    ann.rest().delete("/messages/" + named.id());
    assertNull(of(ben).items().getFirst().preview());
    mention(ann, group, List.of(ben.id()));
    assertEquals("look @all", of(ben).items().getFirst().preview());
    ann.rest().delete("/conversations/" + group.id() + "/members/" + ben.id());
    assertNull(of(ben).items().getFirst().preview(), "who was removed reads nothing any more");
  }

  @Test
  void invitesAndRequestsWaitUntilTheyAreAnswered() {
    Conversation group =
        ann.rest()
            .post(
                "/conversations",
                Map.of("kind", "group", "name", "lamps", "memberIds", List.of(), "private", true))
            .as(Conversation.class);
    Answer invited =
        ann.rest().post("/conversations/" + group.id() + "/invites", Map.of("userId", ben.id()));
    assertEquals(201, invited.status());
    Notification invite = of(ben).items().getFirst();
    assertEquals(Notification.Kind.INVITE, invite.kind());
    assertEquals("lamps", invite.title());
    assertEquals(invited.body().path("id").asText(), invite.target().inviteId());
    ben.rest().post("/invites/" + invite.target().inviteId() + "/decline", Map.of());
    assertEquals(0, of(ben).unread());

    assertEquals(
        201, cat.rest().post("/conversations/" + group.id() + "/requests", Map.of()).status());
    Notification request = of(ann).items().getFirst();
    assertEquals(Notification.Kind.JOIN_REQUEST, request.kind());
    try (Device anns = ann.device()) {
      ann.rest().post("/invites/" + request.target().inviteId() + "/accept", Map.of());
      assertEquals(List.of(request.id()), anns.await(ServerEvent.NotificationRead.class).ids());
    }
  }

  @Test
  void aCallThatNobodyTakesIsMissed() throws Exception {
    Conversation direct = ann.direct(ben);
    try (Device anns = ann.device()) {
      JsonNode started =
          anns.send(Command.CALL_START, Map.of("conversationId", direct.id(), "media", "audio"))
              .get();
      String callId = started.path("call").path("id").asText();
      anns.send(Command.CALL_LEAVE, Map.of("callId", callId)).get();
      Notification missed = of(ben).items().getFirst();
      assertEquals(Notification.Kind.MISSED_CALL, missed.kind());
      assertEquals("audio", missed.what());
      assertEquals(callId, missed.target().callId());
      assertEquals(List.of(), kinds(ann));
    }
  }

  @Test
  void anAnswerToAStoryIsNoticedAsThat() {
    Conversation direct = ann.direct(ben);
    ann.say(direct, "hello");
    String story = ann.rest().post("/stories", Map.of("text", "look")).body().path("id").asText();
    send(ben, direct, "nice", null, Json.tree(Map.of("story", Map.of("id", story))));
    Notification answer = of(ann).items().getFirst();
    assertEquals(Notification.Kind.STORY_REPLY, answer.kind());
    assertEquals(story, answer.target().storyId());
    assertEquals("nice", answer.preview());
  }

  @Test
  void pagesGoOnWhereTheyEnded() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Conversation group = ann.group("group " + i, List.of(ben));
      mention(ann, group, List.of(ben.id()));
      made.add("group " + i);
      clock.advance(Duration.ofSeconds(1));
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Notification.Listing page =
          ben.rest()
              .get("/notifications?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
              .as(Notification.Listing.class);
      page.items().forEach(one -> seen.add(one.title()));
      cursor = page.nextCursor();
      assertEquals(5, page.unread());
    } while (cursor != null);
    assertEquals(made.reversed(), seen);
    assertEquals(400, ben.rest().get("/notifications?cursor=rubbish").status());
  }

  @Test
  void whatIsOldGoesAndAllOfItWithTheAccount() {
    Conversation group = ann.group("lamps", List.of(ben));
    mention(ann, group, List.of(ben.id()));
    clock.advance(Duration.ofDays(59));
    relay.sweep();
    assertEquals(1, of(ben).items().size());
    clock.advance(Duration.ofDays(2));
    relay.sweep();
    assertEquals(List.of(), kinds(ben));
  }
}
