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
      Runnable writeNew) {
    this.open = open;
    getStyleClass().add("conversation-list");
    StackPane body = new StackPane();
    VBox.setVgrow(body, Priority.ALWAYS);
    ListView<Tile> list = new ListView<>(model.tiles());
    list.getStyleClass().add("tiles");
    list.setCellFactory(_ -> new TileCell(context.pictures(), open));
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
    none.visibleProperty().bind(empty.and(model.signedIn()));
    guest.visibleProperty().bind(empty.and(model.signedIn().not()));
    body.getChildren().addAll(list, none, guest);
    Button write = Icons.button(Feather.EDIT, "Write to somebody", writeNew);
    write.visibleProperty().bind(model.signedIn());
    getChildren().addAll(header(write, context), body);
  }

  private static HBox header(Button write, ChatContext context) {
    Label title = new Label("Chats");
    title.getStyleClass().add("t-section");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header =
        new HBox(4, title, gap, write, Icons.button(Feather.X, "Close", context.closeDock()));
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
