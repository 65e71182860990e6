package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.protocol.Poll;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class PollSheetTest extends ApplicationTest {
  private final FakeChats chats = new FakeChats();
  private final StackPane root = new StackPane();

  @Override
  public void start(Stage stage) {
    Scene scene = new Scene(root, 440, 640);
    new Theme(ThemeMode.LIGHT, List.of("/dev/windowshop/client/chat/chat.css")).install(scene);
    stage.setScene(scene);
    stage.show();
    Sheets here =
        new Sheets() {
          @Override
          public void show(Node card, Runnable closed) {
            root.getChildren().setAll(card);
          }

          @Override
          public void fill(Node card, Runnable closed) {
            root.getChildren().setAll(card);
          }

          @Override
          public void close() {
            root.getChildren().clear();
          }
        };
    PollSheet.show("chat", ChatDockViewTest.context(chats, new ArrayList<>(), here), () -> {});
  }

  @Test
  void itAsksOnlyWhatCanBeAnswered() {
    clickOn("Ask");
    assertTrue(lookup("Write what you want to know.").tryQuery().isPresent());
    fill(0, "Which lamp?");
    fill(1, "Tide");
    clickOn("Ask");
    assertTrue(lookup("Give at least two choices.").tryQuery().isPresent());
    fill(2, " Tide ");
    clickOn("Ask");
    assertTrue(lookup("Two choices are the same.").tryQuery().isPresent());
    assertEquals(List.of(), chats.asked);
    fill(2, "Alma");
    fill(3, "Neither");
    clickOn("More than one may be chosen");
    clickOn("Ask");
    WaitForAsyncUtils.waitForFxEvents();
    Poll asked = chats.asked.getFirst();
    assertEquals("Which lamp?", asked.question());
    assertEquals(List.of("Tide", "Alma", "Neither"), asked.options());
    assertTrue(asked.multiple());
    assertNull(asked.closesAt());
    assertTrue(root.getChildren().isEmpty(), "the sheet is gone");
  }

  @Test
  void thereAreTwelveChoicesAtMost() {
    for (int i = 1; i <= 12; i++) {
      fill(i, "choice " + i);
    }
    assertEquals(1 + 12, fields().size());
  }

  /// @param place 0 for the question
  private void fill(int place, String text) {
    interact(() -> fields().get(place).setText(text));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private List<TextField> fields() {
    List<TextField> all = new ArrayList<>();
    root.lookupAll(".text-field").forEach(node -> all.add((TextField) node));
    return all;
  }
}
