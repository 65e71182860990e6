package dev.windowshop.client.call;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.Invite;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a link into a call leads to, before one knocks.
public final class KnockSheet {
  private KnockSheet() {}

  public static void show(
      String token, CallLinkClient links, CallService calls, Sheets sheets, Notices notices) {
    FxThread.deliver(
        links.preview(token),
        link -> {
          if (link.state() == Invite.State.PENDING) {
            sheets.show(card(link, sheets::close, () -> calls.knockAt(token, link)));
          } else {
            notices.show("That call is over, or its link is not valid any longer.");
          }
        },
        failure -> notices.show(Words.of(failure)));
  }

  static VBox card(CallLink link, Runnable close, Runnable knock) {
    String kind = link.media() == Call.Media.VIDEO ? "A video call" : "A call";
    Label title = new Label(kind + " with " + link.creator().displayName());
    title.getStyleClass().add("t-section");
    Label who =
        new Label(link.people() == 1 ? "1 person is in it" : link.people() + " people are in it");
    who.getStyleClass().add("t-muted");
    Label how =
        new Label(
            "You knock, and are in it once somebody lets you in. You see nothing of their"
                + " conversation.");
    how.setWrapText(true);
    how.setMinHeight(Region.USE_PREF_SIZE);
    Button no = new Button("Not now");
    no.setOnAction(_ -> close.run());
    Button yes = new Button("Ask to join");
    yes.getStyleClass().add("primary");
    yes.setOnAction(_ -> {
      close.run();
      knock.run();
    });
    HBox buttons = new HBox(8, no, yes);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox card = new VBox(12, title, who, how, buttons);
    card.setPrefWidth(360);
    card.getStyleClass().add("call-knock-sheet");
    return card;
  }
}
