package dev.windowshop.client.people;

import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.protocol.Report;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is wrong with a message, a product or a person.
public final class ReportView extends VBox {
  private final ReportViewModel model;
  private final Runnable close;

  public ReportView(ReportViewModel model, Runnable close) {
    super(16);
    this.model = model;
    this.close = close;
    getStyleClass().add("report");
    setPrefWidth(380);
    Label title = new Label(title(model.kind()));
    title.getStyleClass().add("t-section");
    Label sentence =
        words("Moderators see what you report and who wrote it. They are not told who you are.");
    VBox reasons = new VBox(8);
    ToggleGroup group = new ToggleGroup();
    for (Report.Reason reason : ReportViewModel.REASONS) {
      RadioButton choice = new RadioButton(ReportViewModel.name(reason));
      choice.setToggleGroup(group);
      choice.setOnAction(_ -> model.reason().set(reason));
      reasons.getChildren().add(choice);
    }
    TextArea text = new TextArea();
    text.setPromptText("Anything that helps to understand it");
    text.setPrefRowCount(3);
    text.setWrapText(true);
    text.textProperty().bindBidirectional(model.text());
    Label notice = words("");
    notice.textProperty().bind(model.notice());
    ProfileCardView.shownWhen(notice, model.notice().isNotEmpty());
    Button send = new Button("Send report");
    send.getStyleClass().add("primary");
    send.setDefaultButton(true);
    send.disableProperty().bind(model.ready().not());
    send.setOnAction(_ -> model.send());
    Button cancel = new Button("Cancel");
    cancel.setOnAction(_ -> close.run());
    HBox buttons = new HBox(12, send, cancel);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, sentence, reasons, text, notice, buttons);
    model
        .sent()
        .subscribe(sent -> {
          if (sent) {
            thank();
          }
        });
  }

  private void thank() {
    getChildren()
        .setAll(
            new EmptyState(
                Feather.CHECK_CIRCLE,
                "Thank you",
                "Somebody will look at it. You can also block whoever bothers you.",
                "Done",
                close));
  }

  private static String title(Report.Kind kind) {
    return switch (kind) {
      case MESSAGE -> "Report this message";
      case PRODUCT -> "Report this product";
      case STORY -> "Report this status";
      case USER, UNKNOWN -> "Report this person";
    };
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("t-muted");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
