package dev.windowshop.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.store.ProductQuery;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.ReviewPage;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/// The whole path in the real window with a real relay: a guest finds something, makes an account,
/// pays, sees the order and says what it is like.
class ShoppingPathIT extends ApplicationTest {
  private final WindowWalk walk = new WindowWalk();
  @TempDir private Path folder;
  private @Nullable Relay relay;
  private @Nullable Services services;

  @Override
  public void start(Stage stage) {
    // The window under test makes its own.
  }

  @AfterEach
  void end() {
    interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    if (services != null) {
      services.close();
    }
    if (relay != null) {
      relay.close();
    }
  }

  @Test
  void aGuestFindsSignsUpPaysAndSaysWhatItIsLike() {
    Services shopper = open();
    WindowWalk.until(
        "cards of products",
        () -> WindowWalk.all(".product-card").anyMatch(card -> card.getAccessibleText() != null));
    walk.shot("guest-home");
    Product product = somethingSimple(shopper);
    find(product);
    walk.shot("found");
    walk.key(() -> card(product), KeyCode.ENTER);

    walk.awaitButton("Add to cart");
    walk.shot("product");
    walk.press("Add to cart");
    WindowWalk.until("one piece in the cart", () -> count(shopper) == 1);
    walk.press("Cart");
    walk.awaitText("Your cart is kept on this machine. Sign in to order; it comes along.");
    walk.shot("guest-cart");

    signUp();
    walk.awaitButton("Go to checkout");
    WindowWalk.until("the cart came along", () -> count(shopper) == 1);
    walk.shot("cart");
    Order order = order(shopper);
    assertEquals(Order.Status.PAID, order.status());
    assertEquals("Москва", order.address().city());
    assertEquals(
        product.id(), order.lines().getFirst().productId(), "what was in the cart is ordered");
    WindowWalk.until("an empty cart", () -> count(shopper) == 0);
    walk.awaitText("Being prepared");
    walk.shot("order");

    walk.press(product.title());
    review();
    Review mine =
        shopper
            .core()
            .relay()
            .get("/products/" + product.id() + "/reviews", ReviewPage.class)
            .mine();
    assertNotNull(mine);
    assertEquals(5, mine.stars());
    assertTrue(mine.verified(), "who bought it is known to have");
  }

  private Services open() {
    Relay started = Relay.start(RelayConfig.local(folder.resolve("relay")).withDemo(true));
    relay = started;
    Services opened =
        Services.open(
            Profile.in("path", folder.resolve("data"), folder.resolve("cache")),
            RelayAddress.of(started.address(), false));
    services = opened;
    interact(() -> new MainWindow(opened, null, () -> {}).show());
    opened.core().start();
    return opened;
  }

  private void find(Product product) {
    walk.key(
        () -> {
          TextInputControl search =
              (TextInputControl) WindowWalk.all(".search-field").findFirst().orElseThrow();
          search.setText(product.title());
          return search;
        },
        KeyCode.ENTER);
    WindowWalk.until("its card", () -> WindowWalk.all(".product-card").anyMatch(is(product)));
  }

  private void signUp() {
    walk.press("Sign in");
    walk.press("Make an account");
    walk.write("What should people", "Ada Lovelace");
    walk.write("Email", "ada@example.org");
    walk.write("User name", "ada");
    walk.write("Password", "a good password");
    walk.shot("sign-up");
    walk.press("Make my account");
  }

  private Order order(Services shopper) {
    walk.press("Go to checkout");
    walk.awaitText("Where to");
    walk.write("Name", "Ада Лавлейс");
    walk.write("Street and number", "ул. Тверская, 7");
    walk.write("City", "Москва");
    walk.press("Test card");
    walk.shot("checkout");
    walk.press("Order now");
    walk.awaitText("Your order");
    return TestClient.await(
            shopper.orders().orders(),
            all -> !all.isEmpty() && all.getFirst().status() == Order.Status.PAID)
        .getFirst();
  }

  private void review() {
    walk.press("Write a review");
    WindowWalk.until("five stars", () -> WindowWalk.all(".star-button").count() == 5);
    WindowWalk.run(() -> ((ButtonBase) WindowWalk.all(".star-button").toList().getLast()).fire());
    walk.write("Your words", "Just as it was described.");
    walk.shot("review-writing");
    walk.press("Publish");
    walk.awaitText("Just as it was described.");
    walk.shot("review");
  }

  /// Enough of every variant of it.
  private static Product somethingSimple(Services services) {
    return services.store().catalog().search(ProductQuery.EVERYTHING, null).join().items().stream()
        .filter(product -> product.variants().stream().allMatch(each -> each.stock() > 2))
        .findFirst()
        .orElseThrow();
  }

  private static int count(Services services) {
    var cart = services.store().cart().cart().value();
    return cart == null ? 0 : cart.count();
  }

  private static java.util.function.Predicate<Node> is(Product product) {
    return card ->
        card.getAccessibleText() != null
            && card.getAccessibleText().startsWith(product.title() + ",");
  }

  private static Node card(Product product) {
    return WindowWalk.all(".product-card").filter(is(product)).findFirst().orElseThrow();
  }
}
