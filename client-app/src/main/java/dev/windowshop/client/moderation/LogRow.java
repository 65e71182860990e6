package dev.windowshop.client.moderation;

import dev.windowshop.protocol.Report;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One act in the log.
final class LogRow extends HBox {
  LogRow(Report.Entry entry, ModerationViewModel model) {
    super(16);
    getStyleClass().addAll("card", "log-row");
    setAlignment(Pos.CENTER_LEFT);
    VBox words =
        new VBox(
            4,
            ReportCard.words(ModerationWords.did(entry), "t-strong"),
            ReportCard.words(entry.note() + " · " + ModerationWords.when(entry.at()), "t-muted"));
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().add(words);
    if (ModerationViewModel.canTakeBack(entry)) {
      Button back = new Button(entry.deed() == Report.Deed.HIDE ? "Show again" : "Let in again");
      back.setMinWidth(Button.USE_PREF_SIZE);
      back.setOnAction(_ -> model.takeBack(entry, "Taken back from the log"));
      getChildren().add(back);
    }
  }
}
