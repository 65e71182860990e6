package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.PicksStrip;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Role;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A group's page: what it is, who is in it, who is on the way in, and how one leaves.
final class GroupView extends VBox {
  private final GroupViewModel model;
  private final ChatContext context;
  private final GroupSheets sheets;
  private final VBox head = new VBox(4);
  private final VBox people = new VBox(2);
  private final VBox ways = new VBox(2);
  private final VBox rules = new VBox(10);
  private final VBox end = new VBox(8);

  GroupView(GroupViewModel model, ChatContext context, Runnable back) {
    this.model = model;
    this.context = context;
    this.sheets = new GroupSheets(model, context);
    getStyleClass().add("group-page");
    Label title = new Label("Group");
    title.getStyleClass().add("t-section");
    HBox bar = new HBox(4, Icons.button(Feather.ARROW_LEFT, "Back", back), title);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("chat-header");
    head.setAlignment(Pos.TOP_CENTER);
    PicksStrip forAll = new PicksStrip(context.pictures(), 76, context.openProduct());
    forAll.show(model.forAll());
    model.forAll().addListener((ListChangeListener<Product>) _ -> forAll.show(model.forAll()));
    VBox all = new VBox(20, head, forAll, people, ways, rules, end);
    all.getStyleClass().add("group-body");
    PageScroll scroll = new PageScroll(all);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(bar, scroll);
    model.conversation().subscribe(this::show);
    model.members().addListener((ListChangeListener<GroupViewModel.Member>) _ -> showPeople());
    model.invites().addListener((ListChangeListener<Invite>) _ -> showWays());
    showPeople();
  }

  void close() {
    model.close();
  }

  private void show(@org.jspecify.annotations.Nullable Conversation now) {
    if (now == null) {
      return;
    }
    String name = now.name() == null ? "" : now.name();
    Label title = new Label(name);
    title.getStyleClass().add("t-section");
    title.setWrapText(true);
    title.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
    Label kind =
        new Label(
            (now.isPrivate() ? "Private group" : "Open group")
                + " \u00B7 "
                + now.participants().size()
                + " of "
                + now.maxMembers()
                + (now.closedAt() == null ? "" : " \u00B7 closed"));
    kind.getStyleClass().add("t-muted");
    head.getChildren()
        .setAll(new Avatar(context.pictures(), 72, name, now.avatarUrl()), title, kind);
    if (now.description() != null && !now.description().isBlank()) {
      Label about = new Label(now.description());
      about.setWrapText(true);
      about.getStyleClass().add("group-about");
      head.getChildren().add(about);
    }
    if (model.leads()) {
      Button change = new Button("Change picture, name and size");
      change.getStyleClass().add("link");
      change.setOnAction(_ -> sheets.describe(now));
      head.getChildren().add(change);
    }
    showPeople();
    showWays();
    showRules(now);
    showEnd(now);
  }

  private void showPeople() {
    people.getChildren().setAll(heading("Members"));
    if (model.leads()) {
      people.getChildren().add(action(Feather.USER_PLUS, "Add people", sheets::add));
    }
    model.members().forEach(member -> people.getChildren().add(row(member)));
  }

