package dev.windowshop.client.people;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A person's card: who they are, whether they are there, and what one can do with them.
public final class ProfileCardView extends VBox {
  /// What leads away from the card.
  ///
  /// @param message told the conversation's id
  public record Ways(
      Consumer<String> message,
      java.util.function.BiConsumer<String, Call.Media> call,
      Consumer<User> report,
      Runnable settings) {}

  private final ProfileCardViewModel model;
  private final Pictures pictures;
  private final Ways ways;

  public ProfileCardView(ProfileCardViewModel model, Pictures pictures, Ways ways) {
    super(16);
    this.model = model;
    this.pictures = pictures;
    this.ways = ways;
    getStyleClass().add("profile-card");
    setAlignment(Pos.TOP_CENTER);
    setMinSize(320, 200);
    setMaxWidth(360);
    model.person().subscribe(this::fill);
  }

  private void fill(@Nullable User user) {
    Label notice = words("", "t-muted");
    notice.textProperty().bind(model.notice());
    shownWhen(notice, model.notice().isNotEmpty());
    if (user == null) {
      getChildren().setAll(new Avatar(pictures, 88, "?", null), notice);
      return;
    }
    Label name = words(user.displayName(), "t-section");
    Label handle = words("@" + user.username(), "t-muted");
    VBox who = new VBox(2, name, handle);
    who.setAlignment(Pos.CENTER);
    getChildren().setAll(new Avatar(pictures, 88, user.displayName(), user.avatarUrl()), who);
    String presence = ProfileCardViewModel.presence(user, Instant.now());
    if (!presence.isEmpty()) {
      who.getChildren().add(words(presence, "t-small"));
    }
    if (user.bio() != null) {
      getChildren().add(words(user.bio(), "t-emphasis"));
    }
    if (model.self()) {
      Button edit = new Button("Edit your profile");
      edit.getStyleClass().add("primary");
      edit.setOnAction(_ -> ways.settings().run());
      getChildren().addAll(edit, notice);
      return;
    }
    getChildren().addAll(reach(), notice, rest(user));
  }

  private Node reach() {
    Button message = new Button("Message", Icons.of(Feather.MESSAGE_CIRCLE));
    message.getStyleClass().add("primary");
    message.setOnAction(_ -> model.open(ways.message()));
    Button call =
        Icons.button(
            Feather.PHONE,
            "Call",
            () -> model.open(id -> ways.call().accept(id, Call.Media.AUDIO)));
    Button video =
        Icons.button(
            Feather.VIDEO,
            "Call with video",
            () -> model.open(id -> ways.call().accept(id, Call.Media.VIDEO)));
    call.getStyleClass().add("outlined");
    video.getStyleClass().add("outlined");
    HBox reach = new HBox(8, message, call, video);
    reach.setAlignment(Pos.CENTER);
    shownWhen(reach, model.blocked().not());
    return reach;
  }

  private Node rest(User user) {
    Button contact = quiet("", Feather.USER_PLUS, model::toggleContact);
    model
        .contact()
        .subscribe(in -> {
          contact.setText(in ? "Remove from contacts" : "Add to contacts");
          contact.setGraphic(Icons.of(in ? Feather.USER_MINUS : Feather.USER_PLUS));
        });
    shownWhen(contact, model.blocked().not());
    Button block = quiet("", Feather.SLASH, model::toggleBlocked);
    model.blocked().subscribe(now -> block.setText(now ? "Unblock" : "Block"));
    Button report = quiet("Report", Feather.FLAG, () -> ways.report().accept(user));
    VBox rest = new VBox(2, contact, block, report);
    rest.setFillWidth(true);
    return rest;
  }

  private static Button quiet(String text, Feather icon, Runnable action) {
    Button button = new Button(text, Icons.of(icon));
    button.getStyleClass().add("quiet");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setOnAction(_ -> action.run());
    return button;
  }

  static void shownWhen(Node node, ObservableBooleanValue when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(node.visibleProperty());
  }

  private static Label words(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setTextAlignment(TextAlignment.CENTER);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
