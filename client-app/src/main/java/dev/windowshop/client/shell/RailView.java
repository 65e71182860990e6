package dev.windowshop.client.shell;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Tips;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The rail: where one can go, and who one is.
final class RailView extends VBox {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
  private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
  private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  private final ShellModel model;
  private final Navigator navigator;
  private final Dock dock;
  private final Pictures pictures;

  RailView(ShellModel model, Navigator navigator, Dock dock, Pictures pictures) {
    this.model = model;
    this.navigator = navigator;
    this.dock = dock;
    this.pictures = pictures;
    getStyleClass().add("rail");
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            brand(),
            place("Store", Feather.HOME, new Destination.Home(), RailView::isStore, null),
            place(
                "For You",
                Feather.STAR,
                new Destination.ForYou(),
                Destination.ForYou.class::isInstance,
                null),
            place(
                "Cart",
                Feather.SHOPPING_BAG,
                new Destination.Cart(),
                here -> here instanceof Destination.Cart || here instanceof Destination.Wishlist,
                model.cartCount()),
            place(
                "Orders",
                Feather.PACKAGE,
                new Destination.Orders(),
                here ->
                    here instanceof Destination.Orders
                        || here instanceof Destination.OrderPage
                        || here instanceof Destination.Transactions,
                null),
            chats(),
            place(
                "Calls",
                Feather.PHONE,
                new Destination.Calls(),
                Destination.Calls.class::isInstance,
                null),
            place(
                "Sell",
                Feather.TAG,
                new Destination.Sell(),
                here -> here instanceof Destination.Sell || here instanceof Destination.EditProduct,
                null),
            gap,
            bell(),
            place(
                "Settings",
                Feather.SETTINGS,
                new Destination.Settings(),
                Destination.Settings.class::isInstance,
                null),
            quickSignIn(),
            account());
  }

  private static boolean isStore(Destination destination) {
    return destination instanceof Destination.Home
        || destination instanceof Destination.Search
        || destination instanceof Destination.ShopPage
        || destination instanceof Destination.ProductPage;
  }

  void setCompact(boolean compact) {
    pseudoClassStateChanged(COMPACT, compact);
    ContentDisplay display = compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
    for (Node node : lookupAll(".rail-item")) {
      if (node instanceof Button button) {
        button.setContentDisplay(display);
      }
    }
  }

  private Node brand() {
    Label name = new Label("Windowshop", Brand.mark(26));
    name.setGraphicTextGap(10);
    name.getStyleClass().add("brand");
    return name;
  }

  private Button place(
      String name,
      Feather icon,
      Destination destination,
      Predicate<Destination> here,
      @Nullable IntegerProperty count) {
    Button item = item(name, icon, count, () -> navigator.go(destination));
    navigator
        .current()
        .subscribe(current -> item.pseudoClassStateChanged(HERE, here.test(current)));
    return item;
  }

  private Button chats() {
    Button item =
        item(
            "Chats",
            Feather.MESSAGE_CIRCLE,
            model.unreadCount(),
            () -> {
              if (dock.open().get()) {
                dock.close();
              } else {
                dock.openList();
              }
            });
    dock.open().subscribe(open -> item.pseudoClassStateChanged(HERE, open));
    return item;
  }

  private Node bell() {
    Button item = item("Notifications", Feather.BELL, model.missedCount(), () -> {});
    item.getStyleClass().add("bell-item");
    item.setOnAction(event -> {
      Consumer<Node> open = model.bell().get();
      if (open != null) {
        open.accept(item);
      }
    });
    item.managedProperty().bind(item.visibleProperty());
    item.visibleProperty().bind(model.bell().isNotNull().and(model.signedIn()));
    return item;
  }

  private static Button item(
      String name, Feather icon, @Nullable IntegerProperty count, Runnable action) {
    StackPane picture = new StackPane(Icons.of(icon));
    picture.getStyleClass().add("rail-icon");
    picture.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    if (count != null) {
      Label badge = new Label();
      badge.getStyleClass().add("badge");
      badge
          .textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> count.get() > 99 ? "99+" : Integer.toString(count.get()), count));
      badge.visibleProperty().bind(count.greaterThan(0));
      badge.setMouseTransparent(true);
      StackPane.setAlignment(badge, Pos.TOP_RIGHT);
      badge.setTranslateX(9);
      badge.setTranslateY(-9);
      picture.getChildren().add(badge);
    }
    Button item = new Button(name, picture);
    item.getStyleClass().add("rail-item");
    Tips.put(item, name);
    item.setMaxWidth(Double.MAX_VALUE);
    item.setOnAction(event -> action.run());
    return item;
  }

  /// One click to be somebody, where the relay has such a somebody.
  private Node quickSignIn() {
    Button quick = item("", Feather.ZAP, null, () -> {});
    quick.getStyleClass().add("accent-item");
    model
        .quickSignIn()
        .subscribe(offer -> {
          quick.setText(offer == null ? "" : offer.label());
          quick.setOnAction(event -> {
            if (offer != null) {
              offer.action().run();
            }
          });
        });
    quick.managedProperty().bind(quick.visibleProperty());
    quick.visibleProperty().bind(model.quickSignIn().isNotNull().and(model.signedIn().not()));
    return quick;
  }

  private void openMenu(Button me) {
    if (model.accountMenu().isEmpty()) {
      navigator.go(new Destination.Settings());
      return;
    }
    ContextMenu menu = new ContextMenu();
    for (ShellModel.MenuEntry entry : model.accountMenu()) {
      if (entry.newGroup() && !menu.getItems().isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      MenuItem item =
          new MenuItem(
              entry.label(),
              entry.chosen() ? Icons.of(Feather.CHECK, "icon-accent") : Icons.of(entry.icon()));
      item.setOnAction(event -> entry.action().run());
      menu.getItems().add(item);
    }
    menu.show(me, Side.TOP, 0, 0);
  }

  private Node account() {
    Avatar avatar = new Avatar(pictures, 28);
    Button guest = item("Sign in", Feather.LOG_IN, null, () -> {});
    guest.setOnAction(event -> navigator.go(new Destination.SignIn(null)));
    Region dot = new Region();
    dot.getStyleClass().add("account-dot");
    dot.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(dot, Pos.BOTTOM_RIGHT);
    dot.visibleProperty().bind(model.accountPresence().isNotEmpty());
    model
        .accountPresence()
        .subscribe(now -> {
          dot.pseudoClassStateChanged(AWAY, now.equals("away"));
          dot.pseudoClassStateChanged(BUSY, now.equals("busy"));
        });
    StackPane picture = new StackPane(avatar, dot);
    picture.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Button me = new Button("", picture);
    me.getStyleClass().addAll("rail-item", "rail-account");
    me.setMaxWidth(Double.MAX_VALUE);
    me.textProperty().bind(model.accountName());
    me.setOnAction(event -> openMenu(me));
    model
        .accountName()
        .subscribe(name -> avatar.show(name.isEmpty() ? "?" : name, model.accountPicture().get()));
    model.accountPicture().subscribe(url -> avatar.show(model.accountName().get(), url));
    for (Button each : new Button[] {guest, me}) {
      each.managedProperty().bind(each.visibleProperty());
    }
    me.visibleProperty().bind(model.signedIn());
    guest.visibleProperty().bind(model.signedIn().not());
    HBox box = new HBox(guest, me);
    HBox.setHgrow(guest, Priority.ALWAYS);
    HBox.setHgrow(me, Priority.ALWAYS);
    return box;
  }
}