  private Node row(GroupViewModel.Member member) {
    Label name =
        new Label(
            member.oneself()
                ? member.user().displayName() + " (you)"
                : member.user().displayName());
    name.setMinWidth(0);
    Label role =
        new Label(
            switch (member.role()) {
              case OWNER -> "Owner";
              case ADMIN -> "Admin";
              case MEMBER -> "@" + member.user().username();
            });
    role.getStyleClass().addAll("t-muted", "t-small");
    VBox words = new VBox(1, name, role);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row =
        new HBox(
            12,
            new Avatar(
                context.pictures(), 36, member.user().displayName(), member.user().avatarUrl()),
            words);
    if (!member.acts().isEmpty()) {
      Button more =
          Icons.button(
              Feather.MORE_HORIZONTAL, "What to do with " + member.user().displayName(), () -> {});
      more.setOnAction(_ -> menu(member).show(more, Side.BOTTOM, 0, 0));
      row.getChildren().add(more);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("choice-row");
    words.setOnMouseClicked(_ -> context.people().openCard().accept(member.user().id()));
    return row;
  }

  private ContextMenu menu(GroupViewModel.Member member) {
    ContextMenu menu = new ContextMenu();
    for (GroupViewModel.Act act : member.acts()) {
      MenuItem item =
          new MenuItem(
              switch (act) {
                case MAKE_ADMIN -> "Make an admin";
                case MAKE_MEMBER -> "Make a member";
                case HAND_OVER -> "Hand the group over\u2026";
                case REMOVE -> "Remove from the group";
              });
      item.setOnAction(_ -> {
        if (act == GroupViewModel.Act.HAND_OVER) {
          sheets.sure(
              "Hand the group over?",
              member.user().displayName() + " will own it, and you will be an admin.",
              "Hand it over",
              () -> model.act(member, act));
        } else {
          model.act(member, act);
        }
      });
      menu.getItems().add(item);
    }
    return menu;
  }

  private void showWays() {
    ways.getChildren().clear();
    if (!model.leads()) {
      return;
    }
    ways.getChildren().add(heading("Ways in"));
    ways.getChildren().add(action(Feather.LINK, "Make a link", () -> model.makeLink(this::copied)));
    model.invites().forEach(invite -> ways.getChildren().add(way(invite)));
  }

  private void copied(String link) {
    ClipboardContent content = new ClipboardContent();
    content.putString(link);
    Clipboard.getSystemClipboard().setContent(content);
    context.notices().show("The link is copied. It works for a week, for anybody who has it.");
  }

  private Node way(Invite invite) {
    String token = invite.token();
    Label what =
        new Label(
            switch (invite.kind()) {
              case LINK ->
                  "Link, used " + invite.uses() + (invite.uses() == 1 ? " time" : " times");
              case REQUEST -> invite.inviter().displayName() + " asks to join";
              case PERSON, UNKNOWN ->
                  (invite.user() == null ? "Somebody" : invite.user().displayName())
                      + " is invited";
            });
    what.setMinWidth(0);
    what.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(what, Priority.ALWAYS);
    HBox row = new HBox(6, what);
    if (invite.kind() == Invite.Kind.REQUEST) {
      row.getChildren()
          .addAll(
              Icons.button(Feather.CHECK, "Let them in", () -> model.answer(invite, true)),
              Icons.button(Feather.X, "Decline", () -> model.answer(invite, false)));
    } else {
      if (token != null) {
        row.getChildren()
            .add(Icons.button(Feather.COPY, "Copy the link", () -> copied(JoinLink.to(token))));
      }
      row.getChildren()
          .add(Icons.button(Feather.TRASH_2, "Take it back", () -> model.revoke(invite)));
    }
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("choice-row");
    return row;
  }

  private void showRules(Conversation now) {
    rules.getChildren().clear();
    if (!model.leads()) {
      return;
    }
    CheckBox letIn = new CheckBox("Only who is let in gets in");
    letIn.setSelected(now.isPrivate());
    letIn.setOnAction(_ -> model.setPrivate(letIn.isSelected()));
    rules.getChildren().addAll(heading("Rules"), letIn);
    if (model.owns()) {
      CheckBox before = new CheckBox("New members see what was said before");
      before.setSelected(now.sharesHistory());
      before.setOnAction(_ -> model.setSharesHistory(before.isSelected()));
      rules.getChildren().add(before);
    }
  }

  private void showEnd(Conversation now) {
    end.getChildren().clear();
    if (model.role().get() == null) {
      return;
    }
    if (model.owns()) {
      boolean closed = now.closedAt() != null;
      end.getChildren()
          .add(
              action(
                  closed ? Feather.UNLOCK : Feather.LOCK,
                  closed ? "Open the group again" : "Close the group",
                  () -> model.setClosed(!closed)));
    }
    boolean mayLeave = model.role().get() != Role.OWNER || now.participants().size() == 1;
    if (mayLeave) {
      end.getChildren()
          .add(
              action(
                  Feather.LOG_OUT,
                  "Leave the group",
                  () ->
                      sheets.sure(
                          "Leave the group?",
                          "What you have of it stays on this machine; nothing new comes.",
                          "Leave",
                          model::leave)));
    } else {
      Label first = new Label("Hand the group over to somebody before you leave.");
      first.getStyleClass().add("t-muted");
      first.setWrapText(true);
      end.getChildren().add(first);
    }
  }

  private static Label heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().addAll("t-strong", "group-heading");
    return heading;
  }

  private static Button action(Feather icon, String words, Runnable action) {
    Button button = new Button(words, Icons.of(icon));
    button.getStyleClass().setAll("group-action");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
