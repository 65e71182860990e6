package dev.windowshop.client.store;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.WishlistItem;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What somebody would like to have, with what became of the price since.
public final class WishlistView implements Page {
  private static final double MOST_WIDTH = 820;

  private final StoreContext context;
  private final StoreActions actions;
  private final VBox rows = new VBox();
  private final EmptyState empty;
  private final PageScroll scroll;
  private final StackPane root = new StackPane();
  private @Nullable Subscription changes;

  public WishlistView(StoreContext context) {
    this.context = context;
    this.actions = new StoreActions(context);
    Label title = new Label("Wishlist");
    title.getStyleClass().add("t-page");
    Label note = new Label();
    note.getStyleClass().addAll("t-emphasis", "t-muted");
    note.setWrapText(true);
    note.textProperty()
        .bind(
            Bindings.when(context.signedIn())
                .then("Only you see it, on every machine where you sign in.")
                .otherwise("It's kept on this machine. Sign in and it comes along."));
    rows.getStyleClass().addAll("card", "cart-lines");
    VBox column = new VBox(24, new VBox(6, title, note), rows);
    column.setMaxWidth(MOST_WIDTH);
    StackPane content = new StackPane(column);
    content.setAlignment(Pos.TOP_CENTER);
    content.getStyleClass().add("page");
    scroll = new PageScroll(content);
    empty =
        new EmptyState(
            Feather.HEART,
            "Nothing wished for yet",
            "Tap the heart on anything that you would like to have, and it waits for you here.",
            "Look around",
            () -> context.navigator().go(new Destination.Home()));
    root.getChildren().addAll(scroll, empty);
    fill(List.of());
  }

  private void fill(List<WishlistItem> items) {
    rows.getChildren().setAll(items.stream().map(this::row).toList());
    empty.setVisible(items.isEmpty());
    scroll.setVisible(!items.isEmpty());
  }

  private Node row(WishlistItem item) {
    Product product = item.product();
    PictureView picture = new PictureView(context.pictures(), 10);
    picture.setMinSize(88, 88);
    picture.setMaxSize(88, 88);
    var media = product.media().isEmpty() ? null : product.media().getFirst();
    picture.show(
        media == null ? null : media.url(),
        media == null ? null : media.thumbUrl(),
        product.color());
    Hyperlink title = new Hyperlink(product.title());
    title.getStyleClass().setAll("cart-title");
    title.setWrapText(true);
    title.setOnAction(event -> actions.open(product));
    Label shop = new Label(product.shop().name());
    shop.getStyleClass().add("t-muted");
    Label state = new Label(state(item));
    state.getStyleClass().addAll("t-small", tone(item));
    state.setManaged(!state.getText().isEmpty());
    boolean buyable = item.onSale() && product.stock() > 0;
    Button add = new Button(product.variants().size() == 1 ? "Add to cart" : "Choose");
    add.setDisable(!buyable);
    add.setOnAction(event -> actions.addToCart(product));
    HeartButton heart = new HeartButton(context.wishes(), context.ui());
    heart.show(product);
    HBox controls = new HBox(8, add, heart);
    controls.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(4, title, shop, state, controls);
    VBox.setMargin(controls, new javafx.geometry.Insets(8, 0, 0, 0));
    HBox.setHgrow(words, Priority.ALWAYS);
    Label price = Prices.label("cart-price");
    price.setText(Prices.text(product.price()));
    price.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(16, picture, words, price);
    row.getStyleClass().add("cart-line");
    return row;
  }

  private static String state(WishlistItem item) {
    if (!item.onSale()) {
      return "No longer on sale";
    }
    if (item.product().stock() <= 0) {
      return "Sold out just now";
    }
    long change = item.product().price().amount() - item.priceThen().amount();
    if (change == 0) {
      return "";
    }
    return (change < 0 ? "Less than when you wished for it: it was " : "It was ")
        + Prices.text(item.priceThen());
  }

  private static String tone(WishlistItem item) {
    boolean less = item.product().price().amount() < item.priceThen().amount();
    return item.onSale() && less ? "t-good" : "t-muted";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    changes = context.wishes().wishes().observe(now -> context.ui().execute(() -> fill(now)));
  }

  @Override
  public void deactivate() {
    if (changes != null) {
      changes.close();
      changes = null;
    }
  }
}
