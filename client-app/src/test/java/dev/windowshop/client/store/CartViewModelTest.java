package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.protocol.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartViewModelTest {
  private final SampleShop shop = SampleShop.full();
  private final CartViewModel model = new CartViewModel(shop, Runnable::run);

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

  private void put(int index, int quantity) {
    var product = shop.products().get(index);
    shop.add(product, product.variants().getFirst(), quantity);
  }
}
