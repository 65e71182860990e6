package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.NoticesPane;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// Two real clients and a relay; the notes of one of them in a window.
class QuickReplyViewTest extends ApplicationTest {
  @TempDir Path folder;

  private NoticesPane notes;
  private TextField elsewhere;
  private final List<String> opened = new CopyOnWriteArrayList<>();
  private volatile boolean preview = true;
  private volatile Duration ahead = Duration.ZERO;
  private Relay relay;
  private ChatClient ana;
  private ChatClient ben;
  private Subscription listening;
  private String id;

  @Override
  public void start(Stage stage) {
    notes = new NoticesPane();
    elsewhere = new TextField();
    Scene scene = new Scene(new VBox(elsewhere, new StackPane(notes)), 700, 400);
    new Theme(ThemeMode.LIGHT, List.of()).install(scene);
    stage.setScene(scene);
    stage.show();
  }

  @BeforeEach
  void begin() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    ana = new ChatClient(folder.resolve("ana"), relay.address());
    ben = new ChatClient(folder.resolve("ben"), relay.address());
    ana.signUp("ana");
    String bensId = ben.signUp("ben");
    for (ChatClient one : List.of(ana, ben)) {
      TestClient.await(one.chat().connection(), state -> state instanceof ConnectionState.Online);
    }
    id = ana.chat().openDirect(bensId).join();
    ben.awaitConversation(id);
    MessageToasts toasts =
        new MessageToasts(
            ben.chat(),
            () -> new MessageToasts.Wanted(true, true, preview, true),
            notes,
            opened::add,
            _ -> false,
            FxThread::run,
            () -> Instant.now().plus(ahead));
    listening = toasts.listen(ben.chat()::onMessage, ben.chat()::onRewritten);
  }

  @AfterEach
  void end() {
    listening.close();
    ana.close();
    ben.close();
    relay.close();
  }

  @Test
  void aNoteIsAnsweredWhereItStands() throws Exception {
    try (OpenConversation anas = ana.chat().open(id)) {
      ana.chat().send(id, "are you coming?").join();
      await(() -> texts().equals(List.of("ana: are you coming?")));
      interact(() -> {
        elsewhere.requestFocus();
        assertTrue(notes.answer());
      });
      write("in ten minutes");
      // What comes meanwhile of others takes nothing of it away.
      interact(() -> {
        notes.show("one");
        notes.show("two");
        notes.show("three");
      });
      assertEquals("in ten minutes", field().getText());
      press(KeyCode.ENTER).release(KeyCode.ENTER);
      ChatClient.awaitTexts(anas, List.of("are you coming?", "in ten minutes"));
      await(() -> lookup(".answer-note").tryQuery().isEmpty());
      assertTrue(elsewhere.isFocused(), "the keys go where they went before");
      TestClient.await(
          ben.chat().conversations(),
          all ->
              all.stream()
                  .allMatch(
                      one -> one.id().equals(id) && Integer.valueOf(0).equals(one.unreadCount())));
      assertEquals(List.of(), opened);

      preview = false;
      // Of one conversation there is a note every few seconds at most.
      ahead = Duration.ofSeconds(10);
      ana.chat().send(id, "the code is 1234").join();
      await(() -> lookup(".answer-note").tryQuery().isPresent());
      assertEquals(List.of("ana wrote to you."), texts());
      interact(notes::answer);
      write("no");
      press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
      await(() -> lookup(".answer-note").tryQuery().isEmpty());
      // Whatever was given up would have come before this.
      ben.chat().send(id, "see you").join();
      ChatClient.awaitTexts(
          anas, List.of("are you coming?", "in ten minutes", "the code is 1234", "see you"));
      assertFalse(WaitForAsyncUtils.asyncFx(notes::answer).get(30, TimeUnit.SECONDS));
    }
  }

  private TextField field() {
    return lookup(".answer-field").query();
  }

  private List<String> texts() {
    return lookup(".answer-note .notice-text").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
  }
}
