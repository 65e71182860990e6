package dev.windowshop.client.account;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.protocol.Me;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Who one is, how it looks, where the shop is.
public final class SettingsView implements Page {
  private static final double MOST_WIDTH = 640;

  private final SettingsViewModel model;
  private final Navigator navigator;
  private final Pictures pictures;
  private final VBox profile = card("Profile");
  private final Node root;

  /// @param relay the relay's address, to be read
  public SettingsView(
      SettingsViewModel model, Theme theme, String relay, Navigator navigator, Pictures pictures) {
    this.model = model;
    this.navigator = navigator;
    this.pictures = pictures;
    Label title = new Label("Settings");
    title.getStyleClass().add("t-page");
    VBox column = new VBox(24, title, profile, looks(theme), place(relay));
    column.setMaxWidth(MOST_WIDTH);
    StackPane content = new StackPane(column);
    content.setAlignment(Pos.TOP_CENTER);
    content.getStyleClass().add("page");
    root = new PageScroll(content);
    model.account().subscribe(this::fill);
  }

  private static VBox card(String title) {
    Label heading = new Label(title);
    heading.getStyleClass().add("t-section");
    VBox card = new VBox(16, heading);
    card.getStyleClass().addAll("card", "settings-card");
    return card;
  }

  private void fill(Account account) {
    profile.getChildren().remove(1, profile.getChildren().size());
    switch (account) {
      case Account.Guest guest -> fillGuest(guest);
      case Account.SignedIn signedIn -> fillProfile(signedIn.me());
    }
  }

  private void fillGuest(Account.Guest guest) {
    Label text =
        new Label(
            guest.notice() == null
                ? "You look around as a guest. With an account you can ask sellers and call friends."
                : guest.notice());
    text.setWrapText(true);
    text.getStyleClass().add("t-muted");
    Button signIn = new Button("Sign in");
    signIn.getStyleClass().add("primary");
    signIn.setOnAction(event -> navigator.go(new Destination.SignIn(null)));
    Button signUp = new Button("Make an account");
    signUp.setOnAction(event -> navigator.go(new Destination.SignUp(null)));
    HBox buttons = new HBox(12, signIn, signUp);
    buttons.setAlignment(Pos.CENTER_LEFT);
    profile.getChildren().addAll(text, buttons);
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
    profile
        .getChildren()
        .addAll(
            who,
            field("What people call you", model.displayName()),
            field("What you're up to", model.bio()),
            buttons);
  }

  private static Node field(String name, javafx.beans.property.StringProperty value) {
    Label label = new Label(name);
    label.getStyleClass().add("t-strong");
    TextField field = new TextField();
    field.textProperty().bindBidirectional(value);
    label.setLabelFor(field);
    return new VBox(6, label, field);
  }

  private static Node looks(Theme theme) {
    HBox choice = new HBox(8);
    for (ThemeMode mode : ThemeMode.values()) {
      ToggleButton pill = new ToggleButton(name(mode));
      pill.getStyleClass().add("pill");
      pill.setOnAction(event -> {
        theme.mode().set(mode);
        pill.setSelected(true);
      });
      theme.mode().subscribe(now -> pill.setSelected(now == mode));
      choice.getChildren().add(pill);
    }
    VBox card = card("Looks");
    card.getChildren().add(choice);
    return card;
  }

  private static String name(ThemeMode mode) {
    return switch (mode) {
      case SYSTEM -> "As the system";
      case LIGHT -> "Light";
      case DARK -> "Dark";
    };
  }

  private static Node place(String relay) {
    Label address = new Label(relay);
    address.getStyleClass().add("t-strong");
    address.setWrapText(true);
    Label text =
        new Label(
            "The shop, your chats and calls go through this relay. Start the app with --relay to"
                + " use another.");
    text.setWrapText(true);
    text.getStyleClass().add("t-muted");
    VBox card = card("Relay");
    card.getChildren().addAll(address, text);
    return card;
  }

  @Override
  public Node node() {
    return root;
  }
}
