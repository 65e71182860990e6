package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.protocol.ProductSort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
  private final SearchViewModel model =
      new SearchViewModel(
          new ProductQuery(null, null, null, null, null, false, ProductSort.POPULARITY),
          SampleShop.full(),
          Runnable::run);

  @BeforeEach
  void open() {
    model.activate();
  }

  @Test
  void aFiltersOwnChoicesStayWhileItIsInUse() {
    assertEquals(4, model.categories().size());
    model.setCategory("Lamps");
    assertEquals(12, model.results().total().get());
    assertEquals(4, model.categories().size());
  }

  @Test
  void takingTheFiltersOffShowsEverythingAgain() {
    model.setCategory("Lamps");
    assertTrue(model.filtered());
    model.clearFilters();
    assertFalse(model.filtered());
    assertEquals(48, model.results().total().get());
  }

  @Test
  void anotherKindForgetsTheMaker() {
    model.setBrand("Fern");
    model.setCategory("Mugs");
    assertEquals(null, model.query().get().brand());
  }
}
