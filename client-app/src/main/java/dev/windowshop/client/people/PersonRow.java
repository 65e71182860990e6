package dev.windowshop.client.people;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.User;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Somebody in one line: picture, name, and a second line.
final class PersonRow {
  private PersonRow() {}

  static HBox of(Pictures pictures, User user, String second, Node... end) {
    Label name = new Label(user.displayName());
    name.getStyleClass().add("t-strong");
    Label below = new Label(second);
    below.getStyleClass().add("t-muted");
    VBox words = new VBox(2, name, below);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, new Avatar(pictures, 40, user.displayName(), user.avatarUrl()), words);
    row.getChildren().addAll(end);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
