package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// With no other window: the large one is not needed for it.
class QuickReplyWindowViewTest extends ApplicationTest {
  private final FakeChats chats = new FakeChats();
  private final List<String> opened = new ArrayList<>();
  private QuickReplyWindow quick;

  @Override
  public void start(Stage stage) {
    Theme theme = new Theme(ThemeMode.LIGHT, List.of("/dev/windowshop/client/chat/chat.css"));
    Pictures none = new Pictures(_ -> new CompletableFuture<>(), Runnable::run, FxThread::run);
    quick = new QuickReplyWindow(chats, none, theme, opened::add, Runnable::run);
    put("chat", "Ben Okafor", 2, "are you coming?", "we are **here**");
    put("other", "Cl\u00E9o Martin", 0, "hello");
  }

  private void put(String id, String name, int unread, String... texts) {
    List<Message> messages = new ArrayList<>();
    for (String text : texts) {
      messages.add(Samples.message(messages.size() + 1, Samples.BEN, Samples.NOON, text));
    }
    chats.put(
        new OpenConversation.State(
            Samples.conversation(
                id,
                ConversationKind.DIRECT,
                name,
                null,
                List.of(
                    Samples.participant(Samples.ANA, 0, 0), Samples.participant(Samples.BEN, 0, 0)),
                null,
                unread),
            messages,
            List.of(),
            true));
  }

  @AfterEach
  void end() {
    interact(quick::close);
  }

  @Test
  void theEndIsReadAndAnsweredInAWindowOfItsOwn() throws Exception {
    interact(() -> quick.show("other"));
    await(() -> titles().equals(List.of("Cl\u00E9o Martin")));
    assertTrue(chats.read.isEmpty(), "nothing waits there");
    interact(() -> quick.show("chat"));
    await(() -> titles().equals(List.of("Ben Okafor")));
    assertEquals(List.of("are you coming?", "we are here"), texts());
    // What stands in a window in front was read.
    await(() -> chats.read.contains("chat"));
    interact(() -> quick.show("chat"));
    assertEquals(1, titles().size(), "one is enough");

    TextField field = lookup(".quick-field").query();
    assertTrue(field.isFocused());
    press(KeyCode.ENTER).release(KeyCode.ENTER);
    assertEquals(List.of(), chats.sent, "nothing is no answer");
    interact(() -> field.setText("in ten minutes"));
    press(KeyCode.ENTER).release(KeyCode.ENTER);
    await(() -> titles().isEmpty());
    assertEquals(List.of("in ten minutes"), chats.sent);

    interact(() -> quick.show("other"));
    await(() -> titles().size() == 1);
    press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    await(() -> titles().isEmpty());
    interact(() -> quick.show("other"));
    await(() -> titles().size() == 1);
    interact(() -> lookup("Open").queryButton().fire());
    await(() -> titles().isEmpty());
    assertEquals(List.of("other"), opened);
  }

  private List<String> texts() {
    return lookup(".quick-lines .bubble-text").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  /// Of the windows that show.
  private static List<String> titles() throws Exception {
    return WaitForAsyncUtils.asyncFx(() ->
            Window.getWindows().stream()
                .filter(window -> window instanceof Stage stage && stage.getTitle() != null)
                .map(window -> ((Stage) window).getTitle())
                .toList())
        .get(30, TimeUnit.SECONDS);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
  }
}
