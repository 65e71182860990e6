package dev.windowshop.relay.shopper;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Sync;
import dev.windowshop.protocol.WishlistItem;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.CatalogueService;
import dev.windowshop.relay.store.PersonalNews;
import dev.windowshop.relay.store.ProductRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What shoppers wish for. Thread-safe; blocks its caller.
final class WishService {
  private static final int MOST = 1_000;
  private static final String KIND = "wishlist";

  private final Database database;
  private final WishRepository wishes = new WishRepository();
  private final ProductRepository products;
  private final CatalogueService catalogue;
  private final PersonalNews news;
  private final Clock clock;

  WishService(
      Database database,
      ProductRepository products,
      CatalogueService catalogue,
      PersonalNews news,
      Clock clock) {
    this.database = database;
    this.products = products;
    this.catalogue = catalogue;
    this.news = news;
    this.clock = clock;
  }

  List<WishlistItem> list(String userId, WishRepository.@Nullable Place after, int limit) {
    return database.read(handle -> {
      List<WishRepository.Row> rows = wishes.list(handle, userId, after, limit);
      Map<String, Product> last =
          products.byIds(
              handle,
              rows.stream()
                  .map(WishRepository.Row::productId)
                  .filter(id -> catalogue.catalogue().product(id) == null)
                  .toList());
      List<WishlistItem> items = new ArrayList<>();
      for (WishRepository.Row row : rows) {
        Product now = catalogue.catalogue().product(row.productId());
        Product shown = now == null ? last.get(row.productId()) : now;
        if (shown != null) {
          items.add(
              new WishlistItem(
                  shown,
                  new Money(row.price(), shown.price().currency()),
                  now != null,
                  row.addedAt()));
        }
      }
      return items;
    });
  }

  void add(String userId, String productId) {
    Product product = catalogue.product(productId);
    database.write(
        handle -> {
          if (wishes.count(handle, userId) >= MOST) {
            throw new ProblemException(
                ProblemType.CONFLICT, "A wishlist holds " + MOST + " things at most.");
          }
          WishRepository.Row row =
              new WishRepository.Row(productId, product.price().amount(), clock.instant());
          return wishes.add(handle, userId, row)
              ? Optional.of(news.changed(handle, userId, KIND))
              : Optional.<Sync.PersonalItem>empty();
        },
        item -> item.ifPresent(one -> news.tell(userId, one)));
  }

  void remove(String userId, String productId) {
    database.write(
        handle ->
            wishes.remove(handle, userId, productId)
                ? Optional.of(news.changed(handle, userId, KIND))
                : Optional.<Sync.PersonalItem>empty(),
        item -> item.ifPresent(one -> news.tell(userId, one)));
  }
}
