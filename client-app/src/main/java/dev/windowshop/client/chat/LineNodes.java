package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.shell.look.Tips;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Poll;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lines of a conversation as nodes.
final class LineNodes {
  private static final double NARROW = 288;
  private static final double WIDE = 460;
  private static final double AVATAR = 28;
  private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
  private static final PseudoClass NAMED = PseudoClass.getPseudoClass("named");
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
  private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

  private final ConversationViewModel model;
  private final ChatContext context;
  private final MediaNodes media;
  private final BubbleMenus menus;
  private final DoubleBinding width;

  /// @param flowWidth how wide the transcript is
  LineNodes(
      ConversationViewModel model,
      ChatContext context,
      MediaNodes media,
      BubbleMenus menus,
      ReadOnlyDoubleProperty flowWidth) {
    this.model = model;
    this.context = context;
    this.media = media;
    this.menus = menus;
    this.width =
        Bindings.createDoubleBinding(
            () -> Math.clamp(flowWidth.get() - 96, NARROW, WIDE), flowWidth);
  }

  Node of(Line line) {
    return switch (line) {
      case Line.Day day -> centred(label(day.text(), "day-line"), "day-row");
      case Line.Notice notice -> notice(notice);
      case Line.NewMessages news -> newMessages(news);
      case Line.Bubble bubble -> bubble(bubble);
    };
  }

  private static Node newMessages(Line.NewMessages news) {
    Region before = new Region();
    Region after = new Region();
    for (Region line : new Region[] {before, after}) {
      line.getStyleClass().add("new-rule");
      line.setMaxHeight(1);
      HBox.setHgrow(line, Priority.ALWAYS);
    }
    HBox row = new HBox(10, before, label(news.text(), "new-line"), after);
    row.setAlignment(Pos.CENTER);
    row.getStyleClass().add("new-row");
    return row;
  }

  private Node notice(Line.Notice notice) {
    Label text = label(notice.text() + " · " + notice.time(), "notice-line");
    Call.Media call = notice.call();
    if (call != null) {
      text.setGraphic(
          Icons.of(notice.missed() ? Feather.PHONE_MISSED : Feather.PHONE, "icon-small"));
      text.pseudoClassStateChanged(MISSED, notice.missed());
      Button again = new Button("Call back");
      again.getStyleClass().addAll("quiet", "small");
      again.setOnAction(_ -> context.call().ring().accept(model.id(), call));
      HBox row = new HBox(4, text, again);
      row.setAlignment(Pos.CENTER);
      row.getStyleClass().add("notice-row");
      return row;
    }
    return centred(text, "notice-row");
  }

