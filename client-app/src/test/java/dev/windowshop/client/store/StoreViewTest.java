package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.GalleryWindow;
import dev.windowshop.client.gallery.SampleInterests;
import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.protocol.Product;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class StoreViewTest extends ApplicationTest {
  private GalleryWindow window;
  private Theme theme;
  private Stage stage;

  @Override
  public void start(Stage shown) {
    stage = shown;
    theme = new Theme(ThemeMode.LIGHT, List.of());
    window = new GalleryWindow(SampleShop.full(), new Destination.Home(), theme);
    Scene scene = new Scene(window.shell.root(), 960, 900);
    theme.install(scene);
    shown.setScene(scene);
    shown.show();
  }

  @Test
  void homeShowsCardsOfItsProducts() {
    until(() -> cards().size() > 6);
    assertTrue(cards().stream().anyMatch(card -> card.product() != null));
  }

  @Test
  void aShelfScrollsWithTheKeys() {
    until(() -> !lookup(SideScroller.class::isInstance).queryAll().isEmpty());
    SideScroller<?> shelf = shelves().get(1);
    interact(() -> firstCard(shelf).requestFocus());
    for (int step = 0; step < 5; step++) {
      press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    }
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(shelf.offset() > 0);
    press(KeyCode.HOME).release(KeyCode.HOME);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(0, shelf.offset());
  }

  @Test
  void aCombinationThatIsSoldOutIsMarked() {
    interact(() -> window.navigator.go(new Destination.ProductPage("p1")));
    until(() -> pill("Ink") != null);
    assertTrue(soldOut(pill("Ink")));
    assertFalse(soldOut(pill("Clay")));
    interact(() -> Objects.requireNonNull(pill("Medium")).fire());
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(soldOut(pill("Ink")));
  }

  @Test
  void aRemovedLineComesBackWithUndo() {
    interact(() -> {
      var product = window.shop.products().get(2);
      window.shop.add(product, product.variants().getFirst(), 1);
      window.navigator.go(new Destination.Cart());
    });
    until(() -> button("Remove") != null);
    interact(() -> Objects.requireNonNull(button("Remove")).fire());
    until(() -> lookup(".cart-line").queryAll().isEmpty());
    interact(() -> lookup(".notice-action").queryButton().fire());
    until(() -> lookup(".cart-line").queryAll().size() == 1);
  }

  @Test
  void whatDoesNotInterestGoesAndComesBackWithUndo() {
    interact(() -> window.navigator.go(new Destination.ForYou()));
    until(() -> cards().stream().anyMatch(card -> card.product() != null));
    String id =
        Objects.requireNonNull(
                cards().stream()
                    .filter(card -> card.product() != null)
                    .findFirst()
                    .orElseThrow()
                    .product())
            .id();
    interact(() ->
        cards().stream().filter(card -> isOf(card, id)).findFirst().orElseThrow().requestFocus());
    press(KeyCode.DELETE).release(KeyCode.DELETE);
    until(() -> cards().stream().noneMatch(card -> isOf(card, id)));
    interact(() -> lookup(".notice-action").queryButton().fire());
    until(() -> cards().stream().anyMatch(card -> isOf(card, id)));
    assertEquals(
        List.of("dismiss " + id, "restore " + id),
        window.shop.sampleInterests().told.stream()
            .filter(line -> !line.startsWith("shown"))
            .toList());
  }

  @Test
  void whatWasLookedAtIsForgottenFromItsCardAndComesBackWithUndo() {
    Product page = window.shop.products().get(30);
    interact(() -> window.shop.sampleInterests().viewed().set(List.of(page)));
    PageScroll scroll = lookup(".page-scroll").queryAs(PageScroll.class);
    until(() -> {
      // Nothing is made of a shelf that is far below.
      scroll.setVvalue(Math.min(1, scroll.getVvalue() + 0.02));
      return cards().stream().anyMatch(card -> isTrace(card, page.id()));
    });
    interact(() ->
        cards().stream()
            .filter(card -> isTrace(card, page.id()))
            .findFirst()
            .orElseThrow()
            .requestFocus());
    press(KeyCode.DELETE).release(KeyCode.DELETE);
    until(() -> cards().stream().noneMatch(card -> isTrace(card, page.id())));
    interact(() -> lookup(".notice-action").queryButton().fire());
    until(() -> cards().stream().anyMatch(card -> isTrace(card, page.id())));
  }

  private static boolean isTrace(ProductCard card, String id) {
    return isOf(card, id) && card.isOwnTrace();
  }

  @Test
  void everyShelfOfPicksTellsWhatWasSeenOfItOnce() {
    SampleInterests interests = window.shop.sampleInterests();
    interests.give(window.shop.products().subList(2, 8), window.shop.products().subList(20, 26));
    interact(() -> window.navigator.go(new Destination.Cart()));
    Product first = window.shop.products().get(1);
    interact(() -> window.shop.add(first, first.variants().getFirst(), 1));
    until(() -> interests.told.stream().anyMatch(line -> line.startsWith("shown from-cart")));
    assertTrue(interests.told.contains("with cart [" + first.id() + "]"));
    interact(() -> window.navigator.go(new Destination.ForYou()));
    until(() -> interests.told.stream().anyMatch(line -> line.startsWith("shown for-you")));
    List<String> told = interests.told.stream().filter(line -> line.startsWith("shown")).toList();
    assertEquals(told.size(), new java.util.HashSet<>(told).size(), told.toString());
  }

  private static boolean isOf(ProductCard card, String id) {
    return card.product() != null && card.product().id().equals(id);
  }

  @Test
  void theDarkThemeHasNoLightLeftovers() {
    interact(() -> {
      theme.mode().set(ThemeMode.DARK);
      window.navigator.go(new Destination.Settings());
    });
    WaitForAsyncUtils.waitForFxEvents();
    double light = lightPart();
    assertTrue(light < 0.06, "share of light pixels: " + light);
    interact(() -> theme.mode().set(ThemeMode.LIGHT));
    assertTrue(lightPart() > 0.6);
  }

  @Test
  void escapeClosesTheDockAndAQuestionMarkShowsTheKeys() {
    interact(() -> window.shell.dock().openList());
    assertTrue(window.shell.dock().open().get());
    interact(() -> window.shell.root().requestFocus());
    press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    until(() -> !window.shell.dock().open().get());
    write("?");
    until(() -> lookup(".sheet").query().getParent().isVisible());
  }

  @Test
  void aNarrowWindowKeepsTheStoreUnderTheDrawer() {
    Node host = lookup(".page-host").query();
    double before = host.getBoundsInParent().getWidth();
    interact(() -> window.shell.dock().openList());
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(before, host.getBoundsInParent().getWidth());
    assertNotNull(stage);
  }

  private List<ProductCard> cards() {
    return lookup(ProductCard.class::isInstance).queryAllAs(ProductCard.class).stream().toList();
  }

  private List<SideScroller<?>> shelves() {
    return lookup(SideScroller.class::isInstance).queryAll().stream()
        .<SideScroller<?>>map(each -> (SideScroller<?>) each)
        .toList();
  }

  private static ProductCard firstCard(SideScroller<?> shelf) {
    return (ProductCard) shelf.lookup(".product-card");
  }

  private @Nullable ToggleButton pill(String value) {
    return lookup(".pill").queryAllAs(ToggleButton.class).stream()
        .filter(pill -> pill.getText().equals(value))
        .findFirst()
        .orElse(null);
  }

  private static boolean soldOut(@Nullable ToggleButton pill) {
    return Objects.requireNonNull(pill)
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass("sold-out"));
  }

  private @Nullable Button button(String name) {
    return lookup(".button").queryAllAs(Button.class).stream()
        .filter(button -> name.equals(button.getAccessibleText()))
        .findFirst()
        .orElse(null);
  }

  private double lightPart() {
    WritableImage[] shot = new WritableImage[1];
    interact(() -> shot[0] = stage.getScene().snapshot(null));
    PixelReader pixels = shot[0].getPixelReader();
    int light = 0;
    int all = 0;
    for (int y = 0; y < shot[0].getHeight(); y += 3) {
      for (int x = 0; x < shot[0].getWidth(); x += 3) {
        all++;
        if (pixels.getColor(x, y).getBrightness() > 0.6) {
          light++;
        }
      }
    }
    return (double) light / all;
  }

  private static void until(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(condition));
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError("it did not come to be", e);
    }
  }

  private static boolean onFx(Callable<Boolean> condition) {
    return WaitForAsyncUtils.waitForAsyncFx(5000, condition);
  }
}
