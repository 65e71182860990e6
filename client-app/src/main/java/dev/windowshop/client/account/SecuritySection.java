package dev.windowshop.client.account;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.AccountSecurity;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How one signs in: email, password, providers, devices.
public final class SecuritySection implements SettingsSection {
  private final SafetyViewModel model;
  private final DevicesViewModel devices;
  private final ConnectionsViewModel connections;
  private final AccountContext context;
  private final SettingsCard card = new SettingsCard("Account & security");
  private final VBox email = new VBox(12);
  private final VBox password = new VBox(12);
  private final Label outcome = SettingsCard.words("");
  private final Label trouble = Form.trouble();
  private @Nullable Subscription watching;

  public SecuritySection(
      SafetyViewModel model,
      ConnectionsViewModel connections,
      DevicesViewModel devices,
      AccountContext context) {
    this.model = model;
    this.connections = connections;
    this.devices = devices;
    this.context = context;
    outcome.textProperty().bind(model.outcome());
    outcome.visibleProperty().bind(model.outcome().isNotEmpty());
    outcome.managedProperty().bind(outcome.visibleProperty());
    model.refusals().subscribe(refusals -> trouble.setText(words(refusals)));
    card.fill(
        email,
        password,
        new ConnectionsBox(connections),
        outcome,
        trouble,
        new DeviceList(devices));
    model.security().subscribe(security -> fill(security));
    model.codeSent().subscribe(() -> fill(model.security().get()));
    show(false);
  }

  private static String words(Refusals refusals) {
    if (refusals.fields().isEmpty()) {
      return refusals.text();
    }
    for (String[] field :
        new String[][] {
          {"token", "The code"},
          {"email", "The email"},
          {"password", "The password"},
          {"currentPassword", "The password"},
          {"newPassword", "The new password"}
        }) {
      String why = refusals.of(field[0], field[1]);
      if (!why.isEmpty()) {
        return why;
      }
    }
    return "That was not taken.";
  }

  private void fill(@Nullable AccountSecurity security) {
    if (security == null) {
      return;
    }
    email.getChildren().setAll(emailRow(security));
    boolean unproven = !security.emailVerified() && security.mail() && !security.email().isEmpty();
    if (unproven || model.codeSent().get()) {
      email.getChildren().add(banner(security));
    }
    password
        .getChildren()
        .setAll(
            SettingsCard.row(
                Feather.LOCK,
                "Password",
                security.hasPassword()
                    ? "Changing it signs you out everywhere else."
                    : "You have none: you sign in through a provider.",
                opener(
                    security.hasPassword() ? "Change…" : "Set one…",
                    password,
                    passwordFields(security))));
  }

  private Node emailRow(AccountSecurity security) {
    String state =
        security.emailVerified()
            ? "Confirmed."
            : security.mail() ? "Not confirmed yet." : "Only you see it.";
    return SettingsCard.row(
        Feather.MAIL,
        security.email().isEmpty() ? "No email" : security.email(),
        state,
        opener("Change…", email, emailFields(security)));
  }

  /// Asks for the code that proves the email, or a new one.
  private Node banner(AccountSecurity security) {
    String pending = security.pendingEmail();
    if (!model.codeSent().get()) {
      Button send = new Button("Send me a code");
      send.setOnAction(event -> model.askForCode());
      send.disableProperty().bind(model.busy());
      return notice(
          "Confirm your email, so that you can get back in if you forget your password.", send);
    }
    TextField code = new TextField();
    code.setPromptText("Code from the mail");
    code.setAccessibleText("Code from the mail");
    code.textProperty().bindBidirectional(model.code());
    code.setOnAction(event -> model.confirm());
    HBox.setHgrow(code, Priority.ALWAYS);
    Button confirm = new Button("Confirm");
    confirm.getStyleClass().add("primary");
    confirm.setOnAction(event -> model.confirm());
    confirm.disableProperty().bind(model.busy());
    HBox line = new HBox(8, code, confirm);
    line.setAlignment(Pos.CENTER_LEFT);
    return notice(
        "Enter the code that we sent to " + (pending == null ? security.email() : pending) + ".",
        line);
  }

  private static Node notice(String words, Node action) {
    Label text = new Label(words);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(12, text, action);
    box.getStyleClass().add("settings-notice");
    return box;
  }

  private Node emailFields(AccountSecurity security) {
    VBox fields = new VBox(12, SettingsCard.field("New email", model.email()));
    if (security.hasPassword()) {
      fields.getChildren().add(SettingsCard.secret("Your password", model.emailPassword()));
    }
    fields.getChildren().add(save("Change my email", model::changeEmail));
    return fields;
  }

  private Node passwordFields(AccountSecurity security) {
    VBox fields = new VBox(12);
    if (security.hasPassword()) {
      fields.getChildren().add(SettingsCard.secret("Current password", model.current()));
    }
    fields
        .getChildren()
        .addAll(
            SettingsCard.secret("New password, 8 characters or more", model.next()),
            save("Save my password", model::changePassword));
    return fields;
  }

  private Button save(String words, Runnable action) {
    Button save = new Button(words);
    save.getStyleClass().add("primary");
    save.setOnAction(event -> action.run());
    save.disableProperty().bind(model.busy());
    return save;
  }

  /// Opens the fields under their row, and closes them.
  private static Button opener(String words, VBox under, Node fields) {
    Button button = new Button(words);
    button.setOnAction(event -> {
      if (!under.getChildren().remove(fields)) {
        under.getChildren().add(fields);
      }
    });
    return button;
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
    boolean signedIn = now.userId() != null;
    show(signedIn);
    if (signedIn) {
      model.load();
      connections.load();
      devices.load();
    }
  }

  @Override
  public void deactivate() {
    connections.cancel();
    if (watching != null) {
      watching.close();
      watching = null;
    }
  }
}
