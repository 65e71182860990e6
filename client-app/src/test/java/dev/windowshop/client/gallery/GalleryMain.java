package dev.windowshop.client.gallery;

import dev.windowshop.client.order.FakeOrders;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Report;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/// Shows the app over sample data, or writes a picture of every screen: `--shots DIR --theme
/// light|dark --size WIDTHxHEIGHT [--only SCREEN] [--wait MILLISECONDS]`.
public final class GalleryMain {
  record Screen(String name, boolean full, Destination start, Consumer<GalleryWindow> then) {}

  private final Map<String, String> options;
  private final Deque<Screen> screens = new ArrayDeque<>(screens());
  private final Theme theme;
  private final Stage stage = new Stage();

  private GalleryMain(Map<String, String> options) {
    this.options = options;
    theme =
        new Theme(
            ThemeMode.valueOf(options.getOrDefault("theme", "light").toUpperCase(Locale.ROOT)),
            List.of(
                "/dev/windowshop/client/chat/chat.css",
                "/dev/windowshop/client/story/story.css",
                "/dev/windowshop/client/notification/bell.css"));
  }

  public static void main(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int index = 0; index + 1 < args.length; index += 2) {
      options.put(args[index].substring(2), args[index + 1]);
    }
    Platform.startup(() -> {
      GalleryMain gallery = new GalleryMain(options);
      if (options.containsKey("shots")) {
        gallery.next();
      } else {
        gallery.open(SampleShop.full(), new Destination.Home());
      }
    });
  }

  private static List<Screen> screens() {
    Consumer<GalleryWindow> nothing = window -> {};
    List<Screen> screens = new ArrayList<>();
    screens.add(new Screen("home", true, new Destination.Home(), nothing));
    screens.add(
        new Screen("home-lower", true, new Destination.Home(), window -> scroll(window, 0.32)));
    screens.add(new Screen("home-end", true, new Destination.Home(), window -> scroll(window, 1)));
    screens.add(
        new Screen(
            "home-known",
            true,
            new Destination.Home(),
            window -> {
              window.welcome.set(
                  new dev.windowshop.client.store.Welcome(
                      "Maya Lindqvist",
                      List.of(
                          new dev.windowshop.client.store.Welcome.Note(
                              dev.windowshop.client.store.Welcome.Kind.ORDER,
                              "Wool overcoat: On its way",
                              new Destination.Orders()),
                          new dev.windowshop.client.store.Welcome.Note(
                              dev.windowshop.client.store.Welcome.Kind.CART,
                              "2 pieces wait in your cart",
                              new Destination.Cart())),
                      List.of("s1")));
              window.accounts.signIn("maya", "walking");
            }));
    screens.add(new Screen("home-loading", false, new Destination.Home(), nothing));
    screens.add(
        new Screen(
            "home-away",
            false,
            new Destination.Home(),
            window -> {
              window.shop.homeTrouble().set("away");
              window
                  .model
                  .quietLine()
                  .set("You're offline. Everything you do is kept and sent later.");
            }));
    screens.add(
        new Screen(
            "home-dock", true, new Destination.Home(), window -> window.shell.dock().openList()));
    screens.add(new Screen("product", true, new Destination.ProductPage("p1"), nothing));
    screens.add(
        new Screen(
            "product-lower",
            true,
            new Destination.ProductPage("p1"),
            window -> scroll(window, 0.75)));
    screens.add(new Screen("product-loading", true, new Destination.ProductPage("none"), nothing));
    screens.add(new Screen("search", true, Destination.Search.text("lamp"), nothing));
    screens.add(new Screen("search-all", true, Destination.Search.everything(), nothing));
    screens.add(
        new Screen(
            "search-filtered",
            true,
            new Destination.Search(
                "a",
                dev.windowshop.client.shell.SearchFilters.NONE
                    .withCategories(List.of("Lamps", "Mugs"))
                    .withBrands(List.of("Fern", "Nord"))
                    .withOptions(List.of("Glaze:Clay"))
                    .withPrices(2000L, 8000L)
                    .withMinRating(4),
                dev.windowshop.protocol.ProductSort.PRICE_ASC),
            window -> fireToggle(window, "Filters")));
    screens.add(
        new Screen(
            "pictures",
            true,
            new Destination.ProductPage("p1"),
            window -> {
              Node large = window.shell.root().lookup(".large-picture");
              large.getOnMouseClicked().handle(null);
            }));
    screens.add(
        new Screen(
            "cart-changed",
            true,
            new Destination.Cart(),
            window -> {
              var shop = window.shop;
              var money = new dev.windowshop.protocol.Money(1500, "EUR");
              var first = shop.products().get(1);
              shop.put(
                  new dev.windowshop.client.store.CartLine(
                      first, first.variants().getFirst(), 2, java.time.Instant.EPOCH, money));
              var second = shop.products().get(3);
              shop.put(
                  new dev.windowshop.client.store.CartLine(
                      second, second.variants().getFirst(), 9, java.time.Instant.EPOCH));
              var third = shop.products().get(8);
              shop.add(third, third.variants().getLast(), 1);
              shop.saveForLater(third.variants().getLast().id());
            }));
    screens.add(new Screen("search-none", true, Destination.Search.text("zzz"), nothing));
    screens.add(
        new Screen(
            "cart",
            true,
            new Destination.Cart(),
            window -> {
              for (int index : new int[] {1, 2, 8}) {
                var product = window.shop.products().get(index);
                window.shop.add(product, product.variants().getFirst(), index);
              }
              window.shell.notices().show("Bud vase is out of the cart.", "Undo", () -> {});
            }));
    Consumer<GalleryWindow> ordered =
        window -> {
          window.accounts.signIn("maya", "walking");
          window.orders.all.set(
              List.of(
                  FakeOrders.sample(
                      3, Order.Status.AWAITING_PAYMENT, Order.FulfilmentStatus.WAITING),
                  FakeOrders.sample(2, Order.Status.PAID, Order.FulfilmentStatus.SHIPPED),
                  FakeOrders.sample(1, Order.Status.PAID, Order.FulfilmentStatus.DELIVERED)));
        };
    screens.add(
        new Screen(
            "checkout",
            true,
            new Destination.Checkout(),
            window -> {
              for (int index : new int[] {1, 2}) {
                var product = window.shop.products().get(index);
                window.shop.add(product, product.variants().getFirst(), index);
              }
            }));
    screens.add(
        new Screen(
            "checkout-addresses",
            true,
            new Destination.Checkout(),
            window -> {
              window.addresses.fill();
              var product = window.shop.products().get(1);
              window.shop.add(product, product.variants().getFirst(), 2);
            }));
    screens.add(
        new Screen(
            "wishlist",
            true,
            new Destination.Wishlist(),
            window -> window.shop.products().subList(1, 5).forEach(window.wishes::add)));
    screens.add(
        new Screen(
            "review-editor",
            true,
            new Destination.ProductPage("p1"),
            window -> {
              window.accounts.signIn("maya", "walking");
              after(400, () -> fire(window, "Change yours"));
            }));
    screens.add(new Screen("orders", true, new Destination.Orders(), ordered));
    screens.add(
        new Screen(
            "order",
            true,
            new Destination.OrderPage("01a1f000-0000-7000-8000-000000000002"),
            ordered));
    screens.add(
        new Screen(
            "transactions",
            true,
            new Destination.Transactions(),
            window -> {
              ordered.accept(window);
              window.orders.money.set(FakeOrders.sampleTransactions());
            }));
    Consumer<GalleryWindow> maya = window -> window.accounts.signIn("maya", "walking");
    screens.add(new Screen("shop", true, new Destination.ShopPage("s1"), maya));
    screens.add(new Screen("sell", true, new Destination.Sell(), maya));
    for (String tab : List.of("Products", "Low stock", "Quick replies", "The shop")) {
      screens.add(
          new Screen(
              "sell-" + tab.toLowerCase(Locale.ROOT).replace(' ', '-'),
              true,
              new Destination.Sell(),
              window -> {
                maya.accept(window);
                fireToggle(window, tab);
              }));
    }
    screens.add(new Screen("sell-guest", true, new Destination.Sell(), nothing));
    screens.add(
        new Screen(
            "sell-open",
            true,
            new Destination.Sell(),
            window -> {
              maya.accept(window);
              window.selling.shop.set(java.util.Optional.empty());
            }));
    screens.add(new Screen("editor", true, new Destination.EditProduct("p1"), maya));
    screens.add(
        new Screen(
            "editor-lower",
            true,
            new Destination.EditProduct("p1"),
            window -> after(300, () -> scroll(window, 1))));
    screens.add(
        new Screen(
            "editor-conflict",
            true,
            new Destination.EditProduct("p1"),
            window -> {
              window.selling.refusal = dev.windowshop.client.seller.Conflicts.sample();
              fire(window, "Save");
            }));
    screens.add(new Screen("cart-empty", true, new Destination.Cart(), nothing));
    screens.add(new Screen("for-you", true, new Destination.ForYou(), nothing));
    screens.add(new Screen("sign-in", true, new Destination.SignIn(null), nothing));
    screens.add(new Screen("sign-up", true, new Destination.SignUp(null), nothing));
    screens.add(
        new Screen(
            "sign-in-browser",
            true,
            new Destination.SignIn(null),
            window -> fire(window, "Continue with Google")));
    screens.add(
        new Screen(
            "sign-in-link",
            true,
            new Destination.SignIn(null),
            window -> {
              fire(window, "Continue with Google");
              window.signIns.outcome.complete(
                  new dev.windowshop.client.account.SignIns.Outcome.ToLink(
                      "t",
                      "You have an account with maya@example.com already. Give its password once,"
                          + " and Google signs you in from then on."));
            }));
    screens.add(
        new Screen(
            "sign-in-forgot",
            true,
            new Destination.SignIn(null),
            window -> {
              fire(window, "Forgot your password?");
              fire(window, "Send me a code");
            }));
    screens.add(
        new Screen(
            "settings-security",
            true,
            new Destination.Settings(),
            window -> {
              window.accounts.signIn("maya", "walking");
              after(300, () -> scroll(window, 0.22));
            }));
    screens.add(
        new Screen(
            "settings-leaving",
            true,
            new Destination.Settings(),
            window -> {
              window.accounts.signIn("maya", "walking");
              fire(window, "Delete…");
              after(300, () -> scroll(window, 1));
            }));
    screens.add(
        new Screen(
            "settings",
            true,
            new Destination.Settings(),
            window -> window.accounts.signIn("maya", "walking")));
    screens.add(
        new Screen(
            "settings-privacy",
            true,
            new Destination.Settings(),
            window -> {
              window.accounts.signIn("maya", "walking");
              window.acquaintances.setBlocked("noor", true);
              FxThread.later(() -> scroll(window, 0.75));
            }));
    screens.add(
        new Screen(
            "people",
            true,
            new Destination.People(),
            window -> {
              window.accounts.signIn("maya", "walking");
              List.of("noor", "mira", "jonas")
                  .forEach(name -> window.acquaintances.setContact(name, true));
            }));
    screens.add(new Screen("people-none", true, new Destination.People(), nothing));
    screens.add(
        new Screen(
            "person",
            true,
            new Destination.Home(),
            window -> {
              window.accounts.signIn("maya", "walking");
              window.people().openCard("mira");
            }));
    screens.add(
        new Screen(
            "report",
            true,
            new Destination.ProductPage("p1"),
            window -> {
              window.accounts.signIn("maya", "walking");
              window.people().report(Report.Kind.PRODUCT, "p1");
            }));
    screens.add(
        new Screen(
            "moderation",
            true,
            new Destination.Moderation(),
            window -> window.accounts.signIn("maya", "walking")));
    screens.add(
        new Screen(
            "moderation-log",
            true,
            new Destination.Moderation(),
            window -> {
              window.moderation.resolve("r1", Report.Action.HIDE, "An advertisement", null);
              window.moderation.resolve("r3", Report.Action.SUSPEND, "", null);
              window.shell.root().lookupAll(".pill").stream()
                  .filter(node -> node instanceof ToggleButton pill && pill.getText().equals("Log"))
                  .forEach(node -> ((ToggleButton) node).fire());
            }));
    screens.add(
        new Screen(
            "moderation-none",
            true,
            new Destination.Moderation(),
            window -> {
              window.moderation.all.clear();
              window.moderation.news.set(1);
            }));
    screens.addAll(ChatScreens.all());
    screens.addAll(StoryGalleryScreens.all());
    screens.addAll(BellGalleryScreens.all());
    return screens;
  }

  private static void fire(GalleryWindow window, String words) {
    window.shell.root().lookupAll(".button").stream()
        .filter(javafx.scene.control.Button.class::isInstance)
        .map(javafx.scene.control.Button.class::cast)
        .filter(button -> words.equals(button.getText()))
        .findFirst()
        .ifPresent(javafx.scene.control.Button::fire);
  }

  private static void fireToggle(GalleryWindow window, String words) {
    window.shell.root().lookupAll(".toggle-button").stream()
        .filter(node -> node instanceof ToggleButton button && words.equals(button.getText()))
        .forEach(node -> ((ToggleButton) node).fire());
  }

  private static void scroll(GalleryWindow window, double part) {
    // A page that was left is still in the scene.
    for (Node node : window.shell.root().lookupAll(".page-scroll")) {
      if (node instanceof ScrollPane scroll) {
        scroll.setVvalue(part);
      }
    }
  }

  private GalleryWindow open(SampleShop shop, Destination start) {
    GalleryWindow window = new GalleryWindow(shop, new Destination.Home(), theme);
    // Once the shell is there: some pages use it.
    window.navigator.replace(start);
    String[] size = options.getOrDefault("size", "1440x900").split("x", -1);
    Scene scene =
        new Scene(window.shell.root(), Double.parseDouble(size[0]), Double.parseDouble(size[1]));
    theme.install(scene);
    stage.setScene(scene);
    stage.show();
    return window;
  }

  private void next() {
    Screen screen = screens.poll();
    String only = options.get("only");
    while (screen != null
        && only != null
        && !List.of(only.split(",", -1)).contains(screen.name())) {
      screen = screens.poll();
    }
    if (screen == null) {
      stage.hide();
      Platform.exit();
      return;
    }
    Screen shown = screen;
    GalleryWindow window =
        open(screen.full() ? SampleShop.full() : SampleShop.loading(), screen.start());
    // One after the other: on a busy machine both would be due at once.
    after(
        500,
        () -> {
          shown.then().accept(window);
          after(
              Double.parseDouble(options.getOrDefault("wait", "900")),
              () -> {
                write(shown.name());
                FxThread.later(this::next);
              });
        });
  }

  private static void after(double millis, Runnable run) {
    PauseTransition pause = new PauseTransition(Duration.millis(millis));
    pause.setOnFinished(event -> run.run());
    pause.play();
  }

  private void write(String name) {
    WritableImage shot = stage.getScene().snapshot(null);
    PixelReader pixels = shot.getPixelReader();
    int width = (int) shot.getWidth();
    int height = (int) shot.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    try {
      Path folder = Files.createDirectories(Path.of(options.get("shots")));
      ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
