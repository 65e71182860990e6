package dev.windowshop.relay.interest;

import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.recommend.Recommender;
import dev.windowshop.relay.store.CatalogueService;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What shoppers do and what is recommended to them, wired.
public final class InterestFeature implements AutoCloseable {
  private final InteractionService interactions;
  private final RecommendationService recommendations;
  private final RebuildMeters meters;
  private final RebuildService rebuilds;

  /// @param engine that guests are merged in, too
  public InterestFeature(
      Database database,
      CatalogueService catalogue,
      Recommender engine,
      InterestSources sources,
      Clock clock) {
    EngineFeed feed = new EngineFeed(engine, clock);
    catalogue.onChange(feed::changed);
    this.rebuilds = new RebuildService(database, catalogue, engine, clock);
    this.meters = new RebuildMeters(rebuilds, engine::eventsSinceRebuild, clock);
    this.recommendations =
        new RecommendationService(database, catalogue, engine, rebuilds::learnt, sources, clock);
    this.interactions = new InteractionService(database, catalogue, clock, feed);
  }

  /// @param operates whether the user with this id may have everything learnt anew
  public void routes(HttpApi api, Predicate<String> operates) {
    new OperatorRoutes(rebuilds, this::health, operates).register(api);
    new InteractionRoutes(interactions).register(api);
    new RecommendationRoutes(recommendations).register(api);
  }

  /// What is measured of learning.
  public RebuildMeters meters() {
    return meters;
  }

  public PersonalData personalData() {
    return new InterestData();
  }

  /// What it does in the background from now on.
  ///
  /// @param every how often everything is learnt anew
  public void run(ScheduledExecutorService timer, Duration every) {
    rebuilds.run(every);
    timer.scheduleWithFixedDelay(interactions::tidy, 10, 24 * 60, TimeUnit.MINUTES);
  }

  /// Learns everything anew as soon as may be.
  ///
  /// @return false when the relay is stopping
  public boolean rebuild() {
    return rebuilds.runNow();
  }

  /// Null before the first run.
  public @Nullable RebuildReport lastRun() {
    return rebuilds.last();
  }

  /// A line for the operator; begins with `ok`, since what is popular is answered in any case.
  public String health() {
    RebuildReport last = rebuilds.last();
    if (last == null) {
      return "ok: learning for the first time";
    }
    String ran =
        last.failure() == null
            ? "learnt from %d events of %d people about %d products in %d ms, model %d kB,"
                    .formatted(
                        last.events(),
                        last.people(),
                        last.products(),
                        last.tookMs(),
                        last.modelBytes() / 1024)
                + " %d products rescored, at %s".formatted(last.rescored(), last.startedAt())
            : "the run of %s failed, %s; what was learnt %s stays"
                .formatted(last.startedAt(), last.failure(), before());
    return "ok: " + (rebuilds.learnt() ? "" : "learning; last time ") + ran;
  }

  private String before() {
    RebuildReport good = rebuilds.lastSuccess();
    return good == null ? "before" : "at " + good.startedAt();
  }

  @Override
  public void close() throws InterruptedException {
    rebuilds.close();
  }
}
