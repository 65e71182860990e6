package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages for later between real clients and a whole relay, whose clock goes three days ahead of
/// this machine's and is moved by the test.
class LaterIT {
  private static final Duration HOUR = Duration.ofHours(1);
  private static volatile Instant relaysTime = Instant.now().plus(Duration.ofDays(3));

  @TempDir static Path folder;

  private static Relay relay;
  private static ChatClient desk;
  private static ChatClient laptop;
  private static ChatClient ben;
  private static String bensId;
  private static String anasId;
  private static String id;

  private static final class MovedClock extends Clock {
    @Override
    public Instant instant() {
      return relaysTime;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static void later(Duration by) {
    relaysTime = relaysTime.plus(by);
  }

  private static RelayConfig config() {
    return RelayConfig.local(folder.resolve("relay"))
        .with(config -> config.clock(new MovedClock()).accessLife(Duration.ofDays(90)));
  }

  @BeforeAll
  static void start() {
    relay = Relay.start(config());
    desk = new ChatClient(folder.resolve("desk"), relay.address());
    laptop = new ChatClient(folder.resolve("laptop"), relay.address());
    ben = new ChatClient(folder.resolve("ben"), relay.address());
    anasId = desk.signUp("ana");
    laptop.core().account().signIn("ana", "correct horse battery").join();
    bensId = ben.signUp("ben");
    for (ChatClient client : List.of(desk, laptop, ben)) {
      online(client);
    }
    id = desk.chat().openDirect(bensId).join();
    ben.awaitConversation(id);
    laptop.awaitConversation(id);
  }

  /// The relay may have gone and come back for another test.
  @BeforeEach
  void gathered() {
    for (ChatClient client : List.of(desk, laptop, ben)) {
      online(client);
    }
  }

  @AfterAll
  static void stop() {
    for (ChatClient client : List.of(desk, laptop, ben)) {
      client.close();
    }
    relay.close();
  }

  private static void online(ChatClient client) {
    TestClient.await(client.chat().connection(), ConnectionState.Online.class::isInstance);
  }

  private static List<LaterMessage> await(
      ChatClient client, Predicate<List<LaterMessage>> condition) {
    return TestClient.await(
            client.chat().later().all(), all -> condition.test(all.getOrDefault(id, List.of())))
        .getOrDefault(id, List.of());
  }

  private static @Nullable LaterMessage with(List<LaterMessage> all, String text) {
    return all.stream().filter(one -> text.equals(one.content())).findFirst().orElse(null);
  }

  private static boolean kept(List<LaterMessage> all, String text) {
    LaterMessage found = with(all, text);
    return found != null && found.id() != null;
  }

  private static void said(ChatClient client, String text) {
    try (OpenConversation open = client.chat().open(id)) {
      TestClient.await(
          open.state(),
          state -> state.messages().stream().anyMatch(one -> text.equals(one.content())));
    }
  }

  private static Instant in(Duration time) {
    return relaysTime.plus(time);
  }

  @Test
  void itGoesOutWithItsFileByTheRelaysClockAndBothDevicesAgree() throws Exception {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "bread");
    desk.chat()
        .later()
        .schedule(id, Draft.of("buy this").with(List.of(OutgoingFile.of(notes))), in(HOUR))
        .join();
    LaterMessage seen = with(await(laptop, all -> kept(all, "buy this")), "buy this");
    assertNotNull(seen);
    assertEquals(1, seen.files());
    await(desk, all -> kept(all, "buy this"));
    laptop.chat().later().edit(seen, "buy that").join();
    LaterMessage edited = with(await(desk, all -> kept(all, "buy that")), "buy that");
    assertNotNull(edited);
    later(HOUR.plusMinutes(1));
    said(ben, "buy that");
    said(laptop, "buy that");
    await(desk, all -> with(all, "buy that") == null);
    await(laptop, all -> with(all, "buy that") == null);
    try (OpenConversation open = ben.chat().open(id)) {
      assertEquals(
          1,
          TestClient.await(
                  open.state(),
                  state ->
                      state.messages().stream().anyMatch(one -> "buy that".equals(one.content())))
              .messages()
              .stream()
              .filter(one -> "buy that".equals(one.content()))
              .findFirst()
              .orElseThrow()
              .attachments()
              .size());
    }
    desk.chat().later().schedule(id, Draft.of("never"), in(HOUR)).join();
    LaterMessage never = with(await(laptop, all -> kept(all, "never")), "never");
    assertNotNull(never);
    laptop.chat().later().cancel(never).join();
    await(desk, all -> with(all, "never") == null);
  }

