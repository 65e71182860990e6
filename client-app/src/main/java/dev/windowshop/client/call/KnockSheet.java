package dev.windowshop.client.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a link into a call leads to.
final class KnockSheet {
  private KnockSheet() {}

  /// For people outside the conversation, before they knock.
  static VBox card(CallLink link, Runnable close, Runnable knock) {
    return card(
        link,
        "You knock, and are in it once somebody lets you in. You see nothing of their"
            + " conversation.",
        button("Not now", close),
        primary("Ask to join", close, knock));
  }

  /// For those who need no link to get in.
  static VBox member(CallLink link, Runnable close, Runnable join) {
    return card(
        link,
        "You are in this conversation: you need no link for its call.",
        button("Not now", close),
        primary("Join", close, join));
  }

  /// For whoever made it, or is in the call already.
  ///
  /// @param isOwn whether there is something to give away
  static VBox inside(CallLink link, boolean isOwn, Runnable close, Runnable copy) {
    return card(
        link,
        isOwn
            ? "This is your own link. Give it to whoever is to join: they knock, and you let them"
                + " in."
            : "You are in this call already.",
        button("Close", close),
        isOwn ? primary("Copy the link", close, copy) : null);
  }

  private static VBox card(CallLink link, String words, Button first, @Nullable Button second) {
    String kind = link.media() == Call.Media.VIDEO ? "A video call" : "A call";
    Label title = new Label(kind + " with " + link.creator().displayName());
    title.getStyleClass().add("t-section");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Label who =
        new Label(link.people() == 1 ? "1 person is in it" : link.people() + " people are in it");
    who.getStyleClass().add("t-muted");
    Label how = new Label(words);
    how.setWrapText(true);
    how.setMinHeight(Region.USE_PREF_SIZE);
    HBox buttons = new HBox(8, first);
    if (second != null) {
      buttons.getChildren().add(second);
    }
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox card = new VBox(12, title, who, how, buttons);
    card.setPrefWidth(360);
    card.getStyleClass().add("call-knock-sheet");
    return card;
  }

  private static Button button(String text, Runnable action) {
    Button button = new Button(text);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Button primary(String text, Runnable close, Runnable action) {
    Button button =
        button(
            text,
            () -> {
              close.run();
              action.run();
            });
    button.getStyleClass().add("primary");
    return button;
  }
}
