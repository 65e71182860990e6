package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a guest can do already, what comes with an account, and one click to it.
final class GuestCard extends HBox {
  GuestCard(Runnable signIn) {
    super(20);
    getStyleClass().addAll("card", "guest-card");
    setAlignment(Pos.CENTER_LEFT);
    Label title = new Label("You are here as a guest");
    title.getStyleClass().add("t-emphasis");
    Label sentence =
        new Label(
            "Look around, fill your cart, wish for things: it all stays on this machine. With an"
                + " account you also");
    sentence.getStyleClass().add("t-muted");
    sentence.setWrapText(true);
    FlowPane more =
        new FlowPane(
            16,
            6,
            way(Feather.PACKAGE, "order"),
            way(Feather.MESSAGE_CIRCLE, "ask the sellers"),
            way(Feather.PHONE, "call your friends"),
            way(Feather.MONITOR, "find everything on your other machines"));
    VBox words = new VBox(6, title, sentence, more);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    Button button = new Button("Sign in");
    button.getStyleClass().add("primary");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> signIn.run());
    getChildren().addAll(words, button);
  }

  private static Node way(Feather icon, String text) {
    Label label = new Label(text, Icons.of(icon, "icon-small"));
    label.setGraphicTextGap(6);
    return label;
  }
}
