package dev.windowshop.client.account;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The providers that sign one in, and those that could.
final class ConnectionsBox extends VBox {
  private final ConnectionsViewModel model;
  private final VBox rows = new VBox(8);
  private final VBox under = new VBox(12);

  ConnectionsBox(ConnectionsViewModel model) {
    super(8);
    this.model = model;
    Label outcome = SettingsCard.words("");
    outcome.textProperty().bind(model.outcome());
    outcome.visibleProperty().bind(model.outcome().isNotEmpty());
    outcome.managedProperty().bind(outcome.visibleProperty());
    Label trouble = Form.trouble();
    trouble.textProperty().bind(model.trouble());
    getChildren().addAll(rows, under, outcome, trouble);
    model.rows().addListener((ListChangeListener<ConnectionsViewModel.Row>) change -> fill());
    model.step().subscribe(this::stepIs);
    fill();
  }

  private void fill() {
    rows.getChildren().clear();
    for (ConnectionsViewModel.Row row : model.rows()) {
      rows.getChildren()
          .add(SettingsCard.row(Feather.EXTERNAL_LINK, row.name(), words(row), action(row)));
    }
    boolean any = !rows.getChildren().isEmpty();
    setVisible(any);
    setManaged(any);
  }

  private static String words(ConnectionsViewModel.Row row) {
    return switch (row) {
      case ConnectionsViewModel.Row.Connected _ -> "Signs you in.";
      case ConnectionsViewModel.Row.Offered _ -> "Can sign you in as well.";
    };
  }

  private Region action(ConnectionsViewModel.Row row) {
    String words =
        switch (row) {
          case ConnectionsViewModel.Row.Connected _ -> "Disconnect…";
          case ConnectionsViewModel.Row.Offered _ -> "Connect…";
        };
    Button button = new Button(words);
    button.setAccessibleText(words.replace("…", " ") + row.name());
    button.setOnAction(event -> model.choose(row));
    button.disableProperty().bind(model.busy());
    return button;
  }

  private void stepIs(ConnectionsViewModel.Step step) {
    under.getChildren().clear();
    switch (step) {
      case ConnectionsViewModel.Step.Looking _ -> {}
      case ConnectionsViewModel.Step.Confirming(ConnectionsViewModel.Row row) -> {
        Button go =
            new Button(
                switch (row) {
                  case ConnectionsViewModel.Row.Connected _ -> "Disconnect " + row.name();
                  case ConnectionsViewModel.Row.Offered _ -> "Go on to " + row.name();
                });
        go.getStyleClass().add("primary");
        go.setDefaultButton(true);
        go.setOnAction(event -> model.confirm());
        go.disableProperty().bind(model.busy());
        under
            .getChildren()
            .addAll(
                SettingsCard.secret("Your password", model.password()),
                line(go, cancel("Not now")));
      }
      case ConnectionsViewModel.Step.Waiting(String provider) -> {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("thin");
        bar.setAccessibleText("Waiting for " + provider);
        Button copy =
            Form.link("Copy its address", () -> ProviderForms.copy(model.address().get()));
        copy.visibleProperty().bind(model.address().isNotEmpty());
        under
            .getChildren()
            .addAll(
                SettingsCard.words(
                    "Sign in at "
                        + provider
                        + " on the page that has opened in your browser. Windowshop goes on by"
                        + " itself."),
                bar,
                line(cancel("Cancel"), copy));
      }
    }
  }

  private Button cancel(String words) {
    Button cancel = new Button(words);
    cancel.setOnAction(event -> model.cancel());
    return cancel;
  }

  private static HBox line(Button... buttons) {
    HBox line = new HBox(8, buttons);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
