package dev.windowshop.client.shell;

import dev.windowshop.client.shell.look.Icons;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A note with a line to answer in: Enter sends, Escape leaves. It stays while somebody writes in
/// it, or points at it.
final class AnswerNote extends VBox {
  private static final double WIDTH = 420;
  private static final Duration STAY = Duration.seconds(10);

  private final Consumer<? super AnswerNote> gone;
  private final Label text;
  private final Button action = new Button();
  private final TextField field = new TextField();
  private final PauseTransition leaving = new PauseTransition(STAY);
  private AnswerableNotice notice;

  /// Where the keys went before they came here.
  private @Nullable Node before;

  /// @param text to be filled
  /// @param gone takes it away
  AnswerNote(AnswerableNotice notice, Label text, Consumer<? super AnswerNote> gone) {
    super(8);
    this.notice = notice;
    this.text = text;
    this.gone = gone;
    getStyleClass().addAll("notice", "answer-note");
    setPrefWidth(WIDTH);
    action.getStyleClass().addAll("link", "notice-action");
    action.setMinWidth(USE_PREF_SIZE);
    action.setOnAction(_ -> {
      gone.accept(this);
      this.notice.run().run();
    });
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox above = new HBox(12, text, action);
    above.setAlignment(Pos.CENTER_LEFT);
    field.getStyleClass().add("answer-field");
    HBox.setHgrow(field, Priority.ALWAYS);
    Button send = Icons.button(Feather.ARROW_UP, "Send", this::send);
    send.getStyleClass().add("answer-send");
    send.disableProperty().bind(field.textProperty().map(String::isBlank));
    HBox below = new HBox(6, field, send);
    below.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(above, below);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    leaving.setOnFinished(_ -> {
      if (isFree()) {
        gone.accept(this);
      }
    });
    hoverProperty().subscribe(_ -> look());
    field.focusedProperty().subscribe(_ -> look());
    field.textProperty().subscribe(_ -> look());
    show(notice);
  }

  String about() {
    return notice.about();
  }

  /// Says something newer of the same; what was written stays.
  void show(AnswerableNotice newer) {
    notice = newer;
    text.setText(newer.text());
    action.setText(newer.action());
    field.setPromptText(newer.prompt());
    field.setAccessibleText(newer.prompt());
    look();
  }

  /// Whether nobody has to do with it.
  boolean isFree() {
    return !field.isFocused() && field.getText().isBlank() && !isHover();
  }

  /// The keys go here.
  void enter() {
    before = getScene() == null ? null : getScene().getFocusOwner();
    field.requestFocus();
  }

  private void look() {
    if (isFree()) {
      leaving.playFromStart();
    } else {
      leaving.stop();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      send();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      leave();
    }
  }

  private void send() {
    String written = field.getText().strip();
    if (!written.isEmpty()) {
      notice.answer().accept(written);
      leave();
    }
  }

  private void leave() {
    leaving.stop();
    field.clear();
    gone.accept(this);
    Node back = before;
    if (back != null && back.getScene() != null) {
      back.requestFocus();
    }
  }
}
