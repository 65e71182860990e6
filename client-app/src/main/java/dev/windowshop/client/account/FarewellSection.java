package dev.windowshop.client.account;

import dev.windowshop.client.platform.Subscription;
import java.io.File;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Taking one's data along, and deleting the account.
public final class FarewellSection implements SettingsSection {
  private final FarewellViewModel model;
  private final AccountContext context;
  private final SettingsCard card = new SettingsCard("Your data");
  private final VBox delete = new VBox(16);
  private @Nullable Subscription watching;

  public FarewellSection(FarewellViewModel model, AccountContext context) {
    this.model = model;
    this.context = context;
    Button export = new Button("Export my data…");
    export.setOnAction(event -> chooseFile());
    export.disableProperty().bind(model.exporting());
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(120);
    bar.visibleProperty().bind(model.exporting());
    bar.managedProperty().bind(bar.visibleProperty());
    Label how = new Label();
    how.getStyleClass().add("t-muted");
    how.textProperty().bind(model.exported());
    HBox progress = new HBox(12, bar, how);
    progress.setAlignment(Pos.CENTER_LEFT);
    progress.visibleProperty().bind(model.exported().isNotEmpty());
    progress.managedProperty().bind(progress.visibleProperty());
    Button leave = new Button("Delete…");
    leave.getStyleClass().add("danger");
    Node confirm = confirmation();
    leave.setOnAction(event -> {
      if (!delete.getChildren().remove(confirm)) {
        delete.getChildren().add(confirm);
      }
    });
    delete
        .getChildren()
        .add(
            SettingsCard.row(
                Feather.TRASH_2,
                "Delete my account",
                "For good. What you wrote stays with those you wrote to.",
                leave));
    card.fill(
        SettingsCard.row(
            Feather.DOWNLOAD,
            "Take your data along",
            "Your account, what you wrote, your orders and more, as one archive.",
            export),
        progress,
        delete);
    show(false);
  }

  private Node confirmation() {
    Label words =
        new Label(
            "Your profile, contacts, cart, likes and devices are erased at once and can't be brought"
                + " back. Your messages stay, as those of a deleted account. Groups you own pass to"
                + " somebody else in them, and products you sell are taken off.");
    words.setWrapText(true);
    words.setMinHeight(VBox.USE_PREF_SIZE);
    Label name = new Label();
    name.getStyleClass().add("t-strong");
    name.textProperty()
        .bind(model.username().map(text -> "Type your user name, " + text + ", to confirm"));
    TextField typed = new TextField();
    typed.textProperty().bindBidirectional(model.typed());
    name.setLabelFor(typed);
    Label trouble = Form.trouble();
    trouble.textProperty().bind(model.trouble());
    Button forGood = new Button("Delete my account for good");
    forGood.getStyleClass().add("danger");
    forGood.disableProperty().bind(model.mayDelete().not());
    forGood.setOnAction(event -> model.delete());
    VBox box =
        new VBox(
            12,
            words,
            new VBox(6, name, typed),
            SettingsCard.secret("Your password", model.password()),
            trouble,
            forGood);
    box.getStyleClass().addAll("settings-notice", "danger");
    return box;
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export my data");
    chooser.setInitialFileName("windowshop-data.zip");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Archive", "*.zip"));
    File file = chooser.showSaveDialog(card.getScene().getWindow());
    if (file != null) {
      model.export(file.toPath());
    }
  }

  private void show(boolean signedIn) {
    card.setVisible(signedIn);
    card.setManaged(signedIn);
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void activate() {
    watching =
        context.accounts().account().observe(now -> context.ui().execute(() -> changed(now)));
  }

  private void changed(Account now) {
    switch (now) {
      case Account.Guest guest -> show(false);
      case Account.SignedIn signedIn -> {
        model.username().set(signedIn.me().username());
        show(true);
      }
    }
  }

  @Override
  public void deactivate() {
    if (watching != null) {
      watching.close();
      watching = null;
    }
  }
}
