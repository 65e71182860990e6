package dev.windowshop.client.people;

import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The contacts, and finding others.
public final class PeopleView implements Page {
  private static final double MOST_WIDTH = 640;

  private final PeopleViewModel model;
  private final Pictures pictures;
  private final Consumer<User> open;
  private final VBox rows = new VBox(2);
  private final TextField search = new TextField();
  private final Node root;

  public PeopleView(PeopleViewModel model, Pictures pictures, Consumer<User> open) {
    this.model = model;
    this.pictures = pictures;
    this.open = open;
    Label title = new Label("People");
    title.getStyleClass().add("t-page");
    search.setPromptText("User name, or a whole email address");
    search.textProperty().bindBidirectional(model.query());
    Label notice = new Label();
    notice.getStyleClass().add("t-muted");
    notice.setWrapText(true);
    notice.textProperty().bind(model.notice());
    ProfileCardView.shownWhen(notice, model.notice().isNotEmpty());
    EmptyState none =
        new EmptyState(
            Feather.USERS,
            "No contacts yet",
            "Contacts may reach you even where others may not.",
            "Find somebody",
            search::requestFocus);
    ProfileCardView.shownWhen(none, model.noContacts());
    model.people().addListener((ListChangeListener<User>) _ -> fill());
    fill();
    VBox column = new VBox(16, title, search, notice, rows, none);
    column.setMaxWidth(MOST_WIDTH);
    StackPane content = new StackPane(column);
    content.setAlignment(Pos.TOP_CENTER);
    content.getStyleClass().add("page");
    root = new PageScroll(content);
  }

  private void fill() {
    rows.getChildren().setAll(model.people().stream().map(this::row).toList());
  }

  private Node row(User user) {
    String presence = ProfileCardViewModel.presence(user, Instant.now());
    String second = "@" + user.username() + (presence.isEmpty() ? "" : " · " + presence);
    Button row = new Button();
    row.setGraphic(PersonRow.of(pictures, user, second));
    row.getStyleClass().addAll("quiet", "person-row");
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setAccessibleText(user.displayName());
    row.setOnAction(_ -> open.accept(user));
    return row;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    model.activate();
  }

  @Override
  public void deactivate() {
    model.deactivate();
  }
}
