package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// Sending later, from the button that sends to the list of what waits.
class LaterViewTest extends ApplicationTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final FakeChats chats = new FakeChats();
  private StackPane sheet;
  private Composer composer;

  @Override
  public void start(Stage stage) {
    chats.later.clock = () -> NOW;
    sheet = new StackPane();
    Sheets sheets =
        new Sheets() {
          @Override
          public void show(Node card, Runnable closed) {
            sheet.getChildren().setAll(card);
          }

          @Override
          public void fill(Node card, Runnable closed) {
            show(card, closed);
          }

          @Override
          public void close() {
            sheet.getChildren().clear();
          }
        };
    ChatContext context = ChatDockViewTest.context(chats, new ArrayList<>(), sheets);
    LaterViewModel later = new LaterViewModel("chat", chats.later, Platform::runLater);
    composer =
        new Composer(
            "chat",
            new ComposerViewModel("chat", chats, Platform::runLater),
            later,
            context,
            () -> {});
    VBox root = new VBox(sheet, new LaterBar(later, context, () -> {}), composer);
    root.setAlignment(Pos.BOTTOM_CENTER);
    VBox.setVgrow(sheet, javafx.scene.layout.Priority.ALWAYS);
    Scene scene = new Scene(root, 460, 640);
    new Theme(ThemeMode.LIGHT, List.of("/dev/windowshop/client/chat/chat.css")).install(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void written(String text) {
    TextArea area = lookup(".composer-area").queryAs(TextArea.class);
    interact(() -> {
      area.requestFocus();
      area.setText(text);
    });
  }

  private boolean shown(String text) {
    return lookup(text).tryQuery().isPresent();
  }

  private void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
  }

  @Test
  void theOtherButtonOffersTimesAndWhatWasWrittenGoesOutThen() throws Exception {
    written("good morning");
    clickOn(".send-button", MouseButton.SECONDARY);
    until(() -> lookup((Node node) -> named(node, "In an hour")).tryQuery().isPresent());
    clickOn(lookup((Node node) -> named(node, "In an hour")).<Node>query());
    until(() -> !chats.later.times.isEmpty());
    assertEquals(List.of(NOW.plus(Duration.ofHours(1))), chats.later.times);
    assertEquals("good morning", chats.later.drafts.getFirst().text());
    assertEquals(List.of(), chats.sent, "it is not sent at once, too");
    TextArea area = lookup(".composer-area").queryAs(TextArea.class);
    until(() -> area.getText().isEmpty());
  }

  private static boolean named(Node node, String begin) {
    return node instanceof javafx.scene.control.Label label && label.getText().startsWith(begin);
  }

  @Test
  void theKeysOfferItTooAndADayAndTimeCanBePicked() throws Exception {
    written("later");
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
    until(() -> lookup((Node node) -> named(node, "Pick date")).tryQuery().isPresent());
    clickOn(lookup((Node node) -> named(node, "Pick date")).<Node>query());
    until(() -> shown("Schedule"));
    ComboBox<?> time = lookup(".later-time .combo-box").match(ComboBox.class::isInstance).query();
    interact(() -> time.getEditor().setText("nonsense"));
    clickOn("Schedule");
    until(() -> lookup((Node node) -> named(node, "Write a time of day")).tryQuery().isPresent());
    assertTrue(chats.later.times.isEmpty());
    interact(() -> time.getEditor().setText("14:30"));
    clickOn("Schedule");
    until(() -> !chats.later.times.isEmpty());
    assertEquals(
        "14:30",
        chats
            .later
            .times
            .getFirst()
            .atZone(java.time.ZoneId.systemDefault())
            .toLocalTime()
            .truncatedTo(ChronoUnit.MINUTES)
            .toString());
    assertTrue(sheet.getChildren().isEmpty(), "the sheet is gone");
  }

  @Test
  void whatWaitsIsListedAndCanBeChangedSentAndGivenUp() throws Exception {
    assertFalse(lookup(".later-bar").query().isVisible(), "nothing waits");
    chats.later.all.set(
        Map.of(
            "chat",
            List.of(
                Samples.later("one", NOW.plusSeconds(3600), null),
                Samples.later("two", NOW.minusSeconds(60), "The conversation is closed."))));
    until(() -> shown("A message could not be sent"));
    clickOn("A message could not be sent");
    until(() -> shown("The conversation is closed."));
    interact(() -> button("Edit the words", 0).fire());
    TextArea area = lookup(".later-words-area").queryAs(TextArea.class);
    interact(() -> area.setText("other words"));
    chats.later.failing = new RelayUnreachableException("gone", null);
    clickOn("Save");
    until(() -> lookup((Node node) -> named(node, "That needs the relay")).tryQuery().isPresent());
    assertEquals("other words", area.getText(), "what was typed stays");
    chats.later.failing = null;
    clickOn("Save");
    until(() -> chats.later.done.contains("edit one other words") && !shown("Save"));
    interact(() -> button("Another time", 0).fire());
    clickOn("Save");
    until(() -> chats.later.done.contains("move one") && !shown("Save"));
    interact(() -> button("Edit the words", 0).fire());
    push(KeyCode.ESCAPE);
    until(() -> !shown("Save"));
    assertTrue(shown("The conversation is closed."), "the list is there again");
    interact(() -> button("Try again now", 0).fire());
    interact(() -> button("Don't send it", 0).fire());
    assertTrue(chats.later.done.containsAll(List.of("send two", "cancel one")));
    chats.later.all.set(Map.of());
    until(() -> sheet.getChildren().isEmpty());
  }

  private javafx.scene.control.Button button(String name, int place) {
    return lookup((Node node) ->
            node instanceof javafx.scene.control.Button button
                && name.equals(button.getAccessibleText()))
        .queryAllAs(javafx.scene.control.Button.class)
        .stream()
        .toList()
        .get(place);
  }
}
