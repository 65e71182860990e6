package dev.windowshop.client.store;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Tips;
import dev.windowshop.protocol.Product;
import java.util.concurrent.Executor;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A heart that is full while the product is on the wishlist.
final class HeartButton extends Button {
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

  private final Wishes wishes;
  private @Nullable Product product;
  private @Nullable Subscription changes;

  HeartButton(Wishes wishes, Executor ui) {
    this.wishes = wishes;
    getStyleClass().addAll("icon-button", "heart");
    setGraphic(Icons.of(Feather.HEART));
    setOnAction(event -> toggle());
    // Observed while it can be seen only: cards come and go.
    sceneProperty()
        .subscribe(scene -> {
          if (changes != null) {
            changes.close();
            changes = null;
          }
          if (scene != null) {
            changes = wishes.wishes().observe(now -> ui.execute(this::settle));
          }
        });
    settle();
  }

  void show(@Nullable Product next) {
    product = next;
    settle();
  }

  private void toggle() {
    Product shown = product;
    if (shown != null && wishes.has(shown.id())) {
      wishes.remove(shown.id());
    } else if (shown != null) {
      wishes.add(shown);
    }
    settle();
  }

  private void settle() {
    boolean on = product != null && wishes.has(product.id());
    pseudoClassStateChanged(FULL, on);
    String words = on ? "Take it off the wishlist" : "Put it on the wishlist";
    setAccessibleText(words);
    Tips.put(this, words);
  }
}
