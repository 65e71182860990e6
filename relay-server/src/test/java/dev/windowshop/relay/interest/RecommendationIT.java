package dev.windowshop.relay.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.protocol.UserRole;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.moderation.OperatorService;
import dev.windowshop.relay.testing.Learning;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecommendationIT {
  @TempDir static Path data;
  private static Relay relay;
  private static List<Product> products;
  private static Web robin;

  @BeforeAll
  static void start() {
    relay = Relay.start(TestDatabases.config(data).withDemo(true));
    Learning.await(web());
    products = web().get("/products?inStock=true&limit=100").as(ProductPage.class).items();
    robin = signedIn("robin");
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static Web web() {
    return new Web(relay.address());
  }

  private static Web signedIn(String name) {
    Web.Answer answer =
        web()
            .post(
                "/auth/login",
                "{\"login\":\"%s\",\"password\":\"windowshop-demo\"}".formatted(name));
    return web().token(answer.as(Auth.Tokens.class).accessToken());
  }

  private static Web guest() {
    return web().with("Windowshop-Guest", Ids.newId().replace("-", ""));
  }

  private static Recommendations shelf(Web shopper, String query) {
    Web.Answer answer = shopper.get("/recommendations/" + query);
    assertEquals(200, answer.status(), answer::text);
    return answer.as(Recommendations.class);
  }

  private static List<String> ids(Recommendations shelf) {
    return shelf.items().stream().map(item -> item.product().id()).toList();
  }

  private static void did(Web shopper, Product product, String type) {
    String event =
        "[{\"id\":\"%s\",\"productId\":\"%s\",\"type\":\"%s\",\"at\":\"%s\"}]"
            .formatted(Ids.newId(), product.id(), type, Instant.now());
    assertEquals(202, shopper.post("/interactions", event).status());
  }

  /// Every page of a shelf.
  private static List<String> walk(Web shopper, String query, int limit) {
    List<String> all = new ArrayList<>();
    String cursor = "";
    do {
      Recommendations page = shelf(shopper, query + "limit=" + limit + cursor);
      assertTrue(page.items().size() <= limit);
      all.addAll(ids(page));
      cursor = page.nextCursor() == null ? "" : "&cursor=" + page.nextCursor();
    } while (!cursor.isEmpty());
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"for-you?", "trending?", "new?"})
  void pagesFollowOnWithoutRepeating(String query) {
    List<String> all = walk(robin, query, 17);
    assertTrue(all.size() > 17, () -> all.size() + " in all");
    assertEquals(all.size(), new HashSet<>(all).size());
    assertEquals(all, walk(robin, query, 17), "the same state, the same answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"for-you?", "trending?", "new?", "similar?productId=%s&"})
  void filtersHoldOnEveryShelf(String query) {
    Product some = products.get(20);
    String of = query.formatted(products.get(3).id());
    List<Recommendations.Item> ofCategory =
        shelf(robin, of + "category=" + some.categoryId()).items();
    assertFalse(ofCategory.isEmpty() && !of.startsWith("new"), of);
    ofCategory.forEach(item -> assertEquals(some.categoryId(), item.product().categoryId()));
    long low = 2000;
    long high = 5000;
    shelf(robin, of + "minPrice=" + low + "&maxPrice=" + high + "&inStock=true")
        .items()
        .forEach(item -> {
          assertTrue(item.product().price().amount() >= low);
          assertTrue(item.product().price().amount() <= high);
          assertTrue(item.product().stock() > 0);
        });
    assertEquals(List.of(), shelf(robin, of + "category=no-such-thing").items());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for-you?limit=0",
        "for-you?limit=101",
        "for-you?cursor=x",
        "for-you?minPrice=-1",
        "for-you?likeMaxPrice=-1",
        "for-you?inStock=perhaps",
        "together",
        "similar"
      })
  void whatCannotBeUnderstoodIsA400(String query) {
    assertEquals(400, robin.get("/recommendations/" + query).status());
  }

  @Test
  void aCursorBelongsToItsShelf() {
    String cursor = shelf(robin, "for-you?limit=5").nextCursor();
    assertNotNull(cursor);
    assertEquals(200, robin.get("/recommendations/for-you?limit=9&cursor=" + cursor).status());
    assertEquals(400, robin.get("/recommendations/trending?cursor=" + cursor).status());
    assertEquals(400, robin.get("/recommendations/for-you?inStock=true&cursor=" + cursor).status());
  }

  @Test
  void onlyWhoRunsTheRelayHasEverythingLearntAnew() throws Exception {
    assertEquals(401, web().post("/recommendations/rebuild", "").status());
    Web mira = signedIn("mira");
    assertEquals(403, mira.post("/recommendations/rebuild", "").status());
    try (Database database = TestDatabases.open(data)) {
      new OperatorService(database, Clock.systemUTC()).setRole("mira", UserRole.MODERATOR);
    }
    Web.Answer answer = mira.post("/recommendations/rebuild", "");
    assertEquals(202, answer.status(), answer::text);
    assertTrue(answer.json().path("lastRun").asText().startsWith("ok"));
  }

  @Test
  void everyItemSaysWhyAndHowLikelyItWas() {
    for (String query : List.of("for-you", "trending", "new")) {
      for (Recommendations.Item item : shelf(robin, query).items()) {
        assertFalse(item.reason().text().isBlank());
        Double propensity = item.propensity();
        assertTrue(propensity != null && propensity > 0 && propensity <= 1, query);
      }
    }
  }

  @Test
  void noCategoryBrandOrSellerTakesAWholePage() {
    Web fan = guest();
    Product liked = products.getFirst();
    products.stream()
        .filter(p -> p.categoryId().equals(liked.categoryId()))
        .limit(8)
        .forEach(p -> did(fan, p, "cart"));
    List<Recommendations.Item> page = shelf(fan, "for-you?limit=20").items();
    assertEquals(20, page.size());
    for (Function<Product, String> of :
        List.<Function<Product, String>>of(
            Product::categoryId, p -> String.valueOf(p.brand()), p -> p.shop().id())) {
      long most =
          page.stream()
              .collect(Collectors.groupingBy(i -> of.apply(i.product()), Collectors.counting()))
              .values()
              .stream()
              .mapToLong(Long::longValue)
              .max()
              .orElse(0);
      assertTrue(most <= 12, () -> most + " of 20 alike");
    }
  }

  @Test
  void whatIsOutOfStockComesLast() {
    List<Recommendations.Item> all = new ArrayList<>();
    String cursor = "";
    do {
      Recommendations page = shelf(guest(), "trending?limit=100" + cursor);
      all.addAll(page.items());
      cursor = page.nextCursor() == null ? "" : "&cursor=" + page.nextCursor();
    } while (!cursor.isEmpty());
    boolean gone = false;
    for (Recommendations.Item item : all) {
      assertFalse(gone && item.product().stock() > 0, item.product()::title);
      gone |= item.product().stock() <= 0;
    }
  }

  @Test
  void aNewcomersTapsShowAtOnce() {
    Web guest = guest();
    for (Product liked : List.of(products.get(33), products.get(50), products.get(70))) {
      long before = ofCategory(shelf(guest, "for-you"), liked.categoryId());
      Recommendations after = shelf(guest, "for-you?likes=" + liked.categoryId());
      long now = ofCategory(after, liked.categoryId());
      assertTrue(now >= Math.max(4, before), () -> before + " before, " + now + " after");
      assertTrue(
          after.items().stream()
              .anyMatch(
                  item -> item.reason().text().equals("Because you like " + liked.category())),
          liked::category);
      String name = URLEncoder.encode(liked.category(), StandardCharsets.UTF_8);
      assertEquals(ids(after), ids(shelf(guest, "for-you?likes=" + name)), "by name, too");
    }
  }

  @Test
  void whatSomebodySaysTheyLikeFeedsTheirShelves() {
    Web newcomer =
        web()
            .token(
                web()
                    .post(
                        "/auth/signup",
                        """
                        {"email":"n@example.org","username":"newbie","password":"a good password"}
                        """)
                    .as(Auth.Tokens.class)
                    .accessToken());
    Product liked = products.get(50);
    long before = ofCategory(shelf(newcomer, "for-you"), liked.categoryId());
    assertEquals(
        200,
        newcomer
            .put("/me/preferences", "{\"categories\":[\"%s\"]}".formatted(liked.categoryId()))
            .status());
    long after = ofCategory(shelf(newcomer, "for-you"), liked.categoryId());
    assertTrue(after > before, () -> before + " before, " + after + " after");
  }

  private static long ofCategory(Recommendations shelf, String categoryId) {
    return shelf.items().stream()
        .filter(item -> item.product().categoryId().equals(categoryId))
        .count();
  }

  @Test
  void becauseYouViewedIsAboutWhatWasViewed() {
    Web guest = guest();
    assertEquals(List.of(), shelf(guest, "because").items());
    Product seen = products.get(12);
    did(guest, seen, "view");
    for (String query : List.of("because", "because?productId=" + seen.id())) {
      List<Recommendations.Item> items = shelf(guest, query).items();
      assertFalse(items.isEmpty(), query);
      assertTrue(items.stream().noneMatch(item -> item.product().id().equals(seen.id())));
      assertEquals(seen.id(), items.getFirst().reason().productId());
    }
    assertEquals(404, guest.get("/recommendations/because?productId=" + Ids.newId()).status());
  }

  @Test
  void becauseYouViewedHasPages() {
    Web guest = guest();
    String query = "because?productId=" + products.get(12).id() + "&";
    int all = walk(guest, query, 100).size();
    assertTrue(all > 20, () -> all + " in all");
    List<String> paged = walk(guest, query, 7);
    assertEquals(paged.size(), new HashSet<>(paged).size());
    assertTrue(paged.size() >= all - 7, () -> paged.size() + " of " + all);
  }

  @Test
  void aCartHasItsOwnShelf() {
    Product inCart = products.get(4);
    assertEquals(List.of(), shelf(guest(), "from-cart").items());
    List<String> forGuest = ids(shelf(guest(), "from-cart?productIds=" + inCart.id()));
    assertFalse(forGuest.isEmpty());
    assertFalse(forGuest.contains(inCart.id()));
    Web jonas = signedIn("jonas");
    String variant = inCart.variants().getFirst().id();
    assertEquals(
        200,
        jonas
            .put("/cart", "{\"lines\":[{\"variantId\":\"%s\",\"quantity\":1}]}".formatted(variant))
            .status());
    List<String> forUser = ids(shelf(jonas, "from-cart"));
    assertFalse(forUser.isEmpty());
    assertFalse(forUser.contains(inCart.id()));
  }

  @Test
  void aGroupsFeedIsForItsMembersAndTellsNothingOfOthers() {
    Web jonas = signedIn("jonas");
    String jonasId = jonas.get("/me").json().path("id").asText();
    String group =
        robin
            .post(
                "/conversations",
                "{\"kind\":\"group\",\"name\":\"Lamps\",\"memberIds\":[\"%s\"]}".formatted(jonasId))
            .json()
            .path("id")
            .asText();
    Product seen =
        products.stream()
            .filter(p -> !StoredInteractions.touched(data, robinId(), p.id()))
            .findFirst()
            .orElseThrow();
    did(jonas, seen, "cart");
    did(jonas, seen, "wishlist");
    Recommendations feed = shelf(robin, "group?limit=50&conversationId=" + group);
    assertFalse(feed.items().isEmpty());
    assertTrue(
        feed.items().stream().noneMatch(item -> seen.id().equals(item.reason().productId())),
        "what another did is theirs");
    Web stranger = signedIn("mira");
    assertEquals(404, stranger.get("/recommendations/group?conversationId=" + group).status());
    assertEquals(401, guest().get("/recommendations/group?conversationId=" + group).status());
    assertEquals(404, robin.get("/recommendations/call?callId=" + Ids.newId()).status());
    assertEquals(400, robin.get("/recommendations/group").status());
  }

  private static String robinId() {
    return Objects.requireNonNull(robin.get("/me").json().path("id").asText());
  }

  @Test
  void whatWasBoughtIsOnNoShelf() {
    List<String> bought = StoredInteractions.purchasesOf(data, robinId());
    assertFalse(bought.isEmpty());
    for (String query : List.of("for-you?", "trending?", "new?", "because?")) {
      List<String> shown = walk(robin, query, 100);
      bought.forEach(id -> assertFalse(shown.contains(id), query));
    }
    String product = products.getFirst().id();
    for (String query : List.of("similar", "together")) {
      List<String> shown = ids(shelf(robin, query + "?limit=100&productId=" + product));
      bought.forEach(id -> assertFalse(shown.contains(id), query));
    }
  }

  @Test
  void productsCarryPopularityAndWordsOfTheJob() {
    Product product = products.getFirst();
    assertTrue(product.popularity() > 0);
    assertTrue(
        product.features().stream().anyMatch(word -> word.startsWith("price:")),
        () -> product.features().toString());
    assertTrue(product.features().stream().anyMatch(word -> word.startsWith("category:")));
    assertEquals(new HashSet<>(product.features()).size(), product.features().size());
  }

  @Test
  void theLastPageEndsTheList() {
    Recommendations few = shelf(robin, "similar?limit=100&productId=" + products.get(1).id());
    if (few.items().size() < 100) {
      assertNull(few.nextCursor());
    }
  }
}
