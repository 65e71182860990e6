package dev.windowshop.relay.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.testing.Web;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderIT {
  @TempDir static Path data;
  private static Market market;

  @BeforeAll
  static void open() {
    market = new Market(data);
  }

  @AfterAll
  static void close() {
    market.close();
  }

  private static Web.Answer fulfil(Web seller, Order order, String status) {
    return seller.send(
        "PATCH",
        "/orders/" + order.id() + "/fulfilments/" + order.fulfilments().getFirst().shopId(),
        "{\"status\":\"" + status + "\",\"tracking\":\"T-1\"}");
  }

  @Test
  void aSellerPacksShipsAndIsPaidOnDelivery() {
    Web buyer = market.person("buyer1");
    Product product = market.product(2);
    Web seller = market.sellerOf(product);
    Order order = Market.bought(buyer, product, 1, "on_delivery");
    assertEquals(order.id(), seller.get("/orders?as=seller").json().at("/items/0/id").asText());
    assertEquals(409, fulfil(seller, order, "delivered").status());
    assertEquals(422, fulfil(seller, order, "teleported").status());
    assertEquals(404, fulfil(buyer, order, "packed").status());
    for (String step : List.of("packed", "shipped", "delivered")) {
      Web.Answer answer = fulfil(seller, order, step);
      assertEquals(200, answer.status(), answer::text);
    }
    Order delivered = Market.order(buyer, order.id());
    assertEquals(Order.PaymentStatus.CAPTURED, delivered.payment().status());
    assertEquals(delivered.total(), delivered.payment().captured());
    assertEquals("T-1", delivered.fulfilments().getFirst().tracking());
    assertEquals(409, buyer.post("/orders/" + order.id() + "/cancel", "").status());

    assertEquals(
        200, buyer.post("/orders/" + order.id() + "/returns", "{\"note\":\"too small\"}").status());
    assertEquals(200, fulfil(seller, order, "returned").status());
    Order returned = Market.order(buyer, order.id());
    assertEquals(Order.PaymentStatus.REFUNDED, returned.payment().status());
    assertEquals(returned.total(), returned.payment().refunded());
  }

  private static List<String> noticed(Web reader, Order order) {
    List<String> noticed = new ArrayList<>();
    for (JsonNode one : reader.get("/notifications?limit=100").json().path("items")) {
      if (one.at("/target/orderId").asText().equals(order.id())) {
        noticed.add(one.path("what").asText() + " " + one.path("count").asInt());
      }
    }
    return noticed;
  }

  @Test
  void buyerAndSellerAreNotifiedOfWhatTheOtherDid() {
    Web buyer = market.person("buyer5");
    Product product = market.product(2);
    Web seller = market.sellerOf(product);
    Order order = Market.bought(buyer, product, 1, "on_delivery");
    assertEquals(List.of("placed 1"), noticed(seller, order));
    assertEquals(List.of(), noticed(buyer, order));
    fulfil(seller, order, "packed");
    fulfil(seller, order, "shipped");
    assertEquals(List.of("shipped 2"), noticed(buyer, order), "one for as long as it is unread");
    buyer.post("/notifications/read", "{\"all\":true}");
    fulfil(seller, order, "delivered");
    assertEquals(List.of("delivered 1", "shipped 2"), noticed(buyer, order));
    assertEquals(List.of("placed 1"), noticed(seller, order), "not of what one did oneself");
    seller.post("/notifications/read", "{\"all\":true}");
    buyer.post("/orders/" + order.id() + "/returns", "{\"note\":\"too small\"}");
    assertEquals(List.of("return_requested 1", "placed 1"), noticed(seller, order));
    seller.send("PATCH", "/me/settings", "{\"notifications\":{\"orders\":false}}");
    Order other = Market.bought(buyer, product, 1, "on_delivery");
    assertEquals(List.of(), noticed(seller, other), "they do not want to hear of orders");
    seller.send("PATCH", "/me/settings", "{\"notifications\":{\"orders\":true}}");
    assertEquals(200, buyer.post("/orders/" + other.id() + "/cancel", "").status());
    assertEquals(List.of("cancelled 1"), noticed(seller, other));
    assertEquals(List.of(), noticed(buyer, other));
  }

  @Test
  void aCancelledOrderGivesBackStockAndMoney() {
    Web buyer = market.person("buyer2");
    Product product = market.product(3);
    Order order = Market.bought(buyer, product, 2, "test");
    assertEquals(Order.Status.PAID, order.status());
    assertEquals(product.stock() - 2, onTheShelf(buyer, product), "who bought sees what is left");
    Web.Answer answer = buyer.post("/orders/" + order.id() + "/cancel", "{\"note\":\"oops\"}");
    assertEquals(200, answer.status(), answer::text);
    assertEquals(product.stock(), onTheShelf(buyer, product));
    Order cancelled = answer.as(Order.class);
    assertEquals(Order.Status.CANCELLED, cancelled.status());
    assertEquals(cancelled.total(), cancelled.payment().refunded());
    Web all = market.person("buyer2b");
    assertEquals(
        201,
        Market.buy(
                all,
                "all",
                Market.checkout(
                    List.of(product),
                    product.variants().getFirst().stock(),
                    Map.of("provider", "test")))
            .status());
  }

  private static int onTheShelf(Web web, Product product) {
    return web.get("/products/" + product.id()).as(Product.class).stock();
  }

  @Test
  void theBooksBalanceAfterAnySequence() {
    Web buyer = market.person("buyer3");
    Random random = new Random(7);
    for (int round = 0; round < 12; round++) {
      Product product = market.product(1);
      Web seller = market.sellerOf(product);
      String token = random.nextInt(4) == 0 ? "decline" : "ok";
      String provider = random.nextInt(3) == 0 ? "on_delivery" : "test";
      Order order =
          Market.buy(
                  buyer,
                  Ids.newId(),
                  Market.checkout(
                      List.of(product), 1, Map.of("provider", provider, "token", token)))
              .as(Order.class);
      for (int step = 0; step < 6; step++) {
        switch (random.nextInt(8)) {
          case 0 -> buyer.post("/orders/" + order.id() + "/cancel", "");
          case 1 -> buyer.post("/orders/" + order.id() + "/payments", "{\"provider\":\"test\"}");
          case 2 -> fulfil(seller, order, "packed");
          case 3 -> fulfil(seller, order, "shipped");
          case 4 -> fulfil(seller, order, "delivered");
          case 5 -> buyer.post("/orders/" + order.id() + "/returns", "");
          case 6 -> fulfil(seller, order, random.nextBoolean() ? "returned" : "cancelled");
          default ->
              seller
                  .with("Idempotency-Key", Ids.newId())
                  .post("/orders/" + order.id() + "/refunds", "{\"amount\":100}");
        }
      }
    }
    long captured = 0;
    long refunded = 0;
    JsonNode books = buyer.get("/transactions?limit=100").json().path("items");
    assertTrue(books.size() > 5);
    for (JsonNode row : books) {
      long amount = row.path("amount").path("amount").asLong();
      switch (row.path("kind").asText()) {
        case "capture" -> captured += amount;
        case "refund" -> refunded += amount;
        default -> assertTrue(amount >= 0);
      }
    }
    for (JsonNode order : buyer.get("/orders?limit=100").json().path("items")) {
      JsonNode payment = order.path("payment");
      long in = payment.path("captured").path("amount").asLong();
      long out = payment.path("refunded").path("amount").asLong();
      captured -= in;
      refunded -= out;
      assertTrue(out <= in, order::toPrettyString);
      if (order.path("status").asText().equals("cancelled")) {
        assertEquals(in, out, order::toPrettyString);
      }
    }
    assertEquals(0, captured);
    assertEquals(0, refunded);
  }

  @Test
  void ordersComeInPagesNewestFirst() {
    Web buyer = market.person("buyer4");
    Product product = market.product(5);
    List<String> ids =
        List.of(
            Market.bought(buyer, product, 1, "test").id(),
            Market.bought(buyer, product, 1, "test").id(),
            Market.bought(buyer, product, 1, "test").id());
    JsonNode first = buyer.get("/orders?limit=2").json();
    assertEquals(ids.get(2), first.at("/items/0/id").asText());
    assertEquals(ids.get(1), first.at("/items/1/id").asText());
    JsonNode second =
        buyer.get("/orders?limit=2&cursor=" + first.path("nextCursor").asText()).json();
    assertEquals(ids.get(0), second.at("/items/0/id").asText());
    assertTrue(second.path("nextCursor").isNull());
    assertEquals(400, buyer.get("/orders?cursor=nonsense").status());
  }
}
