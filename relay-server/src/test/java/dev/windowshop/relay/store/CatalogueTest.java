package dev.windowshop.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.ProductSort;
import dev.windowshop.protocol.Shop;
import dev.windowshop.search.Asked;
import dev.windowshop.search.OptionNames;
import dev.windowshop.search.SearchResult;
import dev.windowshop.search.SearchSegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A catalogue that has changed many times answers as one that was made anew of what is in it.
class CatalogueTest {
  private static final List<String> WORDS =
      List.of("linen", "lamp", "oak", "chair", "Göteborg", "kettle", "steel", "mug", "青い", "wool");
  private static final List<Category> CATEGORIES =
      List.of(category("home", null), category("lighting", "home"), category("kitchen", "home"));
  private static final Shop SHOP = new Shop("shop", "Mira", "owner", null, null, null);
  private static final Shop OTHER = new Shop("other", "Nordlicht", "owner2", null, null, null);

  private final Random random = new Random(7);

  private static Category category(String id, @Nullable String parent) {
    return new Category(id, id, id, parent, 0, null, null);
  }

  private Product product(String id) {
    String title = word() + " " + word() + " " + id;
    List<Product.Option> options =
        random.nextBoolean()
            ? List.of()
            : List.of(
                new Product.Option(
                    List.of("Colour", "color", "Farbe").get(random.nextInt(3)),
                    List.of(random.nextBoolean() ? "Red" : "RED", "blue")),
                new Product.Option("Size", List.of("S", "M")));
    List<Product.Variant> variants = new ArrayList<>();
    Money price = new Money(100 + random.nextInt(50) * 100L, "EUR");
    for (int i = 0; i < (options.isEmpty() ? 1 : 2); i++) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Product.Option option : options) {
        values.put(option.name(), option.values().get(random.nextInt(2)));
      }
      variants.add(new Product.Variant("v" + i + "-" + id, "SKU-" + id, values, price, null, 1));
    }
    return new Product(
        id,
        id,
        title,
        word(),
        random.nextBoolean() ? SHOP : OTHER,
        CATEGORIES.get(random.nextInt(3)).id(),
        "named",
        random.nextInt(3) == 0 ? null : List.of("Mira", "MIRA", "Örn").get(random.nextInt(3)),
        price,
        random.nextInt(4) == 0 ? new Money(99_900, "EUR") : null,
        random.nextInt(3) == 0 ? null : random.nextInt(11) / 2.0,
        random.nextInt(20),
        random.nextInt(100) / 100.0,
        List.of(),
        List.of(word()),
        random.nextInt(3),
        List.of(new Product.Media("/p/" + id, "/t/" + id, null)),
        options,
        variants,
        null,
        Instant.ofEpochMilli(random.nextInt(1000)),
        Instant.EPOCH);
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private Catalogue changedOften(Map<String, Product> there) {
    for (int i = 0; i < 700; i++) {
      String id = "%05d".formatted(i);
      there.put(id, product(id));
    }
    Catalogue catalogue =
        Catalogue.of("1", "EUR", List.copyOf(there.values()), CATEGORIES, List.of(SHOP, OTHER));
    catalogue.index();
    for (int round = 0; round < 400; round++) {
      Map<String, @Nullable Product> changes = new HashMap<>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        String id = "%05d".formatted(random.nextInt(900));
        Product now = random.nextInt(5) == 0 ? null : product(id);
        changes.put(id, now);
        if (now == null) {
          there.remove(id);
        } else {
          there.put(id, now);
        }
      }
      catalogue = catalogue.with(Integer.toString(round + 2), changes, null, null);
    }
    return catalogue;
  }

  @Test
  void whatChangedBitByBitIsFoundAndCountedAsIfMadeAnew() {
    Map<String, Product> there = new TreeMap<>();
    Catalogue catalogue = changedOften(there);
    assertEquals(List.copyOf(there.values()), catalogue.products());
    SearchSegment anew = new SearchSegment(List.copyOf(there.values()));
    for (int i = 0; i < 300; i++) {
      Asked asked = asked(catalogue);
      int limit = 1 + random.nextInt(30);
      ProductPage page = new ProductQuery(asked).run(catalogue, limit, null);
      SearchResult expected = new SearchResult(limit, null);
      anew.search(asked, Set.of(), id -> false, expected);
      assertEquals(
          expected.hits().stream().map(SearchResult.Hit::id).toList(),
          page.items().stream().map(Product::id).toList(),
          asked::toString);
      ProductPage.Facets facets = expected.facets("EUR");
      assertEquals(facets.total(), page.facets().total(), asked::toString);
      assertEquals(facets.inStock(), page.facets().inStock(), asked::toString);
      assertEquals(facets.ratings(), page.facets().ratings(), asked::toString);
      assertEquals(facets.prices(), page.facets().prices(), asked::toString);
      assertEquals(facets.minPrice(), page.facets().minPrice(), asked::toString);
      assertEquals(facets.maxPrice(), page.facets().maxPrice(), asked::toString);
      assertEquals(sets(facets.options()), sets(page.facets().options()), asked::toString);
      assertEquals(
          byBrand(there, asked, catalogue), counts(page.facets().brands()), asked::toString);
    }
  }

  private static Map<String, Map<String, Integer>> sets(List<ProductPage.OptionCounts> options) {
    Map<String, Map<String, Integer>> sets = new TreeMap<>();
    options.forEach(option -> sets.put(OptionNames.key(option.name()), counts(option.values())));
    return sets;
  }

  private static Map<String, Integer> counts(List<ProductPage.Count> counts) {
    Map<String, Integer> map = new TreeMap<>();
    counts.forEach(count -> map.merge(count.value().toLowerCase(), count.count(), Integer::sum));
    return map;
  }

  /// By brute force, without text.
  private static Map<String, Integer> byBrand(
      Map<String, Product> there, Asked asked, Catalogue catalogue) {
    Asked anyBrand =
        new Asked(
            asked.text(),
            asked.categories(),
            Set.of(),
            asked.options(),
            asked.shop(),
            asked.minPrice(),
            asked.maxPrice(),
            asked.minRating(),
            asked.inStock(),
            asked.onSale(),
            asked.sort());
    Map<String, Integer> counts = new TreeMap<>();
    new ProductQuery(anyBrand)
        .run(catalogue, there.size(), null)
        .items()
        .forEach(product -> {
          if (product.brand() != null) {
            counts.merge(product.brand().toLowerCase(), 1, Integer::sum);
          }
        });
    return counts;
  }

  private Asked asked(Catalogue catalogue) {
    String text =
        switch (random.nextInt(5)) {
          case 0 -> word().substring(0, 2);
          case 1 -> word() + " " + word();
          case 2 -> "lamq";
          case 3 -> "goteb";
          default -> null;
        };
    Set<String> categories =
        random.nextInt(3) == 0
            ? catalogue.within(Set.of(CATEGORIES.get(random.nextInt(3)).id()))
            : null;
    Map<String, Set<String>> options = new HashMap<>();
    if (random.nextInt(3) == 0) {
      options.put("colour", new HashSet<>(Set.of("red")));
    }
    if (random.nextInt(4) == 0) {
      options.put("size", new HashSet<>(Set.of("s", "m")));
    }
    return new Asked(
        text,
        categories,
        random.nextInt(3) == 0 ? Set.of("mira") : Set.of(),
        options,
        random.nextInt(4) == 0 ? "shop" : null,
        random.nextInt(3) == 0 ? 1_000L : null,
        random.nextInt(3) == 0 ? 3_000L : null,
        random.nextInt(3) == 0 ? 3 : 0,
        random.nextInt(4) == 0,
        random.nextInt(6) == 0,
        ProductSort.values()[random.nextInt(ProductSort.values().length)]);
  }

  @Test
  void pagesOfACatalogueThatChangedHoldEachProductOnce() {
    Map<String, Product> there = new TreeMap<>();
    Catalogue catalogue = changedOften(there);
    for (ProductSort sort : ProductSort.values()) {
      Asked all =
          new Asked(null, null, Set.of(), Map.of(), null, null, null, 0, false, false, sort);
      Set<String> seen = new HashSet<>();
      String cursor = null;
      do {
        ProductPage page = new ProductQuery(all).run(catalogue, 37, cursor);
        page.items().forEach(product -> assertTrue(seen.add(product.id()), product.id()));
        cursor = page.nextCursor();
      } while (cursor != null);
      assertEquals(there.keySet(), seen);
    }
  }

  @Test
  void aChangeIsSeenByNameVariantPictureAndCount() {
    Map<String, Product> there = new TreeMap<>();
    Catalogue catalogue = changedOften(there);
    for (Product product : there.values()) {
      assertSame(product, catalogue.product(product.id()));
      assertTrue(catalogue.shows("/p/" + product.id()));
      for (Product.Variant variant : product.variants()) {
        assertSame(product, catalogue.productOfVariant(variant.id()));
      }
    }
    for (int i = 0; i < 900; i++) {
      String id = "%05d".formatted(i);
      if (!there.containsKey(id)) {
        assertNull(catalogue.product(id));
        assertTrue(!catalogue.shows("/p/" + id));
        assertNull(catalogue.productOfVariant("v0-" + id));
      }
    }
    Category home = catalogue.categories().getFirst();
    assertEquals(there.size(), home.productCount());
    assertEquals(
        there.values().stream().filter(p -> p.categoryId().equals("kitchen")).count(),
        catalogue.categories().getLast().productCount());
    assertNotNull(catalogue.version());
  }
}
