package dev.windowshop.relay.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Story;
import dev.windowshop.relay.attachment.Samples;
import dev.windowshop.relay.chat.Device;
import dev.windowshop.relay.chat.RelayFixture;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.chat.RestClient.Answer;
import dev.windowshop.relay.testing.Commands;
import dev.windowshop.relay.testing.SetClock;
import dev.windowshop.relay.testing.Uploads;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stories, over a whole relay: who sees them, who is told, and that nothing is left of them.
class StoryIT {
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

  private static Conversation chat(Person one, Person other) {
    Conversation direct = one.direct(other);
    one.say(direct, "hello");
    return direct;
  }

  private static Story post(Person author, Map<String, Object> story) {
    Answer answer = author.rest().post("/stories", story);
    assertEquals(201, answer.status(), () -> answer.body().toString());
    return answer.as(Story.class);
  }

  private static Story say(Person author, String text) {
    return post(author, Map.of("text", text));
  }

  private static List<Story.Group> seenBy(Person reader) {
    Answer answer = reader.rest().get("/stories");
    assertEquals(200, answer.status());
    return Stream.iterate(0, i -> i < answer.body().path("items").size(), i -> i + 1)
        .map(i -> Json.decode(answer.body().path("items").get(i), Story.Group.class))
        .toList();
  }

  private static List<String> authors(Person reader) {
    return seenBy(reader).stream().map(group -> group.author().username()).toList();
  }

  private static int status(Person reader, Story story) {
    return reader.rest().get("/stories/" + story.id()).status();
  }

  @Test
  void aStoryIsSeenByThoseOneHasChattedWithAndNobodyElse() {
    chat(ann, ben);
    ann.group("everybody", List.of(ben, cat));
    ann.direct(cat);
    Story story = say(ann, "in the lamp shop");
    assertEquals(List.of("ann"), authors(ben));
    assertEquals(List.of(), authors(cat), "a conversation in which nobody said anything");
    assertEquals(404, status(cat, story));
    assertEquals(404, cat.rest().post("/stories/" + story.id() + "/view", Map.of()).status());
    ann.say(ann.direct(cat), "now we have");
    assertEquals(List.of("ann"), authors(cat));
    Story.Group group = seenBy(ben).getFirst();
    assertEquals(1, group.unseen());
    assertEquals("in the lamp shop", group.stories().getFirst().text());
    assertEquals(Duration.ofDays(1), Duration.between(story.createdAt(), story.expiresAt()));
  }

  @Test
  void ownStoriesComeFirstThenTheUnseenThenTheSeenThenTheMuted() {
    Person dan = relay.person("dan");
    for (Person other : List.of(ben, cat, dan)) {
      chat(ann, other);
    }
    Story bens = say(ben, "one");
    clock.advance(Duration.ofSeconds(1));
    say(cat, "two");
    clock.advance(Duration.ofSeconds(1));
    say(dan, "three");
    clock.advance(Duration.ofSeconds(1));
    say(ann, "mine");
    assertEquals(List.of("ann", "dan", "cat", "ben"), authors(ann));
    assertEquals(204, ann.rest().put("/stories/mutes/" + dan.id(), Map.of()).status());
    assertEquals(List.of("ann", "cat", "ben", "dan"), authors(ann));
    assertTrue(seenBy(ann).getLast().muted());
    clock.advance(Duration.ofSeconds(1));
    Story newer = say(ben, "again");
    assertEquals(List.of("ann", "ben", "cat", "dan"), authors(ann));
    for (Story story : List.of(bens, newer)) {
      assertEquals(204, ann.rest().post("/stories/" + story.id() + "/view", Map.of()).status());
    }
    assertEquals(List.of("ann", "cat", "ben", "dan"), authors(ann));
    assertEquals(204, ann.rest().delete("/stories/mutes/" + dan.id()).status());
    assertEquals(List.of("ann", "dan", "cat", "ben"), authors(ann));
  }

  @Test
  void aListIsTurnedPageByPage() {
    for (int i = 0; i < 5; i++) {
      Person other = relay.person("friend" + i);
      chat(other, ann);
      say(other, "hi");
    }
    JsonNode first = ann.rest().get("/stories?limit=3").body();
    assertEquals(3, first.path("items").size());
    JsonNode second =
        ann.rest().get("/stories?limit=3&cursor=" + first.path("nextCursor").asText()).body();
    assertEquals(2, second.path("items").size());
    assertTrue(second.path("nextCursor").isNull());
    assertEquals(400, ann.rest().get("/stories?cursor=x").status());
    assertEquals(400, ann.rest().get("/stories?limit=0").status());
  }

