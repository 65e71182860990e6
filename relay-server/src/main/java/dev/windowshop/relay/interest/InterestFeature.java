package dev.windowshop.relay.interest;

import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.store.CatalogueService;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What shoppers do and what is recommended to them, wired.
public final class InterestFeature {
  private final InteractionService interactions;
  private final RecommendationService recommendations;

  public InterestFeature(Database database, CatalogueService catalogue, Clock clock) {
    this.recommendations = new RecommendationService(database, catalogue, clock);
    this.interactions =
        new InteractionService(database, catalogue, clock, (actor, interactions) -> {});
  }

  public void routes(HttpApi api) {
    new InteractionRoutes(interactions).register(api);
    new RecommendationRoutes(recommendations).register(api);
  }

  public PersonalData personalData() {
    return new InterestData();
  }

  /// What it does in the background from now on.
  public void run(ScheduledExecutorService timer) {
    timer.schedule(recommendations::learn, 100, TimeUnit.MILLISECONDS);
    timer.scheduleWithFixedDelay(recommendations::rebuild, 5, 60, TimeUnit.MINUTES);
    timer.scheduleWithFixedDelay(interactions::tidy, 10, 24 * 60, TimeUnit.MINUTES);
  }
}
