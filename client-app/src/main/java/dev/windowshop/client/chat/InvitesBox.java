package dev.windowshop.client.chat;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.protocol.Invite;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Groups that one is invited to, to accept or decline.
final class InvitesBox extends VBox {
  private final ObservableList<Invite> invites;
  private final ChatContext context;
  private final Consumer<String> open;

  InvitesBox(ObservableList<Invite> invites, ChatContext context, Consumer<String> open) {
    super(8);
    this.invites = invites;
    this.context = context;
    this.open = open;
    getStyleClass().add("invites");
    invites.addListener((ListChangeListener<Invite>) _ -> show());
    show();
  }

  private void show() {
    getChildren().setAll(invites.stream().map(this::card).toList());
    setVisible(!invites.isEmpty());
    setManaged(!invites.isEmpty());
  }

  private Node card(Invite invite) {
    String name = invite.group().name() == null ? "A group" : invite.group().name();
    Label title = new Label(name);
    title.getStyleClass().add("t-strong");
    title.setMinWidth(0);
    int people = invite.group().memberCount();
    Label who =
        new Label(
            invite.inviter().displayName()
                + " invites you \u00B7 "
                + people
                + (people == 1 ? " person" : " people"));
    who.getStyleClass().addAll("t-muted", "t-small");
    who.setMinWidth(0);
    VBox words = new VBox(1, title, who);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox top =
        new HBox(12, new Avatar(context.pictures(), 36, name, invite.group().avatarUrl()), words);
    top.setAlignment(Pos.CENTER_LEFT);
    Button join = new Button("Join");
    join.getStyleClass().add("primary");
    join.setOnAction(_ ->
        FxThread.deliver(
            context.chats().groups().accept(invite.id()),
            open,
            failure -> context.notices().show(Reasons.of(failure))));
    Button no = new Button("Decline");
    no.setOnAction(_ ->
        FxThread.deliver(
            context.chats().groups().decline(invite.id()),
            _ -> {},
            failure -> context.notices().show(Reasons.of(failure))));
    HBox buttons = new HBox(8, no, join);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox card = new VBox(10, top, buttons);
    card.getStyleClass().add("invite-card");
    return card;
  }
}
