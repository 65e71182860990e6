package dev.windowshop.relay.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.testing.Await;
import dev.windowshop.relay.testing.Web;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferIT {
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

  /// A shopper and a seller who talk about a product.
  private record Talk(Web buyer, Web seller, Product product, String conversation) {
    static Talk about(String buyer, Product product) {
      Web web = market.person(buyer);
      Web.Answer answer =
          web.post(
              "/conversations", Json.encode(Map.of("kind", "listing", "productId", product.id())));
      assertEquals(201, answer.status(), answer::text);
      return new Talk(web, market.sellerOf(product), product, answer.json().path("id").asText());
    }

    Web.Answer say(Web who, Object metadata) {
      return who.post(
          "/conversations/" + conversation + "/messages",
          Json.encode(Map.of("clientId", Ids.newId(), "type", "offer", "metadata", metadata)));
    }

    Offer offer(int quantity, long price) {
      Web.Answer answer = say(seller, asked(product, quantity, price));
      assertEquals(201, answer.status(), answer::text);
      return Json.decode(answer.json().path("metadata").path("offer"), Offer.class);
    }

    Offer shown(Web who) {
      JsonNode last =
          who.get("/conversations/" + conversation + "/messages?limit=1").json().at("/items/0");
      return Json.decode(last.path("metadata").path("offer"), Offer.class);
    }
  }

  private static Map<String, Object> asked(Product product, int quantity, Object price) {
    Map<String, Object> line = new HashMap<>();
    line.put("variantId", product.variants().getFirst().id());
    line.put("quantity", quantity);
    line.put("unitPrice", price);
    return Map.of("lines", List.of(line), "note", "For you", "expiresInSeconds", 7200);
  }

  private static String accept(Map<String, String> payment) {
    return Json.encode(
        Map.of("address", Market.ADDRESS, "deliveryMethod", "pickup", "payment", payment));
  }

  private static Web.Answer accept(Web who, Offer offer, String key) {
    return who.with("Idempotency-Key", key)
        .post("/offers/" + offer.id() + "/accept", accept(Map.of("provider", "test")));
  }

  @Test
  void anOfferIsPaidFromItsCardOnceAtItsPriceByWhomItIsForOnly() throws Exception {
    Product product = market.product(5);
    Talk talk = Talk.about("offered1", product);
    int before = market.stock(product);
    long usual = product.variants().getFirst().price().amount();
    Offer offer = talk.offer(2, usual / 2);
    assertEquals(Offer.State.OPEN, offer.state());
    assertEquals(usual / 2 * 2, offer.items().amount());
    assertEquals(usual, offer.lines().getFirst().usualPrice().amount());
    assertEquals(offer, talk.shown(talk.buyer()));
    JsonNode told = talk.buyer().get("/notifications").json().at("/items/0");
    assertEquals("offer", told.path("kind").asText(), told::toString);
    assertEquals(offer.id(), told.path("target").path("offerId").asText(), told::toString);

    Web stranger = market.person("stranger-offered");
    assertEquals(404, stranger.get("/offers/" + offer.id()).status());
    assertEquals(404, accept(stranger, offer, "s").status());
    assertEquals(403, accept(talk.seller(), offer, "s").status());
    assertEquals(401, market.web().get("/offers/" + offer.id()).status());

    List<Callable<Web.Answer>> clicks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String key = i < 3 ? "same" : "other-" + i;
      clicks.add(() -> accept(talk.buyer(), offer, key));
    }
    List<Web.Answer> answers = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Web.Answer> one : executor.invokeAll(clicks)) {
        answers.add(one.get());
      }
    }
    List<String> orders =
        answers.stream()
            .filter(one -> one.status() == 201)
            .map(one -> one.as(Order.class).id())
            .distinct()
            .toList();
    assertEquals(
        1, orders.size(), () -> answers.stream().map(Web.Answer::text).toList().toString());
    answers.stream()
        .filter(one -> one.status() != 201)
        .forEach(one -> assertEquals(409, one.status(), one::text));
    Order order = Market.order(talk.buyer(), orders.getFirst());
    assertEquals(Order.Status.PAID, order.status());
    assertEquals(usual / 2 * 2, order.total().amount());
    assertEquals(usual / 2, order.lines().getFirst().unitPrice().amount());
    Await.until(() -> market.stock(product) == before - 2);
    Await.until(() -> talk.shown(talk.seller()).state() == Offer.State.ACCEPTED);
    assertEquals(order.id(), talk.shown(talk.buyer()).orderId());
    assertEquals("conflict", accept(talk.buyer(), offer, "again").problem());
    assertEquals(409, talk.seller().post("/offers/" + offer.id() + "/withdraw", "").status());
    assertEquals(1, talk.buyer().get("/orders").json().path("items").size());
  }

  @Test
  void whatIsNoOfferOfOnesOwnIsRefusedByField() {
    Product product = market.product(3);
    Talk talk = Talk.about("offered2", product);
    Product foreign = market.product(1);
    while (foreign.shop().id().equals(product.shop().id())) {
      foreign = market.product(1);
    }
    Map<String, Object> good = asked(product, 1, 100);
    List<Object> bad =
        List.of(
            Map.of(),
            Map.of("lines", List.of()),
            Map.of("lines", "x"),
            asked(foreign, 1, 100),
            asked(product, 0, 100),
            asked(product, 1000, 100),
            asked(product, 1, -1),
            asked(product, 1, 10_000_000_000L),
            asked(product, 1, Map.of("amount", 100, "currency", "SEK")),
            asked(product, 1, "cheap"),
            with(good, "expiresInSeconds", 3599),
            with(good, "expiresInSeconds", 31 * 24 * 3600),
            with(good, "note", "x".repeat(501)));
    for (Object one : bad) {
      Web.Answer answer = talk.say(talk.seller(), one);
      assertEquals(422, answer.status(), () -> one + ": " + answer.text());
      assertFalse(answer.json().path("errors").isEmpty(), answer::text);
    }
    // A shopper sells nothing here, and a group is no addressee.
    assertEquals(422, talk.say(talk.buyer(), good).status());
    Web.Answer group =
        talk.seller()
            .post(
                "/conversations",
                Json.encode(Map.of("kind", "group", "name", "All", "memberIds", List.of())));
    assertEquals(201, group.status(), group::text);
    Talk all = new Talk(talk.buyer(), talk.seller(), product, group.json().path("id").asText());
    assertEquals(422, all.say(talk.seller(), good).status());
  }

  private static Map<String, Object> with(Map<String, Object> good, String name, Object value) {
    Map<String, Object> other = new HashMap<>(good);
    other.put(name, value);
    return other;
  }

  @Test
  void whatIsWithdrawnDeclinedExpiredOrDeletedCannotBePaid() {
    Product product = market.product(9);
    Talk talk = Talk.about("offered3", product);
    Offer withdrawn = talk.offer(1, 100);
    assertEquals(403, talk.buyer().post("/offers/" + withdrawn.id() + "/withdraw", "").status());
    assertEquals(403, talk.seller().post("/offers/" + withdrawn.id() + "/decline", "").status());
    assertEquals(200, talk.seller().post("/offers/" + withdrawn.id() + "/withdraw", "").status());
    assertEquals(200, talk.seller().post("/offers/" + withdrawn.id() + "/withdraw", "").status());
    assertEquals(Offer.State.WITHDRAWN, talk.shown(talk.buyer()).state());
    assertEquals("conflict", accept(talk.buyer(), withdrawn, "w").problem());

    Offer declined = talk.offer(1, 100);
    assertEquals(200, talk.buyer().post("/offers/" + declined.id() + "/decline", "").status());
    assertEquals(Offer.State.DECLINED, talk.shown(talk.seller()).state());
    assertEquals("conflict", accept(talk.buyer(), declined, "d").problem());

    Web.Answer sent = talk.say(talk.seller(), asked(product, 1, 100));
    Offer deleted = Json.decode(sent.json().at("/metadata/offer"), Offer.class);
    assertEquals(
        200,
        talk.seller().send("DELETE", "/messages/" + sent.json().path("id").asText(), null).status()
            / 100
            * 100);
    assertEquals("conflict", accept(talk.buyer(), deleted, "x").problem());

    Offer late = talk.offer(1, 100);
    long change = change(talk);
    market.clock.advance(Duration.ofHours(3));
    Web buyer = market.signedIn("offered3");
    assertEquals("conflict", accept(buyer, late, "e").problem());
    Talk later = new Talk(buyer, talk.seller(), product, talk.conversation());
    assertEquals(Offer.State.EXPIRED, later.shown(buyer).state());
    // The conversation is told, so that those who have it open see it too.
    Await.until(() -> change(later) > change);
    assertEquals(0, buyer.get("/orders").json().path("items").size());
  }

  private static long change(Talk talk) {
    return talk.buyer()
        .get("/conversations/" + talk.conversation() + "/messages?limit=1")
        .json()
        .path("change")
        .asLong();
  }

  @Test
  void stockCountsAndADeclinedCardIsTriedAgainAtTheSamePrice() {
    Product product = market.product(3);
    int there = market.stock(product);
    Talk talk = Talk.about("offered4", product);
    Offer many = talk.offer(there, 100);
    Web other = market.person("other-offered4");
    Market.bought(other, product, 1, "test");
    assertEquals("out-of-stock", accept(talk.buyer(), many, "m").problem());
    assertEquals(
        Offer.State.OPEN, talk.buyer().get("/offers/" + many.id()).as(Offer.class).state());

    Offer one = talk.offer(1, 100);
    Web.Answer declined =
        talk.buyer()
            .with("Idempotency-Key", "declined")
            .post(
                "/offers/" + one.id() + "/accept",
                accept(Map.of("provider", "test", "token", "decline")));
    assertEquals(201, declined.status(), declined::text);
    Order order = declined.as(Order.class);
    assertEquals(Order.Status.AWAITING_PAYMENT, order.status());
    Web.Answer paid =
        talk.buyer().post("/orders/" + order.id() + "/payments", "{\"provider\":\"test\"}");
    assertEquals(Order.Status.PAID, paid.as(Order.class).status(), paid::text);
    assertEquals(100, paid.as(Order.class).total().amount());
  }

  private static Order unpaid(Web buyer, Offer offer) {
    Web.Answer answer =
        buyer
            .with("Idempotency-Key", Ids.newId())
            .post(
                "/offers/" + offer.id() + "/accept",
                accept(Map.of("provider", "test", "token", "decline")));
    assertEquals(201, answer.status(), answer::text);
    Order order = answer.as(Order.class);
    assertEquals(Order.Status.AWAITING_PAYMENT, order.status());
    return order;
  }

  private static Offer.State state(Web who, Offer offer) {
    return who.get("/offers/" + offer.id()).as(Offer.class).state();
  }

  @Test
  void anOfferWhoseOrderLapsesUnpaidCanBeTakenAgainWhileItLasts() throws IOException {
    Product product = market.product(3);
    int there = market.stock(product);
    Talk talk = Talk.about("offered6", product);
    Offer offer = talk.offer(1, 100);
    Order lapsing = unpaid(talk.buyer(), offer);
    assertEquals(Offer.State.ACCEPTED, state(talk.buyer(), offer));
    market.clock.advance(CheckoutService.HOLD.plusMinutes(1));
    Web buyer = market.signedIn("offered6");
    Await.until(() -> Market.order(buyer, lapsing.id()).status() == Order.Status.CANCELLED);
    Talk again = new Talk(buyer, market.sellerOf(product), product, talk.conversation());
    Await.until(() -> again.shown(buyer).state() == Offer.State.OPEN);
    assertNull(again.shown(buyer).orderId());

    // Who cancels it unpaid may take it once more, too.
    Order cancelled = unpaid(buyer, offer);
    assertEquals(200, buyer.post("/orders/" + cancelled.id() + "/cancel", "{}").status());
    assertEquals(Offer.State.OPEN, state(buyer, offer));
    Order paid = accept(buyer, offer, "paid at last").as(Order.class);
    assertEquals(Order.Status.PAID, paid.status());
    Await.until(() -> market.stock(product) == there - 1);

    // What was paid and is cancelled afterwards is no open offer.
    assertEquals(200, buyer.post("/orders/" + paid.id() + "/cancel", "{}").status());
    assertEquals(Offer.State.ACCEPTED, state(buyer, offer));

    Offer late = again.offer(1, 100);
    market.clock.advance(Duration.ofMinutes(110));
    Web later = market.signedIn("offered6");
    unpaid(later, late);
    market.clock.advance(CheckoutService.HOLD.plusMinutes(1));
    Web last = market.signedIn("offered6");
    Await.until(() -> state(last, late) == Offer.State.EXPIRED);

    JsonNode mine = exported(last, "offers.json");
    assertEquals(2, mine.size(), mine::toString);
    assertEquals("received", mine.at("/0/direction").asText(), mine::toString);
    assertEquals(paid.id(), mine.at("/0/orderId").asText(), mine::toString);
    assertEquals("expired", mine.at("/1/state").asText(), mine::toString);
    assertEquals(100, exported(last, "offer-lines.json").at("/0/unitPrice").asLong());
    JsonNode made = exported(market.sellerOf(product), "offers.json");
    JsonNode sellersOwn = made.get(made.size() - 1);
    assertEquals("made", sellersOwn.path("direction").asText(), made::toString);
    assertTrue(sellersOwn.path("orderId").isMissingNode(), "the order is the buyer's");
  }

  private static JsonNode exported(Web who, String file) throws IOException {
    Web.Answer answer = who.get("/me/export");
    assertEquals(200, answer.status());
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(file)) {
          return Json.decode(zip.readAllBytes(), JsonNode.class);
        }
      }
    }
    throw new AssertionError("the export has no " + file);
  }

  @Test
  void anOfferThatIsSentAgainIsOne() {
    Product product = market.product(3);
    Talk talk = Talk.about("offered5", product);
    String body =
        Json.encode(
            Map.of("clientId", "once", "type", "offer", "metadata", asked(product, 1, 100)));
    String path = "/conversations/" + talk.conversation() + "/messages";
    Web.Answer first = talk.seller().post(path, body);
    Web.Answer second = talk.seller().post(path, body);
    assertEquals(201, first.status(), first::text);
    assertEquals(200, second.status(), second::text);
    assertEquals(first.json().at("/metadata/offerId"), second.json().at("/metadata/offerId"));
  }
}
