package dev.windowshop.client.store;

import dev.windowshop.protocol.Product;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with the product of a card, in words.
final class CardMenu {
  private CardMenu() {}

  static ContextMenu of(Product product, CardActions actions) {
    ContextMenu menu = new ContextMenu();
    menu.getItems()
        .addAll(
            item("Open", () -> actions.open(product)),
            item("Add to cart", () -> actions.addToCart(product)),
            item("Ask the seller", () -> actions.askSeller(product)),
            new SeparatorMenuItem());
    if (actions.canDismiss()) {
      menu.getItems().add(item("Not interested", () -> actions.dismiss(product)));
    }
    menu.getItems().add(item("Forget this", () -> actions.forget(product)));
    return menu;
  }

  static void show(Product product, CardActions actions, Node card, double x, double y) {
    of(product, actions).show(card, x, y);
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }
}