  private Node bubble(Line.Bubble bubble) {
    VBox content = new VBox(6);
    content.getStyleClass().addAll("bubble", bubble.own() ? "own" : "other");
    content.pseudoClassStateChanged(FIRST, bubble.first());
    content.pseudoClassStateChanged(LAST, bubble.last());
    content.pseudoClassStateChanged(NAMED, bubble.mentionsReader());
    content.maxWidthProperty().bind(width);
    fill(content, bubble);
    StackPane framed = new StackPane(content);
    framed.setAlignment(bubble.own() ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    framed.setMaxWidth(Region.USE_PREF_SIZE);
    menus.attach(framed, bubble);
    VBox column = new VBox(3, framed);
    column.setFillWidth(false);
    column.setMinWidth(0);
    column.setAlignment(bubble.own() ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    if (!bubble.reactions().isEmpty()) {
      column.getChildren().add(reactions(bubble));
    }
    if (bubble.last() || bubble.delivery() == Line.Delivery.FAILED || bubble.edited()) {
      column.getChildren().add(foot(bubble));
    }
    HBox row = new HBox(8);
    row.getStyleClass().add("bubble-row");
    row.pseudoClassStateChanged(FIRST, bubble.first());
    row.setAlignment(bubble.own() ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    if (!bubble.own()) {
      row.getChildren().add(portrait(bubble));
    }
    row.getChildren().add(column);
    return row;
  }

  private void fill(VBox content, Line.Bubble bubble) {
    if (bubble.author() != null) {
      content.getChildren().add(label(bubble.author(), "bubble-author"));
    }
    if (bubble.forwarded()) {
      Label forwarded = label("Forwarded", "bubble-forwarded");
      forwarded.setGraphic(Icons.of(Feather.CORNER_UP_RIGHT, "icon-small"));
      content.getChildren().add(forwarded);
    }
    if (bubble.quote() != null) {
      content.getChildren().add(quote(bubble.quote()));
    }
    Line.Source source = bubble.source();
    Node made = source == null ? null : card(source.message(), bubble.own());
    if (made != null) {
      content.getChildren().add(made);
    } else if (bubble.product() != null) {
      String productId = bubble.product().id();
      Button card = new Button();
      card.getStyleClass().setAll("bubble-card");
      card.setGraphic(ConversationHeader.productRow(bubble.product(), context, 56));
      card.setMaxWidth(Double.MAX_VALUE);
      card.setOnAction(_ -> context.openProduct().accept(productId));
      content.getChildren().add(card);
    }
    if (!bubble.media().isEmpty()) {
      content.getChildren().add(media.of(bubble, () -> model.discard(bubble.key())));
    }
    if (!bubble.text().isEmpty()) {
      content
          .getChildren()
          .add(
              bubble.deleted()
                  ? deleted(bubble.text())
                  : new MessageText(
                      bubble.text(),
                      bubble.mentioned(),
                      context.media().emoji(),
                      context.openLink()));
    }
    if (bubble.preview() != null) {
      content.getChildren().add(PreviewCards.card(bubble.preview(), context));
    }
  }

  private @Nullable Node card(Message message, boolean own) {
    Poll poll = message.deletedAt() == null ? PollCard.of(message) : null;
    String ownId = context.chats().ownId();
    if (poll == null || ownId == null) {
      return context.cards().of(message, own);
    }
    return new PollCard(
        poll,
        ownId,
        model::nameOf,
        options -> model.vote(message.id(), options),
        model.mayClosePoll(message) ? () -> model.closePoll(message.id()) : null,
        Wording.here());
  }

  private static Label deleted(String text) {
    Label label = label(text, "bubble-deleted");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private Node quote(Line.Quote quote) {
    Region edge = new Region();
    edge.getStyleClass().add("quote-edge");
    Label author = label(quote.author(), "quote-author");
    String storyId = quote.storyId();
    String said = storyId == null ? quote.text() : context.stories().said().apply(storyId);
    Label text = label(MessageMarkup.plain(said == null ? quote.text() : said), "quote-text");
    text.setMinWidth(0);
    VBox words = new VBox(1);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    if (!quote.author().isEmpty()) {
      words.getChildren().add(author);
    }
    words.getChildren().add(text);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, edge, words);
    Line.Media picture = quote.picture();
    if (picture != null) {
      PictureView small = new PictureView(context.pictures(), 6);
      small.setMinSize(32, 32);
      small.setMaxSize(32, 32);
      small.show(picture.picture(), picture.thumbUrl(), null);
      row.getChildren().add(small);
    }
    row.setMinWidth(0);
    Button button = new Button();
    button.getStyleClass().setAll("quote");
    button.setGraphic(row);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setAccessibleText("Answers " + quote.author() + ": " + quote.text());
    button.setOnAction(_ -> {
      if (storyId == null) {
        model.jumpTo(quote.messageId(), quote.seq());
      } else {
        context.stories().open().accept(storyId);
      }
    });
    return button;
  }

  private Node reactions(Line.Bubble bubble) {
    FlowPane all = new FlowPane(4, 4);
    all.getStyleClass().add("reactions");
    all.setAlignment(bubble.own() ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    all.prefWrapLengthProperty().bind(width);
    for (Line.Reacted reacted : bubble.reactions()) {
      Button chip = new Button(reacted.count() > 1 ? Integer.toString(reacted.count()) : "");
      chip.getStyleClass().setAll("reaction");
      chip.pseudoClassStateChanged(OWN, reacted.own());
      chip.setGraphic(context.media().emoji().node(reacted.emoji(), 16));
      Tips.put(chip, reacted.names());
      chip.setAccessibleText(reacted.emoji() + " by " + reacted.names());
      Line.Source source = bubble.source();
      if (source != null) {
        chip.setOnAction(_ -> model.react(source.messageId(), reacted.emoji(), !reacted.own()));
      }
      all.getChildren().add(chip);
    }
    return all;
  }

  private Node portrait(Line.Bubble bubble) {
    StackPane place = new StackPane();
    place.setMinSize(AVATAR, AVATAR);
    place.setMaxSize(AVATAR, AVATAR);
    if (bubble.first()) {
      place.getChildren().add(person(bubble));
    }
    return place;
  }

  /// Their picture opens their card.
  private Node person(Line.Bubble bubble) {
    Avatar avatar = new Avatar(context.pictures(), AVATAR, bubble.senderName(), bubble.avatarUrl());
    Line.Source source = bubble.source();
    if (source == null) {
      return avatar;
    }
    Button button = new Button();
    button.getStyleClass().setAll("avatar-button");
    button.setGraphic(avatar);
    button.setAccessibleText(bubble.senderName());
    button.setOnAction(_ -> context.people().openCard().accept(source.senderId()));
    return button;
  }

  private Node foot(Line.Bubble bubble) {
    HBox foot = new HBox(4);
    String waits = bubble.delivery() == Line.Delivery.WAITING ? bubble.problem() : null;
    if (waits != null) {
      Label later = label(waits, "bubble-time");
      later.setWrapText(true);
      later.maxWidthProperty().bind(width.subtract(60));
      later.setMinHeight(Region.USE_PREF_SIZE);
      foot.getChildren().add(later);
    }
    foot.getStyleClass().add("bubble-foot");
    foot.setAlignment(Pos.CENTER_RIGHT);
    if (bubble.delivery() == Line.Delivery.FAILED) {
      Label why =
          label(bubble.problem() == null ? "Not sent." : bubble.problem(), "bubble-problem");
      why.setWrapText(true);
      why.maxWidthProperty().bind(width.subtract(12));
      why.setMinHeight(Region.USE_PREF_SIZE);
      Hyperlink again = new Hyperlink("Try again");
      again.setOnAction(_ -> model.retry(bubble.key()));
      Hyperlink drop = new Hyperlink("Delete");
      drop.setOnAction(_ -> model.discard(bubble.key()));
      HBox ways = new HBox(8, again, drop);
      ways.setAlignment(Pos.CENTER_RIGHT);
      VBox failed = new VBox(2, why, ways);
      failed.setAlignment(Pos.TOP_RIGHT);
      foot.getChildren().add(failed);
      return foot;
    }
    if (bubble.edited()) {
      Hyperlink edited = new Hyperlink("edited");
      edited.getStyleClass().add("edited-link");
      edited.setOnAction(_ -> menus.history(bubble));
      foot.getChildren().addAll(edited, label("·", "bubble-time"));
    }
    foot.getChildren().add(label(bubble.time(), "bubble-time"));
    Node tick = tick(bubble.delivery());
    if (tick != null) {
      foot.getChildren().add(tick);
    }
    return foot;
  }

  private static @org.jspecify.annotations.Nullable Node tick(Line.Delivery delivery) {
    return switch (delivery) {
      case NONE, FAILED -> null;
      case WAITING -> named(Icons.of(Feather.CLOCK, "tick"), "Waits to be sent");
      case SENT -> named(Icons.of(Feather.CHECK, "tick"), "Sent");
      case DELIVERED -> named(twice("tick"), "Delivered");
      case READ -> named(twice("tick", "tick-read"), "Read");
    };
  }

  private static Node twice(String... styles) {
    FontIcon one = Icons.of(Feather.CHECK, styles);
    FontIcon two = Icons.of(Feather.CHECK, styles);
    HBox both = new HBox(-7, one, two);
    both.setAlignment(Pos.CENTER);
    return both;
  }

  private static Node named(Node node, String name) {
    node.setAccessibleText(name);
    return node;
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }

  private static Node centred(Node node, String style) {
    StackPane row = new StackPane(node);
    row.getStyleClass().add(style);
    return row;
  }
}
