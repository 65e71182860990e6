package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleShop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
  private final SearchViewModel model =
      new SearchViewModel(ProductQuery.EVERYTHING, SampleShop.full(), Runnable::run);

  @BeforeEach
  void open() {
    model.activate();
  }

  @Test
  void aFiltersOwnChoicesStayWhileItIsInUse() {
    assertEquals(4, model.categories().size());
    model.toggleCategory("Lamps");
    assertEquals(12, model.results().total().get());
    assertEquals(4, model.categories().size());
    model.toggleCategory("Mugs");
    assertEquals(24, model.results().total().get());
  }

  @Test
  void takingTheFiltersOffShowsEverythingAgain() {
    model.toggleCategory("Lamps");
    assertTrue(model.filtered());
    model.clearFilters();
    assertFalse(model.filtered());
    assertEquals(48, model.results().total().get());
  }

  @Test
  void theRelayIsAskedForAllThatWasChosen() {
    model.toggleCategory("Lamps");
    model.toggleBrand("Fern & Co");
    model.toggleOption("Glaze", "Clay");
    model.toggleRating(4);
    model.setPrices(1500L, null);
    model.setInStockOnly(true);
    String path = model.query().get().path(20, null);
    for (String part :
        List.of(
            "category=Lamps",
            "brand=Fern+%26+Co",
            "option=Glaze%3AClay",
            "minRating=4",
            "minPrice=1500",
            "inStock=true")) {
      assertTrue(path.contains(part), path);
    }
  }
}
