package dev.windowshop.client.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.client.order.CheckoutViewModel.Field;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckoutViewModelTest {
  private final FakeOrders orders = new FakeOrders();
  private final SampleShop shop = SampleShop.full();
  private final List<CheckoutOutcome> outcomes = new ArrayList<>();
  private Product product = shop.products().get(1);
  private CheckoutViewModel model = new CheckoutViewModel(orders, shop, Runnable::run);

  @BeforeEach
  void fill() {
    product = shop.products().get(1);
    shop.add(product, product.variants().getFirst(), 2);
    model = new CheckoutViewModel(orders, shop, Runnable::run);
    model.field(Field.NAME).set("Maya");
    model.field(Field.LINE1).set("Långgatan 3");
    model.field(Field.CITY).set("Göteborg");
  }

  @Test
  void theTotalIsTheItemsAndTheDelivery() {
    long price = product.variants().getFirst().price().amount();
    assertEquals(2 * price + 490, amount(model.total().get()));
    model.delivery().set(model.deliveries().getFirst());
    assertEquals(2 * price, amount(model.total().get()));
  }

  @Test
  void whatWasShownIsTheMostThatIsPaid() {
    model.submit(outcomes::add);
    Order.CheckoutLine line = orders.asked.getFirst().lines().getFirst();
    assertEquals(2, line.quantity());
    assertEquals(
        product.variants().getFirst().price().amount(),
        line.maxUnitPrice() == null ? -1 : line.maxUnitPrice().amount());
    assertEquals(List.of(new CheckoutOutcome.Queued()), outcomes);
  }

  @Test
  void aMissingStreetIsAskedForAndNothingIsSent() {
    model.field(Field.LINE1).set("  ");
    model.submit(outcomes::add);
    assertTrue(model.trouble().get().contains("street"));
    assertTrue(orders.asked.isEmpty());
  }

  @Test
  void twoClicksOrderOnce() {
    orders.outcome = new CompletableFuture<>();
    model.submit(outcomes::add);
    model.submit(outcomes::add);
    assertEquals(1, orders.asked.size());
  }

  @Test
  void aNewPriceIsSaidAndAgreedToByOrderingAgain() {
    String variant = product.variants().getFirst().id();
    Money now = new Money(99_00, product.price().currency());
    orders.outcome =
        CompletableFuture.completedFuture(
            new CheckoutOutcome.Refused(
                Problem.of(ProblemType.PRICE_CHANGED, "dearer")
                    .withLines(
                        List.of(
                            Json.tree(
                                new Order.Refused(
                                    variant, 2, 5, now, new Money(1, now.currency())))))));
    model.submit(outcomes::add);
    assertTrue(model.trouble().get().contains(product.title()));
    assertEquals(2 * 9900 + 490, amount(model.total().get()));
    model.submit(outcomes::add);
    Order.CheckoutLine line = orders.asked.getLast().lines().getFirst();
    assertEquals(9900, line.maxUnitPrice() == null ? -1 : line.maxUnitPrice().amount());
  }

  @Test
  void theAddressOfTheLastOrderIsThereAlready() {
    orders.all.set(
        List.of(FakeOrders.sample(1, Order.Status.PAID, Order.FulfilmentStatus.DELIVERED)));
    CheckoutViewModel next = new CheckoutViewModel(orders, shop, Runnable::run);
    assertEquals("Göteborg", next.field(Field.CITY).get());
    assertEquals("Sweden", next.field(Field.COUNTRY).get());
  }

  private static long amount(@org.jspecify.annotations.Nullable Money money) {
    return money == null ? -1 : money.amount();
  }
}
