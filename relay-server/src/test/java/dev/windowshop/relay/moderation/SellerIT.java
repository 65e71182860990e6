package dev.windowshop.relay.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.UserRole;
import dev.windowshop.relay.chat.RelayFixture;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a shop while its seller is suspended, or of a product that was hidden.
class SellerIT {
  @TempDir static Path data;

  private static RelayFixture relay;
  private static Person buyer;
  private static Person moderator;

  @BeforeAll
  static void start() {
    relay = new RelayFixture(TestDatabases.config(data).withDemo(true));
    buyer = relay.person("buyer.one");
    moderator = relay.person("mod.one");
    try (Database database = TestDatabases.open(data)) {
      new OperatorService(database, Clock.systemUTC()).setRole("mod.one", UserRole.ADMIN);
    }
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static Product onSale() {
    return buyer
        .rest()
        .get("/products?limit=100&inStock=true")
        .as(ProductPage.class)
        .items()
        .stream()
        .filter(product -> product.variants().getFirst().stock() > 3)
        .findFirst()
        .orElseThrow();
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, what);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static int status(Product product) {
    return buyer.rest().get("/products/" + product.id()).status();
  }

  private static Web.Answer buy(Product product) {
    return new Web(relay.address())
        .token(buyer.token())
        .with("Idempotency-Key", Ids.newId())
        .post(
            "/checkout",
            Json.encode(
                Map.of(
                    "lines",
                    List.of(
                        Map.of(
                            "variantId",
                            product.variants().getFirst().id(),
                            "quantity",
                            1,
                            "maxUnitPrice",
                            product.variants().getFirst().price())),
                    "address",
                    Map.of("line1", "Långgatan 3", "city", "Göteborg"),
                    "deliveryMethod",
                    "standard",
                    "payment",
                    Map.of("provider", "on_delivery"))));
  }

  private static void act(String path, Map<String, Object> body) {
    assertEquals(204, moderator.rest().post("/moderation/" + path, body).status());
  }

  @Test
  void aSuspendedSellersProductsAreOffTheShopUntilTheyAreBack() {
    Product product = onSale();
    String seller = product.shop().ownerId();
    JsonNode line =
        Json.tree(
            Map.of(
                "lines",
                List.of(Map.of("variantId", product.variants().getFirst().id(), "quantity", 1))));
    assertEquals(200, buyer.rest().put("/cart", line).status());
    act("users/" + seller + "/suspend", Map.of("note", "Sells fakes"));
    assertEquals(409, buy(product).status(), "at once");
    assertEquals(0, buyer.rest().get("/cart").body().path("lines").size());
    await("it is gone", () -> status(product) == 404);
    for (Product other : buyer.rest().get("/products?limit=100").as(ProductPage.class).items()) {
      assertTrue(!other.shop().ownerId().equals(seller), other.title());
    }
    act("users/" + seller + "/unsuspend", Map.of("note", "A mistake"));
    await("it is back", () -> status(product) == 200);
    Web.Answer bought = buy(product);
    assertEquals(201, bought.status(), bought::text);
    assertEquals(1, buyer.rest().get("/cart").body().path("lines").size());
  }

  @Test
  void aSuspensionThatIsOverBringsThemBackByItself() {
    Product product = onSale();
    act(
        "users/" + product.shop().ownerId() + "/suspend",
        Map.of("note", "For a moment", "until", Instant.now().plusSeconds(3)));
    await("it is gone", () -> status(product) == 404);
    await("it is back", () -> status(product) == 200);
    Web.Answer bought = buy(product);
    assertEquals(201, bought.status(), bought::text);
  }

  @Test
  void whatAModeratorHidIsNotSold() {
    Product product = onSale();
    act("products/" + product.id() + "/hide", Map.of("note", "A fake"));
    assertEquals(409, buy(product).status(), "at once");
    act("products/" + product.id() + "/unhide", Map.of("note", "It is real"));
    Web.Answer bought = buy(product);
    assertEquals(201, bought.status(), bought::text);
  }
}
