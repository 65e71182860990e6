package dev.windowshop.client.shell.look;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/// A place with nothing in it yet: a small drawing, a title, one sentence, one button.
public final class EmptyState extends VBox {
  public EmptyState(Feather drawing, String title, String sentence) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    StackPane picture = new StackPane(Icons.of(drawing));
    picture.getStyleClass().add("empty-drawing");
    Label heading = new Label(title);
    heading.getStyleClass().add("t-section");
    Label text = new Label(sentence);
    text.getStyleClass().addAll("t-emphasis", "t-muted");
    text.setWrapText(true);
    text.setMaxWidth(420);
    text.setTextAlignment(TextAlignment.CENTER);
    getChildren().addAll(picture, heading, text);
  }

  public EmptyState(Feather drawing, String title, String sentence, String action, Runnable run) {
    this(drawing, title, sentence);
    Button button = new Button(action);
    button.getStyleClass().add("primary");
    button.setOnAction(event -> run.run());
    getChildren().add(button);
  }
}
