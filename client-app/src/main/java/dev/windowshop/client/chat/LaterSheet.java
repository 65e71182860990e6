package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Icons;
import java.time.Instant;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What goes out later in one conversation: its words and its time can be changed, it can be sent
/// at once, and it can be given up. Made and used on the FX thread.
final class LaterSheet extends StackPane {
  private static final double WIDTH = 420;

  private final LaterViewModel model;
  private final ChatContext context;
  private final VBox rows = new VBox();
  private final Node list;
  private final ListChangeListener<LaterMessage> shown = _ -> show();

  /// Of whose words or time are being changed.
  private @Nullable String changing;

  LaterSheet(LaterViewModel model, ChatContext context) {
    this.model = model;
    this.context = context;
    getStyleClass().addAll("chat-sheet", "later-sheet");
    setPrefWidth(WIDTH);
    setAlignment(Pos.TOP_CENTER);
    rows.getStyleClass().add("later-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(420);
    scroll.getStyleClass().add("later-scroll");
    Label title = new Label("Scheduled messages");
    title.getStyleClass().add("t-section");
    list = new VBox(12, title, scroll);
    getChildren().setAll(list);
    // Only while it is looked at: what is listened to lives longer.
    sceneProperty()
        .subscribe(scene -> {
          model.messages().removeListener(shown);
          if (scene != null) {
            model.messages().addListener(shown);
            show();
          }
        });
  }

  private void show() {
    rows.getChildren().setAll(model.messages().stream().map(this::row).toList());
    boolean gone = model.messages().stream().noneMatch(m -> m.clientId().equals(changing));
    if (changing != null && gone) {
      back();
    }
    if (model.messages().isEmpty() && getScene() != null) {
      context.sheets().close();
    }
  }

  private Node row(LaterMessage message) {
    Label said = new Label(message.said());
    said.setWrapText(true);
    said.setMaxHeight(60);
    said.getStyleClass().add("later-said");
    Label when = new Label(capital(model.when(message.sendAt())));
    when.getStyleClass().add("later-when");
    VBox words = new VBox(2, when, said);
    words.setMinWidth(0);
    String files = files(message);
    if (files != null) {
      Label with = new Label(files, Icons.of(Feather.PAPERCLIP, "icon-small"));
      with.getStyleClass().add("t-muted");
      words.getChildren().add(with);
    }
    String problem = message.problem();
    if (problem != null) {
      Label why = new Label(problem);
      why.setWrapText(true);
      why.getStyleClass().add("t-danger");
      words.getChildren().add(why);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox tools = new HBox(0);
    tools.setMinWidth(USE_PREF_SIZE);
    tools.setAlignment(Pos.TOP_RIGHT);
    tools
        .getChildren()
        .add(
            Icons.button(
                message.failed() ? Feather.ROTATE_CW : Feather.SEND,
                message.failed() ? "Try again now" : "Send now",
                () -> model.sendNow(message)));
    tools.getChildren().add(Icons.button(Feather.CLOCK, "Another time", () -> changeTime(message)));
    if (message.editable()) {
      tools
          .getChildren()
          .add(Icons.button(Feather.EDIT_2, "Edit the words", () -> changeWords(message)));
    }
    tools
        .getChildren()
        .add(Icons.button(Feather.TRASH_2, "Don't send it", () -> model.cancel(message)));
    HBox row = new HBox(12, words, tools);
    row.getStyleClass().add("later-row");
    return row;
  }

  private static @Nullable String files(LaterMessage message) {
    boolean shownAlready = message.content() == null || message.content().isBlank();
    return message.files() == 0 || shownAlready
        ? null
        : message.files() == 1 ? "1 file" : message.files() + " files";
  }

  private String capital(String words) {
    return words.substring(0, 1).toUpperCase(model.locale()) + words.substring(1);
  }

  private void changeTime(LaterMessage message) {
    Instant now = model.now();
    Instant begins =
        message.sendAt().isAfter(now) ? message.sendAt() : model.choices().getFirst().at();
    change(
        message,
        new LaterTimePane(
            "Another time",
            "Save",
            model,
            begins,
            at -> model.move(message, at).thenApply(why -> backUnless(message, why)),
            this::back));
  }

  private void changeWords(LaterMessage message) {
    Label title = new Label("Edit the words");
    title.getStyleClass().add("t-section");
    TextArea words = new TextArea(message.content() == null ? "" : message.content());
    words.setWrapText(true);
    words.setPrefRowCount(5);
    words.setAccessibleText("Message");
    words.getStyleClass().add("later-words-area");
    Label trouble = new Label();
    trouble.getStyleClass().add("t-danger");
    trouble.setWrapText(true);
    trouble.setMinHeight(USE_PREF_SIZE);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    Button no = new Button("Cancel");
    no.setOnAction(_ -> back());
    Button yes = new Button("Save");
    yes.getStyleClass().add("primary");
    yes.disableProperty()
        .bind(
            javafx.beans.binding.Bindings.createBooleanBinding(
                () -> words.getText().isBlank() && message.files() == 0, words.textProperty()));
    Runnable save =
        () -> {
          trouble.setText("");
          var unused =
              model
                  .edit(message, words.getText())
                  .thenAccept(why -> trouble.setText(backUnless(message, why)));
        };
    yes.setOnAction(_ -> save.run());
    words.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !yes.isDisabled()) {
        event.consume();
        save.run();
      }
    });
    HBox buttons = new HBox(8, no, yes);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    change(message, new VBox(12, title, words, trouble, buttons));
    words.requestFocus();
    words.end();
  }

  private void change(LaterMessage message, Node how) {
    changing = message.clientId();
    // To the list, not away from it.
    how.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        event.consume();
        back();
      }
    });
    getChildren().setAll(how);
  }

  /// What was typed stays until it was taken.
  ///
  /// @return why it was not; empty when it was
  private String backUnless(LaterMessage message, @Nullable String why) {
    if (why == null && message.clientId().equals(changing)) {
      back();
    }
    return why == null ? "" : why;
  }

  private void back() {
    changing = null;
    getChildren().setAll(list);
  }
}
