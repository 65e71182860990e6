package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.Icons;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// How many, with less and more.
final class Stepper extends HBox {
  private final Label number = new Label();
  private final Button less;
  private final Button more;
  private int value;

  Stepper(IntConsumer wanted) {
    getStyleClass().add("stepper");
    setAlignment(Pos.CENTER);
    setMaxWidth(USE_PREF_SIZE);
    less = Icons.button(Feather.MINUS, "One less", () -> wanted.accept(value - 1));
    more = Icons.button(Feather.PLUS, "One more", () -> wanted.accept(value + 1));
    number.getStyleClass().add("stepper-number");
    getChildren().addAll(less, number, more);
  }

  void show(int shown, int most) {
    value = shown;
    number.setText(Integer.toString(shown));
    less.setDisable(shown <= 1);
    more.setDisable(shown >= most);
  }
}
