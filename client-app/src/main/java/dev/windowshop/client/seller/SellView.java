package dev.windowshop.client.seller;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Destination.Desk;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.ShopProfile;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A seller's desk: orders, products, stock, the shop itself; opening one for who has none.
public final class SellView implements Page {
  private static final double MOST_WIDTH = 880;

  private final SellerContext context;
  private final SellerOrdersViewModel orders;
  private final SellerProductsViewModel products;
  private final StockViewModel stock;
  private final RepliesView replies;
  private final VBox column = new VBox(24);
  private final StackPane body = new StackPane();
  private final StackPane root = new StackPane();
  private final ToggleGroup pills = new ToggleGroup();
  private Desk tab;
  private @Nullable Subscription shops;
  private @Nullable String shownShop;
  private boolean active;

  public SellView(SellerContext context, Desk desk) {
    this.context = context;
    tab = desk;
    orders = new SellerOrdersViewModel(context.selling(), context.ui());
    products = new SellerProductsViewModel(context.selling(), context.ui());
    stock = new StockViewModel(context.selling(), context.ui());
    replies = new RepliesView(context);
    body.setAlignment(Pos.TOP_LEFT);
    PageScroll scroll = new PageScroll(Parts.middle(column, MOST_WIDTH));
    EmptyState guest =
        new EmptyState(
            Feather.SHOPPING_BAG,
            "Open a shop of your own",
            "Anybody can sell here. Sign in, give your shop a name, and put the first thing in the"
                + " window.",
            "Sign in",
            () -> context.navigator().go(new Destination.SignIn(new Destination.Sell())));
    guest.visibleProperty().bind(Bindings.not(context.signedIn()));
    scroll.visibleProperty().bind(context.signedIn());
    root.getChildren().addAll(scroll, guest);
  }

  private void show(Optional<ShopProfile> own) {
    String id = own.map(ShopProfile::id).orElse("");
    if (id.equals(shownShop) && tab != Desk.SHOP) {
      own.ifPresent(this::showHead);
      return;
    }
    shownShop = id;
    if (own.isEmpty()) {
      Label title = new Label("Open a shop");
      title.getStyleClass().add("t-page");
      Label words =
          Parts.words(
              "Give it a name and say in a few words what it is about. You can change everything"
                  + " later.");
      ShopFormViewModel form = new ShopFormViewModel(context.selling(), currency(), context.ui());
      column.getChildren().setAll(new VBox(6, title, words), new ShopForm(form));
      return;
    }
    column.getChildren().setAll(new StackPane(), tabs(), body);
    showHead(own.get());
    showTab(own.get());
  }

  private String currency() {
    var home = context.catalog().home().value();
    return home == null || home.newest().isEmpty()
        ? "EUR"
        : home.newest().getFirst().price().currency();
  }

  private void showHead(ShopProfile shop) {
    Label name = new Label(shop.name());
    name.getStyleClass().add("t-page");
    name.setWrapText(true);
    Label note =
        new Label(
            (shop.productCount() == 1 ? "1 product" : shop.productCount() + " products")
                + (shop.rating() == null
                    ? ""
                    : " · "
                        + String.format(java.util.Locale.getDefault(), "%.1f", shop.rating())
                        + " stars"));
    note.getStyleClass().add("t-muted");
    VBox words = new VBox(4, name, note);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button look = new Button("As shoppers see it", Icons.of(Feather.EXTERNAL_LINK, "icon-small"));
    look.setMinWidth(Button.USE_PREF_SIZE);
    look.setOnAction(event -> context.navigator().go(new Destination.ShopPage(shop.id())));
    HBox head =
        new HBox(
            16, new Avatar(context.pictures(), 56, shop.name(), shop.avatarUrl()), words, look);
    head.setAlignment(Pos.CENTER_LEFT);
    if (!column.getChildren().isEmpty()) {
      column.getChildren().set(0, head);
    }
  }

  private Node tabs() {
    pills.getToggles().clear();
    FlowPane row = new FlowPane(6, 6);
    for (Desk each : Desk.values()) {
      ToggleButton pill = new ToggleButton();
      pill.getStyleClass().add("pill");
      pill.setToggleGroup(pills);
      pill.setUserData(each);
      pill.setSelected(each == tab);
      switch (each) {
        case ORDERS -> counted(pill, title(each), orders.toDo());
        case QUESTIONS -> counted(pill, title(each), context.unanswered());
        case PRODUCTS, STOCK, REPLIES, SHOP -> pill.setText(title(each));
      }
      pill.setOnAction(event -> {
        pill.setSelected(true);
        go(each);
      });
      row.getChildren().add(pill);
    }
    return row;
  }

  private static void counted(ToggleButton pill, String title, ObservableIntegerValue count) {
    pill.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> count.get() == 0 ? title : title + " \u00B7 " + count.get(), count));
  }

  private static String title(Desk desk) {
    return switch (desk) {
      case ORDERS -> "Orders";
      case QUESTIONS -> "Questions";
      case PRODUCTS -> "Products";
      case STOCK -> "Low stock";
      case REPLIES -> "Quick replies";
      case SHOP -> "The shop";
    };
  }

  /// The place says what lies on the desk, so that one comes back to it.
  private void go(Desk desk) {
    open(desk);
    context.navigator().replace(new Destination.Sell(desk));
  }

  private void open(Desk desk) {
    tab = desk;
    pills.getToggles().stream()
        .filter(each -> each.getUserData() == desk)
        .forEach(pills::selectToggle);
    Optional<ShopProfile> own = context.selling().shop().value();
    if (own != null) {
      own.ifPresent(this::showTab);
    }
  }

  @Override
  public boolean follow(Destination next) {
    if (!(next instanceof Destination.Sell asked)) {
      return false;
    }
    if (asked.desk() != tab) {
      open(asked.desk());
    }
    return true;
  }

  private void showTab(ShopProfile shop) {
    switch (tab) {
      case ORDERS -> body.getChildren().setAll(new SellerOrdersView(orders, context));
      case QUESTIONS -> body.getChildren().setAll(context.questions().get());
      case PRODUCTS -> {
        body.getChildren().setAll(new SellerProductsView(products, context));
        products.refresh();
      }
      case STOCK -> {
        body.getChildren().setAll(new StockView(stock, context));
        stock.refresh();
      }
      case REPLIES -> {
        body.getChildren().setAll(replies);
        replies.refresh();
      }
      case SHOP -> {
        ShopFormViewModel form = new ShopFormViewModel(context.selling(), currency(), context.ui());
        form.show(shop);
        body.getChildren().setAll(new ShopForm(form));
      }
    }
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    active = true;
    shops =
        context
            .selling()
            .shop()
            .observe(own ->
                context
                    .ui()
                    .execute(() -> {
                      if (active) {
                        show(own);
                      }
                    }));
    orders.activate();
    if (tab == Desk.PRODUCTS) {
      products.refresh();
    }
  }

  @Override
  public void deactivate() {
    active = false;
    orders.deactivate();
    if (shops != null) {
      shops.close();
      shops = null;
    }
  }
}
