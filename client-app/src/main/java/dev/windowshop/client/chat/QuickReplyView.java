package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Pictures;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The end of a conversation in a few lines of words, and a line to answer in: Enter sends, Escape
/// leaves. What is begun here is the conversation's draft, as everywhere.
final class QuickReplyView extends VBox {
  private static final int LINES = 30;
  private static final double AVATAR = 32;
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

  private final ConversationViewModel model;
  private final VBox said = new VBox();
  private final ScrollPane scroll = new ScrollPane(said);
  private final TextField field = new TextField();
  private final Runnable leave;

  /// @param open shows the whole conversation elsewhere
  /// @param leave after an answer, and without one
  QuickReplyView(ConversationViewModel model, Pictures pictures, Runnable open, Runnable leave) {
    this.model = model;
    this.leave = leave;
    getStyleClass().add("quick-reply");
    said.getStyleClass().add("quick-lines");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    // The newest stays in sight, whenever it has got its height.
    said.heightProperty().subscribe(() -> scroll.setVvalue(1));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(head(pictures, open), scroll, note(), foot());
    model.lines().subscribe(this::show);
    show();
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private Node head(Pictures pictures, Runnable open) {
    Heading heading = model.heading();
    Avatar avatar = new Avatar(pictures, AVATAR);
    heading.title().subscribe(() -> portray(avatar));
    heading.avatarUrl().subscribe(() -> portray(avatar));
    portray(avatar);
    Label title = new Label();
    title.getStyleClass().add("quick-title");
    title.textProperty().bind(heading.title());
    Label subtitle = new Label();
    subtitle.getStyleClass().add("t-muted");
    subtitle
        .textProperty()
        .bind(
            Bindings.when(model.writing().isNotEmpty())
                .then(model.writing())
                .otherwise(heading.subtitle()));
    VBox names = new VBox(title, subtitle);
    names.setMinWidth(0);
    HBox.setHgrow(names, Priority.ALWAYS);
    Button whole = new Button("Open");
    whole.getStyleClass().add("link");
    whole.setMinWidth(USE_PREF_SIZE);
    whole.setOnAction(_ -> {
      leave.run();
      open.run();
    });
    HBox head = new HBox(10, avatar, names, whole);
    head.getStyleClass().add("quick-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void portray(Avatar avatar) {
    avatar.show(model.heading().title().get(), model.heading().avatarUrl().get());
  }

  /// What keeps one from writing, or what was written from going.
  private Node note() {
    Label note = new Label();
    note.getStyleClass().add("quick-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::words, model.shut(), model.composer().problem(), model.notice()));
    note.visibleProperty().bind(note.textProperty().isNotEmpty());
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  private String words() {
    String problem = model.composer().problem().get();
    if (!model.shut().get().isEmpty()) {
      return model.shut().get();
    }
    return problem == null || problem.isEmpty() ? model.notice().get() : problem;
  }

  private Node foot() {
    field.getStyleClass().add("quick-field");
    field.setPromptText("Reply");
    field.setAccessibleText("Reply");
    field.textProperty().bindBidirectional(model.composer().text());
    field.disableProperty().bind(model.canWrite().not());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button send = Icons.button(Feather.ARROW_UP, "Send", this::send);
    send.getStyleClass().add("answer-send");
    send.disableProperty().bind(field.textProperty().map(String::isBlank).orElse(true));
    HBox foot = new HBox(8, field, send);
    foot.getStyleClass().add("quick-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.getTarget() == field) {
      event.consume();
      send();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      leave.run();
    }
  }

  private void send() {
    if (model.canWrite().get() && model.composer().send()) {
      leave.run();
    }
  }

  void focusField() {
    field.requestFocus();
    field.end();
  }

  private void show() {
    List<Line> all = model.lines();
    said.getChildren()
        .setAll(
            all.subList(Math.max(0, all.size() - LINES), all.size()).stream()
                .map(QuickReplyView::node)
                .toList());
  }

  private static Node node(Line line) {
    return switch (line) {
      case Line.Day day -> centred(day.text(), "day-line");
      case Line.Notice notice -> centred(notice.text(), "day-line");
      case Line.NewMessages news -> centred(news.text(), "new-line");
      case Line.Bubble bubble -> bubble(bubble);
    };
  }

  private static Node centred(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    HBox row = new HBox(label);
    row.getStyleClass().add("quick-row");
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private static Node bubble(Line.Bubble bubble) {
    Label text = new Label(words(bubble));
    text.getStyleClass().add(bubble.deleted() ? "bubble-deleted" : "bubble-text");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(2);
    if (bubble.author() != null) {
      Label author = new Label(bubble.author());
      author.getStyleClass().add("bubble-author");
      box.getChildren().add(author);
    }
    box.getChildren().add(text);
    box.getStyleClass().addAll("bubble", bubble.own() ? "own" : "other");
    box.pseudoClassStateChanged(FIRST, bubble.first());
    HBox row = new HBox(box);
    row.getStyleClass().addAll("quick-row", bubble.own() ? "own" : "other");
    row.setAlignment(bubble.own() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    return row;
  }

  /// What else is in it than words is said in a word.
  private static String words(Line.Bubble bubble) {
    Line.Source source = bubble.source();
    if (source != null && (bubble.deleted() || bubble.text().isBlank())) {
      return Wording.said(source.message());
    }
    return bubble.text().isBlank() ? "File" : MessageMarkup.plain(bubble.text());
  }
}
