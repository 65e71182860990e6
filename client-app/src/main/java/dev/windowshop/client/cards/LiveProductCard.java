package dev.windowshop.client.cards;

import dev.windowshop.client.order.OrderWords;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.store.Catalog;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A product in a conversation: its price now and when it was sent, and whether there is some left.
/// Kept current for as long as it is on the screen.
final class LiveProductCard extends Button {
  private static final double PICTURE = 56;
  private static final int FEW = 5;

  private final @Nullable Money then;
  private final PictureView picture;
  private final Label title = new Label();
  private final Label price = new Label();
  private final Label before = new Label();
  private final Label stock = new Label();
  private @Nullable Subscription changes;

  /// @param then what it cost when it was sent; null where that is not known
  LiveProductCard(
      Product sent,
      @Nullable Money then,
      Catalog catalog,
      Pictures pictures,
      Runnable open,
      Executor ui) {
    this.then = then;
    picture = new PictureView(pictures, 8);
    picture.setMinSize(PICTURE, PICTURE);
    picture.setMaxSize(PICTURE, PICTURE);
    title.getStyleClass().add("product-title");
    price.getStyleClass().addAll("product-price", "t-figures");
    before.getStyleClass().addAll("t-small", "t-muted");
    stock.getStyleClass().add("t-small");
    HBox prices = new HBox(8, price, before);
    prices.setAlignment(Pos.BASELINE_LEFT);
    VBox words = new VBox(2, title, prices, stock);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox row = new HBox(12, picture, words);
    row.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().setAll("bubble-card");
    setGraphic(row);
    setMaxWidth(Double.MAX_VALUE);
    setOnAction(event -> open.run());
    show(sent);
    sceneProperty()
        .subscribe(scene -> {
          if (changes != null) {
            changes.close();
            changes = null;
          }
          if (scene != null) {
            changes =
                Subscription.of(
                    catalog.product(sent.id()).observe(now -> ui.execute(() -> show(now))),
                    catalog.watch(sent.id()));
          }
        });
  }

  private void show(Product now) {
    var media = now.media().isEmpty() ? null : now.media().getFirst();
    picture.show(
        media == null ? null : media.url(), media == null ? null : media.thumbUrl(), now.color());
    title.setText(now.title());
    price.setText(OrderWords.money(now.price()));
    boolean changed = then != null && then.amount() != now.price().amount();
    before.setText(changed && then != null ? OrderWords.money(then) + " when it was sent" : "");
    before.setManaged(changed);
    String left =
        now.stock() <= 0
            ? "Sold out"
            : now.stock() <= FEW ? "Only " + now.stock() + " left" : "In stock";
    stock.setText(left);
    stock.getStyleClass().setAll("label", "t-small", now.stock() > FEW ? "t-good" : "t-accent");
    setAccessibleText(now.title() + ", " + price.getText() + ", " + left);
  }
}
