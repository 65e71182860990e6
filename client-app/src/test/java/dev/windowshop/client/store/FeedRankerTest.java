package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedRankerTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private final List<Product> products = SampleShop.full().products();

  private List<Recommendations.Item> feed() {
    return products.subList(0, 40).stream()
        .map(product ->
            new Recommendations.Item(
                product, new Recommendations.Reason("Popular right now", null), 1.0))
        .toList();
  }

  private static LocalInterest viewed(Product product) {
    return new LocalInterest(product, 1, NOW);
  }

  @Test
  void withoutAnythingNewTheFeedStaysAsItIs() {
    assertEquals(feed(), FeedRanker.reorder(feed(), List.of(), Set.of()));
  }

  @Test
  void whatIsLikeTheLastViewRisesAndSaysWhy() {
    Product view = products.get(43);
    List<Recommendations.Item> after = FeedRanker.reorder(feed(), List.of(viewed(view)), Set.of());
    Recommendations.Item first = after.getFirst();
    assertEquals(view.categoryId(), first.product().categoryId());
    assertEquals("Because you viewed " + view.title(), first.reason().text());
    assertEquals(view.id(), first.reason().productId());
    assertEquals(1.0, first.propensity());
    assertEquals(feed().size(), after.size());
  }

  @Test
  void theSameIsInTheSameOrderEveryTime() {
    List<LocalInterest> since = List.of(viewed(products.get(41)), viewed(products.get(44)));
    assertEquals(
        FeedRanker.reorder(feed(), since, Set.of()), FeedRanker.reorder(feed(), since, Set.of()));
  }

  @Test
  void whatIsHiddenIsGoneAtOnce() {
    Set<String> hidden = Set.of(products.get(0).id(), products.get(7).id());
    List<Recommendations.Item> after = FeedRanker.reorder(feed(), List.of(), hidden);
    assertEquals(feed().size() - 2, after.size());
    assertTrue(after.stream().noneMatch(item -> hidden.contains(item.product().id())));
  }

  @Test
  void whatWasJustLookedAtDoesNotStayOnTop() {
    Product top = products.getFirst();
    List<Recommendations.Item> after = FeedRanker.reorder(feed(), List.of(viewed(top)), Set.of());
    assertFalse(after.getFirst().product().id().equals(top.id()));
    assertTrue(after.stream().anyMatch(item -> item.product().id().equals(top.id())));
  }
}
