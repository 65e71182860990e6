package dev.windowshop.client.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class VideoPlayViewTest extends ApplicationTest {
  @TempDir Path folder;

  private final ExecutorService cpu = Executors.newSingleThreadExecutor();
  private final VideoDesk desk = new VideoDesk(cpu);
  private StackPane root;

  @Override
  public void start(Stage stage) {
    root = new StackPane();
    stage.setScene(new Scene(root, 320, 240));
    stage.show();
  }

  @BeforeEach
  void decoder() {
    VideoSamples.assumeDecoder();
  }

  @AfterEach
  void end() {
    interact(desk::close);
    cpu.shutdown();
  }

  @Test
  void aVideoGetsAPosterOfWhatItShows() throws Exception {
    PosterService posters = new PosterService(cpu);
    Path clip = VideoSamples.clip(folder);
    // As the copies of what waits to be sent are called.
    Path unnamed = Files.copy(clip, folder.resolve("0"));
    Path upright = VideoSamples.upright(folder);
    Poster poster = posters.of(clip).get(30, TimeUnit.SECONDS).orElseThrow();
    assertEquals(160, poster.width());
    assertEquals(90, poster.height());
    assertYellow(poster, 30, 30);
    assertYellow(posters.of(unnamed).get(30, TimeUnit.SECONDS).orElseThrow(), 30, 30);
    posters.copied(clip, folder.resolve("copy"));
    assertSame(poster, posters.of(folder.resolve("copy")).get(30, TimeUnit.SECONDS).orElseThrow());

    // With sound, on machines that have nothing to hear it with as on others; turned upright.
    Poster turned = posters.of(upright).get(60, TimeUnit.SECONDS).orElseThrow();
    assertEquals(90, turned.width());
    assertEquals(160, turned.height());
    assertYellow(turned, 60, 30);

    assertEquals(
        Optional.empty(), posters.of(VideoSamples.broken(folder)).get(30, TimeUnit.SECONDS));
    assertEquals(
        Optional.empty(), posters.of(folder.resolve("missing.mp4")).get(30, TimeUnit.SECONDS));
  }

  @Test
  void itPlaysStopsAndGoesOn() throws Exception {
    Playback playback = play("one", VideoSamples.clip(folder));
    VideoScreen screen = shown(playback);
    await(() -> playback.millis().get() > 200);
    assertEquals(4000, playback.length().get(), 100);
    assertTrue(playback.playing());
    interact(playback::pause);
    assertEquals(Playback.Phase.PAUSED, playback.phase().get());
    interact(() -> playback.seek(3_600));
    assertEquals(3_600, playback.millis().get());
    interact(playback::play);
    await(() -> playback.phase().get() == Playback.Phase.ENDED);
    interact(playback::toggle);
    await(
        () -> playback.playing() && playback.millis().get() > 0 && playback.millis().get() < 3_000);

    Playback other = play("two", VideoSamples.clip(folder));
    assertEquals(Playback.Phase.CLOSED, playback.phase().get(), "one at a time");
    assertNull(desk.running("one"));
    assertSame(other, desk.running("two"));
    interact(screen::clear);
    await(other::playing);
    interact(desk::close);
    assertEquals(Playback.Phase.CLOSED, other.phase().get());
  }

  @Test
  void whatCantBeDecodedFails() throws Exception {
    Playback broken = play("broken", VideoSamples.broken(folder));
    await(() -> broken.phase().get() == Playback.Phase.FAILED);
    Path text = Files.writeString(folder.resolve("text.mp4"), "no video ".repeat(100));
    Playback none = play("text", text);
    await(() -> none.phase().get() == Playback.Phase.FAILED);
    assertFalse(none.isOpen());
  }

  private VideoScreen shown(Playback playback) throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () -> {
              VideoScreen made = new VideoScreen(playback, 10, () -> {}, false);
              root.getChildren().setAll(made);
              return made;
            })
        .get(30, TimeUnit.SECONDS);
  }

  private Playback play(String key, Path file) throws Exception {
    return WaitForAsyncUtils.asyncFx(() -> desk.play(key, file)).get(30, TimeUnit.SECONDS);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
  }

  private static void assertYellow(Poster poster, int x, int y) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(poster.jpeg()));
    int colour = image.getRGB(x, y);
    String seen = Integer.toHexString(colour);
    assertTrue((colour >> 16 & 0xFF) > 200, seen);
    assertTrue((colour >> 8 & 0xFF) > 200, seen);
    assertTrue((colour & 0xFF) < 90, seen);
  }
}
