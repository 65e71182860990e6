package dev.windowshop.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.ProductSort;
import dev.windowshop.protocol.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchSegmentTest {
  private static final Shop SHOP = new Shop("s", "Shop", "owner", null, null, null);

  private static Product product(String title, String option, String... values) {
    Money price = new Money(1000, "EUR");
    List<Product.Variant> variants = new ArrayList<>();
    for (String value : values) {
      variants.add(new Product.Variant(title + value, null, Map.of(option, value), price, null, 1));
    }
    return new Product(
        title,
        title,
        title,
        "",
        SHOP,
        "c",
        "Things",
        null,
        price,
        null,
        null,
        0,
        0,
        List.of(),
        List.of(),
        1,
        List.of(),
        List.of(new Product.Option(option, List.of(values))),
        variants,
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static Asked asked(@Nullable String text, String... options) {
    return new Asked(
        text,
        null,
        Set.of(),
        Asked.options(List.of(options)),
        null,
        null,
        null,
        0,
        false,
        false,
        ProductSort.RELEVANCE);
  }

  private static SearchResult search(Asked asked, SearchSegment... segments) {
    Set<String> begun = new HashSet<>();
    SearchResult result = new SearchResult(50, null);
    for (SearchSegment segment : segments) {
      if (asked.text() != null) {
        segment.begun(asked.text(), begun);
      }
    }
    for (SearchSegment segment : segments) {
      segment.search(asked, begun, id -> false, result);
    }
    return result;
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(SearchResult.Hit::id).toList();
  }

  @Test
  void oneColourIsFoundAndCountedUnderEveryNameOfIt() {
    SearchSegment all =
        new SearchSegment(
            List.of(
                product("a", "Colour", "Red", "Blue"),
                product("b", "color", "RED"),
                product("c", "Farbe", "Rosé"),
                product("d", "Size", "Red"),
                product("e", "Färg", "blue", "Blue"),
                product("f", "Colour", "Blue")));
    for (String name : List.of("Colour", "COLOR", " farbe", "Kleur", "цвет")) {
      assertEquals(List.of("a", "b"), ids(search(asked(null, name + ":red"), all)), name);
    }
    assertEquals(List.of("c"), ids(search(asked(null, "color:rose"), all)));
    assertEquals(List.of("a", "b", "c"), ids(search(asked(null, "color:rose", "Farbe:Red"), all)));
    ProductPage.Facets facets = search(asked(null, "Couleur:Red"), all).facets("EUR");
    assertEquals(2, facets.total());
    // Of the option that something was chosen of, everything that could be; of the others, what
    // comes with it.
    assertEquals(
        List.of(
            new ProductPage.OptionCounts(
                "Colour",
                List.of(
                    new ProductPage.Count("Blue", 3),
                    new ProductPage.Count("RED", 2),
                    new ProductPage.Count("Rosé", 1)))),
        facets.options());
  }

  @Test
  void aChoiceIsTheSameHoweverItIsWritten() {
    assertTrue(OptionNames.sameChoice("Colour:Red", "color: RED"));
    assertTrue(OptionNames.sameChoice("Größe:Ä", "size:a"));
    assertFalse(OptionNames.sameChoice("Colour:Red", "Size:Red"));
    assertFalse(OptionNames.sameChoice("Colour", "Colour"));
  }

  @Test
  void aSlipIsForgivenOnlyWhereNoPartKnowsTheWord() {
    SearchSegment lamps = new SearchSegment(List.of(product("lamp", "Size", "S")));
    SearchSegment damps = new SearchSegment(List.of(product("damp", "Size", "S")));
    assertEquals(List.of("lamp"), ids(search(asked("lamp"), lamps, damps)));
    assertEquals(List.of("lamp"), ids(search(asked("lamp"), damps, lamps)));
    assertEquals(List.of("damp", "lamp"), ids(search(asked("xamp"), lamps, damps)));
  }
}