  @Test
  void itsAuthorLearnsWhoHasSeenIt() {
    chat(ann, ben);
    chat(ann, cat);
    Story story = say(ann, "look");
    try (Device anns = ann.device();
        Device bens = ben.device()) {
      ben.rest().post("/stories/" + story.id() + "/view", Map.of());
      ben.rest().post("/stories/" + story.id() + "/view", Map.of());
      ServerEvent.StoryViewed told = anns.await(ServerEvent.StoryViewed.class);
      assertEquals("ben", told.viewer().username());
      assertEquals(1, told.views());
      assertNull(bens.await(ServerEvent.StoryViewed.class).views(), "only its author counts");
      cat.rest().post("/stories/" + story.id() + "/view", Map.of());
      assertEquals(2, anns.await(ServerEvent.StoryViewed.class, 2).getLast().views());
    }
    ann.rest().post("/stories/" + story.id() + "/view", Map.of());
    JsonNode viewers = ann.rest().get("/stories/" + story.id() + "/viewers").body();
    assertEquals(2, viewers.path("items").size(), "oneself is no viewer");
    JsonNode page = ann.rest().get("/stories/" + story.id() + "/viewers?limit=1").body();
    JsonNode rest =
        ann.rest()
            .get(
                "/stories/"
                    + story.id()
                    + "/viewers?limit=1&cursor="
                    + page.path("nextCursor").asText())
            .body();
    assertNotEquals(
        page.path("items").get(0).path("user").path("id"),
        rest.path("items").get(0).path("user").path("id"));
    assertEquals(403, ben.rest().get("/stories/" + story.id() + "/viewers").status());
    assertEquals(2, ann.rest().get("/stories/" + story.id()).as(Story.class).views());
    assertNull(ben.rest().get("/stories/" + story.id()).as(Story.class).views());
  }

  @Test
  void receiptsThatAreOffHideBothWays() {
    chat(ann, ben);
    chat(ann, cat);
    Map<String, Object> off = Map.of("privacy", Map.of("readReceipts", false));
    assertEquals(200, ben.rest().patch("/me/settings", off).status());
    Story story = say(ann, "look");
    ben.rest().post("/stories/" + story.id() + "/view", Map.of());
    cat.rest().post("/stories/" + story.id() + "/view", Map.of());
    JsonNode viewers = ann.rest().get("/stories/" + story.id() + "/viewers").body().path("items");
    assertEquals(1, viewers.size());
    assertEquals("cat", viewers.get(0).path("user").path("username").asText());
    assertEquals(0, seenBy(ben).getFirst().unseen(), "what one has seen is still one's own");
    assertEquals(200, ann.rest().patch("/me/settings", off).status());
    assertEquals(
        0, ann.rest().get("/stories/" + story.id() + "/viewers").body().path("items").size());
    assertEquals(0, ann.rest().get("/stories/" + story.id()).as(Story.class).views());
  }

  @Test
  void blocksAndTheAuthorsChoiceCountAtOnce() {
    chat(ann, ben);
    chat(ann, cat);
    Story story = say(ann, "look");
    assertEquals(200, status(ben, story));
    ann.rest().put("/me/blocks/" + ben.id(), Map.of());
    assertEquals(404, status(ben, story));
    assertEquals(List.of(), authors(ben));
    Story bens = say(ben, "not for ann");
    assertEquals(404, status(ann, bens));
    ann.rest().patch("/me/settings", Map.of("privacy", Map.of("whoSeesStories", "contacts")));
    assertEquals(404, status(cat, story));
    ann.rest().put("/me/contacts/" + cat.id(), Map.of());
    assertEquals(200, status(cat, story));
    assertEquals(
        422,
        ann.rest()
            .patch("/me/settings", Map.of("privacy", Map.of("whoSeesStories", "ask")))
            .status());
  }

  @Test
  void everybodyWhoSeesItIsToldAndNobodyElse() {
    chat(ann, ben);
    ann.rest().put("/stories/mutes/" + cat.id(), Map.of());
    chat(ann, cat);
    try (Device anns = ann.device();
        Device bens = ben.device();
        Device cats = cat.device()) {
      Story story = say(ann, "look");
      assertEquals(story.id(), anns.await(ServerEvent.StoryAdded.class).story().id());
      ServerEvent.StoryAdded told = bens.await(ServerEvent.StoryAdded.class);
      assertEquals("ann", told.author().username());
      assertNull(told.story().seen());
      cats.await(ServerEvent.StoryAdded.class);
      say(cat, "ann does not want to know");
      say(ben, "only ann and ben");
      anns.await(ServerEvent.StoryAdded.class, 2);
      assertEquals(
          List.of("ann", "ben"),
          anns.all(ServerEvent.StoryAdded.class).stream()
              .map(event -> event.author().username())
              .toList());
      assertEquals(204, ann.rest().delete("/stories/" + story.id()).status());
      assertEquals(story.id(), bens.await(ServerEvent.StoryRemoved.class).storyId());
      assertEquals(404, ann.rest().delete("/stories/" + story.id()).status());
    }
  }

