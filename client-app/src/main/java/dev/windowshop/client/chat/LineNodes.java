package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lines of a conversation as nodes.
final class LineNodes {
  private static final double BUBBLE_WIDTH = 272;
  private static final double AVATAR = 28;
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
  private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

  private final ConversationViewModel model;
  private final ChatContext context;

  LineNodes(ConversationViewModel model, ChatContext context) {
    this.model = model;
    this.context = context;
  }

  Node of(Line line) {
    return switch (line) {
      case Line.Day day -> centred(label(day.text(), "day-line"), "day-row");
      case Line.Notice notice -> notice(notice);
      case Line.Bubble bubble -> bubble(bubble);
    };
  }

  private static Node notice(Line.Notice notice) {
    Label text = label(notice.text() + " · " + notice.time(), "notice-line");
    if (notice.call()) {
      text.setGraphic(
          Icons.of(notice.missed() ? Feather.PHONE_MISSED : Feather.PHONE, "icon-small"));
      text.pseudoClassStateChanged(MISSED, notice.missed());
    }
    return centred(text, "notice-row");
  }

  private Node bubble(Line.Bubble bubble) {
    VBox content = new VBox(6);
    content.getStyleClass().addAll("bubble", bubble.own() ? "own" : "other");
    content.pseudoClassStateChanged(FIRST, bubble.first());
    content.pseudoClassStateChanged(LAST, bubble.last());
    content.setMaxWidth(BUBBLE_WIDTH);
    if (bubble.author() != null) {
      content.getChildren().add(label(bubble.author(), "bubble-author"));
    }
    if (bubble.product() != null) {
      String productId = bubble.product().id();
      Button card = new Button();
      card.getStyleClass().setAll("bubble-card");
      card.setGraphic(ConversationHeader.productRow(bubble.product(), context, 56));
      card.setMaxWidth(Double.MAX_VALUE);
      card.setOnAction(_ -> context.openProduct().accept(productId));
      content.getChildren().add(card);
    }
    if (!bubble.text().isEmpty()) {
      content.getChildren().add(text(bubble));
    }
    VBox column = new VBox(3, content);
    column.setFillWidth(false);
    column.setAlignment(bubble.own() ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    if (bubble.last() || bubble.delivery() == Line.Delivery.FAILED) {
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

  private Label text(Line.Bubble bubble) {
    Label text = label(bubble.text(), bubble.deleted() ? "bubble-deleted" : "bubble-text");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    MenuItem copy = new MenuItem("Copy");
    copy.setOnAction(_ -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(bubble.text());
      Clipboard.getSystemClipboard().setContent(content);
    });
    ContextMenu menu = new ContextMenu(copy);
    Line.Source source = bubble.source();
    if (source != null && !bubble.own() && !bubble.deleted()) {
      MenuItem report = new MenuItem("Report");
      report.setOnAction(_ -> context.people().reportMessage().accept(source.messageId()));
      menu.getItems().add(report);
    }
    text.setContextMenu(menu);
    return text;
  }

  private Node foot(Line.Bubble bubble) {
    HBox foot = new HBox(4);
    foot.getStyleClass().add("bubble-foot");
    foot.setAlignment(Pos.CENTER_RIGHT);
    if (bubble.delivery() == Line.Delivery.FAILED) {
      Label why =
          label(bubble.problem() == null ? "Not sent." : bubble.problem(), "bubble-problem");
      why.setWrapText(true);
      why.setMaxWidth(BUBBLE_WIDTH - 12);
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
    String time = bubble.edited() ? bubble.time() + " · edited" : bubble.time();
    foot.getChildren().add(label(time, "bubble-time"));
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