  @Test
  void aDeviceThatIsAwayUntilItIsForgottenDoesNotShowItAsWaiting() {
    ChatClient away = new ChatClient(folder.resolve("away"), relay.address());
    try {
      away.core().account().signIn("ana", "correct horse battery").join();
      online(away);
      away.awaitConversation(id);
      desk.chat().later().schedule(id, Draft.of("long ago"), in(HOUR)).join();
      await(away, all -> kept(all, "long ago"));
    } finally {
      away.close();
    }
    later(HOUR.plusMinutes(1));
    said(ben, "long ago");
    await(desk, all -> with(all, "long ago") == null);
    later(Duration.ofDays(5));
    relay.sweep();
    desk.chat().later().schedule(id, Draft.of("still to come"), in(HOUR)).join();
    await(desk, all -> kept(all, "still to come"));
    try (ChatClient back = new ChatClient(folder.resolve("away"), relay.address())) {
      await(back, all -> kept(all, "still to come") && with(all, "long ago") == null);
    }
    LaterMessage last = with(await(desk, all -> kept(all, "still to come")), "still to come");
    assertNotNull(last);
    desk.chat().later().cancel(last).join();
  }

  /// A client's own clock is three days behind.
  @Test
  void timesAreOfferedByTheRelaysClock() {
    try (ChatClient fresh = new ChatClient(folder.resolve("fresh"), relay.address())) {
      fresh.signUp("eve");
      online(fresh);
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (off(fresh).compareTo(HOUR) > 0 && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertTrue(off(fresh).compareTo(HOUR) < 0, () -> "off by " + off(fresh));
    }
  }

  private static Duration off(ChatClient client) {
    return Duration.between(client.chat().later().clock().instant(), relaysTime).abs();
  }

  @Test
  void whatIsScheduledWithoutTheRelayIsKeptChangedAndSentWhenItIsLate() {
    int port = URI.create(relay.address()).getPort();
    relay.close();
    TestClient.await(desk.chat().connection(), ConnectionState.Offline.class::isInstance);
    desk.chat().later().schedule(id, Draft.of("lost?"), in(HOUR)).join();
    LaterMessage waiting = with(await(desk, all -> with(all, "lost?") != null), "lost?");
    assertNotNull(waiting);
    assertNull(waiting.id(), "the relay has not been told");
    desk.chat().later().edit(waiting, "not lost").join();
    await(desk, all -> with(all, "not lost") != null);
    later(HOUR.multipliedBy(2));
    relay = Relay.start(config().withPort(port));
    said(ben, "not lost");
    await(desk, all -> with(all, "not lost") == null);
  }

  @Test
  void whatIsRefusedWhenItsTimeComesIsKeptAndItsAuthorHearsOfIt() throws Exception {
    desk.chat().later().schedule(id, Draft.of("unwanted"), in(HOUR)).join();
    await(desk, all -> kept(all, "unwanted"));
    CompletableFuture<String> told = new CompletableFuture<>();
    try (var unused = desk.chat().later().onFailed(one -> told.complete(one.failure()))) {
      ben.core().relay().put("/me/blocks/" + anasId, Map.of());
      later(HOUR.plusMinutes(1));
      LaterMessage failed =
          with(
              await(
                  desk,
                  all -> {
                    LaterMessage one = with(all, "unwanted");
                    return one != null && one.failed();
                  }),
              "unwanted");
      assertNotNull(failed);
      assertNotNull(told.get(30, TimeUnit.SECONDS));
      ben.core().relay().delete("/me/blocks/" + anasId);
      desk.chat().later().sendNow(failed).join();
      said(ben, "unwanted");
      await(desk, all -> with(all, "unwanted") == null);
    }
  }
}
