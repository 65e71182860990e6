package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Icons;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All conversations.
final class ConversationListView extends VBox {
  private final Consumer<String> open;

  ConversationListView(
      ConversationListViewModel model,
      ChatContext context,
      Consumer<String> open,
      Runnable writeNew,
      Runnable newGroup,
      Runnable search) {
    this.open = open;
    getStyleClass().add("conversation-list");
    StackPane body = new StackPane();
    VBox.setVgrow(body, Priority.ALWAYS);
    TileMenu menu = new TileMenu(context.chats().personals(), context.chats()::markRead);
    ListView<Tile> list = new ListView<>(model.tiles());
    list.getStyleClass().add("tiles");
    list.setCellFactory(_ -> new TileCell(context.pictures(), open, menu));
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        openSelected(list);
      }
    });
    EmptyState none =
        new EmptyState(
            Feather.MESSAGE_CIRCLE,
            "No conversations yet",
            "Ask a seller about something you like, or write to a friend.",
            "Write to somebody",
            writeNew);
    EmptyState guest =
        new EmptyState(
            Feather.MESSAGE_CIRCLE,
            "Talk while you shop",
            "Sign in to ask sellers and to go through the shop with friends.",
            "Sign in",
            context.signIn());
    var empty = Bindings.isEmpty(model.tiles());
    list.visibleProperty().bind(empty.not());
    // Under a call there may be little room: the list scrolls in what there is.
    body.minHeightProperty()
        .bind(Bindings.when(empty).then(Region.USE_COMPUTED_SIZE).otherwise(0.0));
    none.visibleProperty().bind(empty.and(model.signedIn()));
    guest.visibleProperty().bind(empty.and(model.signedIn().not()));
    body.getChildren().addAll(list, none, guest);
    Button find = Icons.button(Feather.SEARCH, "Find messages", search);
    Button group = Icons.button(Feather.USERS, "New group", newGroup);
    Button write = Icons.button(Feather.EDIT, "Write to somebody", writeNew);
    for (Button button : new Button[] {find, group, write}) {
      button.visibleProperty().bind(model.signedIn());
    }
    getChildren()
        .addAll(
            header(context, find, group, write),
            context.stories().rings().get(),
            new InvitesBox(model.invites(), context, open),
            archive(model),
            body);
  }

  /// The way to what was put away, and back.
  private static Button archive(ConversationListViewModel model) {
    Button button = new Button();
    button.getStyleClass().setAll("group-action", "archive-row");
    button.setMaxWidth(Double.MAX_VALUE);
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.archiveOpen().get()
                        ? "Back to all chats"
                        : "Archived \u00B7 " + model.archived().get(),
                model.archiveOpen(),
                model.archived()));
    button.setGraphic(Icons.of(Feather.ARCHIVE));
    button.setOnAction(_ -> model.archiveOpen().set(!model.archiveOpen().get()));
    button.visibleProperty().bind(model.archived().greaterThan(0));
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private static HBox header(ChatContext context, Button... buttons) {
    Label title = new Label("Chats");
    title.getStyleClass().add("t-section");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(2, title, gap);
    header.getChildren().addAll(buttons);
    header.getChildren().add(Icons.button(Feather.X, "Close", context.closeDock()));
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().addAll("chat-header", "list-header");
    return header;
  }

  private void openSelected(ListView<Tile> list) {
    Tile tile = list.getSelectionModel().getSelectedItem();
    if (tile != null) {
      open.accept(tile.id());
    }
  }
}
