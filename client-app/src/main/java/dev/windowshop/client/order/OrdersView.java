package dev.windowshop.client.order;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.protocol.Order;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The list of orders.
public final class OrdersView implements Page {
  private static final double MOST_WIDTH = 820;
  private static final int PICTURES = 4;

  private final OrdersViewModel model;
  private final OrderContext context;
  private final VBox list = new VBox(12);
  private final StackPane root = new StackPane();

  public OrdersView(OrdersViewModel model, OrderContext context) {
    this.model = model;
    this.context = context;
    Label title = new Label("Orders");
    title.getStyleClass().add("t-page");
    TextField search = new TextField();
    search.setPromptText("Search your orders");
    search.setAccessibleText("Search your orders");
    search.textProperty().bindBidirectional(model.search());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button money = new Button("Transactions", Icons.of(Feather.CREDIT_CARD, "icon-small"));
    money.getStyleClass().add("quiet");
    money.setMinWidth(Region.USE_PREF_SIZE);
    money.setOnAction(event -> context.navigator().go(new Destination.Transactions()));
    HBox head = new HBox(16, title, gap, money, search);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox column = new VBox(24, head, list);
    column.setMaxWidth(MOST_WIDTH);
    StackPane content = new StackPane(column);
    content.setAlignment(Pos.TOP_CENTER);
    content.getStyleClass().add("page");
    PageScroll scroll = new PageScroll(content);
    EmptyState none =
        new EmptyState(
            Feather.PACKAGE,
            "No orders yet",
            "What you buy shows here, from the order to your door.",
            "Look around",
            () -> context.navigator().go(new Destination.Home()));
    EmptyState guest =
        new EmptyState(
            Feather.PACKAGE,
            "Your orders live with your account",
            "Sign in to see what you bought and where it is.",
            "Sign in",
            () -> context.navigator().go(new Destination.SignIn(new Destination.Orders())));
    var nothing =
        Bindings.isEmpty(model.orders())
            .and(Bindings.isEmpty(model.waiting()))
            .and(model.search().isEmpty());
    guest.visibleProperty().bind(Bindings.not(context.signedIn()));
    none.visibleProperty().bind(nothing.and(context.signedIn()));
    scroll.visibleProperty().bind(nothing.not().and(context.signedIn()));
    root.getChildren().addAll(scroll, none, guest);
    InvalidationListener fill = change -> fill();
    model.orders().addListener(fill);
    model.waiting().addListener(fill);
    fill();
  }

  private void fill() {
    list.getChildren().setAll(model.waiting().stream().map(this::waiting).toList());
    list.getChildren().addAll(model.orders().stream().map(this::order).toList());
    if (list.getChildren().isEmpty()) {
      Label nothing = new Label("No order matches that.");
      nothing.getStyleClass().add("t-muted");
      list.getChildren().add(nothing);
    }
  }

  private Node waiting(WaitingCheckout checkout) {
    Label title = new Label("Waiting for the connection");
    title.getStyleClass().add("t-emphasis");
    int pieces = checkout.checkout().lines().stream().mapToInt(Order.CheckoutLine::quantity).sum();
    Label note =
        new Label(
            (pieces == 1 ? "1 piece" : pieces + " pieces")
                + ", ordered as soon as the connection is back, and only if nothing costs more.");
    note.getStyleClass().add("t-muted");
    note.setWrapText(true);
    VBox words = new VBox(4, title, note);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button forget = new Button("Take back");
    forget.setMinWidth(Region.USE_PREF_SIZE);
    forget.setOnAction(event -> model.forget(checkout));
    HBox row = new HBox(16, words, forget);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("card", "order-row");
    return row;
  }

  private Node order(Order order) {
    HBox pictures = new HBox(8);
    order.lines().stream()
        .limit(PICTURES)
        .forEach(line -> pictures.getChildren().add(picture(line)));
    Label title =
        new Label(order.lines().stream().map(Order.Line::title).collect(Collectors.joining(", ")));
    title.getStyleClass().add("t-emphasis");
    Label note = new Label(OrderWords.day(order.createdAt()) + " · " + shops(order));
    note.getStyleClass().add("t-muted");
    VBox words = new VBox(6, title, note, StatusPill.of(order));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    Label total = new Label(OrderWords.money(order.total()));
    total.getStyleClass().add("price");
    total.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(16, pictures, words, total);
    row.setAlignment(Pos.CENTER_LEFT);
    Button card = new Button();
    card.setGraphic(row);
    row.prefWidthProperty().bind(card.widthProperty().subtract(34));
    card.setMaxWidth(Double.MAX_VALUE);
    card.setAccessibleText(title.getText() + ", " + OrderWords.status(order));
    card.getStyleClass().setAll("card", "order-row");
    card.setOnAction(event -> context.navigator().go(new Destination.OrderPage(order.id())));
    return card;
  }

  private PictureView picture(Order.Line line) {
    PictureView picture = new PictureView(context.pictures(), 8);
    picture.setMinSize(56, 56);
    picture.setMaxSize(56, 56);
    picture.show(line.imageUrl(), line.imageUrl(), null);
    return picture;
  }

  private static String shops(Order order) {
    return order.fulfilments().stream()
        .map(Order.Fulfilment::shopName)
        .collect(Collectors.joining(", "));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    model.refresh();
  }
}
