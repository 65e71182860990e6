package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
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
    dock.showList();
    Scene scene = new Scene((javafx.scene.Parent) dock.node(), 380, 700);
    new Theme(ThemeMode.LIGHT, List.of("/dev/windowshop/client/chat/chat.css")).install(scene);
    stage.setScene(scene);
    stage.show();
  }

  static ChatContext context(FakeChats chats, List<String> calls) {
    return context(chats, calls, new SampleMedia.NoSheets());
  }

  static ChatContext context(FakeChats chats, List<String> calls, Sheets sheets) {
    return new ChatContext(
        chats,
        new Pictures(
            _ -> CompletableFuture.failedFuture(new IllegalStateException("no pictures")),
            Runnable::run,
            FxThread::run),
        SampleMedia.of(),
        MessageCards.NONE,
        sheets,
        new SampleMedia.NoNotices(),
        () -> {},
        _ -> {},
        CallDoor.ringing((id, media) -> calls.add(id + " " + media)),
        _ -> CompletableFuture.completedFuture(List.of()),
        () -> {},
        PeopleDoor.SHUT,
        StoryDoor.SHUT,
        link -> calls.add("link " + link),
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
  void theKeyboardIsLedToTheConversationThatIsShownAndToNoOther() {
    interact(() -> {
      dock.showConversation("chat");
      dock.activate();
      assertFalse(dock.focusComposer("another"));
      assertTrue(dock.focusComposer("chat"));
    });
    assertTrue(lookup(".composer-area").query().isFocused());
    interact(() -> {
      dock.deactivate();
      assertFalse(dock.focusComposer("chat"), "nobody sees it");
      dock.activate();
      dock.showList();
      assertFalse(dock.focusComposer("chat"));
    });
  }

  @Test
  void aLinkInPlaceOfANameIsOpened() {
    interact(() ->
        lookup((Node node) -> "Write to somebody".equals(node.getAccessibleText()))
            .queryButton()
            .fire());
    TextField field = lookup(".new-conversation .text-field").query();
    interact(() -> field.setText("windowshop://call/abcdefgh12 "));
    push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("link windowshop://call/abcdefgh12"), calls);
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
  void whatIsOpenInAWindowThatNobodyLooksAtIsNotRead() throws Exception {
    chats.personals.own.set(Map.of("chat", new Own(true, null, null)));
    interact(() -> {
      dock.setLookedAt(false);
      dock.showConversation("chat");
      dock.activate();
    });
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> !lookup(".bubble-text").queryAll().isEmpty());
    interact(() -> {
      assertFalse(dock.isSeen("chat"));
      assertEquals(List.of(), chats.read);
      dock.setLookedAt(true);
      assertTrue(dock.isSeen("chat"));
      assertTrue(chats.read.contains("chat"));
    });
  }

  @Test
  void whatComesAboveLeavesWhatIsReadInPlaceWhileItIsScrolled() {
    OpenConversation.State end = busyDay(60, 120);
    interact(() -> {
      chats.put(end);
      dock.showConversation("chat");
    });
    WaitForAsyncUtils.waitForFxEvents();
    Node transcript = lookup(".transcript").query();
    interact(() -> transcript.fireEvent(wheel(600)));
    double before = top("said 105");
    // Before there is a frame with what came.
    interact(() -> {
      chats.put(busyDay(10, 120));
      transcript.fireEvent(wheel(40));
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(before + 40, top("said 105"), 1.5);
  }

  private double top(String text) {
    Node bubble =
        lookup(".bubble-text").queryAll().stream()
            .filter(node -> text.equals(node.getAccessibleText()))
            .findFirst()
            .orElseThrow();
    return bubble.localToScene(bubble.getBoundsInLocal()).getMinY();
  }

  /// All within one day, as a busy one is.
  private static OpenConversation.State busyDay(long from, long to) {
    List<Message> messages =
        LongStream.rangeClosed(from, to)
            .mapToObj(seq ->
                Samples.message(seq, Samples.BEN, Samples.NOON.plusSeconds(seq), "said " + seq))
            .toList();
    return new OpenConversation.State(
        Samples.conversation(
            "chat",
            ConversationKind.DIRECT,
            "Ben",
            null,
            List.of(Samples.participant(Samples.BEN, to, to)),
            messages.getLast(),
            0),
        messages,
        List.of(),
        false);
  }

  private static ScrollEvent wheel(double pixels) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        0,
        0,
        0,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        pixels,
        0,
        pixels,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  @Test
  void escapeGoesBackAStepAndFromTheListItIsTheWindows() {
    List<KeyCode> left = new ArrayList<>();
    interact(() -> {
      dock.node().getScene().addEventHandler(KeyEvent.KEY_PRESSED, e -> left.add(e.getCode()));
      dock.showSearch();
    });
    write("lamp").push(KeyCode.ESCAPE);
    assertTrue(lookup(".tile").tryQuery().isPresent(), "the list is shown");
    interact(() -> dock.showGroup("chat"));
    interact(() -> dock.node().fireEvent(escape()));
    assertTrue(lookup(".composer-area").tryQuery().isPresent(), "the conversation is shown");
    push(KeyCode.ESCAPE);
    assertTrue(lookup(".tile").tryQuery().isPresent());
    assertFalse(left.contains(KeyCode.ESCAPE));
    interact(() -> dock.node().fireEvent(escape()));
    assertTrue(left.contains(KeyCode.ESCAPE));
  }

  private static KeyEvent escape() {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);
  }

  @Test
  void aPollIsAnsweredAndClosed() {
    interact(() -> {
      chats.put(group(0));
      dock.showConversation("chat");
    });
    clickOn("Alma");
    assertEquals(List.of("vote m1 [1]"), chats.actions.done);
    interact(() -> chats.put(group(1)));
    WaitForAsyncUtils.waitForFxEvents();
    push(KeyCode.SPACE);
    assertEquals("vote m1 []", chats.actions.done.getLast(), "the keyboard is where it was");
    write("good");
    assertEquals(
        "good", lookup(".composer-area").<TextArea>query().getText(), "letters are a message");
    interact(() -> chats.put(group(0)));
    WaitForAsyncUtils.waitForFxEvents();
    clickOn("Tide");
    assertEquals("vote m1 []", chats.actions.done.getLast(), "what was chosen is taken back");
    clickOn("Close it");
    assertEquals("close m1", chats.actions.done.getLast());
  }

  /// @param chosen what the reader votes for; somebody else votes for the other one
  private static OpenConversation.State group(int chosen) {
    Poll poll =
        new Poll(
            "Which lamp?",
            List.of("Tide", "Alma"),
            false,
            null,
            null,
            List.of(
                new Poll.Tally(0, List.of((chosen == 0 ? Samples.ANA : Samples.BEN).id())),
                new Poll.Tally(1, List.of((chosen == 1 ? Samples.ANA : Samples.BEN).id()))));
    Message message =
        Samples.message(1, Samples.ANA, Samples.NOON, Message.Type.POLL, null, Json.tree(poll));
    return new OpenConversation.State(
        Samples.conversation(
            "chat",
            ConversationKind.GROUP,
            "Friends",
            null,
            List.of(Samples.participant(Samples.ANA, 1, 1), Samples.participant(Samples.BEN, 1, 1)),
            message,
            0),
        List.of(message),
        List.of(),
        true);
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
