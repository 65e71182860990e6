package dev.windowshop.client.chat;

import dev.windowshop.protocol.Poll;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Where a poll is put together. Made and used on the FX thread.
final class PollSheet {
  private static final int LONGEST_QUESTION = 300;
  private static final int LONGEST_OPTION = 100;
  private static final int MOST_OPTIONS = 12;

  /// How long it is open, in words.
  private static final Map<String, Duration> LIVES = lives();

  private final String conversationId;
  private final ChatContext context;
  private final TextField question = new TextField();
  private final VBox options = new VBox(8);
  private final CheckBox multiple = new CheckBox("More than one may be chosen");
  private final ComboBox<String> life = new ComboBox<>();
  private final Label trouble = new Label();
  private final Button send = new Button("Ask");

  private PollSheet(String conversationId, ChatContext context) {
    this.conversationId = conversationId;
    this.context = context;
  }

  /// @param closed run when it is gone
  static void show(String conversationId, ChatContext context, Runnable closed) {
    PollSheet sheet = new PollSheet(conversationId, context);
    context.sheets().show(sheet.card(), closed);
  }

  private static Map<String, Duration> lives() {
    Map<String, Duration> lives = new LinkedHashMap<>();
    lives.put("Open until it is closed", Duration.ZERO);
    lives.put("Open for an hour", Duration.ofHours(1));
    lives.put("Open for a day", Duration.ofDays(1));
    lives.put("Open for a week", Duration.ofDays(7));
    return lives;
  }

  private Node card() {
    Label title = new Label("Ask everybody");
    title.getStyleClass().add("t-section");
    question.setPromptText("Which lamp for the hall?");
    question.setAccessibleText("The question");
    limit(question, LONGEST_QUESTION);
    add();
    add();
    ScrollPane all = new ScrollPane(options);
    all.setFitToWidth(true);
    all.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    all.setMaxHeight(220);
    all.getStyleClass().add("poll-options");
    life.getItems().setAll(LIVES.keySet());
    life.getSelectionModel().selectFirst();
    life.setMaxWidth(Double.MAX_VALUE);
    life.setAccessibleText("How long it is open");
    trouble.getStyleClass().add("t-danger");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    Button no = new Button("Cancel");
    no.setOnAction(_ -> context.sheets().close());
    send.getStyleClass().add("primary");
    send.setDefaultButton(true);
    send.setOnAction(_ -> submit());
    HBox buttons = new HBox(8, no, send);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox card = new VBox(12, title, question, all, multiple, life, trouble, buttons);
    card.setPrefWidth(400);
    card.getStyleClass().add("chat-sheet");
    return card;
  }

  /// One more place to write a choice; the last one is always empty, as long as there may be more.
  private void add() {
    TextField option = new TextField();
    int number = options.getChildren().size() + 1;
    option.setPromptText("Choice " + number);
    option.setAccessibleText("Choice " + number);
    limit(option, LONGEST_OPTION);
    option
        .textProperty()
        .subscribe(text -> {
          boolean last = options.getChildren().indexOf(option) == options.getChildren().size() - 1;
          if (last && !text.isBlank() && options.getChildren().size() < MOST_OPTIONS) {
            add();
          }
        });
    options.getChildren().add(option);
  }

  private static void limit(TextField field, int longest) {
    field.setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().length() <= longest ? change : null));
  }

  private void submit() {
    List<String> chosen =
        options.getChildren().stream()
            .map(node -> ((TextField) node).getText().strip())
            .filter(text -> !text.isEmpty())
            .toList();
    if (question.getText().isBlank()) {
      trouble.setText("Write what you want to know.");
      question.requestFocus();
    } else if (chosen.size() < 2) {
      trouble.setText("Give at least two choices.");
    } else if (chosen.stream().distinct().count() < chosen.size()) {
      trouble.setText("Two choices are the same.");
    } else {
      ask(chosen);
    }
  }

  private void ask(List<String> chosen) {
    send.setDisable(true);
    Duration open = Objects.requireNonNull(LIVES.get(life.getValue()));
    Poll poll =
        new Poll(
            question.getText().strip(),
            chosen,
            multiple.isSelected(),
            open.isZero() ? null : Instant.now().plus(open),
            null,
            List.of());
    context
        .chats()
        .ask(conversationId, poll)
        .whenComplete((sent, failure) ->
            context
                .ui()
                .execute(() -> {
                  if (failure == null) {
                    context.sheets().close();
                  } else {
                    send.setDisable(false);
                    trouble.setText("That could not be kept. Try it once more.");
                  }
                }));
  }
}
