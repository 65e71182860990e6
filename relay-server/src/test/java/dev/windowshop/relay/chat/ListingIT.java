package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conversations about what the demo shop sells.
class ListingIT {
  @TempDir Path data;

  @Test
  void aListingIsOnePerShopperAndProductAndCarriesIt() {
    try (RelayFixture relay = new RelayFixture(TestDatabases.config(data).withDemo(true))) {
      Person ana = relay.person("shopper.one");
      Person ben = relay.person("shopper.two");
      List<Product> products = ana.rest().get("/products?limit=2").as(ProductPage.class).items();
      Product product = products.getFirst();
      RestClient.Answer first =
          ana.rest().post("/conversations", Conversation.Create.listing(product.id()));
      assertEquals(201, first.status(), () -> first.body().toString());
      Conversation listing = first.as(Conversation.class);
      // By its id: words and popularity are worked out in the background at any moment.
      assertEquals(product.id(), Objects.requireNonNull(listing.product()).id());
      assertEquals(product.shop().name(), listing.name());
      assertEquals(2, listing.participants().size());
      assertEquals(
          200,
          ana.rest().post("/conversations", Conversation.Create.listing(product.id())).status());
      assertNotEquals(
          first.body().path("id"),
          ana.rest()
              .post("/conversations", Conversation.Create.listing(products.getLast().id()))
              .body()
              .path("id"));
      assertNotEquals(
          first.body().path("id"),
          ben.rest()
              .post("/conversations", Conversation.Create.listing(product.id()))
              .body()
              .path("id"));
      assertEquals(
          422,
          ana.rest().post("/conversations", Conversation.Create.listing(Ids.newId())).status());
    }
  }

  @Test
  void aProductCardIsResolvedByTheRelay() {
    try (RelayFixture relay = new RelayFixture(TestDatabases.config(data).withDemo(true))) {
      Person ana = relay.person("shopper.one");
      Conversation chat = ana.direct(relay.person("shopper.two"));
      Product product =
          ana.rest().get("/products?limit=1").as(ProductPage.class).items().getFirst();
      String path = "/conversations/" + chat.id() + "/messages";
      JsonNode lies =
          Json.decode(
              "{\"productId\":\"" + product.id() + "\",\"product\":{\"title\":\"free\"}}",
              JsonNode.class);
      RestClient.Answer sent =
          ana.rest()
              .post(
                  path,
                  new Message.Send(
                      null, Ids.newId(), Message.Type.PRODUCT, null, null, null, lies));
      assertEquals(201, sent.status(), () -> sent.body().toString());
      Product card = Json.decode(sent.body().path("metadata").path("product"), Product.class);
      // Not as a whole: words and popularity are worked out in the background at any moment.
      assertEquals(product.id(), card.id());
      assertEquals(product.title(), card.title());
      JsonNode unknown = Json.decode("{\"productId\":\"" + Ids.newId() + "\"}", JsonNode.class);
      assertEquals(
          422,
          ana.rest()
              .post(
                  path,
                  new Message.Send(
                      null, Ids.newId(), Message.Type.PRODUCT, null, null, null, unknown))
              .status());
    }
  }
}
