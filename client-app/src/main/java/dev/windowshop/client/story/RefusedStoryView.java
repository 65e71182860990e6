package dev.windowshop.client.story;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A status that the relay did not want, and why.
final class RefusedStoryView extends VBox {
  RefusedStoryView(WaitingStory story, StoryContext context) {
    super(12);
    getStyleClass().add("story-composer");
    Label title = new Label("This was not posted");
    title.getStyleClass().add("t-section");
    Label why = new Label(Objects.requireNonNullElse(story.problem(), ""));
    why.setWrapText(true);
    Label text = new Label(Objects.requireNonNullElse(story.text(), "A picture"));
    text.getStyleClass().add("t-muted");
    text.setWrapText(true);
    Button drop = new Button("Delete");
    drop.setOnAction(_ -> {
      context.stories().discard(story.clientId());
      context.sheets().close();
    });
    Button again = new Button("Try again");
    again.getStyleClass().add("primary");
    again.setOnAction(_ -> {
      context.stories().retry(story.clientId());
      context.sheets().close();
    });
    HBox ways = new HBox(8, drop, again);
    ways.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, why, text, ways);
  }
}
