package dev.windowshop.client.chat;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.protocol.Invite;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What a link into a group leads to, before one joins.
public final class JoinSheet {
  private JoinSheet() {}

  /// @param open shows the group once one is in it
  public static void show(
      String token, Chats chats, Sheets sheets, Notices notices, Consumer<String> open) {
    FxThread.deliver(
        chats.groups().preview(token),
        invite ->
            sheets.show(
                card(
                    invite,
                    sheets,
                    () ->
                        FxThread.deliver(
                            chats.groups().follow(token),
                            open,
                            failure -> notices.show(Reasons.of(failure))))),
        failure -> notices.show(Reasons.of(failure)));
  }

  private static VBox card(Invite invite, Sheets sheets, Runnable join) {
    Label title = new Label(invite.group().name() == null ? "A group" : invite.group().name());
    title.getStyleClass().add("t-section");
    int people = invite.group().memberCount();
    Label who =
        new Label(
            invite.inviter().displayName()
                + " invites you \u00B7 "
                + people
                + (people == 1 ? " person" : " people"));
    who.getStyleClass().add("t-muted");
    VBox card = new VBox(12, title, who);
    String about = invite.group().description();
    if (about != null && !about.isBlank()) {
      Label words = new Label(about);
      words.setWrapText(true);
      card.getChildren().add(words);
    }
    Button no = new Button("Not now");
    no.setOnAction(_ -> sheets.close());
    Button yes = new Button("Join");
    yes.getStyleClass().add("primary");
    yes.setOnAction(_ -> {
      sheets.close();
      join.run();
    });
    HBox buttons = new HBox(8, no, yes);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    card.getChildren().add(buttons);
    card.setPrefWidth(340);
    card.getStyleClass().add("chat-sheet");
    return card;
  }
}
