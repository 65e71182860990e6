package dev.windowshop.client.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// What one can do with a conversation without opening it.
final class TileMenu {
  private final Personals personals;
  private final Consumer<String> markRead;

  /// @param markRead marks a conversation as read
  TileMenu(Personals personals, Consumer<String> markRead) {
    this.personals = personals;
    this.markRead = markRead;
  }

  ContextMenu of(Tile tile) {
    String id = tile.id();
    ContextMenu menu = new ContextMenu();
    menu.getItems()
        .add(
            tile.calls()
                ? item("Mark as read", () -> read(tile))
                : item("Mark as unread", () -> personals.markUnread(id, true)));
    menu.getItems()
        .add(
            item(
                tile.pinned() ? "Unpin" : "Pin to the top",
                () -> personals.pin(id, !tile.pinned())));
    if (tile.muted()) {
      menu.getItems().add(item("Unmute", () -> personals.mute(id, false, null)));
    } else {
      Menu mute = new Menu("Mute");
      mute.getItems()
          .addAll(
              muting(id, "For an hour", Duration.ofHours(1)),
              muting(id, "For eight hours", Duration.ofHours(8)),
              muting(id, "For a week", Duration.ofDays(7)),
              muting(id, "Until I turn it on again", null));
      menu.getItems().add(mute);
    }
    menu.getItems()
        .add(
            item(
                tile.archived() ? "Take out of the archive" : "Archive",
                () -> personals.archive(id, !tile.archived())));
    return menu;
  }

  private void read(Tile tile) {
    if (tile.unread() < 0) {
      personals.markUnread(tile.id(), false);
    } else {
      markRead.accept(tile.id());
    }
  }

  private MenuItem muting(String id, String words, @Nullable Duration length) {
    return item(
        words, () -> personals.mute(id, true, length == null ? null : Instant.now().plus(length)));
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
