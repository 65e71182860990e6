package dev.windowshop.relay.sell;

import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.store.CatalogueService;
import dev.windowshop.relay.store.ProductRepository;
import java.nio.file.Path;
import java.time.Clock;

/// Selling, wired.
public final class SellFeature {
  private final SellerRoutes routes;

  /// @param files where files that come and go lie meanwhile
  public SellFeature(
      Database database,
      ProductRepository products,
      CatalogueService catalogue,
      ShopPictures pictures,
      Path files,
      String currency,
      Clock clock) {
    ShopRepository shops = new ShopRepository(currency);
    SellerProductRepository rows = new SellerProductRepository(products);
    ProductEditor editor =
        new ProductEditor(database, shops, products, rows, pictures, catalogue, currency, clock);
    ShopService service = new ShopService(database, shops, pictures, catalogue, currency, clock);
    this.routes =
        new SellerRoutes(
            service,
            new ShopFiles(database, service, catalogue, currency, new PassingFiles(files)),
            editor,
            new StockService(database, shops, rows, editor, catalogue, clock));
  }

  public void routes(HttpApi api) {
    routes.register(api);
  }
}
