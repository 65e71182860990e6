package dev.windowshop.client.store;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
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
import org.kordamp.ikonli.feather.Feather;

/// The cart.
public final class CartView implements Page {
  private static final double MOST_WIDTH = 820;

  private final CartViewModel model;
  private final StoreContext context;
  private final VBox lines = new VBox();
  private final VBox saved = new VBox();
  private final StackPane root = new StackPane();
  private final SeenWatch seen;

  public CartView(CartViewModel model, StoreContext context) {
    this.model = model;
    this.context = context;
    Label name = new Label("Cart");
    name.getStyleClass().add("t-page");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox title = new HBox(16, name, gap, wishlist(context));
    title.setAlignment(Pos.CENTER_LEFT);
    lines.getStyleClass().addAll("card", "cart-lines");
    saved.getStyleClass().addAll("card", "cart-lines");
    Label later = new Label("Saved for later");
    later.getStyleClass().add("t-section");
    VBox aside = new VBox(16, later, saved);
    shown(aside, Bindings.isNotEmpty(model.saved()));
    Label nothing = new Label("Nothing is in the cart just now.");
    nothing.getStyleClass().add("t-muted");
    var none = Bindings.isEmpty(model.lines());
    shown(nothing, none);
    shown(lines, none.not());
    Node summary = summary();
    shown(summary, none.not());
    Shelf<Product> along =
        new Shelf<>(
            "Goes well with it",
            model.along(),
            new CardCells(context.pictures(), StoreActions.personal(context)),
            new SimpleBooleanProperty(true));
    VBox column =
        new VBox(
            24,
            title,
            nothing,
            new CartChangesView(model.lines(), model::settle),
            lines,
            summary,
            aside,
            along);
    column.setMaxWidth(MOST_WIDTH);
    StackPane content = new StackPane(column);
    content.setAlignment(Pos.TOP_CENTER);
    content.getStyleClass().add("page");
    PageScroll scroll = new PageScroll(content);
    seen =
        new SeenWatch(scroll, context.catalog().interests()).row("from-cart", along, model.along());
    EmptyState empty =
        new EmptyState(
            Feather.SHOPPING_BAG,
            "Nothing in it yet",
            "What you put into the cart waits here, on this machine, until you are ready.",
            "Look around",
            () -> context.navigator().go(new Destination.Home()));
    empty.getChildren().add(wishlist(context));
    var bare = none.and(Bindings.isEmpty(model.saved()));
    empty.visibleProperty().bind(bare);
    scroll.visibleProperty().bind(bare.not());
    root.getChildren().addAll(scroll, empty);
    model.lines().addListener((ListChangeListener<CartLine>) change -> fill());
    model.saved().addListener((ListChangeListener<CartLine>) change -> fill());
    fill();
  }

  private static Button wishlist(StoreContext context) {
    Button wishes = new Button("Wishlist", Icons.of(Feather.HEART, "icon-small"));
    wishes.getStyleClass().add("quiet");
    wishes.setOnAction(event -> context.navigator().go(new Destination.Wishlist()));
    return wishes;
  }

  private static void shown(Node node, javafx.beans.binding.BooleanBinding when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(node.visibleProperty());
  }

  private void fill() {
    lines.getChildren().setAll(model.lines().stream().map(line -> line(line, false)).toList());
    saved.getChildren().setAll(model.saved().stream().map(line -> line(line, true)).toList());
  }

