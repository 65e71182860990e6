package dev.windowshop.client.chat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What could follow what has been begun, above the composer: the arrows choose, Enter and Tab take
/// it, Escape puts it away.
final class Suggestions extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  record Choice(Node picture, String name, String more, Runnable take) {}

  private List<Choice> choices = List.of();
  private int chosen;

  Suggestions() {
    getStyleClass().add("suggestions");
    hide();
  }

  void show(List<Choice> now) {
    choices = List.copyOf(now);
    chosen = 0;
    getChildren().clear();
    for (Choice choice : choices) {
      Label name = new Label(choice.name());
      Label more = new Label(choice.more());
      more.getStyleClass().add("t-muted");
      HBox row = new HBox(10, choice.picture(), name, more);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("suggestion");
      row.setOnMousePressed(event -> {
        event.consume();
        take(choice);
      });
      getChildren().add(row);
    }
    setVisible(!choices.isEmpty());
    setManaged(!choices.isEmpty());
    mark();
  }

  void hide() {
    show(List.of());
  }

  boolean took(KeyEvent event) {
    if (choices.isEmpty()) {
      return false;
    }
    switch (event.getCode()) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case ENTER, TAB -> take(choices.get(chosen));
      case ESCAPE -> hide();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int way) {
    chosen = Math.floorMod(chosen + way, choices.size());
    mark();
  }

  private void mark() {
    for (int i = 0; i < getChildren().size(); i++) {
      getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
    }
  }

  private void take(Choice choice) {
    hide();
    choice.take().run();
  }
}
