package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.media.frames.FrameReader;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A real screen and real windows, captured by a media process and seen by another one, told by
/// their colours.
@EnabledOnOs(OS.LINUX)
final class ScreenShareIT {
  private static final Color GROUND = new Color(200, 180, 40);
  private static final Color RED = new Color(190, 40, 50);
  private static final Color GREEN = new Color(40, 150, 70);
  private static final Color BLUE = new Color(40, 70, 190);

  @TempDir Path folder;

  private VirtualDisplay display;
  private PlainWindows windows;
  private Relay relay;
  private Caller anna;
  private Caller ben;

  @BeforeEach
  void meet() throws Exception {
    assumeTrue(VirtualDisplay.isInstalled(), "Xvfb is not installed");
    display = new VirtualDisplay(1280, 720);
    windows = new PlainWindows(display);
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    anna =
        Caller.inGroup(
            folder,
            relay.address(),
            "anna",
            7,
            SoundAccess.TONE,
            Map.of("DISPLAY", display.name()));
    ben = Caller.inGroup(folder, relay.address(), "ben", 9, SoundAccess.LISTENING);
    String conversation =
        anna.client()
            .core()
            .relay()
            .post("/conversations", Conversation.Create.direct(ben.userId()), Conversation.class)
            .id();
    anna.service().call(conversation, Call.Media.VIDEO);
    ben.await(CallState.Incoming.class);
    ben.service().accept(true);
  }

  @AfterEach
  void part() throws Exception {
    if (display == null) {
      return;
    }
    if (anna != null) {
      anna.close();
    }
    if (ben != null) {
      ben.close();
    }
    if (relay != null) {
      relay.close();
    }
    windows.close();
    display.close();
  }

  @Test
  void aScreenAndAWindowAreSeenAsTheyAreUntilTheWindowIsShut() throws Exception {
    int ground = windows.open("Ground", 0, 0, 1280, 720, GROUND);
    int list = windows.open("Shopping list", 100, 80, 402, 301, RED);
    windows.open("Covering it", 60, 60, 500, 400, BLUE);
    ben.awaitPicturesOf(anna, 3);

    anna.service().lookForScreens();
    List<Shareable> found =
        TestClient.await(
            anna.service().screens(),
            all -> all.size() == 4 && all.stream().allMatch(one -> one.picture() != null));
    assertEquals(ScreenSource.Kind.SCREEN, found.getFirst().source().kind());
    assertColour(GROUND, found, "Ground");
    assertColour(RED, found, "Shopping list");
    assertColour(BLUE, found, "Covering it");

    // The whole screen.
    share(found.getFirst().source());
    ben.awaitScreenOf(anna, GROUND);
    windows.paint(ground, GREEN);
    ben.awaitScreenOf(anna, GREEN);
    ben.awaitPicturesOf(anna, 2);

    // Each picture has its own figures, at both ends.
    awaitFigures(anna, stats -> isCamera(stats.sent()) && isScreen(stats.sentScreen()));
    awaitFigures(ben, stats -> isCamera(stats.received()) && isScreen(stats.receivedScreen()));

    // Straight from that to a window, which is seen although another one covers it.
    ScreenSource window = named(found, "Shopping list").source();
    share(window);
    ben.awaitScreenOf(anna, RED);
    windows.unmap(list);
    windows.paint(list, BLUE);
    windows.map(list);
    windows.paint(list, BLUE);
    ben.awaitScreenOf(anna, BLUE);

    anna.service().share(null);
    awaitSharing(null);
    awaitNoScreen();
    awaitFigures(anna, stats -> isCamera(stats.sent()) && stats.sentScreen().width() == 0);
    awaitFigures(ben, stats -> isCamera(stats.received()) && stats.receivedScreen().width() == 0);

    share(window);
    ben.awaitScreenOf(anna, BLUE);
    windows.shut(list);
    awaitSharing(null);
    awaitNoScreen();

    // The call goes on as it was, in the same media processes.
    ben.lookAway();
    ben.awaitPicturesOf(anna, 3);
    anna.awaitPicturesOf(ben, 3);
    CallState.Active active = anna.await(CallState.Active.class);
    assertEquals(1, active.room().session());
    assertTrue(active.room().local().cameraOn());
  }

  /// At whatever size this machine has time for.
  private static boolean isCamera(MediaEvent.Flow flow) {
    return isThere(flow) && flow.height() < 720;
  }

  private static boolean isScreen(MediaEvent.Flow flow) {
    return isThere(flow) && flow.height() == 720;
  }

  private static boolean isThere(MediaEvent.Flow flow) {
    return flow.height() > 0 && flow.kbps() > 0 && !flow.codec().isEmpty();
  }

  private static void awaitFigures(Caller caller, Predicate<MediaEvent.Stats> are) {
    caller.await(
        CallState.Active.class,
        active -> {
          MediaEvent.Stats stats = active.room().peers().getFirst().signs().stats();
          return stats != null && are.test(stats);
        });
  }

  private void share(ScreenSource source) {
    anna.service().share(source);
    awaitSharing(source);
  }

  private void awaitSharing(@Nullable ScreenSource source) {
    anna.await(
        CallState.Active.class, active -> Objects.equals(source, active.room().local().sharing()));
  }

  private void awaitNoScreen() {
    ben.await(
        CallState.Active.class,
        active -> active.room().peers().getFirst().signs().screen() == null);
  }

  private static Shareable named(List<Shareable> found, String title) {
    return found.stream()
        .filter(one -> one.source().title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError(title + " is not in " + found));
  }

  private static void assertColour(Color wanted, List<Shareable> found, String title)
      throws IOException {
    Path picture = named(found, title).picture();
    assertNotNull(picture);
    Color[] seen = new Color[1];
    try (FrameReader reader = FrameReader.open(picture)) {
      reader.next(
          (width, height, _, _, bgra) -> seen[0] = PictureWatch.colourAt(width, height, bgra));
    }
    assertNotNull(seen[0], title);
    assertTrue(PictureWatch.isLike(seen[0], wanted), title + " is " + seen[0]);
  }
}
