package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.RelayState;
import dev.windowshop.relay.recommend.BuildStats;
import dev.windowshop.relay.recommend.Event;
import dev.windowshop.relay.recommend.EventType;
import dev.windowshop.relay.recommend.RebuildAbandonedException;
import dev.windowshop.relay.recommend.Recommender;
import dev.windowshop.relay.store.Catalogue;
import dev.windowshop.relay.store.CatalogueService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Learns everything anew from what is stored: at the start, then now and then, or when it is told
/// to. On one thread of its own; queries go on meanwhile.
final class RebuildService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RebuildService.class);
  private static final String LAST = "recommendations.last-run";

  private final Database database;
  private final CatalogueService catalogue;
  private final Recommender engine;
  private final Scores scores;
  private final Clock clock;
  private final InteractionRepository interactions = new InteractionRepository();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform()
              .daemon()
              .name("recommend")
              .priority(Thread.NORM_PRIORITY - 1)
              .uncaughtExceptionHandler(
                  (on, failure) -> LOG.error("unexpected failure on {}", on.getName(), failure))
              .factory());
  private volatile @Nullable RebuildReport last;
  private volatile @Nullable RebuildReport lastSuccess;
  private final AtomicLong runs = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private volatile boolean learnt;
  private volatile boolean running;

  RebuildService(Database database, CatalogueService catalogue, Recommender engine, Clock clock) {
    this.database = database;
    this.catalogue = catalogue;
    this.engine = engine;
    this.scores = new Scores(database, catalogue);
    this.clock = clock;
    this.last =
        database.read(handle ->
            RelayState.get(handle, LAST)
                .map(json -> Json.decode(json, RebuildReport.class))
                .orElse(null));
    this.lastSuccess = last;
  }

  /// At once, and then every so often after the last one ended.
  void run(Duration every) {
    thread.scheduleWithFixedDelay(this::rebuild, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// As soon as the one that runs is done.
  ///
  /// @return false when the relay is stopping
  boolean runNow() {
    try {
      thread.execute(this::rebuild);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /// Whether anything has been learnt since the start.
  boolean learnt() {
    return learnt;
  }

  boolean running() {
    return running;
  }

  /// Of the last run, in this process or one before.
  @Nullable RebuildReport last() {
    return last;
  }

  /// Of the last run that was finished, in this process or one before.
  @Nullable RebuildReport lastSuccess() {
    return lastSuccess;
  }

  /// Runs that were finished since the start.
  long runs() {
    return runs.get();
  }

  /// Runs that were not, since the start.
  long failures() {
    return failures.get();
  }

  private void rebuild() {
    Instant started = clock.instant();
    long began = System.nanoTime();
    running = true;
    try {
      Catalogue now = catalogue.catalogue();
      BuildStats stats =
          database.read(handle ->
              engine.rebuild(
                  events ->
                      interactions.forEach(
                          handle,
                          event -> {
                            EventType type = EngineFeed.type(event.type());
                            if (type != null && type != EventType.IMPRESSION) {
                              events.accept(
                                  new Event(
                                      event.actor(),
                                      event.productId(),
                                      type,
                                      event.at().toEpochMilli()));
                            }
                          }),
                  items -> {
                    for (Product product : now.products()) {
                      items.accept(EngineFeed.item(product));
                    }
                  },
                  started.toEpochMilli()));
      learnt = true;
      int rescored = scores.renew(started);
      report(
          new RebuildReport(
              started,
              millisSince(began),
              null,
              stats.events(),
              stats.dropped(),
              stats.clamped(),
              stats.actors(),
              stats.items(),
              stats.bytes(),
              stats.blend(),
              rescored));
      LOG.info(
          "learnt from {} events of {} people about {} products in {} ms",
          stats.events(),
          stats.actors(),
          stats.items(),
          millisSince(began));
    } catch (RebuildAbandonedException e) {
      LOG.debug("a rebuild was left off, the relay stops", e);
    } catch (RuntimeException e) {
      LOG.warn("the recommendations could not be rebuilt; the last ones stay", e);
      failures.incrementAndGet();
      last = RebuildReport.failed(started, millisSince(began), "see the log");
    } finally {
      running = false;
    }
  }

  private void report(RebuildReport report) {
    last = report;
    lastSuccess = report;
    runs.incrementAndGet();
    String json = Json.encode(report);
    database.write(handle -> {
      RelayState.put(handle, LAST, json);
      return true;
    });
  }

  private static long millisSince(long began) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  @Override
  public void close() throws InterruptedException {
    thread.shutdownNow();
    if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.warn("a rebuild was still running at the end");
    }
  }
}
