package dev.windowshop.relay.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.SavedAddress;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.testing.People;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Uploading;
import dev.windowshop.relay.testing.Web;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What shoppers say of products, and what they keep for themselves.
class ReviewIT {
  @TempDir static Path data;
  private static Relay relay;
  private static Web seller;

  @BeforeAll
  static void start() {
    relay = Relay.start(TestDatabases.config(data));
    seller = People.join(web(), "reviewed");
    assertEquals(201, seller.post("/shops", "{\"name\":\"Reviewed\"}").status());
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static Web web() {
    return new Web(relay.address());
  }

  private static Product product(String title) {
    Web.Answer made =
        seller.post(
            "/products",
            "{\"title\":\"" + title + "\",\"variants\":[{\"price\":1000,\"stock\":50}]}");
    assertEquals(201, made.status(), made::text);
    return made.as(SellerProduct.class).product();
  }

  private static void buy(Web buyer, Product product) {
    Web.Answer answer =
        buyer
            .with("Idempotency-Key", Ids.newId())
            .post(
                "/checkout",
                """
                {"lines":[{"variantId":"%s","quantity":1,"maxUnitPrice":1000}],
                 "address":{"line1":"Långgatan 3","city":"Göteborg"},
                 "deliveryMethod":"pickup","payment":{"provider":"on_delivery"}}
                """
                    .formatted(product.variants().getFirst().id()));
    assertEquals(201, answer.status(), answer::text);
  }

  private static Review written(Web author, Product product, String body) {
    Web.Answer answer = author.post("/products/" + product.id() + "/reviews", body);
    assertEquals(201, answer.status(), answer::text);
    return answer.as(Review.class);
  }

  @Test
  void onlyWhoBoughtItIsMarkedAndTheRatingFollows() {
    Product product = product("Rated");
    Web buyer = People.join(web(), "rbuyer");
    buy(buyer, product);
    Web passer = People.join(web(), "rpasser");
    assertTrue(written(buyer, product, "{\"stars\":5,\"text\":\"Ja!\"}").verified());
    assertFalse(written(passer, product, "{\"stars\":2}").verified());
    Product now = web().get("/products/" + product.id()).as(Product.class);
    assertEquals(3.5, now.rating());
    assertEquals(2, now.ratingCount());
    String path = "/products/" + product.id() + "/reviews";
    JsonNode page = buyer.get(path).json();
    assertEquals(2, page.path("items").size());
    assertEquals(
        Json.mapper().createArrayNode().add(0).add(1).add(0).add(0).add(1),
        page.at("/summary/stars"));
    assertEquals(1, page.at("/summary/verified").asInt());
    assertFalse(page.at("/summary/mayReview").asBoolean());
    assertTrue(page.at("/summary/bought").asBoolean());
    assertEquals(5, page.at("/mine/stars").asInt());
    assertEquals(1, web().get(path + "?verified=true").json().path("items").size());
    assertEquals(2, web().get(path + "?stars=2").json().at("/items/0/stars").asInt());
    assertEquals(2, web().get(path + "?sort=lowest&limit=1").json().at("/items/0/stars").asInt());
    assertEquals(400, web().get(path + "?sort=odd").status());
    assertEquals(409, buyer.post(path, "{\"stars\":1}").status());
    assertEquals(403, seller.post(path, "{\"stars\":5}").status());
    assertEquals(401, web().post(path, "{\"stars\":5}").status());
    assertEquals(422, People.join(web(), "sixstars").post(path, "{\"stars\":6}").status());
  }

  @Test
  void pagesOfEveryOrderHoldEachReviewOnce() {
    Product product = product("Paged");
    for (int i = 0; i < 5; i++) {
      written(People.join(web(), "pager" + i), product, "{\"stars\":" + (1 + i % 3) + "}");
    }
    for (String sort : List.of("newest", "helpful", "highest", "lowest")) {
      java.util.Set<String> seen = new java.util.HashSet<>();
      String cursor = "";
      int pages = 0;
      while (cursor != null) {
        JsonNode page =
            web()
                .get("/products/" + product.id() + "/reviews?limit=2&sort=" + sort + cursor)
                .json();
        page.path("items").forEach(item -> assertTrue(seen.add(item.path("id").asText())));
        cursor =
            page.path("nextCursor").isNull() ? null : "&cursor=" + page.path("nextCursor").asText();
        assertTrue(++pages <= 3);
      }
      assertEquals(5, seen.size(), sort);
    }
  }

  @Test
  void aReviewIsChangedByItsAuthorAndVotedOnByOthers() {
    Product product = product("Voted");
    Web author = People.join(web(), "vauthor");
    Web reader = People.join(web(), "vreader");
    String photo =
        Json.decode(
                Uploading.post(
                        relay.address(), author, Uploading.png(200, 100, Color.GREEN), "p.png")
                    .body(),
                JsonNode.class)
            .path("id")
            .asText();
    Review review =
        written(author, product, "{\"stars\":3,\"photos\":[{\"attachmentId\":\"" + photo + "\"}]}");
    assertEquals(1, review.photos().size());
    assertEquals(200, web().get(review.photos().getFirst().url()).status());
    String path = "/products/" + product.id() + "/reviews/" + review.id();
    assertEquals(1, reader.put(path + "/helpful", "").as(Review.class).helpful());
    Review again = reader.put(path + "/helpful", "").as(Review.class);
    assertEquals(1, again.helpful());
    assertTrue(again.votedHelpful());
    assertEquals(403, author.put(path + "/helpful", "").status());
    assertEquals(0, reader.send("DELETE", path + "/helpful", null).as(Review.class).helpful());
    assertEquals(403, reader.send("PATCH", path, "{\"stars\":1}").status());
    Review edited = author.send("PATCH", path, "{\"stars\":4}").as(Review.class);
    assertEquals(4, edited.stars());
    assertEquals(review.photos(), edited.photos());
    assertEquals(4.0, web().get("/products/" + product.id()).as(Product.class).rating());
    assertEquals(403, reader.send("DELETE", path, null).status());
    assertEquals(204, author.send("DELETE", path, null).status());
    assertNull(web().get("/products/" + product.id()).as(Product.class).rating());
    written(author, product, "{\"stars\":5}");
  }

  @Test
  void wishesAreKeptWithThePriceThatTheyHad() {
    Product product = product("Wished");
    Web shopper = People.join(web(), "wisher");
    assertEquals(204, shopper.put("/me/wishlist/" + product.id(), "").status());
    assertEquals(204, shopper.put("/me/wishlist/" + product.id(), "").status());
    assertEquals(404, shopper.put("/me/wishlist/" + Ids.newId(), "").status());
    Web.Answer cheaper =
        seller.send(
            "PATCH",
            "/products/" + product.id(),
            "{\"version\":1,\"variants\":[{\"price\":800,\"compareAtPrice\":1000}]}");
    assertEquals(200, cheaper.status(), cheaper::text);
    JsonNode item = shopper.get("/me/wishlist").json().at("/items/0");
    assertEquals(1000, item.at("/priceThen/amount").asInt());
    assertEquals(800, item.at("/product/price/amount").asInt());
    assertTrue(item.path("onSale").asBoolean());
    seller.send("DELETE", "/products/" + product.id(), null);
    assertFalse(shopper.get("/me/wishlist").json().at("/items/0/onSale").asBoolean());
    assertEquals(204, shopper.send("DELETE", "/me/wishlist/" + product.id(), null).status());
    assertEquals(0, shopper.get("/me/wishlist").json().path("items").size());
  }

  @Test
  void whatIsPutAsideStaysWhenTheCartIsReplaced() {
    Product product = product("Aside");
    String variant = product.variants().getFirst().id();
    Web shopper = People.join(web(), "saver");
    String saved = "{\"lines\":[],\"saved\":[{\"variantId\":\"" + variant + "\",\"quantity\":2}]}";
    JsonNode cart = shopper.put("/cart", saved).json();
    assertEquals(2, cart.at("/saved/0/quantity").asInt());
    assertEquals(product.id(), cart.at("/products/0/id").asText());
    shopper.put("/cart", "{\"lines\":[{\"variantId\":\"" + variant + "\",\"quantity\":1}]}");
    JsonNode both = shopper.get("/cart").json();
    assertEquals(1, both.at("/lines/0/quantity").asInt());
    assertEquals(2, both.at("/saved/0/quantity").asInt());
    shopper.put("/cart", "{\"lines\":[],\"saved\":[]}");
    assertEquals(0, shopper.get("/cart").json().path("saved").size());
  }

  @Test
  void anAddressMayBeInAnyScriptAndOneIsTheDefault() {
    Web shopper = People.join(web(), "mover");
    List<String> addresses =
        List.of(
            "{\"name\":\"佐藤 花子\",\"line1\":\"千代田区千代田1-1\",\"city\":\"東京\",\"postalCode\":\"〒100-0001\",\"country\":\"jp\"}",
            "{\"name\":\"محمد\",\"line1\":\"شارع التحرير ١٢\",\"city\":\"القاهرة\",\"postalCode\":\"١١٥١١\",\"country\":\"مصر\"}",
            "{\"name\":\"Ελένη\",\"line1\":\"Ερμού 5\",\"city\":\"Αθήνα\",\"phone\":\"+30 (210) 555-0100\"}",
            "{\"name\":\"रवि\",\"line1\":\"१२ महात्मा गांधी मार्ग\",\"city\":\"मुंबई\",\"country\":\"IN\"}");
    List<SavedAddress> all = new java.util.ArrayList<>();
    for (String address : addresses) {
      String body = "{\"label\":\"Home\",\"address\":" + address + "}";
      Web.Answer answer = shopper.post("/me/addresses", body);
      assertEquals(201, answer.status(), answer::text);
      SavedAddress kept = answer.as(SavedAddress.class);
      assertEquals(all.isEmpty(), kept.standard());
      all.add(kept);
    }
    SavedAddress first = all.getFirst();
    assertEquals("JP", first.address().country());
    JsonNode listed = shopper.get("/me/addresses").json().path("items");
    assertEquals(4, listed.size());
    assertEquals(first.id(), listed.at("/0/id").asText());
    String second = listed.at("/1/id").asText();
    Web.Answer chosen =
        shopper.put(
            "/me/addresses/" + second,
            "{\"default\":true,\"address\":{\"line1\":\"A 1\",\"city\":\"B\"}}");
    assertEquals(200, chosen.status(), chosen::text);
    assertEquals(second, shopper.get("/me/addresses").json().at("/items/0/id").asText());
    assertEquals(204, shopper.send("DELETE", "/me/addresses/" + second, null).status());
    assertTrue(shopper.get("/me/addresses").json().at("/items/0/default").asBoolean());
    assertEquals(
        404,
        People.join(web(), "burglar").send("DELETE", "/me/addresses/" + first.id(), null).status());
    for (String bad :
        List.of(
            "{\"address\":{\"line1\":\"A\"}}",
            "{\"address\":{\"line1\":\" \",\"city\":\"B\"}}",
            "{\"address\":{\"line1\":\"A\\nB\",\"city\":\"B\"}}",
            "{\"address\":{\"line1\":\"A\",\"city\":\"B\",\"country\":\"XX\"}}",
            "{\"address\":{\"line1\":\"A\",\"city\":\"B\",\"phone\":\"call me\"}}",
            "{}")) {
      assertEquals(422, shopper.post("/me/addresses", bad).status(), bad);
    }
  }
}
