package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.Actor;
import dev.windowshop.relay.store.CatalogueService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recommendations over models that are rebuilt in the background; what a shopper just did counts
/// in the next answer. Blocks its caller, a virtual thread.
final class RecommendationService {
  private static final Logger LOG = LoggerFactory.getLogger(RecommendationService.class);
  private static final Duration PROFILE = Duration.ofDays(60);
  private static final Duration LEARNT_FROM = Duration.ofDays(180);
  private static final int PROFILE_EVENTS = 300;
  private static final int MOST_EVENTS = 500_000;

  private final Database database;
  private final CatalogueService catalogue;
  private final InteractionRepository interactions = new InteractionRepository();
  private final PopularityRepository popularity = new PopularityRepository();
  private final Clock clock;
  private volatile Models models = new Models(Similarity.none(), Map.of());

  private record Models(Similarity similarity, Map<String, Double> trending) {}

  private record Shopper(List<InteractionRepository.Event> events, Set<String> hidden) {}

  RecommendationService(Database database, CatalogueService catalogue, Clock clock) {
    this.database = database;
    this.catalogue = catalogue;
    this.clock = clock;
    this.models = new Models(Similarity.none(), database.read(popularity::trending));
  }

  /// Counts and learns again; run now and then, by one thread.
  void rebuild() {
    try {
      Instant now = clock.instant();
      database.write(handle -> {
        popularity.recompute(handle, now);
        return true;
      });
      learn();
    } catch (RuntimeException e) {
      LOG.warn("the recommendations could not be rebuilt; the last ones stay", e);
    }
  }

  /// Learns from what is stored, without counting again.
  void learn() {
    Instant now = clock.instant();
    List<InteractionRepository.Event> events =
        database.read(handle -> interactions.recent(handle, now.minus(LEARNT_FROM), MOST_EVENTS));
    models = new Models(Similarity.of(events, now), database.read(popularity::trending));
  }

  Recommendations trending(@Nullable Actor actor, int limit) {
    return recommender().trending(shopper(actor).hidden(), limit);
  }

  Recommendations forYou(@Nullable Actor actor, int limit) {
    Shopper shopper = shopper(actor);
    return recommender().forYou(shopper.events(), shopper.hidden(), clock.instant(), limit);
  }

  Recommendations similar(@Nullable Actor actor, String productId, int limit) {
    return recommender().similar(product(productId), shopper(actor).hidden(), limit);
  }

  Recommendations together(@Nullable Actor actor, String productId, int limit) {
    return recommender().together(product(productId), shopper(actor).hidden(), limit);
  }

  private Product product(String id) {
    Product product = catalogue.catalogue().product(id);
    if (product == null) {
      throw ProblemException.notFound("product");
    }
    return product;
  }

  private Recommender recommender() {
    Models now = models;
    return new Recommender(catalogue.catalogue(), now.similarity(), now.trending());
  }

  private Shopper shopper(@Nullable Actor actor) {
    if (actor == null) {
      return new Shopper(List.of(), Set.of());
    }
    Instant since = clock.instant().minus(PROFILE);
    return database.read(handle -> {
      List<InteractionRepository.Event> events =
          interactions.ofActor(handle, actor.key(), since, PROFILE_EVENTS);
      Set<String> hidden = new HashSet<>(interactions.purchasedBy(handle, actor.key()));
      events.stream()
          .filter(event -> event.type() == Interaction.Type.NOT_INTERESTED)
          .forEach(event -> hidden.add(event.productId()));
      return new Shopper(events, hidden);
    });
  }
}
