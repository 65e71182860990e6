package dev.windowshop.relay.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.testing.Web;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is done to orders in whatever sequence, the books add up.
class BooksIT {
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

  /// Two products of different shops.
  private static List<Product> pair() {
    Product first = market.product(20);
    Product second = market.product(20);
    while (second.shop().id().equals(first.shop().id())) {
      second = market.product(20);
    }
    assertNotEquals(first.shop().ownerId(), second.shop().ownerId());
    return List.of(first, second);
  }

  private static Order order(Web buyer, List<Product> products, String token) {
    Web.Answer answer =
        Market.buy(
            buyer,
            Ids.newId(),
            Market.checkout(products, 1, Map.of("provider", "test", "token", token)));
    assertEquals(201, answer.status(), answer::text);
    return answer.as(Order.class);
  }

  @Test
  void aSellerSeesAndGivesBackTheirPartOfThePaymentOnly() {
    Web buyer = market.person("parted");
    List<Product> products = pair();
    Order order = order(buyer, products, "ok");
    Web first = market.sellerOf(products.getFirst());
    Web second = market.sellerOf(products.getLast());
    Order one = Market.order(first, order.id());
    Order two = Market.order(second, order.id());
    assertEquals(one.total(), one.payment().amount());
    assertEquals(one.total(), one.payment().captured());
    assertEquals(order.total(), one.payment().amount().plus(two.payment().amount()));
    long share = one.total().amount();
    String path = "/orders/" + order.id() + "/refunds";
    Web.Answer more =
        first.with("Idempotency-Key", Ids.newId()).post(path, "{\"amount\":" + (share + 1) + "}");
    assertEquals(422, more.status(), more::text);
    for (long part : new long[] {share - 10, 10}) {
      Web.Answer back =
          first.with("Idempotency-Key", Ids.newId()).post(path, "{\"amount\":" + part + "}");
      assertEquals(201, back.status(), back::text);
    }
    Web.Answer again = first.with("Idempotency-Key", Ids.newId()).post(path, "{\"amount\":1}");
    assertEquals(422, again.status(), again::text);
    Order refunded = Market.order(first, order.id());
    assertEquals(Order.PaymentStatus.REFUNDED, refunded.payment().status());
    assertEquals(refunded.payment().captured(), refunded.payment().refunded());
    Order untouched = Market.order(second, order.id());
    assertEquals(0, untouched.payment().refunded().amount());
    assertEquals(Order.PaymentStatus.CAPTURED, untouched.payment().status());
    assertEquals(share, Market.order(buyer, order.id()).payment().refunded().amount());
  }

  @Test
  void theBooksBalanceAfterAnySequence() {
    Random random = new Random(20);
    Web buyer = market.person("bookish");
    List<Product> products = pair();
    Web[] sellers = {market.sellerOf(products.getFirst()), market.sellerOf(products.getLast())};
    List<String> orders = new ArrayList<>();
    String[] tokens = {"ok", "decline", "3ds", "delayed", "later", "later-declined"};
    String[] words = {"packed", "shipped", "delivered", "cancelled", "returned"};
    List<String> keys = new ArrayList<>(List.of(Ids.newId()));
    for (int step = 0; step < 150; step++) {
      if (orders.size() < 4 || (orders.size() < 12 && random.nextInt(6) == 0)) {
        orders.add(order(buyer, products, tokens[random.nextInt(tokens.length)]).id());
      }
      String id = orders.get(random.nextInt(orders.size()));
      int who = random.nextInt(2);
      String shop = products.get(who).shop().id();
      Order now = Market.order(buyer, id);
      switch (random.nextInt(7)) {
        case 0 -> buyer.post("/orders/" + id + "/cancel", "{}");
        case 1 -> buyer.post("/orders/" + id + "/returns", "{}");
        case 2 ->
            buyer.post(
                "/payments/test/"
                    + now.payment().id()
                    + (random.nextBoolean() ? "/approve" : "/decline"),
                "");
        case 3 ->
            buyer.post(
                "/orders/" + id + "/payments",
                "{\"provider\":\"test\",\"token\":\""
                    + tokens[random.nextInt(tokens.length)]
                    + "\"}");
        case 4, 5 ->
            sellers[who].send(
                "PATCH",
                "/orders/" + id + "/fulfilments/" + shop,
                "{\"status\":\"" + words[random.nextInt(words.length)] + "\"}");
        default -> {
          // Now and then the same request again.
          if (random.nextInt(3) > 0) {
            keys.add(Ids.newId());
          }
          sellers[who]
              .with("Idempotency-Key", keys.getLast())
              .post("/orders/" + id + "/refunds", "{\"amount\":" + (1 + random.nextInt(900)) + "}");
        }
      }
    }
    Map<String, long[]> booked = new HashMap<>();
    String cursor = "";
    do {
      JsonNode page = buyer.get("/transactions?limit=50" + cursor).json();
      page.path("items")
          .forEach(row -> {
            long[] sums = booked.computeIfAbsent(row.path("orderId").asText(), key -> new long[2]);
            long amount = row.path("amount").path("amount").asLong();
            switch (row.path("kind").asText()) {
              case "capture" -> sums[0] += amount;
              case "refund" -> sums[1] += amount;
              default -> {}
            }
          });
      JsonNode next = page.path("nextCursor");
      cursor = next.isNull() ? null : "&cursor=" + next.asText();
    } while (cursor != null);
    for (String id : orders) {
      Order order = Market.order(buyer, id);
      long[] sums = booked.getOrDefault(id, new long[2]);
      Order.Payment payment = order.payment();
      assertEquals(sums[0], payment.captured().amount(), id);
      assertEquals(sums[1], payment.refunded().amount(), id);
      assertTrue(sums[1] <= sums[0], id);
      assertTrue(sums[0] == 0 || sums[0] == payment.amount().amount(), id);
      if (order.status() == Order.Status.CANCELLED) {
        assertEquals(sums[0], sums[1], "an order that was given up keeps no money: " + id);
      }
      if (order.status() != Order.Status.AWAITING_PAYMENT) {
        long parts = 0;
        long back = 0;
        for (Web seller : sellers) {
          Order part = Market.order(seller, id);
          parts += part.payment().captured().amount();
          back += part.payment().refunded().amount();
          assertTrue(part.payment().refunded().amount() <= part.payment().captured().amount(), id);
        }
        assertEquals(payment.captured().amount(), parts, id);
        assertEquals(payment.refunded().amount(), back, id);
      }
    }
  }
}
