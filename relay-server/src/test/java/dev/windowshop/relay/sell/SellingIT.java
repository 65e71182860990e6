package dev.windowshop.relay.sell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.ShopImport;
import dev.windowshop.protocol.ShopProfile;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.testing.Await;
import dev.windowshop.relay.testing.People;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Uploading;
import dev.windowshop.relay.testing.Web;
import java.awt.Color;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SellingIT {
  private static final String LAMP =
      """
      {"title":"Linen lamp","description":"A lamp.","category":"Lighting","brand":"Mira",
       "tags":["lamp","linen"],"attributes":{"Material":"Linen","Height":"42 cm"},
       "options":[{"name":"Size","values":["S","M"]}],
       "variants":[{"sku":"LL-S","options":{"Size":"S"},"price":4900,"stock":3},
                   {"sku":"LL-M","options":{"Size":"M"},"price":{"amount":5900,"currency":"EUR"},
                    "compareAtPrice":6900,"stock":2}]}
      """;

  @TempDir static Path data;
  private static Relay relay;

  @BeforeAll
  static void start() {
    relay = Relay.start(TestDatabases.config(data));
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static Web web() {
    return new Web(relay.address());
  }

  private static Web seller(String name) {
    Web seller = People.join(web(), name);
    Web.Answer answer = seller.post("/shops", "{\"name\":\"Shop of " + name + "\"}");
    assertEquals(201, answer.status(), answer::text);
    return seller;
  }

  private static SellerProduct made(Web seller, String body) {
    Web.Answer answer = seller.post("/products", body);
    assertEquals(201, answer.status(), answer::text);
    return answer.as(SellerProduct.class);
  }

  private static String upload(Web who, byte[] picture) {
    HttpResponse<String> answer = Uploading.post(relay.address(), who, picture, "picture.png");
    assertEquals(201, answer.statusCode(), answer::body);
    return Json.decode(answer.body(), JsonNode.class).path("id").asText();
  }

  @Test
  void anybodyOpensAShopAndOnlyOne() {
    Web owner = People.join(web(), "opener");
    assertEquals(404, owner.get("/me/shop").status());
    String avatar = upload(owner, Uploading.png(300, 300, Color.ORANGE));
    Web.Answer answer =
        owner.post(
            "/shops",
            """
            {"name":"  Örns Keramik ","description":"Clay.","color":"#AA7744","avatarId":"%s",
             "policies":{"returns":"30 days."},"delivery":{"standard":250}}
            """
                .formatted(avatar));
    assertEquals(201, answer.status(), answer::text);
    ShopProfile shop = answer.as(ShopProfile.class);
    assertEquals("Örns Keramik", shop.name());
    assertEquals("30 days.", shop.policies().returns());
    assertEquals(new Money(250, "EUR"), shop.delivery().get("standard"));
    assertNotNull(shop.avatarUrl());
    assertEquals(200, web().get(shop.avatarUrl()).status());
    assertEquals(shop, web().get("/shops/" + shop.id()).as(ShopProfile.class));
    assertEquals(409, owner.post("/shops", "{\"name\":\"Second\"}").status());
    Web.Answer taken = People.join(web(), "copier").post("/shops", "{\"name\":\"ÖRNS KERAMIK\"}");
    assertEquals(422, taken.status());
    assertTrue(taken.json().path("errors").has("name"), taken::text);
  }

  @Test
  void anEditOfAShopNamesTheVersionThatItBeganFrom() {
    Web owner = seller("editor");
    ShopProfile shop = owner.get("/me/shop").as(ShopProfile.class);
    assertEquals(422, owner.send("PATCH", "/shops/" + shop.id(), "{\"name\":\"New\"}").status());
    Web.Answer first =
        owner.send("PATCH", "/shops/" + shop.id(), "{\"description\":\"One\",\"version\":1}");
    assertEquals(200, first.status(), first::text);
    Web.Answer second =
        owner
            .with("If-Match", "\"1\"")
            .send("PATCH", "/shops/" + shop.id(), "{\"description\":\"Two\"}");
    assertEquals(409, second.status());
    assertEquals("edit-conflict", second.problem());
    JsonNode lines = second.json().path("lines");
    assertEquals("version", lines.at("/0/field").asText());
    assertEquals("description", lines.at("/1/field").asText());
    assertEquals("One", lines.at("/1/theirs").asText());
    assertEquals("Two", lines.at("/1/yours").asText());
    assertEquals("One", owner.get("/me/shop").as(ShopProfile.class).description());
    assertEquals(
        403,
        seller("other")
            .send("PATCH", "/shops/" + shop.id(), "{\"name\":\"Mine\",\"version\":2}")
            .status());
  }

  @Test
  void aProductThatASellerMakesIsOnSaleAtOnce() {
    Web seller = seller("maker");
    SellerProduct made = made(seller, LAMP);
    assertEquals(SellerProduct.Status.PUBLISHED, made.status());
    assertEquals(5, made.product().stock());
    assertEquals("42 cm", made.product().attributes().get("Height"));
    Product shown = web().get("/products/" + made.product().id()).as(Product.class);
    assertEquals(made.product(), shown);
    JsonNode found = web().get("/products?q=linen+mira&category=lighting").json();
    assertTrue(
        found.path("items").findValuesAsText("id").contains(made.product().id()), found::toString);
    assertEquals(403, People.join(web(), "noshop").post("/products", LAMP).status());
  }

  @Test
  void aDraftIsItsSellersAlone() {
    Web seller = seller("drafter");
    SellerProduct draft =
        made(seller, "{\"title\":\"Secret\",\"status\":\"draft\",\"variants\":[{\"price\":1}]}");
    String id = draft.product().id();
    assertEquals(404, web().get("/products/" + id).status());
    assertEquals(404, seller("nosy").get("/me/shop/products/" + id).status());
    JsonNode listed = seller.get("/me/shop/products?status=draft&q=secr").json();
    assertEquals(id, listed.at("/items/0/product/id").asText());
    Web.Answer published =
        seller.send("PATCH", "/products/" + id, "{\"status\":\"published\",\"version\":1}");
    assertEquals(200, published.status(), published::text);
    assertEquals(200, web().get("/products/" + id).status());
    Web.Answer archived =
        seller.send(
            "PATCH",
            "/products/" + id,
            "{\"status\":\"archived\",\"version\":%d}"
                .formatted(published.as(SellerProduct.class).version()));
    assertEquals(200, archived.status(), archived::text);
    assertEquals(404, web().get("/products/" + id).status());
    assertEquals(204, seller.send("DELETE", "/products/" + id, null).status());
    assertEquals(404, seller.get("/me/shop/products/" + id).status());
    assertEquals(0, seller.get("/me/shop/products").json().path("items").size());
  }

  @Test
  void theLaterOfTwoWhoEditSeesTheDifferenceAndOverwritesNothing() {
    Web seller = seller("twofold");
    SellerProduct made = made(seller, LAMP);
    String path = "/products/" + made.product().id();
    Web.Answer first =
        seller.send("PATCH", path, "{\"title\":\"Linen lamp, large\",\"version\":1}");
    assertEquals(200, first.status(), first::text);
    Web.Answer second =
        seller.send(
            "PATCH", path, "{\"title\":\"Lamp of linen\",\"brand\":\"Mira\",\"version\":1}");
    assertEquals(409, second.status());
    assertEquals("edit-conflict", second.problem());
    List<String> fields = second.json().path("lines").findValuesAsText("field");
    assertEquals(List.of("version", "title"), fields);
    assertEquals("Linen lamp, large", second.json().at("/lines/1/theirs").asText());
    Product now = web().get(path).as(Product.class);
    assertEquals("Linen lamp, large", now.title());
    assertEquals(
        made.product().variants().stream().map(Product.Variant::id).toList(),
        now.variants().stream().map(Product.Variant::id).toList());
  }

  @Test
  void whatWasSoldWhileAnEditorWasOpenIsNotBroughtBack() {
    Web seller = seller("counter");
    SellerProduct made = made(seller, LAMP);
    String path = "/products/" + made.product().id();
    Product.Variant small = made.product().variants().getFirst();
    assertEquals(
        200,
        seller
            .post(path + "/stock", "{\"variantId\":\"%s\",\"delta\":-2}".formatted(small.id()))
            .status());
    Web.Answer saved =
        seller.send(
            "PATCH",
            path,
            """
            {"version":1,"variants":[
              {"id":"%s","options":{"Size":"S"},"price":4900,"stock":13,"stockWas":3},
              {"options":{"Size":"M"},"price":5900}]}
            """
                .formatted(small.id()));
    assertEquals(200, saved.status(), saved::text);
    assertEquals(
        List.of(11, 2),
        saved.as(SellerProduct.class).product().variants().stream()
            .map(Product.Variant::stock)
            .toList());
  }

  @Test
  void stockThatRunsLowIsListedAndNeverNegative() {
    Web seller = seller("keeper");
    SellerProduct made = made(seller, LAMP);
    String path = "/products/" + made.product().id() + "/stock";
    String small = made.product().variants().getFirst().id();
    Web.Answer tooMuch = seller.post(path, "{\"variantId\":\"%s\",\"delta\":-4}".formatted(small));
    assertEquals(422, tooMuch.status());
    assertEquals(
        200, seller.post(path, "{\"variantId\":\"%s\",\"stock\":40}".formatted(small)).status());
    JsonNode low = seller.get("/me/shop/low-stock?at=10").json();
    assertEquals(1, low.path("items").size(), low::toString);
    assertEquals("LL-M", low.at("/items/0/sku").asText());
    assertEquals(
        404,
        seller("thief").post(path, "{\"variantId\":\"%s\",\"stock\":0}".formatted(small)).status());
  }

  @Test
  void picturesAreTakenInTheirOrderAndStayWhenTheUploadIsGone() {
    Web seller = seller("painter");
    String red = upload(seller, Uploading.png(900, 600, Color.RED));
    String blue = upload(seller, Uploading.png(600, 900, Color.BLUE));
    SellerProduct made =
        made(
            seller,
            """
            {"title":"Two","variants":[{"price":100}],
             "media":[{"attachmentId":"%s","alt":"Red"},{"attachmentId":"%s"}]}
            """
                .formatted(red, blue));
    List<Product.Media> media = made.product().media();
    assertEquals(2, media.size());
    assertEquals("Red", media.getFirst().alt());
    assertEquals(200, web().get(media.getFirst().url()).status());
    assertEquals(200, web().get(media.getLast().thumbUrl()).status());
    Web.Answer swapped =
        seller.send(
            "PATCH",
            "/products/" + made.product().id(),
            "{\"version\":1,\"media\":[{\"url\":\"%s\"},{\"url\":\"%s\"}]}"
                .formatted(media.getLast().url(), media.getFirst().url()));
    assertEquals(200, swapped.status(), swapped::text);
    assertEquals(media.reversed(), swapped.as(SellerProduct.class).product().media());
    Web.Answer stolen =
        seller("fence")
            .post(
                "/products",
                "{\"title\":\"Mine\",\"variants\":[{\"price\":1}],\"media\":[{\"attachmentId\":\"%s\"}]}"
                    .formatted(red));
    assertEquals(422, stolen.status());
    Web.Answer foreign =
        seller.send(
            "PATCH",
            "/products/" + made.product().id(),
            "{\"version\":2,\"media\":[{\"url\":\"/media/hero.jpg\"}]}");
    assertEquals(422, foreign.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"price":-1}                                   | variants[0].price
          {"price":10000000000}                          | variants[0].price
          {"price":99999999999999999999}                 | variants[0].price
          {"price":4.5}                                  | variants[0].price
          {"price":{"amount":100,"currency":"USD"}}      | variants[0].price
          {}                                             | variants[0].price
          {"price":100,"compareAtPrice":100}             | variants[0].compareAtPrice
          {"price":100,"stock":-1}                       | variants[0].stock
          {"price":100,"stock":1000001}                  | variants[0].stock
          {"price":100,"options":{"Size":"S"}}           | variants[0].options.Size
          {"price":100},{"price":200}                    | variants[1].options
          """)
  void aVariantThatMakesNoSenseIsRefusedByName(String variants, String field) {
    Web seller = shared("sense");
    Web.Answer answer =
        seller.post("/products", "{\"title\":\"X\",\"variants\":[" + variants + "]}");
    assertEquals(422, answer.status(), answer::text);
    assertTrue(answer.json().path("errors").has(field), answer::text);
  }

  private static @Nullable Web shared;

  private static synchronized Web shared(String name) {
    Web there = shared;
    if (there == null) {
      there = seller(name);
      shared = there;
    }
    return there;
  }

  @Test
  void variantsThatContradictAreRefused() {
    Web seller = seller("contrary");
    String[][] contradictions = {
      {
        "{\"options\":{\"Size\":\"S\"},\"price\":1},{\"options\":{\"Size\":\"S\"},\"price\":2}",
        "variants[1].options"
      },
      {"{\"options\":{\"Size\":\"XL\"},\"price\":1}", "variants[0].options.Size"},
      {"{\"options\":{},\"price\":1}", "variants[0].options.Size"},
      {"{\"options\":{\"Size\":\"S\",\"Hue\":\"Red\"},\"price\":1}", "variants[0].options.Hue"},
      {
        "{\"sku\":\"A\",\"options\":{\"Size\":\"S\"},\"price\":1},"
            + "{\"sku\":\"A\",\"options\":{\"Size\":\"M\"},\"price\":2}",
        "variants[1].sku"
      },
    };
    for (String[] one : contradictions) {
      Web.Answer answer =
          seller.post(
              "/products",
              "{\"title\":\"X\",\"options\":[{\"name\":\"Size\",\"values\":[\"S\",\"M\"]}],"
                  + "\"variants\":["
                  + one[0]
                  + "]}");
      assertEquals(422, answer.status(), answer::text);
      assertTrue(answer.json().path("errors").has(one[1]), answer::text);
    }
    String many = String.join(",", IntStream.range(0, 101).mapToObj(i -> "{\"price\":1}").toList());
    assertEquals(
        422, seller.post("/products", "{\"title\":\"X\",\"variants\":[" + many + "]}").status());
    Web.Answer four =
        seller.post(
            "/products",
            """
            {"title":"X","variants":[{"price":1}],"options":[{"name":"A","values":["1"]},
             {"name":"B","values":["1"]},{"name":"C","values":["1"]},{"name":"D","values":["1"]}]}
            """);
    assertTrue(four.json().path("errors").has("options"), four::text);
  }

  @Test
  void aPictureThatIsABombOrTooWideIsRefused() {
    Web seller = seller("bomber");
    HttpResponse<String> wide =
        Uploading.post(relay.address(), seller, Uploading.png(20_000, 1, Color.RED), "wide.png");
    if (wide.statusCode() == 201) {
      String id = Json.decode(wide.body(), JsonNode.class).path("id").asText();
      Web.Answer refused =
          seller.post(
              "/products",
              "{\"title\":\"Wide\",\"variants\":[{\"price\":1}],\"media\":[{\"attachmentId\":\"%s\"}]}"
                  .formatted(id));
      assertEquals(422, refused.status(), refused::text);
      assertTrue(refused.json().path("errors").has("media[0].attachmentId"), refused::text);
    } else {
      assertEquals(422, wide.statusCode(), wide::body);
    }
    HttpResponse<String> bomb =
        Uploading.post(relay.address(), seller, PictureBomb.png(30_000, 30_000), "bomb.png");
    assertEquals(422, bomb.statusCode(), bomb::body);
    assertEquals(200, web().get("/health/live").status());
  }

  @Test
  void handlesAreMadeAndUniqueWithinAShop() {
    Web seller = seller("handler");
    SellerProduct first = made(seller, "{\"title\":\"Blue cup\",\"variants\":[{\"price\":1}]}");
    SellerProduct second = made(seller, "{\"title\":\"Blue cup\",\"variants\":[{\"price\":1}]}");
    SellerProduct other = made(seller, "{\"title\":\"青いカップ\",\"variants\":[{\"price\":1}]}");
    assertEquals("blue-cup", first.product().handle());
    assertEquals("blue-cup-2", second.product().handle());
    assertNotEquals(first.product().handle(), other.product().handle());
    Web.Answer taken =
        seller.post(
            "/products",
            "{\"title\":\"Cup\",\"handle\":\"blue-cup\",\"variants\":[{\"price\":1}]}");
    assertEquals(422, taken.status());
    assertTrue(taken.json().path("errors").has("handle"), taken::text);
    seller.send("DELETE", "/products/" + first.product().id(), null);
    assertEquals(
        "blue-cup",
        made(seller, "{\"title\":\"Cup\",\"handle\":\"blue-cup\",\"variants\":[{\"price\":1}]}")
            .product()
            .handle());
  }

  @Test
  void whatIsExportedIsImportedElsewhereAfterALook() {
    Web one = seller("exporter");
    made(one, LAMP);
    Web.Answer file = one.get("/me/shop/export");
    assertEquals(200, file.status(), file::text);
    assertTrue(file.text().contains("Linen lamp"), file::text);
    assertEquals(400, one.get("/me/shop/export?columns=all").status());

    Web other = seller("importer").with("Content-Type", "text/csv");
    ShopImport look = other.post("/me/shop/import?dryRun=true", file.text()).as(ShopImport.class);
    assertEquals(new ShopImport(1, 0, 0, 0, 0, List.of()), look);
    assertEquals(0, other.get("/me/shop/products").json().path("items").size());
    assertEquals(look, other.post("/me/shop/import", file.text()).as(ShopImport.class));
    JsonNode products = other.get("/me/shop/products").json().path("items");
    assertEquals("Linen lamp", products.path(0).path("product").path("title").asText());
    assertEquals(2, products.path(0).path("product").path("variants").size());
    assertEquals(
        new ShopImport(0, 0, 1, 0, 0, List.of()),
        other.post("/me/shop/import", file.text()).as(ShopImport.class));

    ShopImport broken =
        other
            .post("/me/shop/import", file.text() + file.text().lines().toList().getLast() + "x\n")
            .as(ShopImport.class);
    assertEquals(broken.problems().size(), broken.refused(), broken::toString);
    assertEquals(422, other.post("/me/shop/import", "no,product\nfile,at all\n").status());
    assertEquals(
        404,
        People.join(web(), "fileless")
            .with("Content-Type", "text/csv")
            .post("/me/shop/import", file.text())
            .status());
  }

  @Test
  void aProductFileThatIsCutLeavesNothing() throws Exception {
    Web seller = seller("cutoff");
    Path passing = data.resolve("passing");
    URI address = URI.create(relay.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/v1/me/shop/import HTTP/1.1\r\nHost: relay\r\nContent-Type: text/csv\r\n"
                  + "Authorization: Bearer "
                  + seller.bearer()
                  + "\r\nContent-Length: 1000000\r\n\r\n"
                  + "Handle,Title,Variant Price\r\nlamp,Lamp,12\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Await.until(() -> passing.toFile().list().length == 1);
    }
    Await.until(() -> passing.toFile().list().length == 0);
    assertEquals(0, seller.get("/me/shop/products").json().path("items").size());
  }

  @Test
  void quickRepliesAreKept() {
    Web seller = seller("quick");
    String replies = "{\"items\":[{\"title\":\"Delivery\",\"text\":\"In two days.\"}]}";
    assertEquals(200, seller.put("/me/shop/quick-replies", replies).status());
    assertEquals(Json.decode(replies, JsonNode.class), seller.get("/me/shop/quick-replies").json());
    assertEquals(
        422, seller.put("/me/shop/quick-replies", "{\"items\":[{\"title\":\"x\"}]}").status());
    assertEquals(404, People.join(web(), "shopless").get("/me/shop/quick-replies").status());
    assertFalse(seller.get("/me/shop/quick-replies").json().path("items").isEmpty());
  }
}
