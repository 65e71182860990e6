package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.protocol.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ChatDockViewTest extends ApplicationTest {
  private final FakeChats chats = new FakeChats();
  private final List<String> calls = new ArrayList<>();
  private ChatDock dock;

  @Override
  public void start(Stage stage) {
    chats.conversations.set(List.of(Samples.listing().conversation()));
    chats.put(Samples.listing());
    dock = new ChatDock(context(chats, calls));
    Scene scene = new Scene((javafx.scene.Parent) dock.node(), 380, 700);
    new Theme(ThemeMode.LIGHT, List.of("/dev/windowshop/client/chat/chat.css")).install(scene);
    stage.setScene(scene);
    stage.show();
  }

  static ChatContext context(FakeChats chats, List<String> calls) {
    return new ChatContext(
        chats,
        new Pictures(
            _ -> CompletableFuture.failedFuture(new IllegalStateException("no pictures")),
            Runnable::run,
            FxThread::run),
        SampleMedia.of(),
        MessageCards.NONE,
        new SampleMedia.NoSheets(),
        new SampleMedia.NoNotices(),
        () -> {},
        _ -> {},
        CallDoor.ringing((id, media) -> calls.add(id + " " + media)),
        _ -> CompletableFuture.completedFuture(List.of()),
        () -> {},
        PeopleDoor.SHUT,
        StoryDoor.SHUT,
        _ -> {},
        FxThread::run);
  }

  @Test
  void aTileOpensItsConversation() {
    clickOn("Nordlicht");
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(lookup(".composer-area").tryQuery().isPresent());
    assertTrue(
        lookup(".bubble-text").queryAll().stream()
            .anyMatch(
                node -> "Perfect, I'll take the smoked one".equals(node.getAccessibleText())));
    assertTrue(lookup(".product-strip").tryQuery().isPresent());
  }

  @Test
  void enterSendsAndShiftEnterBeginsALine() {
    interact(() -> dock.showConversation("chat"));
    clickOn(".composer-area");
    write("one");
    press(KeyCode.SHIFT).press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.SHIFT);
    write("two");
    TextArea area = lookup(".composer-area").query();
    double grown = area.getHeight();
    push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("one\ntwo"), chats.sent);
    assertEquals("", area.getText());
    assertTrue(area.getHeight() < grown, "it shrinks again");
  }

  @Test
  void aDockThatOpensOnAConversationTakesTheKeysThatFollow() {
    interact(() -> {
      dock.node().setVisible(false);
      dock.showConversation("chat");
      dock.node().setVisible(true);
      dock.activate();
    });
    write("hello");
    assertEquals("hello", lookup(".composer-area").<TextArea>query().getText());
  }

  @Test
  void theCallButtonsRing() {
    interact(() -> dock.showConversation("chat"));
    interact(() ->
        lookup(".icon-button").queryAllAs(javafx.scene.control.Button.class).stream()
            .filter(button -> "Call with video".equals(button.getAccessibleText()))
            .findFirst()
            .orElseThrow()
            .fire());
    assertEquals(List.of("chat " + Call.Media.VIDEO), calls);
  }

  @Test
  void aNameBetweenColonsBecomesItsEmoji() {
    interact(() -> dock.showConversation("chat"));
    clickOn(".composer-area");
    write("look :tada:");
    WaitForAsyncUtils.waitForFxEvents();
    TextArea area = lookup(".composer-area").query();
    assertEquals("look \uD83C\uDF89", area.getText());
    push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("look \uD83C\uDF89"), chats.sent);
  }

  @Test
  void changingAMessageIsGivenUpWithEscape() {
    OpenConversation.State state = Samples.listing();
    interact(() -> {
      chats.put(
          new OpenConversation.State(state.conversation(), state.messages(), List.of(), true));
      dock.showConversation("chat");
    });
    interact(() ->
        ((ConversationView) ((javafx.scene.layout.Pane) dock.node()).getChildren().getFirst())
            .model()
            .composer()
            .change(state.messages().getLast()));
    WaitForAsyncUtils.waitForFxEvents();
    TextArea area = lookup(".composer-area").query();
    assertEquals("Perfect, I'll take the smoked one", area.getText());
    assertTrue(lookup("Edit message").tryQuery().isPresent());
    clickOn(".composer-area");
    push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("", area.getText());
  }
}
