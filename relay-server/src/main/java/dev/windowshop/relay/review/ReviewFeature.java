package dev.windowshop.relay.review;

import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.sell.ShopPictures;
import dev.windowshop.relay.store.CatalogueService;
import java.time.Clock;

/// Reviews, wired.
public final class ReviewFeature {
  private final ReviewRoutes routes;

  public ReviewFeature(
      Database database,
      UserRepository users,
      CatalogueService catalogue,
      ShopPictures pictures,
      Clock clock) {
    this.routes =
        new ReviewRoutes(
            new ReviewService(database, new ReviewRepository(), users, catalogue, pictures, clock));
  }

  public void routes(HttpApi api) {
    routes.register(api);
  }

  public static PersonalData personalData() {
    return new ReviewData();
  }
}
