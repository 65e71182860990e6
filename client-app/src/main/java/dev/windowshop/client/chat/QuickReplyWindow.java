package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A small window to read the end of a conversation in and answer, without the large one: from the
/// tray, and from a note of a desktop that has no line to answer in. One at a time, in the corner
/// where trays mostly are. On the FX thread.
public final class QuickReplyWindow {
  private static final double WIDTH = 380;
  private static final double HEIGHT = 420;
  private static final double EDGE = 16;

  private final Chats chats;
  private final Pictures pictures;
  private final Theme theme;
  private final Consumer<String> open;
  private final Executor ui;
  private @Nullable Stage stage;
  private @Nullable ConversationViewModel model;

  /// @param open shows a whole conversation in the large window
  public QuickReplyWindow(
      Chats chats, Pictures pictures, Theme theme, Consumer<String> open, Executor ui) {
    this.chats = chats;
    this.pictures = pictures;
    this.theme = theme;
    this.open = open;
    this.ui = ui;
  }

  /// In place of what it shows already, if that is another conversation.
  public void show(String conversationId) {
    Stage shown = stage;
    if (shown != null && model != null && model.id().equals(conversationId)) {
      shown.setIconified(false);
      shown.toFront();
      shown.requestFocus();
      return;
    }
    close();
    ConversationViewModel made = new ConversationViewModel(conversationId, chats, ui);
    QuickReplyView view =
        new QuickReplyView(made, pictures, () -> open.accept(conversationId), this::close);
    Scene scene = new Scene(view, WIDTH, HEIGHT);
    theme.install(scene);
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN), this::close);
    Stage window = new Stage();
    window.titleProperty().bind(made.heading().title());
    window.setScene(scene);
    window.setMinWidth(300);
    window.setMinHeight(260);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    window.setX(Math.max(screen.getMinX(), screen.getMaxX() - WIDTH - EDGE));
    window.setY(Math.max(screen.getMinY(), screen.getMaxY() - HEIGHT - 3 * EDGE));
    // What stands in a window in front was read.
    window.focusedProperty().subscribe(made::setSeen);
    window.setOnHidden(_ -> made.close());
    stage = window;
    model = made;
    window.show();
    window.toFront();
    window.requestFocus();
    view.focusField();
  }

  public void close() {
    Stage shown = stage;
    stage = null;
    model = null;
    if (shown != null) {
      shown.hide();
    }
  }
}
