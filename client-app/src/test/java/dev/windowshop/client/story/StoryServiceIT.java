package dev.windowshop.client.story;

import static dev.windowshop.client.app.TestClient.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.windowshop.client.app.Services;
import dev.windowshop.client.chat.OpenConversation;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.video.VideoSamples;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Story;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Statuses between two whole clients.
class StoryServiceIT {
  @TempDir static Path folder;

  private static Relay relay;
  private static Services ana;
  private static Services ben;
  private static String anasId;
  private static String bensId;
  private static String conversation;

  @BeforeAll
  static void start() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    ana = open("ana");
    ben = open("ben");
    anasId = signUp(ana, "ana");
    bensId = signUp(ben, "ben");
    conversation = ana.chat().openDirect(bensId).join();
    ana.chat().send(conversation, "Hello").join();
    await(
        ben.chat().conversations(), all -> !all.isEmpty() && all.getFirst().lastMessage() != null);
  }

  @AfterAll
  static void stop() {
    ana.close();
    ben.close();
    relay.close();
  }

  private static Services open(String name) {
    Services services =
        Services.open(
            Profile.in(name, folder.resolve(name + "/data"), folder.resolve(name + "/cache")),
            RelayAddress.of(relay.address(), false),
            SoundAccess.TONE,
            LocalSources.demo(7));
    services.core().start();
    return services;
  }

  private static String signUp(Services services, String name) {
    String id =
        services
            .core()
            .account()
            .signUp(name + "@example.org", name, "correct horse battery", name)
            .join()
            .id();
    await(services.core().socket().state(), ConnectionState.Online.class::isInstance);
    return id;
  }

  private static Optional<Story> find(Stories.Shown shown, String text) {
    return shown.groups().stream()
        .flatMap(group -> group.stories().stream())
        .filter(story -> text.equals(story.text()))
        .findFirst();
  }

  private static Story awaitStory(Services services, String text) {
    return find(await(services.stories().shown(), now -> find(now, text).isPresent()), text)
        .orElseThrow();
  }

  @Test
  void aVideoIsFetchedByItsViewerAndGoneFromBothWithItsStatus() throws IOException {
    Path clip = VideoSamples.clip(folder);
    ana.stories().post(new NewStory("A tour", null, clip)).join();
    Story atBens = awaitStory(ben, "A tour");
    assertEquals(Story.Type.VIDEO, atBens.type());
    assertEquals(4_000L, Objects.requireNonNull(atBens.attachment()).durationMs());
    Path file = ben.stories().video(atBens).join();
    assertEquals(-1, Files.mismatch(clip, file));
    assertEquals(file, ben.stories().video(atBens).join());
    ben.stories().answer(atBens, "Lovely").join();
    try (OpenConversation anas = ana.chat().open(conversation)) {
      Message answer =
          await(
                  anas.state(),
                  state ->
                      state.messages().stream().anyMatch(one -> "Lovely".equals(one.content())))
              .messages()
              .stream()
              .filter(one -> "Lovely".equals(one.content()))
              .findFirst()
              .orElseThrow();
      assertNotNull(answer.metadata());
      assertEquals("video", answer.metadata().path("story").path("type").asText());
    }
    Story own = awaitStory(ana, "A tour");
    ana.stories().remove(own.id());
    await(ben.stories().shown(), now -> find(now, "A tour").isEmpty());
    assertFalse(Files.exists(file), "gone with its status");
    try (Stream<Path> left = Files.walk(folder.resolve("ana"))) {
      assertEquals(
          List.of(),
          left.filter(one -> String.valueOf(one.getParent()).endsWith("stories")).toList(),
          "nothing waits to be posted");
    }
  }

  @Test
  void aStatusIsSeenAnsweredAndTakenBack() {
    ana.stories().post(new NewStory("At the market", "#1d4ed8", null)).join();
    Story atBens = awaitStory(ben, "At the market");
    assertEquals("#1d4ed8", atBens.background());
    assertEquals(Boolean.FALSE, Boolean.TRUE.equals(atBens.seen()));
    await(
        ana.stories().shown(),
        now -> now.waiting().isEmpty() && find(now, "At the market").isPresent());

    ben.stories().seen(atBens);
    await(
        ben.stories().shown(),
        now -> Boolean.TRUE.equals(find(now, "At the market").orElseThrow().seen()));
    await(
        ana.stories().shown(),
        now -> Objects.equals(find(now, "At the market").orElseThrow().views(), 1));
    List<Story.Viewer> viewers = ana.stories().viewers(atBens.id()).join();
    assertEquals(List.of(bensId), viewers.stream().map(one -> one.user().id()).toList());

    ben.stories().answer(atBens, "Bring me some figs").join();
    try (OpenConversation anas = ana.chat().open(conversation)) {
      Message answer =
          await(
                  anas.state(),
                  state ->
                      state.messages().stream()
                          .anyMatch(one -> "Bring me some figs".equals(one.content())))
              .messages()
              .getLast();
      assertNotNull(answer.metadata());
      assertEquals(atBens.id(), answer.metadata().path("story").path("id").asText());
      assertEquals(anasId, answer.metadata().path("story").path("authorId").asText());
    }

    ana.stories().remove(atBens.id());
    await(ana.stories().shown(), now -> find(now, "At the market").isEmpty());
    await(ben.stories().shown(), now -> find(now, "At the market").isEmpty());
  }

  @Test
  void aPictureIsPostedAndLeavesThePictureCacheWithTheStatus() throws IOException {
    Path file = folder.resolve("p.png");
    ImageIO.write(new BufferedImage(40, 60, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    ana.stories().post(new NewStory("Look", null, file)).join();
    Story story = awaitStory(ben, "Look");
    String url = StoryPictures.url(story);
    ben.store().images().load(Objects.requireNonNull(url)).join();
    assertFalse(pictures(ben).isEmpty());

    ana.stories().remove(story.id());
    await(ben.stories().shown(), now -> find(now, "Look").isEmpty());
    ben.core().workers().io().submit(() -> {});
    Instant deadline = Instant.now().plusSeconds(30);
    while (!pictures(ben).isEmpty() && Instant.now().isBefore(deadline)) {
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
    assertEquals(List.of(), pictures(ben));
  }

  private static List<Path> pictures(Services services) throws IOException {
    if (!Files.isDirectory(services.core().pictures())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(services.core().pictures())) {
      return all.toList();
    }
  }

  @Test
  void aMutedPersonComesLastOnAllDevices() {
    ana.stories().post(new NewStory("Muted soon", null, null)).join();
    awaitStory(ben, "Muted soon");
    ben.stories().mute(anasId, true);
    await(ben.stories().shown(), now -> group(now, anasId).muted());
    // The relay knows it, too: another device would be told so.
    Instant deadline = Instant.now().plusSeconds(30);
    while (!listed(ben).muted() && Instant.now().isBefore(deadline)) {
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
    assertEquals(true, listed(ben).muted());
    ben.stories().mute(anasId, false);
    await(ben.stories().shown(), now -> !group(now, anasId).muted());
  }

  private static Story.Group listed(Services services) {
    return services
        .core()
        .relay()
        .get(
            "/stories",
            new com.fasterxml.jackson.core.type.TypeReference<
                dev.windowshop.protocol.Page<Story.Group>>() {})
        .items()
        .stream()
        .filter(group -> group.author().id().equals(anasId))
        .findFirst()
        .orElseThrow();
  }

  private static Story.Group group(Stories.Shown shown, String authorId) {
    return shown.groups().stream()
        .filter(group -> group.author().id().equals(authorId))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTheRelayDoesNotWantSaysWhyAndCanBeGivenUp() throws IOException {
    Path file = folder.resolve("no-picture.png");
    Files.writeString(file, "this is no picture");
    ana.stories().post(new NewStory("Broken", null, file)).join();
    WaitingStory waiting =
        await(
                ana.stories().shown(),
                now -> now.waiting().stream().anyMatch(one -> one.problem() != null))
            .waiting()
            .getFirst();
    assertNotNull(waiting.problem());
    ana.stories().discard(waiting.clientId());
    await(ana.stories().shown(), now -> now.waiting().isEmpty());
  }

  /// A machine whose clock is a day and an hour ahead of the cache's last look sees nothing that is
  /// over, with no relay to tell it.
  @Test
  void whatIsOverIsGoneFromTheCacheWithoutTheRelay() {
    ana.stories().post(new NewStory("For a day", null, null)).join();
    Story story = awaitStory(ana, "For a day");
    List<String> forgotten = new CopyOnWriteArrayList<>();
    InstantSource later = () -> Instant.now().plus(Duration.ofHours(25));
    try (StoryService other =
        new StoryService(
            ana.core().database(),
            ana.core().relay(),
            new dev.windowshop.client.net.SocketClient(
                ana.core().relay(),
                new dev.windowshop.client.net.HttpExchange(),
                ana.core().workers()),
            ana.core().account(),
            ana.core().workers(),
            folder.resolve("other"),
            (one, text) -> java.util.concurrent.CompletableFuture.completedFuture(null),
            dev.windowshop.client.video.Posters.NONE,
            later)) {
      other.onGone(forgotten::add);
      await(other.shown(), now -> anasId.equals(now.ownId()) && now.groups().isEmpty());
      String owner = anasId;
      assertNull(
          ana.core()
              .database()
              .read(connection ->
                  Optional.ofNullable(new StoryStore().find(connection, owner, story.id())))
              .orElse(null));
    }
  }
}
