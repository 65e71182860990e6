package dev.windowshop.relay.shopper;

import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.store.CatalogueService;
import dev.windowshop.relay.store.PersonalNews;
import dev.windowshop.relay.store.ProductRepository;
import java.time.Clock;

/// What shoppers keep for themselves, wired.
public final class ShopperFeature {
  private final ShopperRoutes routes;

  public ShopperFeature(
      Database database,
      ProductRepository products,
      CatalogueService catalogue,
      PersonalNews news,
      Clock clock) {
    this.routes =
        new ShopperRoutes(
            new WishService(database, products, catalogue, news, clock),
            new AddressService(database, news, clock));
  }

  public void routes(HttpApi api) {
    routes.register(api);
  }

  public static PersonalData personalData() {
    return new ShopperData();
  }
}
