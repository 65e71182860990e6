package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.ProductSort;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSearchIT {
  @TempDir private Path folder;

  private RelayConfig config() {
    return RelayConfig.local(folder.resolve("relay")).withDemo(true);
  }

  @Test
  void whatIsKeptHereIsFoundInTheOrderOfTheRelay() {
    try (Relay relay = Relay.start(config());
        TestClient client = new TestClient(folder.resolve("client"), relay.address())) {
      CatalogService catalog = client.store().catalog();
      List<Product> all = everything(client);
      assertFalse(all.isEmpty());
      int found = 0;
      for (ProductQuery query : queries(all)) {
        List<String> there = pages(client, query);
        assertEquals(there, here(catalog, query), query.toString());
        found += there.size();
      }
      assertTrue(found > all.size(), "the queries find something");
    }
  }

  @Test
  void whatComesAfterTheIndexWasMadeIsFoundOnce() {
    try (Relay relay = Relay.start(config());
        TestClient client = new TestClient(folder.resolve("client"), relay.address())) {
      CatalogService catalog = client.store().catalog();
      Product product = everything(client).getFirst();
      ProductQuery query = ProductQuery.ofText(product.title());
      assertEquals(product.id(), here(catalog, query).getFirst());
      // Once there is an index, what the relay says of a product is searched beside it.
      catalog.search(ProductQuery.ofText(product.title()), null).join();
      assertEquals(1, here(catalog, query).stream().filter(product.id()::equals).count());
    }
  }

  /// Asks for all of it, so that all of it is kept.
  private static List<Product> everything(TestClient client) {
    List<Product> all = new ArrayList<>();
    String cursor = null;
    do {
      ProductPage page = client.store().catalog().search(ProductQuery.EVERYTHING, cursor).join();
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  private static List<ProductQuery> queries(List<Product> all) {
    List<ProductQuery> queries = new ArrayList<>();
    Set<String> words =
        new LinkedHashSet<>(List.of("lamp", "table lmap", "cafe", "Ö", "zzzz", "12"));
    for (Product product : all.subList(0, Math.min(12, all.size()))) {
      String title = product.title();
      words.add(title);
      words.add(title.substring(0, Math.min(4, title.length())));
      if (title.length() > 6) {
        words.add(title.charAt(0) + title.substring(2, 6));
      }
      if (product.variants().getFirst().sku() != null) {
        words.add(product.variants().getFirst().sku());
      }
    }
    words.forEach(word -> queries.add(ProductQuery.ofText(word)));
    for (ProductSort sort : ProductSort.values()) {
      if (sort != ProductSort.RELEVANCE) {
        queries.add(ProductQuery.EVERYTHING.withSort(sort));
      }
    }
    Product some = all.getFirst();
    SearchFilters none = SearchFilters.NONE;
    queries.add(ProductQuery.ofCategory(some.categoryId()));
    queries.add(ProductQuery.ofCategory(some.category()));
    queries.add(ProductQuery.EVERYTHING.withFilters(none.withInStock(true)));
    queries.add(
        ProductQuery.EVERYTHING.withFilters(
            none.withPrices(some.price().amount() / 2, some.price().amount() * 2)));
    if (some.brand() != null) {
      queries.add(ProductQuery.EVERYTHING.withFilters(none.withBrands(List.of(some.brand()))));
    }
    return queries;
  }

  private static List<String> pages(TestClient client, ProductQuery query) {
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      ProductPage page = client.core().relay().get(query.path(40, cursor), ProductPage.class);
      page.items().forEach(product -> ids.add(product.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return ids;
  }

  private static List<String> here(CatalogService catalog, ProductQuery query) {
    List<String> ids = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      ProductPage page = catalog.searchHere(query, cursor);
      page.items().forEach(product -> ids.add(product.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return ids;
  }
}
