package dev.windowshop.client.seller;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Destination.Desk;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.ShopProfile.QuickReply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a seller says often, one click away where they answer. On the FX thread.
public final class QuickReplyMenu {
  private QuickReplyMenu() {}

  /// @param write puts words where one writes; they are sent by whoever reads them once more
  public static Node button(
      Selling selling, Navigator navigator, Consumer<String> write, Executor ui) {
    Button button = Icons.button(Feather.ZAP, "Quick replies", () -> {});
    AtomicReference<@Nullable ContextMenu> shown = new AtomicReference<>();
    button.setOnAction(event -> {
      ContextMenu before = shown.getAndSet(null);
      if (before != null && before.isShowing()) {
        before.hide();
        return;
      }
      selling
          .quickReplies()
          .whenComplete((found, failure) ->
              ui.execute(() -> {
                // A new one each time: one that changes while it is hidden opens at its old height.
                ContextMenu menu = new ContextMenu();
                menu.getItems().setAll(items(found, navigator, write));
                shown.set(menu);
                menu.show(button, Side.TOP, 0, -6);
              }));
    });
    return button;
  }

  private static List<MenuItem> items(
      @Nullable List<QuickReply> replies, Navigator navigator, Consumer<String> write) {
    List<MenuItem> items = new ArrayList<>();
    if (replies == null) {
      MenuItem away = new MenuItem("They can't be reached just now");
      away.setDisable(true);
      items.add(away);
      return items;
    }
    for (QuickReply reply : replies) {
      MenuItem item = new MenuItem(reply.title());
      item.setMnemonicParsing(false);
      item.setOnAction(event -> write.accept(reply.text()));
      items.add(item);
    }
    if (!replies.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    MenuItem edit =
        new MenuItem(replies.isEmpty() ? "Save what you say often" : "Change quick replies");
    edit.setOnAction(event -> navigator.go(new Destination.Sell(Desk.REPLIES)));
    items.add(edit);
    return items;
  }
}
