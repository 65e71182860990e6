package dev.windowshop.relay.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.stripe.StripeConfig;
import dev.windowshop.relay.testing.Await;
import dev.windowshop.relay.testing.Web;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeIT {
  private static final String COMPLETED = "checkout.session.completed";

  @TempDir static Path data;
  private static StripeDouble stripe;
  private static Market market;

  @BeforeAll
  static void open() {
    stripe = new StripeDouble();
    market =
        new Market(
            data,
            config ->
                config.stripe(
                    new StripeConfig(
                        StripeDouble.KEY,
                        "whsec_old," + StripeDouble.SECRET,
                        "https://shop.example",
                        stripe.address())));
  }

  @AfterAll
  static void close() {
    market.close();
    stripe.close();
  }

  @AfterEach
  void nothingWasAskedThatStripeRefuses() {
    assertEquals(List.of(), stripe.wrong());
  }

  private static Web.Answer tell(String body) {
    return tell(body, StripeDouble.signature(body, market.clock.instant(), StripeDouble.SECRET));
  }

  private static Web.Answer tell(String body, String signature) {
    return market.web().with("Stripe-Signature", signature).post("/payments/stripe/events", body);
  }

  private static String event(String type, String session) {
    return stripe.event("evt_" + Ids.newId(), type, session);
  }

  private static String lastSession() {
    return stripe.sessions().getLast();
  }

  private static Order begun(Web buyer, Product product) {
    Order order = Market.bought(buyer, product, 1, "stripe");
    assertEquals(Order.Status.AWAITING_PAYMENT, order.status());
    assertEquals(Order.PaymentStatus.ACTION_REQUIRED, order.payment().status());
    return order;
  }

  @Test
  void anOrderIsPaidOnItsPageAndAReportThatIsToldAgainCountsOnce() {
    Web buyer = market.person("carded");
    Product product = market.product(3);
    int before = market.stock(product);
    Order order = begun(buyer, product);
    String session = lastSession();
    assertEquals("https://checkout.stripe.test/c/pay/" + session, order.payment().actionUrl());
    String intent = stripe.pay(session);
    String report = event(COMPLETED, session);
    for (int i = 0; i < 3; i++) {
      Web.Answer answer = tell(report);
      assertEquals(200, answer.status(), answer::text);
    }
    // Another event of the same payment is no second one either.
    assertEquals(200, tell(event(COMPLETED, session)).status());
    Order paid = Market.order(buyer, order.id());
    assertEquals(Order.Status.PAID, paid.status());
    assertNull(paid.payment().actionUrl());
    assertEquals(paid.total(), paid.payment().captured());
    Await.until(() -> market.stock(product) == before - 1);
    assertEquals(1, buyer.get("/transactions").json().path("items").size());

    Web seller = market.sellerOf(product);
    String refunds = "/orders/" + order.id() + "/refunds";
    Web asked = seller.with("Idempotency-Key", "back");
    assertEquals(201, asked.post(refunds, "{\"amount\":100}").status());
    assertEquals(201, asked.post(refunds, "{\"amount\":100}").status());
    assertEquals(100, stripe.refunded(intent));
    // What Stripe says of our own refund is known; what is given back there besides is not.
    assertEquals(200, tell(stripe.refundEvent("evt_" + Ids.newId(), session)).status());
    assertEquals(100, Market.order(buyer, order.id()).payment().refunded().amount());
    stripe.refund(intent, 50);
    String late = stripe.refundEvent("evt_" + Ids.newId(), session);
    stripe.refund(intent, 25);
    assertEquals(200, tell(stripe.refundEvent("evt_" + Ids.newId(), session)).status());
    assertEquals(200, tell(late).status());
    assertEquals(175, Market.order(buyer, order.id()).payment().refunded().amount());
  }

  @Test
  void whatStripeDidNotSignLatelyIsRefused() {
    Web buyer = market.person("forged");
    Order order = begun(buyer, market.product(2));
    String session = lastSession();
    stripe.pay(session);
    String body = event(COMPLETED, session);
    String good = StripeDouble.signature(body, market.clock.instant(), StripeDouble.SECRET);
    List<String> bad =
        List.of(
            "",
            "t=1,v1=00",
            "v1=" + "0".repeat(64),
            "nonsense",
            good.replaceFirst("t=\\d+", "t=" + (market.clock.instant().getEpochSecond() + 1)),
            good.replace("v1=", "v0="),
            StripeDouble.signature(body, market.clock.instant(), "whsec_other"),
            StripeDouble.signature(
                body, market.clock.instant().minusSeconds(301), StripeDouble.SECRET),
            StripeDouble.signature(
                body, market.clock.instant().plusSeconds(302), StripeDouble.SECRET));
    for (String signature : bad) {
      Web.Answer answer = tell(body, signature);
      assertEquals(400, answer.status(), signature);
      assertFalse(answer.text().contains("whsec"), answer::text);
    }
    assertEquals(400, market.web().post("/payments/stripe/events", body).status());
    assertEquals(400, tell(body + " ", good).status());
    assertEquals(Order.Status.AWAITING_PAYMENT, Market.order(buyer, order.id()).status());
    // Either secret signs while one takes over from the other; of several signatures one is enough.
    String old = StripeDouble.signature(body, market.clock.instant(), "whsec_old");
    assertEquals(200, tell(body, old + ",v1=" + "0".repeat(64)).status());
    assertEquals(Order.Status.PAID, Market.order(buyer, order.id()).status());
    for (String other :
        List.of(
            "{}",
            "{\"id\":\"evt_1\",\"type\":\"customer.created\",\"data\":{\"object\":{}}}",
            "{\"id\":\"evt_2\",\"type\":\""
                + COMPLETED
                + "\",\"data\":{\"object\":{\"payment_status\":"
                + "\"paid\",\"metadata\":{\"windowshop_payment\":\""
                + Ids.newId()
                + "\"}}}}")) {
      assertEquals(200, tell(other).status(), other);
    }
  }

  @Test
  void ofTwoTriesOneIsPaidAndThePageOfTheOtherIsTakenBack() {
    Web buyer = market.person("twotries");
    Order order = begun(buyer, market.product(2));
    String first = lastSession();
    String again = "/orders/" + order.id() + "/payments";
    Web.Answer answer = buyer.post(again, "{\"provider\":\"stripe\"}");
    assertEquals(200, answer.status(), answer::text);
    String second = lastSession();
    assertEquals("expired", stripe.status(first));
    assertEquals("open", stripe.status(second));
    // That the first page expired says nothing of the second.
    assertEquals(200, tell(event("checkout.session.expired", first)).status());
    assertEquals(
        Order.PaymentStatus.ACTION_REQUIRED, Market.order(buyer, order.id()).payment().status());
    assertEquals(200, tell(event("checkout.session.expired", second)).status());
    Order declined = Market.order(buyer, order.id());
    assertEquals(Order.PaymentStatus.DECLINED, declined.payment().status());
    assertEquals(200, buyer.post(again, "{\"provider\":\"stripe\"}").status());
    String third = lastSession();
    // Paid, and nobody has said so yet: who tries again finds it paid.
    stripe.pay(third);
    Web.Answer late = buyer.post(again, "{\"provider\":\"stripe\"}");
    assertEquals(Order.Status.PAID, late.as(Order.class).status(), late::text);
    assertEquals(third, lastSession());
    // The report of it comes late, and an old one later still.
    assertEquals(200, tell(event(COMPLETED, third)).status());
    assertEquals(200, tell(event("checkout.session.expired", third)).status());
    assertEquals(Order.Status.PAID, Market.order(buyer, order.id()).status());
    assertEquals(1, buyer.get("/transactions").json().path("items").size());
  }

  @Test
  void aSecondPaymentOfTheSameOrderGoesBack() {
    Web buyer = market.person("twice-paid");
    Order order = begun(buyer, market.product(2));
    String session = lastSession();
    String intent = stripe.pay(session);
    String report = event(COMPLETED, session);
    // Somebody who is quicker pays for it in another way.
    Web.Answer other = buyer.post("/payments/test/" + order.payment().id() + "/approve", "");
    assertEquals(200, other.status());
    assertEquals(Order.Status.PAID, Market.order(buyer, order.id()).status());
    stripe.failNext(3);
    assertTrue(tell(report).status() >= 500);
    assertEquals(200, tell(report).status());
    assertEquals(200, tell(report).status());
    Order paid = Market.order(buyer, order.id());
    assertEquals(paid.total().amount(), stripe.refunded(intent));
    assertEquals(0, paid.payment().refunded().amount());
    assertEquals(
        1, paid.timeline().stream().filter(step -> step.kind().equals("refunded")).count());
  }

  @Test
  void anOrderThatIsGivenUpKeepsNoMoney() {
    Web buyer = market.person("givesup");
    Order cancelled = begun(buyer, market.product(2));
    String session = lastSession();
    assertEquals(200, buyer.post("/orders/" + cancelled.id() + "/cancel", "{}").status());
    assertEquals("expired", stripe.status(session));

    Order late = begun(buyer, market.product(2));
    String paidLate = lastSession();
    String intent = stripe.pay(paidLate);
    assertEquals(200, buyer.post("/orders/" + late.id() + "/cancel", "{}").status());
    assertEquals(late.total().amount(), stripe.refunded(intent));
    assertEquals(200, tell(event(COMPLETED, paidLate)).status());
    assertEquals(late.total().amount(), stripe.refunded(intent));
    Order gone = Market.order(buyer, late.id());
    assertEquals(Order.Status.CANCELLED, gone.status());
    assertEquals(gone.payment().captured(), gone.payment().refunded());

    // Nobody said that it was paid until its time was over: it is.
    Order unheard = begun(buyer, market.product(2));
    stripe.pay(lastSession());
    Order left = begun(buyer, market.product(2));
    String abandoned = lastSession();
    market.clock.advance(CheckoutService.HOLD.plusMinutes(1));
    Web later = market.signedIn("givesup");
    Await.until(() -> Market.order(later, unheard.id()).status() == Order.Status.PAID);
    Await.until(() -> Market.order(later, left.id()).status() == Order.Status.CANCELLED);
    assertEquals("expired", stripe.status(abandoned));
  }

  @Test
  void aStripeThatStumblesIsAskedAgainWithTheSameKeyAndOneThatIsAwayCostsTheOrderNothing() {
    Web buyer = market.person("stumbles");
    Product product = market.product(3);
    int sessions = stripe.sessions().size();
    stripe.failNext(1);
    begun(buyer, product);
    assertEquals(sessions + 1, stripe.sessions().size());
    stripe.failNext(3);
    Order declined =
        Market.buy(
                buyer,
                Ids.newId(),
                Market.checkout(List.of(product), 1, Map.of("provider", "stripe")))
            .as(Order.class);
    assertEquals(Order.Status.AWAITING_PAYMENT, declined.status());
    assertEquals(Order.PaymentStatus.DECLINED, declined.payment().status());
    assertEquals(
        200,
        buyer
            .post("/orders/" + declined.id() + "/payments", "{\"provider\":\"on_delivery\"}")
            .status());
    assertEquals(Order.Status.PLACED, Market.order(buyer, declined.id()).status());
  }

  @Test
  void whatTheTestProviderReportsLaterIsTakenOnce() {
    Web buyer = market.person("latecomer");
    Order paid =
        Market.buy(
                buyer,
                Ids.newId(),
                Market.checkout(
                    List.of(market.product(2)), 1, Map.of("provider", "test", "token", "later")))
            .as(Order.class);
    assertEquals(Order.PaymentStatus.PENDING, paid.payment().status());
    Order declined =
        Market.buy(
                buyer,
                Ids.newId(),
                Market.checkout(
                    List.of(market.product(2)),
                    1,
                    Map.of("provider", "test", "token", "later-declined")))
            .as(Order.class);
    Await.until(() -> Market.order(buyer, paid.id()).status() == Order.Status.PAID);
    Await.until(() ->
        Market.order(buyer, declined.id()).payment().status() == Order.PaymentStatus.DECLINED);
    assertEquals(1, buyer.get("/transactions").json().path("items").size());
    assertEquals(
        List.of("created", "declined"),
        Market.order(buyer, declined.id()).timeline().stream().map(Order.Step::kind).toList());
  }

  @Test
  void noSecretIsInWhatIsPrinted() {
    StripeConfig config = new StripeConfig("sk_secret", "whsec_secret", "https://a", null);
    assertFalse(config.toString().contains("secret"), config::toString);
  }
}
