package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ForYouViewModelTest {
  private final SampleShop shop = SampleShop.full();
  private final ForYouViewModel model =
      new ForYouViewModel(shop.interests(), shop.home(), Runnable::run);

  private static Recommendations.Item item(Product product, String why, String because) {
    return new Recommendations.Item(
        product, new Recommendations.Reason(why, because.isEmpty() ? null : because), 1.0);
  }

  @Test
  void reasonsWithEnoughToShowAreShelvesAndTheRestIsAWall() {
    List<Product> products = shop.products();
    List<Recommendations.Item> items = new ArrayList<>();
    products.subList(0, 6).forEach(each -> items.add(item(each, "Because you viewed A", "a")));
    products.subList(6, 8).forEach(each -> items.add(item(each, "Because you viewed B", "b")));
    products.subList(8, 13).forEach(each -> items.add(item(each, "Popular right now", "")));
    List<ForYouViewModel.ReasonShelf> shelves = ForYouViewModel.shelves(items);
    assertEquals(
        List.of("Because you viewed A", "Popular right now", "More for you"),
        shelves.stream().map(ForYouViewModel.ReasonShelf::reason).toList());
    assertEquals(items.size(), shelves.stream().mapToInt(shelf -> shelf.items().size()).sum());
    assertTrue(shelves.getLast().wall());
  }

  @Test
  void aNewcomerTapsOnCategoriesAndCanTakeItBack() {
    shop.sampleInterests()
        .give(new Recommendations(List.of(item(shop.products().getFirst(), "Popular", ""))));
    assertTrue(model.newcomer().get());
    Category tapped = model.categories().getFirst();
    model.tap(tapped);
    assertEquals(List.of(tapped.id()), model.liked());
    assertEquals(
        List.of(tapped.id()),
        Objects.requireNonNull(shop.interests().likes().value()).categories());
    model.tap(tapped);
    assertEquals(List.of(), model.liked());
  }

  @Test
  void whoHasLookedAtSomethingIsNoNewcomer() {
    Product product = shop.products().getFirst();
    shop.sampleInterests()
        .give(new Recommendations(List.of(item(product, "Because you viewed X", "x"))));
    assertFalse(model.newcomer().get());
  }

  @Test
  void aDismissedProductGoesAndComesBack() {
    Product product = shop.products().get(14);
    shop.interests().dismiss(product);
    assertFalse(shows(product));
    shop.interests().restore(product);
    assertTrue(shows(product));
  }

  private boolean shows(Product product) {
    return model.shelves().stream()
        .flatMap(shelf -> shelf.items().stream())
        .anyMatch(item -> item.product().equals(product));
  }
}
