package dev.windowshop.client.account;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Me;
import java.io.File;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Who one is to others; for a guest, how to become somebody.
public final class ProfileSection implements SettingsSection {
  private final ProfileViewModel model;
  private final Navigator navigator;
  private final Pictures pictures;
  private final SettingsCard card = new SettingsCard("Profile");

  public ProfileSection(ProfileViewModel model, Navigator navigator, Pictures pictures) {
    this.model = model;
    this.navigator = navigator;
    this.pictures = pictures;
    model.account().subscribe(this::fill);
  }

  private void fill(Account account) {
    switch (account) {
      case Account.Guest guest -> fillGuest(guest);
      case Account.SignedIn signedIn -> fillProfile(signedIn.me());
    }
  }

  private void fillGuest(Account.Guest guest) {
    Label text =
        SettingsCard.words(
            guest.notice() == null
                ? "You look around as a guest. With an account you can ask sellers and call friends."
                : guest.notice());
    Button signIn = new Button("Sign in");
    signIn.getStyleClass().add("primary");
    signIn.setOnAction(event -> navigator.go(new Destination.SignIn(null)));
    Button signUp = new Button("Make an account");
    signUp.setOnAction(event -> navigator.go(new Destination.SignUp(null)));
    HBox buttons = new HBox(12, signIn, signUp);
    buttons.setAlignment(Pos.CENTER_LEFT);
    card.fill(text, buttons);
  }

  private void fillProfile(Me me) {
    Label name = new Label(me.displayName());
    name.getStyleClass().addAll("t-emphasis", "t-strong");
    Label handle = new Label("@" + me.username() + " · " + me.email());
    handle.getStyleClass().add("t-muted");
    VBox words = new VBox(2, name, handle);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox who = new HBox(16, new Avatar(pictures, 56, me.displayName(), me.avatarUrl()), words);
    who.setAlignment(Pos.CENTER_LEFT);
    Button picture = new Button("Change picture");
    picture.setOnAction(event -> choosePicture());
    HBox pictures = new HBox(8, picture);
    if (me.avatarUrl() != null) {
      Button remove = new Button("Remove it");
      remove.getStyleClass().add("quiet");
      remove.setOnAction(event -> model.removePicture());
      pictures.getChildren().add(remove);
    }
    Button save = new Button("Save");
    save.getStyleClass().add("primary");
    save.setOnAction(event -> model.save());
    Button out = new Button("Sign out");
    out.setOnAction(event -> model.signOut());
    Label outcome = new Label();
    outcome.getStyleClass().add("t-muted");
    outcome.textProperty().bind(model.outcome());
    HBox buttons = new HBox(12, save, out, outcome);
    buttons.setAlignment(Pos.CENTER_LEFT);
    card.fill(
        who,
        pictures,
        SettingsCard.field("What people call you", model.displayName()),
        SettingsCard.field("What you're up to", model.bio()),
        lasting(),
        buttons);
  }

  private void choosePicture() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Choose a picture");
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                "Pictures", "*.png", "*.jpg", "*.jpeg", "*.gif", "*.webp"));
    File chosen = chooser.showOpenDialog(card.getScene().getWindow());
    if (chosen != null) {
      model.changePicture(chosen.toPath());
    }
  }

  private Node lasting() {
    HBox pills = new HBox(8);
    for (Lasting each : Lasting.values()) {
      ToggleButton pill = new ToggleButton(each.toString());
      pill.getStyleClass().add("pill");
      pill.setSelected(model.bioLasts().get() == each);
      pill.setOnAction(event -> {
        model.bioLasts().set(each);
        pills.getChildren().forEach(other -> ((ToggleButton) other).setSelected(other == pill));
      });
      pills.getChildren().add(pill);
    }
    return pills;
  }

  @Override
  public Node node() {
    return card;
  }
}
