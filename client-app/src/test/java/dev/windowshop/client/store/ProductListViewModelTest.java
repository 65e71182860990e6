package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleShop;
import org.junit.jupiter.api.Test;

class ProductListViewModelTest {
  private static final ProductQuery ALL = ProductQuery.EVERYTHING;

  @Test
  void theTotalIsKnownWithTheFirstPage() {
    ProductListViewModel list = new ProductListViewModel(SampleShop.full(), Runnable::run);
    list.show(ALL);
    assertEquals(48, list.total().get());
    assertEquals(20, list.items().size());
  }

  @Test
  void morePagesComeUntilWhatIsNeededIsThere() {
    ProductListViewModel list = new ProductListViewModel(SampleShop.full(), Runnable::run);
    list.show(ALL);
    list.need(41);
    assertEquals(48, list.items().size());
    assertEquals(48, list.items().stream().distinct().count());
  }

  @Test
  void anotherQueryTakesTheListsPlace() {
    ProductListViewModel list = new ProductListViewModel(SampleShop.full(), Runnable::run);
    list.show(ALL);
    list.show(ProductQuery.ofText("bud"));
    assertEquals(12, list.total().get());
    assertTrue(list.items().stream().allMatch(each -> each.title().equals("Bud vase")));
  }

  @Test
  void nothingFoundIsKnownAndNoFailure() {
    ProductListViewModel list = new ProductListViewModel(SampleShop.full(), Runnable::run);
    list.show(ProductQuery.ofText("zzz"));
    assertEquals(0, list.total().get());
    assertFalse(list.failed().get());
  }
}
