package dev.windowshop.relay.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.testing.SetClock;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The demo shop with people who buy and sell there.
final class Market implements AutoCloseable {
  static final Map<String, String> ADDRESS =
      Map.of("name", "Ada Örn", "line1", "Långgatan 3", "postalCode", "414 63", "city", "Göteborg");

  final SetClock clock = new SetClock();
  private final Path data;
  private final Consumer<RelayConfig.Builder> settings;
  private final Set<String> used = new HashSet<>();
  private Relay relay;

  Market(Path data) {
    this(data, config -> {});
  }

  Market(Path data, Consumer<RelayConfig.Builder> settings) {
    this.data = data;
    this.settings = settings;
    this.relay = start();
  }

  private Relay start() {
    return Relay.start(TestDatabases.config(data).withDemo(true).withClock(clock).with(settings));
  }

  void restart() {
    relay.close();
    relay = start();
  }

  Web web() {
    return new Web(relay.address());
  }

  Web person(String name) {
    Web.Answer answer =
        web()
            .post(
                "/auth/signup",
                Json.encode(
                    Map.of(
                        "email",
                        name + "@example.org",
                        "username",
                        name,
                        "password",
                        "correct horse battery")));
    assertEquals(201, answer.status(), answer::text);
    return web().token(answer.as(Auth.Tokens.class).accessToken());
  }

  /// Somebody who was here before, with a new token.
  Web signedIn(String name) {
    Web.Answer answer =
        web()
            .post(
                "/auth/login",
                Json.encode(Map.of("login", name, "password", "correct horse battery")));
    assertEquals(200, answer.status(), answer::text);
    return web().token(answer.as(Auth.Tokens.class).accessToken());
  }

  /// Whoever sells this, one of the demo's people.
  Web sellerOf(Product product) {
    JsonNode owner =
        person("asks" + Ids.newId().substring(28)).get("/users/" + product.shop().ownerId()).json();
    Web.Answer answer =
        web()
            .post(
                "/auth/login",
                Json.encode(
                    Map.of(
                        "login", owner.path("username").asText(), "password", "windowshop-demo")));
    assertEquals(200, answer.status(), answer::text);
    return web().token(answer.as(Auth.Tokens.class).accessToken());
  }

  /// A product that no test has used yet, with at least this much of its first variant.
  Product product(int stock) {
    for (Product product : web().get("/products?limit=100").as(ProductPage.class).items()) {
      if (product.variants().getFirst().stock() >= stock && used.add(product.id())) {
        return product;
      }
    }
    throw new AssertionError("the demo shop has no such product left");
  }

  int stock(Product product) {
    return fresh(product).variants().getFirst().stock();
  }

  Product fresh(Product product) {
    return web().get("/products/" + product.id()).as(Product.class);
  }

  static String checkout(List<Product> products, int quantity, Map<String, String> payment) {
    return checkout(products, quantity, payment, null);
  }

  static String checkout(
      List<Product> products, int quantity, Map<String, String> payment, @Nullable Long most) {
    return Json.encode(
        Map.of(
            "lines",
            products.stream()
                .map(product -> product.variants().getFirst())
                .map(variant ->
                    Map.of(
                        "variantId",
                        variant.id(),
                        "quantity",
                        quantity,
                        "maxUnitPrice",
                        most == null ? variant.price().amount() : most))
                .toList(),
            "address",
            ADDRESS,
            "deliveryMethod",
            "standard",
            "payment",
            payment));
  }

  static Web.Answer buy(Web buyer, String key, String checkout) {
    return buyer.with("Idempotency-Key", key).post("/checkout", checkout);
  }

  static Order bought(Web buyer, Product product, int quantity, String provider) {
    Web.Answer answer =
        buy(buyer, Ids.newId(), checkout(List.of(product), quantity, Map.of("provider", provider)));
    assertEquals(201, answer.status(), answer::text);
    return answer.as(Order.class);
  }

  static Order order(Web asker, String id) {
    Web.Answer answer = asker.get("/orders/" + id);
    assertEquals(200, answer.status(), answer::text);
    return answer.as(Order.class);
  }

  @Override
  public void close() {
    relay.close();
  }
}
