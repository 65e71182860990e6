package dev.windowshop.relay.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoCatalogTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final DemoCatalog CATALOG = DemoCatalog.create(NOW);
  private final DemoCatalog catalog = CATALOG;
  private final List<Product> products =
      catalog.listings().stream().map(DemoListing::product).toList();

  @Test
  void theSameMomentGivesTheSameShop() {
    assertEquals(catalog, DemoCatalog.create(NOW));
  }

  @Test
  void idsDoNotDependOnTheMoment() {
    DemoCatalog later = DemoCatalog.create(NOW.plus(Duration.ofDays(40)));
    assertEquals(
        products.stream().map(Product::id).toList(),
        later.listings().stream().map(listing -> listing.product().id()).toList());
    assertEquals(
        catalog.conversations().stream().map(DemoConversation::id).toList(),
        later.conversations().stream().map(DemoConversation::id).toList());
  }

  @Test
  void thereIsEnoughToWalkThrough() {
    assertTrue(products.size() >= 360, "products: " + products.size());
    assertTrue(catalog.categories().size() >= 14);
    assertTrue(catalog.shops().size() >= 8);
    assertTrue(catalog.people().size() >= 40);
    assertTrue(catalog.events().size() >= 2000);
    for (Category category : catalog.categories()) {
      assertTrue(category.productCount() >= 5, category.name());
    }
    for (Shop shop : catalog.shops()) {
      assertTrue(products.stream().anyMatch(p -> p.shop().equals(shop)), shop.name());
    }
  }

  @Test
  void everyIdHandleAndSkuIsUnique() {
    assertUnique(products.stream().map(Product::handle).toList());
    assertUnique(
        products.stream().flatMap(p -> p.variants().stream()).map(v -> v.sku() + "").toList());
    assertUnique(catalog.people().stream().map(p -> p.user().username()).toList());
    Stream<String> ids =
        Stream.of(
                products.stream().map(Product::id),
                products.stream().flatMap(p -> p.variants().stream()).map(Product.Variant::id),
                catalog.people().stream().map(p -> p.user().id()),
                catalog.shops().stream().map(Shop::id),
                catalog.categories().stream().map(Category::id),
                catalog.events().stream().map(e -> e.interaction().id()),
                catalog.conversations().stream().map(DemoConversation::id),
                catalog.conversations().stream()
                    .flatMap(c -> c.messages().stream())
                    .flatMap(m -> Stream.of(m.id(), m.clientId())),
                catalog.listings().stream().flatMap(l -> l.reviews().stream()).map(Review::id))
            .flatMap(stream -> stream);
    List<String> all = ids.toList();
    assertUnique(all);
    assertTrue(all.stream().allMatch(Ids::isId));
  }

  @Test
  void variantsCoverTheOptionsExactly() {
    for (Product product : products) {
      int combinations = 1;
      for (Product.Option option : product.options()) {
        assertUnique(option.values());
        combinations *= option.values().size();
      }
      assertEquals(combinations, product.variants().size(), product.title());
      assertUnique(product.variants().stream().map(v -> v.options().toString()).toList());
      for (Product.Variant variant : product.variants()) {
        assertEquals(product.options().size(), variant.options().size(), product.title());
        for (Product.Option option : product.options()) {
          assertTrue(option.values().contains(variant.options().get(option.name())));
        }
      }
    }
  }

  @Test
  void pricesAndStockAddUp() {
    for (Product product : products) {
      long least = Long.MAX_VALUE;
      int stock = 0;
      for (Product.Variant variant : product.variants()) {
        assertTrue(variant.price().amount() > 0, product.title());
        assertTrue(variant.stock() >= 0, product.title());
        least = Math.min(least, variant.price().amount());
        stock += variant.stock();
      }
      assertEquals(least, product.price().amount(), product.title());
      assertEquals(stock, product.stock(), product.title());
      var before = product.compareAtPrice();
      assertTrue(before == null || before.amount() > least, product.title());
    }
    List<Product.Variant> variants = products.stream().flatMap(p -> p.variants().stream()).toList();
    assertTrue(variants.stream().anyMatch(variant -> variant.stock() == 0));
    assertTrue(variants.stream().anyMatch(variant -> variant.stock() == 2));
  }

  @Test
  void ratingsComeFromTheReviews() {
    for (DemoListing listing : catalog.listings()) {
      Product product = listing.product();
      assertEquals(listing.reviews().size(), product.ratingCount(), product.title());
      assertUnique(listing.reviews().stream().map(Review::text).toList());
      double mean = listing.reviews().stream().mapToInt(Review::stars).average().orElse(0);
      Double rating = product.rating();
      assertEquals(mean, rating == null ? 0 : rating, 0.051, product.title());
      for (Review review : listing.reviews()) {
        assertEquals(product.id(), review.productId());
        assertFalse(review.createdAt().isBefore(product.createdAt()), product.title());
        assertFalse(review.createdAt().isAfter(NOW), product.title());
      }
    }
  }

  @Test
  void descriptionsReadAsWritten() {
    Set<String> openings = new HashSet<>();
    for (Product product : products) {
      String text = product.description();
      assertTrue(text.length() > 250, product.title());
      assertTrue(text.split("\n\n", -1).length >= 4, product.title());
      assertFalse(text.contains("{") || text.contains("}") || text.contains("null"), text);
      assertTrue(openings.add(text.split("\n", 2)[0]), text);
      List<String> sentences = List.of(text.split("(?<=[.])\\s+", -1));
      assertEquals(new HashSet<>(sentences).size(), sentences.size(), text);
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Set<String> productIds = products.stream().map(Product::id).collect(Collectors.toSet());
    Set<String> userIds =
        catalog.people().stream().map(p -> p.user().id()).collect(Collectors.toSet());
    Set<String> categoryIds =
        catalog.categories().stream().map(Category::id).collect(Collectors.toSet());
    assertTrue(products.stream().allMatch(p -> categoryIds.contains(p.categoryId())));
    assertTrue(catalog.shops().stream().allMatch(shop -> userIds.contains(shop.ownerId())));
    Instant before = Instant.EPOCH;
    for (DemoEvent event : catalog.events()) {
      Interaction interaction = event.interaction();
      assertTrue(userIds.contains(event.userId()));
      assertTrue(productIds.contains(interaction.productId()));
      assertFalse(interaction.at().isBefore(before));
      assertFalse(interaction.at().isAfter(NOW));
      before = interaction.at();
    }
    for (DemoConversation conversation : catalog.conversations()) {
      assertTrue(userIds.containsAll(conversation.memberIds()));
      Instant last = Instant.EPOCH;
      for (DemoConversation.Line line : conversation.messages()) {
        assertTrue(conversation.memberIds().contains(line.senderId()), line.text());
        assertTrue(line.productId() == null || productIds.contains(line.productId()));
        assertFalse(line.at().isBefore(last) || line.at().isAfter(NOW), line.text());
        assertFalse(line.text().contains("!"), line.text());
        last = line.at();
      }
    }
  }

  @Test
  void theThreeWhomANewcomerMeetsAreThere() {
    String shopper = id(DemoCatalog.SHOPPER);
    String seller = id(DemoCatalog.SELLER);
    String friend = id(DemoCatalog.FRIEND);
    assertTrue(catalog.shops().stream().anyMatch(shop -> shop.ownerId().equals(seller)));
    assertTrue(catalog.shops().stream().noneMatch(shop -> shop.ownerId().equals(friend)));
    assertTrue(talk(shopper, seller));
    assertTrue(talk(shopper, friend));
    assertTrue(catalog.events().stream().anyMatch(event -> event.userId().equals(shopper)));
  }

  @Test
  void neighboursInACategoryHaveDifferentPictures() {
    for (Category category : catalog.categories()) {
      List<DemoListing> shelf =
          catalog.listings().stream()
              .filter(listing -> listing.product().categoryId().equals(category.id()))
              .toList();
      for (int i = 1; i < shelf.size(); i++) {
        assertNotEquals(shelf.get(i - 1).pictures().getFirst(), shelf.get(i).pictures().getFirst());
      }
    }
    assertUnique(
        catalog.listings().stream().map(listing -> listing.pictures().getFirst().code()).toList());
  }

  private boolean talk(String one, String other) {
    return catalog.conversations().stream()
        .anyMatch(c -> c.memberIds().contains(one) && c.memberIds().contains(other));
  }

  private String id(String username) {
    return DemoPeople.named(catalog.people(), username).user().id();
  }

  private static void assertUnique(List<String> values) {
    Set<String> seen = new HashSet<>();
    for (String value : values) {
      assertTrue(seen.add(value), "twice: " + value);
    }
  }
}