  @Test
  void onlyItsAuthorTakesItBack() {
    chat(ann, ben);
    Story story = say(ann, "look");
    assertEquals(403, ben.rest().delete("/stories/" + story.id()).status());
    assertEquals(404, cat.rest().delete("/stories/" + story.id()).status());
    assertEquals(200, status(ben, story));
  }

  @Test
  void aPictureIsSeenByThoseWhoSeeTheStoryAndGoesWithIt() throws IOException {
    chat(ann, ben);
    String picture = Uploads.send(ann.rest(), "lamp.jpg", Samples.image("jpg", 60, 40));
    Story story = post(ann, Map.of("text", "found it", "attachmentId", picture));
    assertEquals(Story.Type.IMAGE, story.type());
    assertEquals("image", Objects.requireNonNull(story.attachment()).kind());
    String info = "/attachments/" + picture + "/info";
    assertEquals(200, ben.rest().get(info).status());
    assertEquals(200, ann.rest().get(info).status());
    assertEquals(404, cat.rest().get(info).status());
    assertTrue(blobs() > 0);

    clock.advance(Duration.ofHours(24));
    assertEquals(404, ben.rest().get(info).status(), "gone at once, swept or not");
    assertEquals(404, status(ann, story));
    assertEquals(List.of(), authors(ann));
    assertEquals(List.of(), authors(ben));
    relay.sweep();
    assertEquals(404, ann.rest().get(info).status());
    assertEquals(0, blobs());
  }

