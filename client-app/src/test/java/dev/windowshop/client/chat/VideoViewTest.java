package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.client.video.Playback;
import dev.windowshop.client.video.VideoSamples;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class VideoViewTest extends ApplicationTest {
  private static final String ID = "video1";

  @TempDir Path folder;

  private final FakeChats chats = new FakeChats();
  private final ChatContext context = ChatDockViewTest.context(chats, new ArrayList<>());
  private ChatDock dock;

  @Override
  public void start(Stage stage) {
    chats.put(state("video/mp4", List.of()));
    dock = new ChatDock(context);
    Scene scene = new Scene((javafx.scene.Parent) dock.node(), 380, 700);
    new Theme(ThemeMode.LIGHT, List.of("/dev/windowshop/client/chat/chat.css")).install(scene);
    stage.setScene(scene);
    stage.show();
    dock.activate();
    dock.showConversation("chat");
  }

  @BeforeEach
  void decoder() {
    VideoSamples.assumeDecoder();
    chats.files.file = VideoSamples.clip(folder);
  }

  @Test
  void itPlaysInItsMessageForAsLongAsItIsInSight() throws Exception {
    await(() -> tile().isVisible());
    assertEquals("Play the video clip.mp4, 0:04", tile().getAccessibleText());
    interact(() -> tile().fire());
    Playback playback = begun();
    await(() -> playback.millis().get() > 100);
    assertTrue(lookup(".video-screen").tryQuery().isPresent());

    // A reaction makes the line anew: the video goes on in it, and the keyboard stays with it.
    interact(() -> lookup(".video-screen").query().requestFocus());
    interact(() ->
        chats.put(state("video/mp4", List.of(new Message.Reaction("\u2764", List.of("ben"))))));
    await(() -> lookup(".reaction").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
    assertSame(playback, context.media().videos().running(ID));
    assertTrue(playback.playing());
    assertTrue(lookup(".video-screen").tryQuery().isPresent());

    press(KeyCode.SPACE).release(KeyCode.SPACE);
    await(() -> playback.phase().get() == Playback.Phase.PAUSED);
    press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    await(() -> playback.phase().get() == Playback.Phase.CLOSED);
    assertTrue(tile().isVisible(), "the conversation is still open");

    interact(() -> tile().fire());
    Playback second = begun();
    interact(() -> dock.showList());
    await(() -> second.phase().get() == Playback.Phase.CLOSED);

    interact(() -> dock.showConversation("chat"));
    await(() -> lookup(".video .picture-button").tryQuery().isPresent());
    interact(() -> tile().fire());
    Playback third = begun();
    interact(dock::deactivate);
    await(() -> third.phase().get() == Playback.Phase.CLOSED);
    assertEquals(List.of(), chats.files.opened);
  }

  @Test
  void whatCantBeDecodedOpensOutside() throws Exception {
    await(() -> tile().isVisible());
    chats.files.file = VideoSamples.broken(folder);
    interact(() -> tile().fire());
    await(() -> chats.files.opened.contains("open clip.mp4"));
    SampleMedia.NoNotices notices = (SampleMedia.NoNotices) context.notices();
    assertEquals(
        List.of("This machine can\u2019t play this video here: it opens in your player."),
        notices.said);
    interact(() -> tile().fire());
    await(() -> chats.files.opened.size() == 2);
    assertEquals(1, notices.said.size(), "said once");

    interact(() -> chats.put(state("video/webm", List.of())));
    await(() ->
        lookup(".file-size").queryAllAs(javafx.scene.control.Label.class).stream()
            .anyMatch(label -> label.getText().endsWith("opens in your player")));
    interact(() -> tile().fire());
    await(() -> chats.files.opened.size() == 3);
    assertFalse(lookup(".video-screen").tryQuery().isPresent());
  }

  private Playback begun() throws Exception {
    await(() -> running() != null && Objects.requireNonNull(running()).playing());
    return Objects.requireNonNull(running());
  }

  private @Nullable Playback running() {
    return context.media().videos().running(ID);
  }

  private Button tile() {
    return lookup(".video .picture-button").queryButton();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
  }

  private static OpenConversation.State state(String mime, List<Message.Reaction> reactions) {
    Message plain =
        Samples.message(
            1, Samples.BEN, Samples.NOON.minusSeconds(600), Message.Type.VIDEO, "Look", null);
    Attachment video = new Attachment(ID, "video", "clip.mp4", mime, 2_998, 160, 90, 4_000L, null);
    Message message =
        new Message(
            plain.id(),
            plain.conversationId(),
            plain.seq(),
            plain.change(),
            plain.clientId(),
            plain.sender(),
            plain.type(),
            plain.content(),
            null,
            List.of(video),
            null,
            reactions,
            plain.createdAt(),
            null,
            null);
    return new OpenConversation.State(
        Samples.conversation(
            "chat",
            ConversationKind.DIRECT,
            "Ben Okafor",
            null,
            List.of(Samples.participant(Samples.ANA, 1, 1), Samples.participant(Samples.BEN, 1, 1)),
            message,
            0),
        List.of(message),
        List.of(),
        true);
  }
}
