package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleShop;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductViewModelTest {
  private final SampleShop shop = SampleShop.full();

  /// Small / Ink is sold out, Large / Moss is not made.
  private final ProductViewModel model = new ProductViewModel("p1", shop, shop, Runnable::run);

  @BeforeEach
  void open() {
    model.activate();
  }

  @Test
  void itStartsWithTheFirstVariantInStock() {
    assertEquals("Small", model.chosen().get("Size"));
    assertEquals("Clay", model.chosen().get("Glaze"));
    assertTrue(model.canBuy());
  }

  @Test
  void aValueIsSoldOutOnlyBesideWhatIsChosen() {
    assertEquals(Choices.State.SOLD_OUT, model.state("Glaze", "Ink"));
    model.choose("Size", "Medium");
    assertEquals(Choices.State.AVAILABLE, model.state("Glaze", "Ink"));
  }

  @Test
  void aCombinationThatIsNotMadeCannotBeBought() {
    model.choose("Size", "Large");
    assertEquals(Choices.State.ABSENT, model.state("Glaze", "Moss"));
    model.choose("Glaze", "Moss");
    assertNull(model.variant().get());
    assertFalse(model.canBuy());
    assertFalse(model.addToCart());
  }

  @Test
  void aSoldOutVariantSaysSoAndStaysOutOfTheCart() {
    model.choose("Glaze", "Ink");
    assertEquals("Sold out", model.stockLine());
    assertFalse(model.addToCart());
    assertEquals(0, cart().count());
  }

  @Test
  void theQuantityStaysWithinTheStock() {
    model.setQuantity(500);
    assertEquals(14, model.quantity().get());
    model.setQuantity(0);
    assertEquals(1, model.quantity().get());
  }

  @Test
  void whatIsChosenGoesIntoTheCart() {
    model.choose("Size", "Medium");
    model.setQuantity(3);
    assertTrue(model.addToCart());
    assertEquals(3, cart().count());
    assertEquals("Medium", cart().lines().getFirst().variant().options().get("Size"));
  }

  @Test
  void fewLeftIsSaidOnlyWhenTrue() {
    assertEquals("In stock", model.stockLine());
    ProductViewModel scarce = new ProductViewModel("p3", shop, shop, Runnable::run);
    scarce.activate();
    assertEquals("Only 2 left", scarce.stockLine());
  }

  private CartContents cart() {
    return Objects.requireNonNull(shop.cart().value());
  }
}