  private long blobs() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("blobs"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void aVideoIsAStoryOfAMinuteAtMostAndItsPosterGoesWithIt() throws Exception {
    chat(ann, ben);
    String video = Uploads.send(ann.rest(), "tour.mp4", Samples.mp4(320, 180, 60_400));
    HttpResponse<String> poster =
        ann.rest()
            .http()
            .send(
                HttpRequest.newBuilder(
                        URI.create(relay.address() + "/api/v1/attachments/" + video + "/thumb"))
                    .header("Authorization", "Bearer " + ann.token())
                    .header("Content-Type", "image/jpeg")
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(Samples.image("jpg", 64, 36)))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(200, poster.statusCode(), poster.body());
    Story story = post(ann, Map.of("attachmentId", video));
    assertEquals(Story.Type.VIDEO, story.type());
    Story seen = seenBy(ben).getFirst().stories().getFirst();
    assertEquals(Story.Type.VIDEO, seen.type());
    assertEquals(60_400L, Objects.requireNonNull(seen.attachment()).durationMs());
    assertEquals("/api/v1/attachments/" + video + "/thumb", seen.attachment().thumbUrl());
    String info = "/attachments/" + video + "/info";
    assertEquals(200, ben.rest().get(info).status());
    assertEquals(404, cat.rest().get(info).status());
    assertEquals(2, blobs(), "the video and its poster");
    for (byte[] other : List.of(Samples.mp4(320, 180, 62_000), Samples.wav(900))) {
      String refused = Uploads.send(ann.rest(), "other.mp4", other);
      assertEquals(422, ann.rest().post("/stories", Map.of("attachmentId", refused)).status());
    }
    clock.advance(Duration.ofHours(25));
    assertEquals(404, ben.rest().get(info).status());
    relay.sweep();
    assertEquals(404, ann.rest().get(info).status());
    assertEquals(0, blobs());
  }

  @Test
  void aPictureThatAMessageShowsTooOutlivesTheStory() throws IOException {
    Conversation direct = chat(ann, ben);
    String picture = Uploads.send(ann.rest(), "lamp.jpg", Samples.image("jpg", 60, 40));
    post(ann, Map.of("attachmentId", picture));
    ann.rest()
        .post(
            "/conversations/" + direct.id() + "/messages",
            new Message.Send(
                null, Ids.newId(), Message.Type.IMAGE, null, null, List.of(picture), null));
    clock.advance(Duration.ofHours(25));
    relay.sweep();
    assertEquals(200, ben.rest().get("/attachments/" + picture + "/info").status());
    assertTrue(blobs() > 0);
  }

  @Test
  void whatIsNoStoryIsRefused() {
    String file =
        Uploads.send(
            ann.rest(), "a.txt", "words".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String bens = Uploads.send(ben.rest(), "b.jpg", Samples.image("jpg", 20, 20));
    List<Map<String, Object>> bad =
        List.of(
            Map.of(),
            Map.of("text", "  "),
            Map.of("text", "x".repeat(701)),
            Map.of("text", "x", "background", "blue"),
            Map.of("attachmentId", "nothing"),
            Map.of("attachmentId", Ids.newId()),
            Map.of("attachmentId", file),
            Map.of("attachmentId", bens),
            Map.of("text", "x", "clientId", " "));
    for (Map<String, Object> story : bad) {
      assertEquals(422, ann.rest().post("/stories", story).status(), story::toString);
    }
    assertEquals(
        401, new dev.windowshop.relay.chat.RestClient(relay.address()).get("/stories").status());
    assertEquals(List.of(), authors(ann));
  }

  @Test
  void aStoryThatIsSentAgainIsThereOnce() {
    Map<String, Object> story = Map.of("text", "hi", "background", "#AABBCC", "clientId", "c1");
    Story first = post(ann, story);
    assertEquals("#aabbcc", first.background());
    Answer again = ann.rest().post("/stories", story);
    assertEquals(200, again.status());
    assertEquals(first.id(), again.as(Story.class).id());
    assertEquals(1, seenBy(ann).getFirst().stories().size());
    assertEquals(409, ann.rest().post("/stories", Map.of("text", "ho", "clientId", "c1")).status());
    post(ben, story);
  }

  @Test
  void anAnswerToAStoryNamesItAndKeepsNothingOfIt() {
    Conversation direct = chat(ann, ben);
    chat(ben, cat);
    Story story = say(ann, "the words of the story");
    Message answer = reply(ben, direct, story.id()).as(Message.class);
    JsonNode quoted = Objects.requireNonNull(answer.metadata()).path("story");
    assertEquals(story.id(), quoted.path("id").asText());
    assertEquals(ann.id(), quoted.path("authorId").asText());
    assertEquals("text", quoted.path("type").asText());
    assertFalse(answer.metadata().toString().contains("words"));
    assertEquals(422, reply(ben, ben.direct(cat), story.id()).status(), "to somebody else");
    assertEquals(422, reply(cat, cat.direct(ben), story.id()).status(), "who does not see it");
    assertEquals(422, reply(ann, direct, story.id()).status(), "to oneself");
    assertEquals(422, reply(ben, direct, "no id").status());
    clock.advance(Duration.ofHours(25));
    assertEquals(422, reply(ben, direct, story.id()).status(), "it is over");
  }

  private static Answer reply(Person from, Conversation to, String storyId) {
    return from.rest()
        .post(
            "/conversations/" + to.id() + "/messages",
            new Message.Send(
                null,
                Ids.newId(),
                Message.Type.TEXT,
                "nice",
                null,
                null,
                Json.tree(Map.of("story", Map.of("id", storyId)))));
  }

  @Test
  void aModeratorHidesAReportedStory() {
    chat(ann, ben);
    Story story = say(ann, "buy my watches");
    Map<String, Object> report = Map.of("kind", "story", "targetId", story.id(), "reason", "spam");
    assertEquals(404, cat.rest().post("/reports", report).status());
    Answer filed = ben.rest().post("/reports", report);
    assertEquals(201, filed.status(), () -> filed.body().toString());
    assertEquals(0, new Commands(data).run("user", "promote", "cat", "--role", "moderator").code());
    JsonNode queue = cat.rest().get("/moderation/reports").body().path("items");
    assertEquals("buy my watches", queue.get(0).path("snapshot").path("text").asText());
    try (Device bens = ben.device()) {
      String resolve = "/moderation/reports/" + queue.get(0).path("id").asText() + "/resolve";
      assertEquals(200, cat.rest().post(resolve, Map.of("action", "hide")).status());
      bens.await(ServerEvent.StoryRemoved.class, event -> event.storyId().equals(story.id()));
    }
    assertEquals(404, status(ben, story));
    assertEquals(404, status(ann, story));
    String unhide = "/moderation/stories/" + story.id() + "/unhide";
    assertEquals(403, ben.rest().post(unhide, Map.of("note", "me")).status());
    assertEquals(204, cat.rest().post(unhide, Map.of("note", "a mistake")).status());
    assertEquals(200, status(ben, story));
  }

  @Test
  void storiesGoWithTheAccount() {
    chat(ann, ben);
    Story story = say(ann, "look");
    try (Device bens = ben.device()) {
      assertEquals(
          204,
          new dev.windowshop.relay.testing.Web(relay.address())
              .token(ann.token())
              .send("DELETE", "/me", "{\"password\":\"correct horse battery\"}")
              .status());
      bens.await(ServerEvent.StoryRemoved.class, event -> event.storyId().equals(story.id()));
    }
    assertEquals(404, status(ben, story));
    assertEquals(List.of(), authors(ben));
  }
}
