package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Above the composer: how many messages go out later, and that one could not be sent. A click
/// shows them.
final class LaterBar extends HBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  LaterBar(LaterViewModel model, ChatContext context, Runnable closed) {
    getStyleClass().add("later-bar");
    Label words = new Label();
    words.setMinWidth(0);
    words.textProperty().bind(model.summary());
    words.getStyleClass().add("later-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox row =
        new HBox(
            8,
            Icons.of(Feather.CLOCK, "later-sign"),
            words,
            Icons.of(Feather.CHEVRON_RIGHT, "later-sign"));
    row.setAlignment(Pos.CENTER_LEFT);
    Button open = new Button();
    open.getStyleClass().setAll("later-open");
    open.setGraphic(row);
    open.setMinWidth(0);
    open.setMaxWidth(Double.MAX_VALUE);
    open.accessibleTextProperty().bind(model.summary());
    open.setOnAction(_ -> context.sheets().show(new LaterSheet(model, context), closed));
    HBox.setHgrow(open, Priority.ALWAYS);
    getChildren().add(open);
    visibleProperty().bind(model.summary().isNotEmpty());
    managedProperty().bind(visibleProperty());
    model.failed().subscribe(failed -> pseudoClassStateChanged(FAILED, failed));
  }
}
