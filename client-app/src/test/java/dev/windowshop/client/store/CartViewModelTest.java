package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartViewModelTest {
  private final SampleShop shop = SampleShop.full();
  private final CartViewModel model = new CartViewModel(shop, shop, Runnable::run);

  @Test
  void whatWasRemovedComesBackInItsPlace() {
    put(1, 1);
    put(2, 2);
    put(4, 1);
    List<CartLine> before = List.copyOf(model.lines());
    Runnable undo = model.remove(before.get(1));
    assertEquals(2, model.lines().size());
    undo.run();
    assertEquals(before, model.lines());
  }

  @Test
  void theTotalFollowsTheLines() {
    assertNull(model.total().get());
    put(2, 3);
    Money each = shop.products().get(2).price();
    assertEquals(each.times(3), model.total().get());
  }

  @Test
  void noMoreThanTheStockCanBeTaken() {
    put(3, 1);
    model.setQuantity(model.lines().getFirst(), 3);
    assertEquals(1, model.lines().getFirst().quantity());
    model.setQuantity(model.lines().getFirst(), 2);
    assertEquals(2, model.lines().getFirst().quantity());
    assertTrue(shop.products().get(3).stock() <= 2);
  }

  @Test
  void nothingIsPaidForBeforeWhatChangedIsSeen() {
    put(1, 1);
    Product product = shop.products().get(2);
    Product.Variant variant = product.variants().getFirst();
    Money before = new Money(variant.price().amount() - 100, "EUR");
    shop.put(new CartLine(product, variant, 1, Instant.EPOCH, before));
    assertTrue(model.changed().get());
    assertTrue(
        CartChangesView.of(model.lines().getLast()).getFirst().contains("costs"),
        "the new price is said");
    model.settle();
    assertFalse(model.changed().get());
    assertEquals(variant.price(), model.lines().getLast().agreed());
    assertEquals(2, model.lines().size());
  }

  @Test
  void whatIsSoldOutIsPutAsideAndWhatIsShortIsCutDown() {
    Product product = shop.products().get(1);
    Product.Variant few = product.variants().getFirst();
    Product.Variant none =
        product.variants().stream().filter(each -> each.stock() == 0).findFirst().orElseThrow();
    shop.put(new CartLine(product, few, few.stock() + 3, Instant.EPOCH));
    shop.put(new CartLine(product, none, 2, Instant.EPOCH));
    assertTrue(model.lines().getFirst().tooMany());
    assertTrue(model.lines().getLast().soldOut());
    model.settle();
    assertEquals(few.stock(), model.lines().getFirst().quantity());
    assertEquals(List.of(none), model.saved().stream().map(CartLine::variant).toList());
    assertFalse(model.changed().get());
  }

  @Test
  void whatIsSavedForLaterIsInNoSumAndComesBackWhereItWas() {
    put(1, 1);
    put(2, 2);
    Money both = model.total().get();
    Runnable undo = model.saveForLater(model.lines().getFirst());
    assertEquals(1, model.lines().size());
    assertEquals(1, model.saved().size());
    model.remove(model.saved().getFirst()).run();
    assertEquals(1, model.saved().size());
    undo.run();
    assertEquals(both, model.total().get());
    assertTrue(model.saved().isEmpty());
  }

  private void put(int index, int quantity) {
    var product = shop.products().get(index);
    shop.add(product, product.variants().getFirst(), quantity);
  }
}
