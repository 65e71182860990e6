package dev.windowshop.relay.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.store.Actor;
import dev.windowshop.relay.testing.Learning;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionIT {
  @TempDir static Path data;
  private static Relay relay;
  private static List<Product> products;

  @BeforeAll
  static void start() {
    relay = Relay.start(TestDatabases.config(data).withDemo(true));
    Learning.await(web());
    products = web().get("/products?inStock=true&limit=100").as(ProductPage.class).items();
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static Web web() {
    return new Web(relay.address());
  }

  private static Web guest() {
    return web().with("Windowshop-Guest", guestId());
  }

  private static String guestId() {
    return Ids.newId().replace("-", "");
  }

  private static String event(Product product, String type, Instant at) {
    return event(Ids.newId(), product, type, at);
  }

  private static String event(String id, Product product, String type, Instant at) {
    return """
    {"id":"%s","productId":"%s","type":"%s","at":"%s"}\
    """
        .formatted(id, product.id(), type, at);
  }

  private static Interaction.Taken send(Web shopper, String... events) {
    Web.Answer answer = shopper.post("/interactions", "[" + String.join(",", events) + "]");
    assertEquals(202, answer.status(), answer::text);
    return answer.as(Interaction.Taken.class);
  }

  private static Recommendations forYou(Web shopper) {
    return shopper.get("/recommendations/for-you?limit=50").as(Recommendations.class);
  }

  /// What is shown and why, in a form that can be read when a test fails.
  private static List<String> lines(Web shopper) {
    return forYou(shopper).items().stream()
        .map(item -> item.product().handle() + ": " + item.reason().text())
        .toList();
  }

  private static boolean isPersonal(Recommendations shelf) {
    return shelf.items().stream().anyMatch(item -> item.reason().productId() != null);
  }

  private static boolean shows(Recommendations shelf, Product product) {
    return shelf.items().stream().anyMatch(item -> item.product().id().equals(product.id()));
  }

  private static boolean names(Recommendations shelf, Product product) {
    return shelf.items().stream().anyMatch(item -> product.id().equals(item.reason().productId()));
  }

  @Test
  void aResentBatchMovesNothing() {
    Web guest = guest();
    Product seen = products.get(90);
    String first = event(seen, "cart", Instant.now());
    String second = event(products.get(91), "view", Instant.now());
    assertEquals(new Interaction.Taken(3, 0), send(guest, first, second, first));
    List<String> picked = lines(guest);
    List<String> trending = trending();
    for (int times = 0; times < 60; times++) {
      assertEquals(new Interaction.Taken(2, 0), send(guest, first, second));
    }
    assertEquals(trending, trending());
    assertEquals(picked, lines(guest));
  }

  private static List<String> trending() {
    return web()
        .get("/recommendations/trending?limit=100")
        .as(Recommendations.class)
        .items()
        .stream()
        .map(item -> item.product().handle())
        .toList();
  }

  @Test
  void aTypeFromTheFutureCountsAsNothing() {
    Web guest = guest();
    List<String> before = lines(guest);
    assertEquals(
        new Interaction.Taken(0, 1),
        send(guest, event(products.get(3), "tried_on", Instant.now())));
    assertEquals(before, lines(guest));
    assertEquals(
        new Interaction.Taken(1, 1),
        send(
            guest,
            event(products.get(3), "tried_on", Instant.now()),
            event(products.get(3), "cart", Instant.now())));
    assertNotEquals(before, lines(guest));
  }

  @Test
  void everyTypeOfTheProtocolIsTaken() {
    Web guest = guest();
    for (String type :
        List.of(
            "view",
            "cart",
            "wishlist",
            "share",
            "review",
            "call_view",
            "not_interested",
            "impression")) {
      assertEquals(
          new Interaction.Taken(1, 0), send(guest, event(products.get(1), type, Instant.now())));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dwellMs, -1",
    "position, -1",
    "propensity, 1.5",
    "propensity, -0.1",
    "list, '\"a-name-that-is-longer-than-forty-characters\"'",
    "id, '\"\"'",
    "at, null",
    "type, '\"purchase\"'"
  })
  void aFieldThatCannotBeIsNamed(String field, String value) {
    String good = event(products.getFirst(), "impression", Instant.now());
    String bad =
        good.contains("\"" + field + "\"")
            ? good.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + value)
            : good.replaceFirst("\\{", "{\"" + field + "\":" + value + ",");
    Web.Answer answer = guest().post("/interactions", "[" + good + "," + bad + "]");
    assertEquals(422, answer.status(), answer::text);
    assertTrue(answer.json().path("errors").has("[1]"), answer::text);
    assertFalse(answer.json().path("errors").has("[0]"), answer::text);
  }

  @Test
  void wrongClocksAreSetRight() {
    Web fast = guest();
    Web slow = guest();
    Product seen = products.get(5);
    send(fast, event(seen, "cart", Instant.now().plus(Duration.ofDays(400))));
    assertTrue(names(forYou(fast), seen), "from the future is now");
    assertEquals(new Interaction.Taken(1, 0), send(slow, event(seen, "cart", Instant.EPOCH)));
    Product today = products.get(60);
    send(slow, event(today, "cart", Instant.now()));
    assertTrue(names(forYou(slow), today));
    assertFalse(names(forYou(slow), seen), "what is from long ago hardly counts");
  }

  @Test
  void whatIsForgottenNoLongerCounts() {
    Web guest = guest();
    Product one = products.get(7);
    Product other = products.get(40);
    assertFalse(isPersonal(forYou(guest)));
    String late = event(one, "cart", Instant.now());
    send(guest, late);
    assertTrue(names(forYou(guest), one));
    send(guest, event(other, "cart", Instant.now()));
    assertTrue(names(forYou(guest), other));
    assertEquals(
        204,
        guest
            .post("/recommendations/forget", "{\"productId\":\"%s\"}".formatted(other.id()))
            .status());
    assertFalse(names(forYou(guest), other));
    assertTrue(names(forYou(guest), one));
    assertEquals(204, guest.send("DELETE", "/interactions?productId=" + one.id(), null).status());
    assertFalse(isPersonal(forYou(guest)));
    assertEquals(
        new Interaction.Taken(0, 1), send(guest, late), "told late, it does not come back");
    assertFalse(isPersonal(forYou(guest)));
    send(guest, event(one, "cart", Instant.now().plusSeconds(1)));
    assertTrue(names(forYou(guest), one));
  }

  @Test
  void everythingIsForgottenAtOnce() {
    String guestId = guestId();
    Web guest = web().with("Windowshop-Guest", guestId);
    send(
        guest,
        event(products.get(2), "cart", Instant.now()),
        event(products.get(3), "view", Instant.now()),
        event(products.get(4), "impression", Instant.now()));
    assertTrue(isPersonal(forYou(guest)));
    assertEquals(3, StoredInteractions.rowsOf(data, Actor.guest(guestId).key()));
    assertEquals(204, guest.send("DELETE", "/interactions", null).status());
    assertFalse(isPersonal(forYou(guest)));
    assertEquals(0, StoredInteractions.rowsOf(data, Actor.guest(guestId).key()));
  }

  @Test
  void whatIsNotWantedGoesAndComesBackWithUndo() {
    Web guest = guest();
    Product unwanted = forYou(guest).items().getFirst().product();
    send(guest, event(unwanted, "not_interested", Instant.now()));
    assertFalse(shows(forYou(guest), unwanted));
    String address = "/interactions?productId=" + unwanted.id() + "&type=";
    assertEquals(204, guest.send("DELETE", address + "not_interested", null).status());
    assertTrue(shows(forYou(guest), unwanted));
    assertEquals(400, guest.send("DELETE", address + "nonsense", null).status());
    assertEquals(400, guest.send("DELETE", address + "purchase", null).status());
    assertEquals(400, guest.send("DELETE", "/interactions?type=view", null).status());
  }

  @Test
  void inPrivateModeNothingIsRemembered() {
    Web guest = guest();
    List<String> before = lines(guest);
    assertEquals("{\"on\":false}", guest.get("/recommendations/privacy").text());
    assertEquals(200, guest.put("/recommendations/privacy", "{\"on\":true}").status());
    assertEquals(
        new Interaction.Taken(0, 1), send(guest, event(products.get(6), "cart", Instant.now())));
    assertEquals(before, lines(guest));
    guest.put("/recommendations/privacy", "{\"on\":false}");
    assertEquals("{\"on\":false}", guest.get("/recommendations/privacy").text());
    assertEquals(
        new Interaction.Taken(1, 0), send(guest, event(products.get(6), "cart", Instant.now())));
    assertNotEquals(before, lines(guest));
    assertEquals(400, web().get("/recommendations/privacy").status());
  }

  @Test
  void whatWasBoughtIsNeverShownAgainEvenWhenForgotten() {
    Web robin = signedIn("robin");
    List<Product> bought = List.copyOf(bought());
    assertFalse(bought.isEmpty());
    for (Product product : bought) {
      assertFalse(shows(forYou(robin), product), product::title);
    }
    Product one = bought.getFirst();
    robin.post("/recommendations/forget", "{\"productId\":\"%s\"}".formatted(one.id()));
    assertFalse(shows(forYou(robin), one));
    robin.send("DELETE", "/interactions", null);
    for (Product product : bought) {
      assertFalse(shows(forYou(robin), product), product::title);
    }
  }

  /// Asked of the database itself, since no order can be made yet.
  private static List<Product> bought() {
    String user = Objects.requireNonNull(signedIn("robin").get("/me").json().path("id").asText());
    List<String> ids = StoredInteractions.purchasesOf(data, user);
    return products.stream().filter(product -> ids.contains(product.id())).toList();
  }

  private static Web signedIn(String name) {
    Web.Answer answer =
        web()
            .post(
                "/auth/login",
                "{\"login\":\"%s\",\"password\":\"windowshop-demo\"}".formatted(name));
    return web().token(answer.as(Auth.Tokens.class).accessToken());
  }

  @Test
  void aGuestsInterestsBecomeTheAccounts() {
    String guestId = guestId();
    Web guest = web().with("Windowshop-Guest", guestId);
    Product seen = products.get(11);
    send(guest, event(seen, "cart", Instant.now()));
    assertTrue(names(forYou(guest), seen));
    Web user =
        web()
            .token(
                web()
                    .post(
                        "/auth/signup",
                        """
                        {"email":"m@example.org","username":"merger","password":"a good password"}
                        """)
                    .as(Auth.Tokens.class)
                    .accessToken());
    assertFalse(names(forYou(user), seen));
    String merge = "{\"guestId\":\"%s\",\"lines\":[]}".formatted(guestId);
    assertEquals(200, user.post("/me/merge", merge).status());
    assertTrue(names(forYou(user), seen));
    assertFalse(names(forYou(guest), seen));
    Product later = products.get(71);
    send(guest, event(later, "cart", Instant.now()));
    assertEquals(200, user.post("/me/merge", merge).status());
    assertFalse(names(forYou(user), later), "a guest is merged once");
  }

  @Test
  void aGuestsInterestsAreNotRememberedOfWhoIsPrivate() {
    String guestId = guestId();
    Web guest = web().with("Windowshop-Guest", guestId);
    send(guest, event(products.get(11), "cart", Instant.now()));
    Web user =
        web()
            .token(
                web()
                    .post(
                        "/auth/signup",
                        """
                        {"email":"q@example.org","username":"quiet","password":"a good password"}
                        """)
                    .as(Auth.Tokens.class)
                    .accessToken());
    assertEquals(200, user.put("/recommendations/privacy", "{\"on\":true}").status());
    String merge = "{\"guestId\":\"%s\",\"lines\":[]}".formatted(guestId);
    assertEquals(200, user.post("/me/merge", merge).status());
    assertFalse(isPersonal(forYou(user)));
    assertFalse(isPersonal(forYou(guest)));
    assertEquals(0, StoredInteractions.rowsOf(data, Actor.guest(guestId).key()));
  }
}
