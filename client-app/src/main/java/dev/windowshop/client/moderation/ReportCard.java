package dev.windowshop.client.moderation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.Report;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/// One report: what it is about, why, and what can be done.
final class ReportCard extends VBox {
  ReportCard(Report report, ModerationViewModel model) {
    super(12);
    getStyleClass().addAll("card", "settings-card", "report-card");
    Label title = new Label(ModerationWords.title(report), Icons.of(icon(report.kind())));
    title.getStyleClass().addAll("t-emphasis", "t-strong");
    title.setGraphicTextGap(8);
    Integer others = report.others();
    Label about =
        words(
            ModerationWords.name(report.reporter())
                + " reported "
                + ModerationWords.reason(report.reason())
                + (others == null || others == 0
                    ? ""
                    : others == 1 ? ", and one other did" : ", and " + others + " others did")
                + " · "
                + ModerationWords.when(report.createdAt()),
            "t-muted");
    getChildren().addAll(title, about, quote(report));
    if (report.text() != null) {
      getChildren().add(words("“" + report.text() + "”", "t-body"));
    }
    getChildren()
        .add(
            report.state() == Report.State.OPEN
                ? decision(report, model)
                : words(
                    ModerationWords.decided(report.action())
                        + (report.note() == null ? "." : ": " + report.note()),
                    "t-strong"));
  }

  private static Node quote(Report report) {
    JsonNode snapshot = report.snapshot();
    String text =
        snapshot == null
            ? ""
            : switch (report.kind()) {
              case MESSAGE -> snapshot.path("content").asText("(no words)");
              case PRODUCT -> snapshot.path("title").asText();
              case STORY -> snapshot.path("text").asText("(a picture)");
              case USER, UNKNOWN ->
                  "@"
                      + snapshot.path("username").asText()
                      + (snapshot.path("bio").isTextual()
                          ? " · " + snapshot.path("bio").asText()
                          : "");
            };
    Label quote = words(text, "report-quote");
    quote.setMaxWidth(Double.MAX_VALUE);
    return quote;
  }

  private static Node decision(Report report, ModerationViewModel model) {
    TextField note = new TextField();
    note.setPromptText("Why, for the log");
    note.setAccessibleText("Why, for the log");
    ChoiceBox<Integer> days = new ChoiceBox<>();
    days.getItems().addAll(1, 7, 30, 0);
    days.setValue(7);
    days.setAccessibleText("How long to suspend them");
    days.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer count) {
            return count == null || count == 0
                ? "for good"
                : count == 1 ? "for a day" : "for " + count + " days";
          }

          @Override
          public Integer fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    FlowPane buttons = new FlowPane(8, 8);
    buttons.setAlignment(Pos.CENTER_LEFT);
    buttons
        .getChildren()
        .add(
            button(
                "Dismiss",
                () -> model.decide(report, Report.Action.DISMISS, note.getText(), null)));
    if (report.kind() != Report.Kind.USER) {
      Button hide =
          button("Hide it", () -> model.decide(report, Report.Action.HIDE, note.getText(), null));
      hide.getStyleClass().add("primary");
      buttons.getChildren().add(hide);
    }
    Button suspend =
        button(
            "Suspend " + ModerationWords.name(report.owner()),
            () ->
                model.decide(
                    report,
                    Report.Action.SUSPEND,
                    note.getText(),
                    days.getValue() == 0 ? null : days.getValue()));
    suspend.getStyleClass().add("danger");
    buttons.getChildren().addAll(suspend, days);
    return new VBox(10, note, buttons);
  }

  private static Button button(String text, Runnable action) {
    Button button = new Button(text);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Feather icon(Report.Kind kind) {
    return switch (kind) {
      case MESSAGE -> Feather.MESSAGE_CIRCLE;
      case PRODUCT -> Feather.SHOPPING_BAG;
      case STORY -> Feather.CIRCLE;
      case USER, UNKNOWN -> Feather.USER;
    };
  }

  static Label words(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
