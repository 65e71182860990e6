package dev.windowshop.client.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.protocol.Ceiling;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderServiceIT {
  @TempDir private Path folder;

  private RelayConfig config() {
    return RelayConfig.local(folder.resolve("relay")).withDemo(true);
  }

  private static Order.Checkout checkout(Product product, long most) {
    return new Order.Checkout(
        List.of(new Order.CheckoutLine(product.variants().getFirst().id(), 1, new Ceiling(most))),
        new Order.Address("Ada", "Main street 1", null, null, "Berlin", null, "DE", null),
        "standard",
        new Order.Pay("test", null));
  }

  private static Product product(TestClient client) {
    return client.core().relay().get("/products?limit=20", ProductPage.class).items().stream()
        .filter(one -> one.variants().getFirst().stock() > 2)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOrderIsPlacedKeptAndLeavesTheCart() {
    try (Relay relay = Relay.start(config());
        TestClient client = new TestClient(folder.resolve("client"), relay.address())) {
      client.signUp("ada");
      Product product = product(client);
      client.store().cart().add(product, product.variants().getFirst(), 3);
      CheckoutOutcome.Placed placed =
          assertInstanceOf(
              CheckoutOutcome.Placed.class,
              client.orders().checkout(checkout(product, product.price().amount())).join());
      assertEquals(Order.Status.PAID, placed.order().status());
      TestClient.await(client.orders().orders(), all -> all.size() == 1);
      TestClient.await(client.store().cart().cart(), cart -> cart.count() == 2);
      CheckoutOutcome.Refused refused =
          assertInstanceOf(
              CheckoutOutcome.Refused.class, client.orders().checkout(checkout(product, 1)).join());
      assertEquals(409, refused.problem().status());
      assertTrue(List.of().equals(client.orders().waiting().value()));
    }
  }

  @Test
  void aCheckoutWithoutTheRelayOutlivesTheAppAndIsPlacedOnceWhenItIsBack() {
    Relay relay = Relay.start(config());
    int port = URI.create(relay.address()).getPort();
    Product product;
    try (TestClient client = new TestClient(folder.resolve("client"), relay.address())) {
      client.signUp("ada");
      TestClient.await(client.core().socket().state(), ConnectionState.Online.class::isInstance);
      product = product(client);
      relay.close();
      assertInstanceOf(
          CheckoutOutcome.Queued.class,
          client.orders().checkout(checkout(product, product.price().amount())).join());
    }
    relay = Relay.start(config().withPort(port));
    try (TestClient client = new TestClient(folder.resolve("client"), relay.address())) {
      List<Order> orders = TestClient.await(client.orders().orders(), all -> !all.isEmpty());
      assertEquals(1, orders.size());
      assertEquals(product.id(), orders.getFirst().lines().getFirst().productId());
      TestClient.await(client.orders().waiting(), List::isEmpty);
    } finally {
      relay.close();
    }
  }
}
