package dev.windowshop.client.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.chat.SampleMedia;
import dev.windowshop.client.emoji.EmojiCatalogue;
import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.client.video.Playback;
import dev.windowshop.client.video.Posters;
import dev.windowshop.client.video.VideoDesk;
import dev.windowshop.client.video.VideoSamples;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A video status on the screen.
class StoryVideoViewTest extends ApplicationTest {
  @TempDir Path folder;

  private final FakeStories stories = new FakeStories();
  private final List<Path> outside = new CopyOnWriteArrayList<>();
  private ExecutorService cpu;
  private VideoDesk desk;
  private StoryViewerViewModel model;
  private StoryViewer viewer;

  @Override
  public void start(Stage stage) {
    cpu = Executors.newSingleThreadExecutor();
    desk = new VideoDesk(cpu);
    stories.show(
        List.of(
            FakeStories.group(
                FakeStories.BEN,
                false,
                FakeStories.video("b1", FakeStories.BEN, "v1"),
                FakeStories.words("b2", FakeStories.BEN, "after it", null))));
    StoryContext context =
        new StoryContext(
            stories,
            new Pictures(
                _ -> CompletableFuture.failedFuture(new IllegalStateException("no pictures")),
                Runnable::run,
                FxThread::run),
            new EmojiPictures(EmojiCatalogue.load()),
            new SampleMedia.NoSheets(),
            new SampleMedia.NoNotices(),
            desk,
            Posters.NONE,
            outside::add,
            Platform::runLater);
    model = new StoryViewerViewModel(stories, "ben", null, Platform::runLater);
    viewer = new StoryViewer(model, context, () -> {});
    Scene scene = new Scene(new StackPane(viewer), 600, 700);
    new Theme(ThemeMode.LIGHT, List.of("/dev/windowshop/client/story/story.css")).install(scene);
    stage.setScene(scene);
    stage.show();
    viewer.requestFocus();
  }

  @AfterEach
  void end() {
    interact(() -> {
      viewer.stop();
      desk.close();
    });
    cpu.shutdown();
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
  }

  private String shown() {
    StoryViewerViewModel.Slide slide = model.slide().get();
    return slide == null ? "" : slide.story().id();
  }

  @Test
  void theBarFollowsTheVideoWhichIsHeldAndLeadsOnWhenItIsOver() throws Exception {
    VideoSamples.assumeDecoder();
    stories.file.complete(VideoSamples.clip(folder));
    until(() -> model.progress().get() > 0.02);
    push(KeyCode.SPACE);
    Playback playback = desk.running("story b1");
    assertNotNull(playback);
    until(() -> playback.phase().get() == Playback.Phase.PAUSED);
    assertEquals("b1", shown(), "it waits while it is held");
    push(KeyCode.M);
    until(() -> desk.muted().get());
    push(KeyCode.SPACE);
    until(() -> shown().equals("b2"));
    assertTrue(desk.muted().get(), "the next one is silent, too");
  }

  @Test
  void whatCannotBeDecodedStaysAPosterAndOpensElsewhere() throws Exception {
    Path broken = VideoSamples.broken(folder);
    stories.file.complete(broken);
    until(() -> lookup("Open in your player").tryQuery().isPresent());
    interact(() -> lookup("Open in your player").queryButton().fire());
    until(() -> !outside.isEmpty());
    assertEquals(broken, outside.getFirst());
    // It stays for as long as a picture does.
    until(() -> model.progress().get() > 0 || shown().equals("b2"));
  }
}
