package dev.windowshop.client.call;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A place for a link into a call that somebody was given. On the FX thread.
final class PasteLinkView extends VBox {
  private final TextField field = new TextField();
  private final Label trouble = new Label();
  private final Button open = new Button("Continue");
  private final Consumer<String> follow;

  /// @param follow told the token of what looks like a link
  PasteLinkView(Consumer<String> follow, Runnable close) {
    super(12);
    this.follow = follow;
    getStyleClass().add("call-knock-sheet");
    setPrefWidth(400);
    Label title = new Label("Join a call by a link");
    title.getStyleClass().add("t-section");
    Label words = new Label("Paste the link that you were given.");
    words.getStyleClass().add("t-muted");
    field.setPromptText("windowshop://call/\u2026");
    field.setAccessibleText("Link into a call");
    field.setOnAction(_ -> submit());
    field.textProperty().subscribe((_, _) -> say(""));
    trouble.getStyleClass().add("call-trouble");
    trouble.setWrapText(true);
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    CallView.shownWhile(trouble, trouble.textProperty().isNotEmpty());
    Button no = new Button("Cancel");
    no.setOnAction(_ -> close.run());
    open.getStyleClass().add("primary");
    open.setOnAction(_ -> submit());
    open.disableProperty().bind(field.textProperty().isEmpty());
    HBox buttons = new HBox(8, no, open);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, words, field, trouble, buttons);
  }

  /// Why the link does not lead anywhere.
  void say(String why) {
    trouble.setText(why);
  }

  private void submit() {
    String token = KnockLink.tokenIn(field.getText());
    if (token == null) {
      say(LinkWords.NONE);
    } else {
      say("");
      follow.accept(token);
    }
  }
}
