package dev.windowshop.client.chat;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The cards about one message: to whom to forward it, who has read it, what it said before.
final class MessageSheets {
  private static final double WIDTH = 360;

  private final ConversationViewModel model;
  private final ChatContext context;
  private final Wording wording = Wording.here();

  MessageSheets(ConversationViewModel model, ChatContext context) {
    this.model = model;
    this.context = context;
  }

  void delete(Message message) {
    Label words =
        new Label(
            "It is taken out of this conversation for everybody. What was in it can't be brought"
                + " back.");
    words.setWrapText(true);
    words.getStyleClass().add("t-muted");
    Button delete = new Button("Delete for everybody");
    delete.getStyleClass().add("danger");
    delete.setOnAction(_ -> {
      context.sheets().close();
      model.delete(message.id());
    });
    Button keep = new Button("Keep it");
    keep.setOnAction(_ -> context.sheets().close());
    context.sheets().show(card("Delete this message?", words, buttons(keep, delete)));
  }

  void history(Message message) {
    VBox versions = new VBox(12);
    Label wait = new Label("Looking…");
    wait.getStyleClass().add("t-muted");
    versions.getChildren().add(wait);
    context.sheets().show(card("What it said before", scroll(versions)));
    FxThread.deliver(
        context.chats().actions().edits(message.id()),
        edits -> {
          versions.getChildren().clear();
          for (Message.Edited edit : edits) {
            versions
                .getChildren()
                .add(
                    version(
                        edit.content(),
                        "until "
                            + wording.brief(edit.until())
                            + ", "
                            + wording.time(edit.until())));
          }
          versions.getChildren().add(version(message.content(), "now"));
        },
        failure -> wait.setText(Reasons.of(failure)));
  }

  private Node version(@org.jspecify.annotations.Nullable String content, String when) {
    Label time = new Label(when);
    time.getStyleClass().add("t-muted");
    return new VBox(
        2,
        time,
        new MessageText(
            content == null ? "" : content,
            List.of(),
            context.media().emoji(),
            context.openLink()));
  }

  void readers(Message message) {
    VBox people = new VBox(10);
    context.sheets().show(card("Who has read it", scroll(people)));
    FxThread.deliver(
        context.chats().actions().readers(message.conversationId(), message.seq()),
        readers -> {
          people.getChildren().clear();
          readers.forEach(reader -> people.getChildren().add(reader(reader)));
          if (readers.isEmpty()) {
            people.getChildren().add(new Label("Nobody else is in this conversation."));
          }
        },
        failure -> people.getChildren().setAll(new Label(Reasons.of(failure))));
  }

  private Node reader(Reader reader) {
    Label name = new Label(reader.user().displayName());
    Label state = new Label(words(reader));
    state.getStyleClass().add("t-muted");
    VBox words = new VBox(1, name, state);
    HBox row =
        new HBox(
            12,
            new Avatar(
                context.pictures(), 32, reader.user().displayName(), reader.user().avatarUrl()),
            words);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private String words(Reader reader) {
    if (reader.read()) {
      return reader.readAt() == null
          ? "Read"
          : "Read " + wording.brief(reader.readAt()) + ", " + wording.time(reader.readAt());
    }
    if (reader.delivered()) {
      return reader.deliveredAt() == null
          ? "Delivered"
          : "Delivered "
              + wording.brief(reader.deliveredAt())
              + ", "
              + wording.time(reader.deliveredAt());
    }
    return "Not delivered yet";
  }

  void forward(Message message) {
    List<Conversation> all = new ArrayList<>();
    List<Conversation> here = context.chats().conversations().value();
    if (here != null) {
      here.stream().filter(model::mayWriteIn).forEach(all::add);
    }
    Set<String> chosen = new LinkedHashSet<>();
    VBox rows = new VBox(2);
    Button send = new Button("Forward");
    send.getStyleClass().add("primary");
    send.setDisable(true);
    TextField search = new TextField();
    search.setPromptText("Find a conversation");
    search
        .textProperty()
        .subscribe(text -> {
          rows.getChildren().clear();
          String asked = text.strip().toLowerCase(Locale.ROOT);
          all.stream()
              .filter(one -> name(one).toLowerCase(Locale.ROOT).contains(asked))
              .forEach(one -> rows.getChildren().add(target(one, chosen, send)));
        });
    send.setOnAction(_ -> {
      context.sheets().close();
      FxThread.deliver(
          context.chats().actions().forward(message, List.copyOf(chosen)),
          _ ->
              context
                  .notices()
                  .show(
                      chosen.size() == 1
                          ? "Forwarded."
                          : "Forwarded to " + chosen.size() + " conversations."),
          failure -> context.notices().show(Reasons.of(failure)));
    });
    context.sheets().show(card("Forward to", search, scroll(rows), buttons(send)));
  }

  private Node target(Conversation conversation, Set<String> chosen, Button send) {
    CheckBox box = new CheckBox();
    box.setSelected(chosen.contains(conversation.id()));
    box.setAccessibleText(name(conversation));
    box.selectedProperty()
        .subscribe((before, now) -> {
          if (now) {
            chosen.add(conversation.id());
          } else {
            chosen.remove(conversation.id());
          }
          send.setDisable(chosen.isEmpty());
          send.setText(chosen.size() > 1 ? "Forward to " + chosen.size() : "Forward");
        });
    Label name = new Label(name(conversation));
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row =
        new HBox(
            12,
            new Avatar(
                context.pictures(),
                32,
                name(conversation),
                model.heading().pictureOf(conversation)),
            name,
            box);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("choice-row");
    row.setOnMouseClicked(event -> {
      if (event.getTarget() != box) {
        box.setSelected(!box.isSelected());
      }
    });
    return row;
  }

  private static String name(Conversation conversation) {
    return conversation.name() == null ? "" : conversation.name();
  }

  private static HBox buttons(Button... all) {
    HBox buttons = new HBox(8, all);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }

  private static ScrollPane scroll(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(340);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("sheet-scroll");
    return scroll;
  }

  private static VBox card(String title, Node... parts) {
    Label head = new Label(title);
    head.getStyleClass().add("t-section");
    VBox card = new VBox(16, head);
    card.getChildren().addAll(parts);
    card.setPrefWidth(WIDTH);
    card.getStyleClass().add("chat-sheet");
    return card;
  }
}