  private Node line(CartLine line, boolean aside) {
    Product product = line.product();
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
    title.setOnAction(event -> context.navigator().go(new Destination.ProductPage(product.id())));
    String choice =
        product.options().stream()
            .map(option -> line.variant().options().get(option.name()))
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.joining(" · "));
    Label variant = new Label(choice.isEmpty() ? product.shop().name() : choice);
    variant.getStyleClass().add("t-muted");
    HBox controls = aside ? savedControls(line) : controls(line);
    controls.setAlignment(Pos.CENTER_LEFT);
    Label now = new Label(stock(line));
    now.getStyleClass().addAll("t-small", line.soldOut() ? "t-muted" : "t-accent");
    now.setManaged(!now.getText().isEmpty());
    VBox words = new VBox(4, title, variant, now, controls);
    VBox.setMargin(controls, new javafx.geometry.Insets(8, 0, 0, 0));
    HBox.setHgrow(words, Priority.ALWAYS);
    Label total = Prices.label("cart-price");
    total.setText(Prices.text(line.total()));
    total.setMinWidth(Region.USE_PREF_SIZE);
    Label each =
        new Label(line.quantity() > 1 ? Prices.text(line.variant().price()) + " each" : "");
    each.getStyleClass().addAll("t-muted", "t-small");
    each.setMinWidth(Region.USE_PREF_SIZE);
    Label before = new Label(line.priceChanged() ? "was " + Prices.text(line.agreed()) : "");
    before.getStyleClass().addAll("t-accent", "t-small");
    before.setMinWidth(Region.USE_PREF_SIZE);
    VBox price = new VBox(4, total, each, before);
    price.setAlignment(Pos.TOP_RIGHT);
    HBox row = new HBox(16, picture, words, price);
    row.getStyleClass().add("cart-line");
    return row;
  }

  private HBox controls(CartLine line) {
    Stepper stepper = new Stepper(quantity -> model.setQuantity(line, quantity));
    stepper.show(line.quantity(), Math.max(line.quantity(), line.variant().stock()));
    stepper.setDisable(line.soldOut());
    Button later = new Button("Save for later");
    later.getStyleClass().addAll("quiet", "t-small");
    later.setOnAction(event -> {
      Runnable undo = model.saveForLater(line);
      context.notices().show(line.product().title() + " is saved for later.", "Undo", undo);
    });
    return new HBox(8, stepper, Icons.button(Feather.TRASH_2, "Remove", () -> remove(line)), later);
  }

  private HBox savedControls(CartLine line) {
    Button back = new Button("Move to the cart");
    back.setDisable(line.soldOut());
    back.setOnAction(event -> model.moveToCart(line));
    return new HBox(8, back, Icons.button(Feather.TRASH_2, "Remove", () -> remove(line)));
  }

  private static String stock(CartLine line) {
    if (line.soldOut()) {
      return "Sold out";
    }
    return line.tooMany() ? "Only " + line.variant().stock() + " left" : "";
  }

  private void remove(CartLine line) {
    Runnable undo = model.remove(line);
    context.notices().show(line.product().title() + " is out of the cart.", "Undo", undo);
  }

  private Node summary() {
    Label word = new Label("Total");
    word.getStyleClass().add("t-emphasis");
    Label total = Prices.label("cart-total");
    model
        .total()
        .subscribe((Money money) -> total.setText(money == null ? "" : Prices.text(money)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox sum = new HBox(word, gap, total);
    sum.setAlignment(Pos.BASELINE_LEFT);
    Label note = new Label();
    note.getStyleClass().add("t-muted");
    note.setWrapText(true);
    note.textProperty()
        .bind(
            Bindings.when(context.signedIn())
                .then(
                    Bindings.when(model.changed())
                        .then("Look at what changed above, then go on.")
                        .otherwise(
                            "Your cart is kept for you, on every machine where you sign in."))
                .otherwise("Your cart is kept on this machine. Sign in to order; it comes along."));
    Button signIn = new Button("Sign in");
    signIn.setOnAction(
        event -> context.navigator().go(new Destination.SignIn(new Destination.Cart())));
    signIn.visibleProperty().bind(Bindings.not(context.signedIn()));
    signIn.managedProperty().bind(signIn.visibleProperty());
    signIn.setMinWidth(Region.USE_PREF_SIZE);
    Button checkout = new Button("Go to checkout");
    checkout.getStyleClass().add("primary");
    checkout.setOnAction(event -> context.navigator().go(new Destination.Checkout()));
    checkout.visibleProperty().bind(context.signedIn());
    checkout.managedProperty().bind(checkout.visibleProperty());
    checkout.disableProperty().bind(model.changed());
    checkout.setMinWidth(Region.USE_PREF_SIZE);
    // The note is not there at times, and what is beside it stays on the right all the same.
    Region push = new Region();
    HBox.setHgrow(push, Priority.ALWAYS);
    HBox foot = new HBox(16, note, push, signIn, checkout);
    foot.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(16, sum, foot);
    box.getStyleClass().addAll("card", "cart-summary");
    return box;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    model.activate();
    seen.activate();
  }

  @Override
  public void deactivate() {
    model.deactivate();
    seen.deactivate();
  }
}
