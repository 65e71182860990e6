package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Icons;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/// Where one writes: grows with the text to six lines; Enter sends, Shift+Enter begins a new line.
final class Composer extends HBox {
  private static final int MOST_LINES = 6;
  private static final double PADDING = 18;

  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

  private final TextArea area = new TextArea();
  private final Text ruler = new Text();
  private final Predicate<String> send;

  /// @param send false when there was nothing to send
  Composer(Predicate<String> send, Runnable typed) {
    this.send = send;
    getStyleClass().add("composer");
    setAlignment(Pos.BOTTOM_LEFT);
    area.setWrapText(true);
    area.setPromptText("Write a message");
    area.getStyleClass().add("composer-area");
    area.setPrefRowCount(1);
    HBox.setHgrow(area, Priority.ALWAYS);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    ruler.fontProperty().bind(area.fontProperty());
    area.textProperty()
        .subscribe((before, now) -> {
          resizeToText();
          if (now.length() > before.length()) {
            typed.run();
          }
        });
    area.widthProperty().subscribe(this::resizeToText);
    area.fontProperty().subscribe(this::resizeToText);
    Button button = Icons.button(Feather.ARROW_UP, "Send", this::send);
    button.getStyleClass().add("send-button");
    button
        .disableProperty()
        .bind(
            javafx.beans.binding.Bindings.createBooleanBinding(
                () -> area.getText().isBlank(), area.textProperty()));
    getChildren().addAll(area, button);
  }

  void focus() {
    area.requestFocus();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() != KeyCode.ENTER) {
      return;
    }
    event.consume();
    if (event.isShiftDown()) {
      area.replaceSelection("\n");
    } else {
      send();
    }
  }

  private void send() {
    if (send.test(area.getText())) {
      area.clear();
    }
  }

  private void resizeToText() {
    ruler.setText("X");
    ruler.setWrappingWidth(0);
    double line = ruler.getLayoutBounds().getHeight();
    String text = area.getText();
    ruler.setText(text.isEmpty() || text.endsWith("\n") ? text + "X" : text);
    ruler.setWrappingWidth(Math.max(40, area.getWidth() - 26));
    area.pseudoClassStateChanged(FULL, ruler.getLayoutBounds().getHeight() > MOST_LINES * line + 1);
    double wanted = Math.clamp(ruler.getLayoutBounds().getHeight(), line, MOST_LINES * line);
    double height = Math.ceil(wanted) + PADDING;
    area.setMinHeight(height);
    area.setPrefHeight(height);
    area.setMaxHeight(height);
  }
}
