package dev.windowshop.client.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleAddresses;
import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.client.order.AddressForm.Field;
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
  private final SampleAddresses addresses = new SampleAddresses();
  private final SampleShop shop = SampleShop.full();
  private final List<CheckoutOutcome> outcomes = new ArrayList<>();
  private Product product = shop.products().get(1);
  private CheckoutViewModel model = new CheckoutViewModel(orders, shop, addresses, Runnable::run);

  @BeforeEach
  void fill() {
    product = shop.products().get(1);
    shop.add(product, product.variants().getFirst(), 2);
    model = new CheckoutViewModel(orders, shop, addresses, Runnable::run);
    model.address().form().field(Field.NAME).set("Maya");
    model.address().form().field(Field.LINE1).set("Långgatan 3");
    model.address().form().field(Field.CITY).set("Göteborg");
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
    model.address().form().field(Field.LINE1).set("  ");
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
    CheckoutViewModel next = new CheckoutViewModel(orders, shop, addresses, Runnable::run);
    assertEquals("Göteborg", next.address().form().field(Field.CITY).get());
    assertEquals("Sweden", next.address().form().field(Field.COUNTRY).get());
  }

  @Test
  void theUsualAddressIsChosenAndAnotherCanBe() {
    addresses.fill();
    model.submit(outcomes::add);
    assertEquals("Göteborg", orders.asked.getLast().address().city());
    model.address().choose(model.address().saved().getLast());
    model.submit(outcomes::add);
    assertEquals("渋谷区", orders.asked.getLast().address().city());
    assertEquals("東京都", orders.asked.getLast().address().region());
  }

  @Test
  void aNewAddressJoinsTheAddressBookWithTheOrder() {
    model.submit(outcomes::add);
    assertEquals(
        List.of("Göteborg"),
        model.address().saved().stream().map(one -> one.address().city()).toList());
    assertTrue(model.address().saved().getFirst().standard());
  }

  @Test
  void nothingIsOrderedWhileSomethingChangedThatWasNotSeen() {
    Product.Variant variant = shop.products().get(2).variants().getFirst();
    shop.put(
        new dev.windowshop.client.store.CartLine(
            shop.products().get(2), variant, 1, java.time.Instant.EPOCH, new Money(1, "EUR")));
    model.submit(outcomes::add);
    assertTrue(orders.asked.isEmpty());
    model.settle();
    model.submit(outcomes::add);
    assertEquals(1, orders.asked.size());
  }

  private static long amount(@org.jspecify.annotations.Nullable Money money) {
    return money == null ? -1 : money.amount();
  }
}
