package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Pictures;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The conversations about what one sells, and nothing else: a seller's inbox.
public final class ListingInbox extends StackPane {
  private static final double TILE = 84;
  private static final double MOST_HEIGHT = 560;

  /// @param model of these conversations ([ConversationListViewModel#ofListings])
  /// @param open shows a conversation
  public ListingInbox(ConversationListViewModel model, Pictures pictures, Consumer<String> open) {
    Chats chats = model.chats();
    ListView<Tile> list = new ListView<>(model.tiles());
    list.getStyleClass().addAll("tiles", "listing-inbox");
    TileMenu menu = new TileMenu(chats.personals(), chats::markRead);
    list.setCellFactory(_ -> new TileCell(pictures, open, menu));
    list.setOnKeyPressed(event -> {
      Tile tile = list.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.ENTER && tile != null) {
        open.accept(tile.id());
      }
    });
    // As high as what is in it, so that the page scrolls and not the list, up to a point.
    list.prefHeightProperty()
        .bind(Bindings.min(MOST_HEIGHT, Bindings.size(model.tiles()).multiply(TILE).add(16)));
    EmptyState none =
        new EmptyState(
            Feather.MESSAGE_CIRCLE,
            "No questions yet",
            "What shoppers ask about your products comes here.");
    var empty = Bindings.isEmpty(model.tiles());
    list.visibleProperty().bind(empty.not());
    list.managedProperty().bind(empty.not());
    none.visibleProperty().bind(empty);
    none.managedProperty().bind(empty);
    getChildren().addAll(list, none);
  }
}
