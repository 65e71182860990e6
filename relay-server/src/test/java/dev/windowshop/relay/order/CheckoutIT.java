package dev.windowshop.relay.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.testing.Await;
import dev.windowshop.relay.testing.Learning;
import dev.windowshop.relay.testing.Web;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutIT {
  private static final Map<String, String> ON_DELIVERY = Map.of("provider", "on_delivery");
  private static final Map<String, String> TEST = Map.of("provider", "test");

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

  @Test
  void aCheckoutMakesAnOrderTakesTheStockAndIsNeverRecommendedAgain() {
    Web buyer = market.person("buyer1");
    Product product = market.product(3);
    int before = market.stock(product);
    Web.Answer answer = Market.buy(buyer, "k1", Market.checkout(List.of(product), 2, ON_DELIVERY));
    assertEquals(201, answer.status(), answer::text);
    Order order = answer.as(Order.class);
    assertEquals(Order.Status.PLACED, order.status());
    assertEquals(Order.PaymentStatus.AUTHORISED, order.payment().status());
    long price = product.variants().getFirst().price().amount();
    assertEquals(2 * price, order.items().amount());
    assertEquals(order.items().amount() + order.delivery().amount(), order.total().amount());
    assertEquals(
        List.of("created", "placed"), order.timeline().stream().map(Order.Step::kind).toList());
    Await.until(() -> market.stock(product) == before - 2);
    assertEquals(order, Market.order(buyer, order.id()));
    assertEquals(order.id(), buyer.get("/orders").json().at("/items/0/id").asText());
    assertEquals(404, market.person("stranger1").get("/orders/" + order.id()).status());
    assertEquals(401, market.web().get("/orders").status());
    JsonNode forYou = buyer.get("/recommendations/for-you?limit=100").json();
    forYou
        .path("items")
        .forEach(
            item -> assertFalse(item.path("product").path("id").asText().equals(product.id())));
  }

  @Test
  void aPurchaseCountsFromItsCommitOn() {
    Learning.await(market.web());
    Web buyer = market.person("learner");
    Product product = market.product(5);
    assertFalse(becauseOf(buyer, product));
    Market.bought(buyer, product, 1, "on_delivery");
    assertTrue(becauseOf(buyer, product), () -> shelf(buyer).toString());
  }

  @Test
  void aPurchaseInPrivateModeOnlyHidesWhatWasBought() {
    Learning.await(market.web());
    Web buyer = market.person("discreet");
    Product product = market.product(5);
    assertEquals(200, buyer.put("/recommendations/privacy", "{\"on\":true}").status());
    Market.bought(buyer, product, 1, "on_delivery");
    assertFalse(becauseOf(buyer, product), () -> shelf(buyer).toString());
    assertFalse(offers(buyer, product));
    assertEquals(200, buyer.put("/recommendations/privacy", "{\"on\":false}").status());
    assertFalse(becauseOf(buyer, product), () -> shelf(buyer).toString());
    assertFalse(offers(buyer, product));
  }

  private static JsonNode shelf(Web buyer) {
    return buyer.get("/recommendations/for-you?limit=100").json();
  }

  private static boolean becauseOf(Web buyer, Product product) {
    return shelf(buyer).findValuesAsText("productId").contains(product.id());
  }

  private static boolean offers(Web buyer, Product product) {
    return shelf(buyer).findValuesAsText("id").contains(product.id());
  }

  @Test
  void theSameKeyIsTheSameOrderAndAnotherBodyIsRefused() throws Exception {
    Web buyer = market.person("buyer2");
    Product product = market.product(20);
    int before = market.stock(product);
    String body = Market.checkout(List.of(product), 1, TEST);
    List<Web.Answer> answers = atOnce(8, () -> Market.buy(buyer, "twice", body));
    List<Web.Answer> made = answers.stream().filter(one -> one.status() == 201).toList();
    assertFalse(made.isEmpty());
    answers.stream()
        .filter(one -> one.status() != 201)
        .forEach(one -> {
          assertEquals("in-progress", one.problem());
          assertFalse(one.header("Retry-After").isEmpty());
        });
    Web.Answer again = Market.buy(buyer, "twice", body);
    assertEquals(201, again.status());
    made.forEach(one -> assertEquals(again.text(), one.text()));
    assertEquals(1, buyer.get("/orders").json().path("items").size());
    Await.until(() -> market.stock(product) == before - 1);
    assertEquals(
        422, Market.buy(buyer, "twice", Market.checkout(List.of(product), 2, TEST)).status());
    // The scope is the user: another's key is not looked at.
    Web other = market.person("other2");
    assertEquals(201, Market.buy(other, "twice", body).status());
    assertEquals(400, buyer.post("/checkout", body).status());
    market.restart();
    Web.Answer later = Market.buy(market.web().token(token("buyer2")), "twice", body);
    assertEquals(again.text(), later.text());
  }

  private static String token(String name) {
    return market
        .web()
        .post(
            "/auth/login",
            "{\"login\":\"%s\",\"password\":\"correct horse battery\"}".formatted(name))
        .json()
        .path("accessToken")
        .asText();
  }

  @Test
  void racersNeverGetMoreThanThereIs() throws Exception {
    Product product = market.product(3);
    int there = market.stock(product);
    int racers = there + 20;
    List<Web> buyers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      buyers.add(market.person("racer" + i));
    }
    String body = Market.checkout(List.of(product), 1, TEST);
    int[] next = new int[1];
    List<Callable<Web.Answer>> race = new ArrayList<>();
    for (int i = 0; i < racers; i++) {
      Web buyer = buyers.get(next[0]++ % buyers.size());
      race.add(() -> Market.buy(buyer, Ids.newId(), body));
    }
    List<Web.Answer> answers = atOnce(race);
    assertEquals(there, answers.stream().filter(one -> one.status() == 201).count());
    answers.stream()
        .filter(one -> one.status() != 201)
        .forEach(one -> {
          assertEquals("out-of-stock", one.problem());
          JsonNode line = one.json().path("lines").path(0);
          assertEquals(product.variants().getFirst().id(), line.path("variantId").asText());
          assertEquals(1, line.path("quantity").asInt());
        });
    Await.until(() -> market.stock(product) == 0);
  }

  @Test
  void whatCostsMoreThanAgreedIsNamed() {
    Web buyer = market.person("buyer3");
    Product product = market.product(3);
    long price = product.variants().getFirst().price().amount();
    Web.Answer answer =
        Market.buy(buyer, "dear", Market.checkout(List.of(product), 1, TEST, price - 1));
    assertEquals(409, answer.status());
    assertEquals("price-changed", answer.problem());
    JsonNode line = answer.json().path("lines").path(0);
    assertEquals(price, line.path("unitPrice").path("amount").asLong());
    assertEquals(price - 1, line.path("maxUnitPrice").path("amount").asLong());
    String other =
        Market.checkout(List.of(product), 1, TEST, price)
            .replace(
                "\"maxUnitPrice\":" + price,
                "\"maxUnitPrice\":{\"amount\":" + price + ",\"currency\":\"USD\"}");
    assertTrue(other.contains("USD"), other);
    assertEquals(422, Market.buy(buyer, "dollars", other).status(), "no price of this shop");
    assertEquals(0, buyer.get("/orders").json().path("items").size());
  }

  @Test
  void aDeclinedPaymentLeavesAnOrderThatCanBePaidLater() {
    Web buyer = market.person("buyer4");
    Product product = market.product(2);
    int before = market.stock(product);
    Web.Answer answer =
        Market.buy(
            buyer,
            "no",
            Market.checkout(List.of(product), 1, Map.of("provider", "test", "token", "decline")));
    assertEquals(201, answer.status(), answer::text);
    Order order = answer.as(Order.class);
    assertEquals(Order.Status.AWAITING_PAYMENT, order.status());
    assertEquals(Order.PaymentStatus.DECLINED, order.payment().status());
    assertEquals(before, market.stock(product));
    Web.Answer paid = buyer.post("/orders/" + order.id() + "/payments", "{\"provider\":\"test\"}");
    assertEquals(200, paid.status(), paid::text);
    assertEquals(Order.Status.PAID, paid.as(Order.class).status());
    assertEquals(
        409, buyer.post("/orders/" + order.id() + "/payments", "{\"provider\":\"test\"}").status());
    Await.until(() -> market.stock(product) == before - 1);
  }

  @Test
  void aPaymentIsConfirmedOnTheProvidersPage() {
    Web buyer = market.person("buyer5");
    Product product = market.product(2);
    Order order =
        Market.buy(
                buyer,
                "3ds",
                Market.checkout(List.of(product), 1, Map.of("provider", "test", "token", "3ds")))
            .as(Order.class);
    assertEquals(Order.PaymentStatus.ACTION_REQUIRED, order.payment().status());
    String page = String.valueOf(order.payment().actionUrl()).substring("/api/v1".length());
    assertEquals(200, market.web().get(page).status());
    assertEquals(200, market.web().post(page + "/approve", "").status());
    assertEquals(200, market.web().post(page + "/approve", "").status());
    Order paid = Market.order(buyer, order.id());
    assertEquals(Order.Status.PAID, paid.status());
    assertEquals(1, buyer.get("/transactions").json().path("items").size());
  }

  @Test
  void aHoldKeepsOthersOutNeverItsOwnerAndEnds() {
    Product product = market.product(2);
    int there = market.stock(product);
    Web holder = market.person("holder6");
    Web other = market.person("other6");
    Map<String, String> declined = Map.of("provider", "test", "token", "decline");
    Order held =
        Market.buy(holder, "hold", Market.checkout(List.of(product), there, declined))
            .as(Order.class);
    assertEquals(Order.Status.AWAITING_PAYMENT, held.status());
    String one = Market.checkout(List.of(product), 1, TEST);
    assertEquals("out-of-stock", Market.buy(other, "a", one).problem());
    assertEquals(201, Market.buy(holder, "b", one).status());
    // There is now one less than the first order wanted: it can't be paid any more.
    assertEquals(
        "out-of-stock",
        holder.post("/orders/" + held.id() + "/payments", "{\"provider\":\"test\"}").problem());
    market.clock.advance(Duration.ofMinutes(31));
    Web owner = market.web().token(token("holder6"));
    Await.until(() -> Market.order(owner, held.id()).status() == Order.Status.CANCELLED);
    assertEquals("expired", Market.order(owner, held.id()).timeline().getLast().kind());
    assertEquals(
        201, Market.buy(market.web().token(token("other6")), "c", one).status(), "the hold ended");
  }

  @Test
  void badCheckoutsNameTheirFields() {
    Web buyer = market.person("buyer7");
    Web.Answer answer =
        Market.buy(
            buyer,
            "bad",
            "{\"lines\":[{\"variantId\":\"x\",\"quantity\":0}],\"address\":{},"
                + "\"deliveryMethod\":\"rocket\",\"payment\":{\"provider\":\"gold\"}}");
    assertEquals(422, answer.status());
    JsonNode errors = answer.json().path("errors");
    for (String field :
        List.of(
            "lines[0].quantity",
            "address.line1",
            "address.city",
            "deliveryMethod",
            "payment.provider")) {
      assertTrue(errors.has(field), () -> field + " in " + errors);
    }
    assertEquals(422, Market.buy(buyer, "empty", "{\"lines\":[]}").status());
    Web.Answer unknown =
        Market.buy(
            buyer,
            "none",
            "{\"lines\":[{\"variantId\":\"%s\",\"quantity\":1}],\"address\":{\"line1\":\"a\",\"city\":\"b\"},\"deliveryMethod\":\"pickup\",\"payment\":{\"provider\":\"test\"}}"
                .formatted(Ids.newId()));
    assertEquals("out-of-stock", unknown.problem());
  }

  private static List<Web.Answer> atOnce(int count, Callable<Web.Answer> work) throws Exception {
    List<Callable<Web.Answer>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(work);
    }
    return atOnce(all);
  }

  private static List<Web.Answer> atOnce(List<Callable<Web.Answer>> work) throws Exception {
    List<Web.Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Future<Web.Answer> one : threads.invokeAll(work)) {
        answers.add(one.get());
      }
    }
    return answers;
  }
}
