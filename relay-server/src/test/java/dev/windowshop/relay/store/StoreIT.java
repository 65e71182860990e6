package dev.windowshop.relay.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.testing.Learning;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import dev.windowshop.search.SearchText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreIT {
  private static final String DEMO_PASSWORD = "windowshop-demo";

  @TempDir static Path data;
  private static Relay relay;
  private static List<Product> all;

  @BeforeAll
  static void start() {
    relay = Relay.start(TestDatabases.config(data).withDemo(true));
    Learning.await(web());
    all = walk("");
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static Web web() {
    return new Web(relay.address());
  }

  private static Web guest(String id) {
    return web().with("Windowshop-Guest", id + "-0123456789abcdef");
  }

  private static Web robin() {
    Web.Answer answer =
        web()
            .post(
                "/auth/login",
                "{\"login\":\"robin\",\"password\":\"%s\"}".formatted(DEMO_PASSWORD));
    assertEquals(200, answer.status(), answer::text);
    return web().token(answer.as(Auth.Tokens.class).accessToken());
  }

  private static ProductPage page(String query) {
    Web.Answer answer = web().get("/products?" + query);
    assertEquals(200, answer.status(), answer::text);
    return answer.as(ProductPage.class);
  }

  /// All pages of a search.
  private static List<Product> walk(String query) {
    List<Product> products = new ArrayList<>();
    String cursor = null;
    do {
      ProductPage page = page("limit=37&" + query + (cursor == null ? "" : "&cursor=" + cursor));
      products.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return products;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void theDemoShopIsLarge() {
    assertTrue(all.size() >= 300, () -> all.size() + " products");
    assertEquals(all.size(), new HashSet<>(all.stream().map(Product::id).toList()).size());
    assertTrue(all.stream().map(Product::category).distinct().count() >= 12);
    assertTrue(all.stream().map(product -> product.shop().id()).distinct().count() >= 6);
  }

  @Test
  void filtersAndFacetsAgreeWithLookingAtEveryProduct() {
    Product some = all.get(all.size() / 2);
    long price = some.price().amount();
    agrees("category=" + encoded(some.category()), p -> p.category().equals(some.category()));
    agrees("category=" + some.categoryId(), p -> p.category().equals(some.category()));
    agrees(
        "brand=" + encoded(String.valueOf(some.brand())),
        p -> String.valueOf(p.brand()).equals(String.valueOf(some.brand())));
    agrees("minPrice=" + price, p -> p.price().amount() >= price);
    agrees("maxPrice=" + price, p -> p.price().amount() <= price);
    agrees("inStock=true", p -> p.stock() > 0);
    agrees(
        "inStock=true&minPrice=2000&maxPrice=" + (price + 1) + "&category=" + some.categoryId(),
        p ->
            p.stock() > 0
                && p.price().amount() >= 2000
                && p.price().amount() <= price + 1
                && p.categoryId().equals(some.categoryId()));
    agrees("category=no-such-thing", p -> false);
  }

  /// Counts of a thing are as if nothing were chosen of it: `CatalogueTest` looks closer.
  private static void agrees(String query, Predicate<Product> fits) {
    List<String> expected = all.stream().filter(fits).map(Product::id).sorted().toList();
    assertEquals(expected, walk(query).stream().map(Product::id).sorted().toList(), () -> query);
    ProductPage.Facets facets = page(query).facets();
    assertEquals(expected.size(), facets.total(), () -> query);
    assertEquals(all.stream().filter(fits).filter(p -> p.stock() > 0).count(), facets.inStock());
    if (!query.contains("category=")) {
      for (ProductPage.Count count : facets.categories()) {
        assertEquals(
            all.stream().filter(fits).filter(p -> p.category().equals(count.value())).count(),
            count.count(),
            () -> query + " " + count.value());
      }
    }
    if (!expected.isEmpty() && !query.contains("Price=")) {
      assertNotNull(facets.minPrice());
      assertEquals(
          all.stream().filter(fits).mapToLong(p -> p.price().amount()).min().orElseThrow(),
          facets.minPrice().amount());
    }
  }

  @Test
  void everyOrderIsKeptFromPageToPage() {
    ordered("sort=price_asc", p -> p.price().amount());
    ordered("sort=price_desc", p -> -p.price().amount());
    ordered("sort=newest", p -> -p.createdAt().toEpochMilli());
    ordered("sort=popularity", p -> -p.popularity());
    ordered("sort=rating", p -> p.rating() == null ? 0 : -p.rating());
  }

  private static void ordered(String query, ToDoubleFunction<Product> key) {
    List<Product> products = walk(query);
    assertEquals(all.size(), products.size(), query);
    assertEquals(all.size(), products.stream().map(Product::id).distinct().count(), query);
    for (int i = 1; i < products.size(); i++) {
      double before = key.applyAsDouble(products.get(i - 1));
      double now = key.applyAsDouble(products.get(i));
      assertTrue(before <= now, query);
    }
  }

  @Test
  void searchFindsBeginningsAccentsAndSlips() {
    Product wanted = all.getFirst();
    String word = SearchText.words(wanted.title()).getFirst();
    assertTrue(ids("q=" + encoded(wanted.title())).contains(wanted.id()));
    assertTrue(ids("limit=100&q=" + encoded(word.toUpperCase())).contains(wanted.id()));
    assertTrue(
        ids("limit=100&q=" + encoded(word.substring(0, word.length() - 1))).contains(wanted.id()));
    String sku = wanted.variants().getFirst().sku();
    assertEquals(wanted.id(), page("q=" + encoded(String.valueOf(sku))).items().getFirst().id());
    assertEquals(List.of(), ids("q=zzzzqqqq"));
    assertEquals(0, page("q=" + encoded("!!!")).items().size());
  }

  private static List<String> ids(String query) {
    return page(query).items().stream().map(Product::id).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=x",
        "limit=",
        "limit=-1",
        "cursor=x",
        "cursor=WyJhIl0",
        "sort=best",
        "minPrice=x",
        "minPrice=-1",
        "inStock=maybe"
      })
  void whatCannotBeUnderstoodIsA400(String query) {
    Web.Answer answer = web().get("/products?" + query);
    assertEquals(400, answer.status(), query);
    assertEquals("application/problem+json", answer.header("Content-Type"));
  }

  @Test
  void aCursorBelongsToItsSearch() {
    String cursor = page("limit=5&sort=newest").nextCursor();
    assertEquals(200, web().get("/products?limit=9&sort=newest&cursor=" + cursor).status());
    assertEquals(400, web().get("/products?sort=price_asc&cursor=" + cursor).status());
    assertEquals(400, web().get("/products?sort=newest&q=a&cursor=" + cursor).status());
  }

  @Test
  void addressesThatLeadNowhereSaySo() {
    assertEquals("not-found", web().get("/nothing").problem());
    assertEquals("not-found", web().get("/products/" + Ids.newId()).problem());
    assertEquals(404, web().get("/products/x").status());
    Web.Answer answer = web().post("/categories", "{}");
    assertEquals(405, answer.status());
    assertEquals("GET, HEAD, OPTIONS", answer.header("Allow"));
    assertEquals(405, web().send("DELETE", "/health", null).status());
    assertEquals(200, web().get("/health").status());
  }

  @Test
  void whatIsKnownIsNotSentAgain() {
    String product = "/products/" + all.getFirst().id();
    for (String path : List.of("/products?limit=3", product, product + "/reviews", "/categories")) {
      Web.Answer first = web().get(path);
      assertEquals(200, first.status(), path);
      Web.Answer again = web().with("If-None-Match", first.header("ETag")).get(path);
      assertEquals(304, again.status(), path);
      assertEquals(0, again.bytes().length, path);
      assertEquals(200, web().with("If-None-Match", "\"other\"").get(path).status(), path);
    }
  }

  @Test
  void reviewsAddUpToTheRating() {
    Product product = all.stream().filter(p -> p.ratingCount() > 3).findFirst().orElseThrow();
    double sum = 0;
    int count = 0;
    String cursor = "";
    do {
      JsonNode page = web().get("/products/" + product.id() + "/reviews?limit=2" + cursor).json();
      for (JsonNode review : page.path("items")) {
        sum += review.path("stars").asInt();
        count++;
      }
      JsonNode next = page.path("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asText();
    } while (!cursor.isEmpty());
    assertEquals(product.ratingCount(), count);
    assertEquals(sum / count, product.rating() == null ? 0 : product.rating(), 0.006);
  }

  @Test
  void theNewestCartWins() {
    Web robin = robin();
    String a = all.get(0).variants().getFirst().id();
    String b = all.get(1).variants().getFirst().id();
    assertEquals(200, robin.put("/cart", lines(a, 1)).status());
    assertEquals(200, robin.put("/cart", lines(b, 3)).status());
    JsonNode lines = robin.get("/cart").json().path("lines");
    assertEquals(1, lines.size());
    assertEquals(b, lines.get(0).path("variantId").asText());
    assertEquals(3, lines.get(0).path("quantity").asInt());
    assertEquals(422, robin.put("/cart", lines(b, 0)).status());
    assertEquals(422, robin.put("/cart", lines(Ids.newId(), 1)).status());
    assertEquals(401, web().get("/cart").status());
  }

  private static String lines(String variant, int quantity) {
    return "{\"lines\":[{\"variantId\":\"%s\",\"quantity\":%d}]}".formatted(variant, quantity);
  }

  @Test
  void aGuestIsMergedOnce() {
    Web robin = robin();
    robin.put("/cart", "{\"lines\":[]}");
    String variant = all.get(2).variants().getFirst().id();
    String merge =
        """
        {"guestId":"%s","lines":[{"variantId":"%s","quantity":2}]}
        """
            .formatted("guest-" + Ids.newId(), variant);
    assertEquals(200, robin.post("/me/merge", merge).status());
    robin.put("/cart", "{\"lines\":[]}");
    assertEquals(200, robin.post("/me/merge", merge).status());
    assertEquals(0, robin.get("/cart").json().path("lines").size());
  }

  @Test
  void whatAGuestLooksAtCountsInTheNextAnswer() {
    Product seen = all.stream().filter(p -> p.stock() > 0).skip(5).findFirst().orElseThrow();
    Web guest = guest("looker");
    Recommendations before = guest.get("/recommendations/for-you").as(Recommendations.class);
    assertEquals(20, before.items().size());
    String view =
        "{\"id\":\"%s\",\"productId\":\"%s\",\"type\":\"cart\",\"at\":\"%s\"}"
            .formatted(Ids.newId(), seen.id(), java.time.Instant.now());
    assertEquals(202, guest.post("/interactions", "[" + view + "," + view + "]").status());
    Recommendations after = guest.get("/recommendations/for-you").as(Recommendations.class);
    assertTrue(
        after.items().stream().anyMatch(item -> seen.id().equals(item.reason().productId())));
    assertFalse(
        before.items().stream().anyMatch(item -> seen.id().equals(item.reason().productId())));
    assertFalse(
        guest("other").get("/recommendations/for-you").as(Recommendations.class).items().stream()
            .anyMatch(item -> item.reason().productId() != null));
  }

  @Test
  void interactionsThatMayNotBeAreRefused() {
    String product = all.getFirst().id();
    String purchase =
        "[{\"id\":\"1\",\"productId\":\"%s\",\"type\":\"purchase\",\"at\":\"2026-01-01T00:00:00Z\"}]"
            .formatted(product);
    assertEquals(422, guest("buyer").post("/interactions", purchase).status());
    assertEquals(400, web().post("/interactions", "[]").status());
    assertEquals(
        422, guest("many").post("/interactions", "[" + "{},".repeat(500) + "{}]").status());
    assertEquals(422, guest("bad").post("/interactions", "{}").status());
    assertEquals(400, guest("bad").post("/interactions", "[{").status());
    assertEquals(202, guest("none").post("/interactions", "[]").status());
  }

  @Test
  void similarThingsAreOfAKindAndTrendingOnesSell() {
    Product product = all.getFirst();
    Recommendations similar =
        web()
            .get("/recommendations/similar?limit=5&productId=" + product.id())
            .as(Recommendations.class);
    assertEquals(5, similar.items().size());
    assertTrue(
        similar.items().stream()
            .anyMatch(item -> item.product().categoryId().equals(product.categoryId())));
    assertTrue(similar.items().stream().noneMatch(i -> i.product().id().equals(product.id())));
    assertTrue(
        web().get("/recommendations/trending").as(Recommendations.class).items().stream()
            .allMatch(item -> item.product().stock() > 0));
    assertEquals(200, web().get("/recommendations/together?productId=" + product.id()).status());
    assertEquals(404, web().get("/recommendations/similar?productId=" + Ids.newId()).status());
    assertEquals(400, web().get("/recommendations/similar").status());
  }

  @Test
  void picturesAreDrawnOnceAndKeptForEver() {
    Product.Media media = all.getFirst().media().getFirst();
    Web.Answer first = web().get(media.thumbUrl());
    assertEquals(200, first.status());
    assertEquals("image/jpeg", first.header("Content-Type"));
    assertTrue(first.header("Cache-Control").contains("immutable"));
    assertArrayEquals(first.bytes(), web().get(media.thumbUrl()).bytes());
    assertEquals(200, web().get("/media/hero.jpg").status());
    assertEquals(200, web().get(String.valueOf(all.getFirst().shop().avatarUrl())).status());
  }

  @Test
  void onlyWhatTheShopShowsIsDrawn() {
    String other = all.getFirst().media().getFirst().thumbUrl().replaceFirst("-\\d-400", "-9-400");
    assertEquals(404, web().get(other).status());
    assertEquals(404, web().get("/media/product/nothing-400.jpg").status());
    assertEquals(404, web().get("/media/../relay.db").status());
    assertEquals(404, web().get("/media/%2e%2e/secrets/token-keys.json").status());
    assertEquals(404, web().get("/media/person/1234.jpg").status());
  }
}
