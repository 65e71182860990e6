package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.recommend.Caps;
import dev.windowshop.relay.recommend.Event;
import dev.windowshop.relay.recommend.EventType;
import dev.windowshop.relay.recommend.Filters;
import dev.windowshop.relay.recommend.Query;
import dev.windowshop.relay.recommend.Recommendation;
import dev.windowshop.relay.recommend.Recommender;
import dev.windowshop.relay.recommend.Taste;
import dev.windowshop.relay.recommend.Term;
import dev.windowshop.relay.store.Actor;
import dev.windowshop.relay.store.Catalogue;
import dev.windowshop.relay.store.CatalogueService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Answers shelves from the engine's memory; of the database it asks only what must not be shown to
/// whoever asks. Blocks its caller, a virtual thread.
final class RecommendationService {
  private static final Duration NEW = Duration.ofDays(45);

  /// So often is looked on for what is there because of one product.
  private static final int MOST_TURNS = 10;

  private final Database database;
  private final CatalogueService catalogue;
  private final Recommender engine;
  private final BooleanSupplier learnt;
  private final InterestSources sources;
  private final Clock clock;
  private final InteractionRepository interactions = new InteractionRepository();
  private final PopularShelf popular = new PopularShelf();

  /// @param learnt whether the engine has been built at all
  RecommendationService(
      Database database,
      CatalogueService catalogue,
      Recommender engine,
      BooleanSupplier learnt,
      InterestSources sources,
      Clock clock) {
    this.database = database;
    this.catalogue = catalogue;
    this.engine = engine;
    this.learnt = learnt;
    this.sources = sources;
    this.clock = clock;
  }

  /// What somebody may like most; for a newcomer what is popular, and fits what they say they like.
  Recommendations forYou(@Nullable Actor actor, ShelfQuery asked) {
    Shopper shopper = shopper(actor, asked);
    return shelf("for-you", shopper, asked, Set.of(), query -> personal(shopper, query));
  }

  private List<Recommendation> personal(Shopper shopper, Query query) {
    return shopper.key() == null
        ? engine.forYou(List.of(), query)
        : engine.forYou(shopper.key(), query);
  }

  Recommendations trending(@Nullable Actor actor, ShelfQuery asked) {
    return shelf("trending", shopper(actor, asked), asked, Set.of(), engine::trending);
  }

  /// What came into the shop lately, what fits somebody first.
  Recommendations fresh(@Nullable Actor actor, ShelfQuery asked) {
    Shopper shopper = shopper(actor, asked);
    Instant since = clock.instant().minus(NEW);
    return shelf(
        "new", shopper, asked, Set.of(), query -> engine.newItems(shopper.key(), since, query));
  }

  Recommendations similar(@Nullable Actor actor, String productId, ShelfQuery asked) {
    Product product = catalogue.product(productId);
    Shopper shopper = shopper(actor, asked);
    return said(
        shelf(
            "similar " + productId,
            shopper,
            asked,
            Set.of(productId),
            query -> engine.similar(productId, shopper.key(), query)),
        product,
        "Similar to ");
  }

  Recommendations together(@Nullable Actor actor, String productId, ShelfQuery asked) {
    Product product = catalogue.product(productId);
    Shopper shopper = shopper(actor, asked);
    return said(
        shelf(
            "together " + productId,
            shopper,
            asked,
            Set.of(productId),
            query -> engine.together(List.of(productId), shopper.key(), query)),
        product,
        "Often bought with ");
  }

  /// On a product's own page a reason that is this product is put as the shelf's.
  private static Recommendations said(Recommendations found, Product of, String how) {
    return new Recommendations(
        found.items().stream()
            .map(item ->
                of.id().equals(item.reason().productId())
                    ? new Recommendations.Item(
                        item.product(),
                        new Recommendations.Reason(how + of.title(), of.id()),
                        item.propensity())
                    : item)
            .toList(),
        found.nextCursor());
  }

  /// What somebody may like because of one product that they looked at.
  ///
  /// @param productId null for the last one that they looked at
  Recommendations because(@Nullable Actor actor, @Nullable String productId, ShelfQuery asked) {
    String of = productId == null ? lastViewed(actor) : catalogue.product(productId).id();
    if (of == null) {
      return new Recommendations(List.of());
    }
    Shopper shopper = shopper(actor, asked);
    String visitor = shopper.key() == null ? "" : shopper.key();
    return shelf(
        "because " + productId,
        shopper,
        asked,
        Set.of(of),
        query -> because(visitor, of, query.exploring(0).limited(Math.max(20, query.limit()))));
  }

  /// Looks on past what is there for another reason.
  private List<Recommendation> because(String visitor, String of, Query query) {
    List<Event> seen = List.of(new Event(visitor, of, EventType.VIEW, query.now()));
    Set<String> met = new HashSet<>(query.filters().except());
    List<Recommendation> found = new ArrayList<>();
    for (int turn = 0; turn < MOST_TURNS && found.size() < query.limit(); turn++) {
      List<Recommendation> some = engine.forYou(seen, query.filtered(query.filters().without(met)));
      for (Recommendation one : some) {
        met.add(one.item());
        if (isOf(one, of)) {
          found.add(one);
        }
      }
      if (some.size() < query.limit()) {
        break;
      }
    }
    return found;
  }

  private static boolean isOf(Recommendation found, String item) {
    return found.terms().stream()
        .anyMatch(term -> term.kind() == Term.Kind.ITEM && item.equals(term.item()));
  }

  private @Nullable String lastViewed(@Nullable Actor actor) {
    if (actor == null) {
      return null;
    }
    return database.read(handle -> interactions.viewed(handle, actor.key(), 10)).stream()
        .filter(id -> catalogue.catalogue().product(id) != null)
        .findFirst()
        .orElse(null);
  }

  /// What is bought with what is in a cart: the account's, or the products that a guest names.
  Recommendations fromCart(
      @Nullable Actor actor, @Nullable String userId, Collection<String> named, ShelfQuery asked) {
    Set<String> inCart = new HashSet<>(named);
    if (userId != null) {
      database
          .read(handle -> sources.cartVariants(handle, userId))
          .forEach(variant -> {
            Product product = catalogue.catalogue().productOfVariant(variant);
            if (product != null) {
              inCart.add(product.id());
            }
          });
    }
    inCart.removeIf(id -> catalogue.catalogue().product(id) == null);
    if (inCart.isEmpty()) {
      return new Recommendations(List.of());
    }
    List<String> sorted = inCart.stream().sorted().toList();
    Shopper shopper = shopper(actor, asked);
    return shelf(
        "from-cart",
        shopper,
        asked,
        inCart,
        query -> engine.together(sorted, shopper.key(), query));
  }

  /// For people who look together, shown to one of them.
  Recommendations group(String userId, String conversationId, ShelfQuery asked) {
    List<String> members =
        database.read(handle -> sources.membersOf(handle, conversationId, userId));
    return forMembers("group " + conversationId, userId, members, asked);
  }

  /// As [#group], for those in a call.
  Recommendations call(String userId, String callId, ShelfQuery asked) {
    List<String> members = database.read(handle -> sources.inCall(handle, callId, userId));
    return forMembers("call " + callId, userId, members, asked);
  }

  private Recommendations forMembers(
      String name, String userId, List<String> members, ShelfQuery asked) {
    Shopper shopper = shopper(Actor.user(userId), asked);
    Set<String> own = new HashSet<>();
    return shelf(
        name,
        shopper,
        asked,
        database.read(handle -> interactions.neverAgain(handle, members)),
        query -> {
          List<Recommendation> found = engine.group(members, query);
          Set<String> named = new HashSet<>();
          found.forEach(one -> one.terms().stream().limit(1).forEach(term -> add(named, term)));
          own.addAll(database.read(handle -> interactions.touched(handle, userId, named)));
          return found;
        },
        own::contains);
  }

  private static void add(Set<String> items, Term term) {
    if (term.item() != null) {
      items.add(term.item());
    }
  }

  private Recommendations shelf(
      String name,
      Shopper shopper,
      ShelfQuery asked,
      Set<String> except,
      Function<Query, List<Recommendation>> ask) {
    return shelf(name, shopper, asked, except, ask, item -> true);
  }

  /// Each page is worked out from those before it, so that caps and explored slots hold on each.
  private Recommendations shelf(
      String name,
      Shopper shopper,
      ShelfQuery asked,
      Set<String> except,
      Function<Query, List<Recommendation>> ask,
      Predicate<String> mayBeNamed) {
    Catalogue now = catalogue.catalogue();
    Set<String> categories = asked.categories(now);
    if (categories != null && categories.isEmpty()) {
      return new Recommendations(List.of());
    }
    Set<String> used = new HashSet<>(shopper.hidden());
    used.addAll(except);
    Page page =
        learnt.getAsBoolean()
            ? new Learnt(now, shopper, asked, categories, ask, mayBeNamed)
            : new Popular(now, asked, categories);
    for (int size : asked.before()) {
      page.next(size, used).forEach(item -> used.add(item.product().id()));
    }
    List<Recommendations.Item> items = page.next(asked.limit(), used);
    items.forEach(item -> used.add(item.product().id()));
    boolean more = items.size() == asked.limit() && !page.next(1, used).isEmpty();
    return new Recommendations(items, more ? asked.next(name) : null);
  }

  @FunctionalInterface
  private interface Page {
    List<Recommendations.Item> next(int limit, Set<String> except);
  }

  private final class Popular implements Page {
    private final Catalogue now;
    private final Predicate<Product> fits;

    Popular(Catalogue now, ShelfQuery asked, @Nullable Set<String> categories) {
      this.now = now;
      this.fits =
          product ->
              (categories == null || categories.contains(product.categoryId()))
                  && (asked.minPrice() == null || product.price().amount() >= asked.minPrice())
                  && (asked.maxPrice() == null || product.price().amount() <= asked.maxPrice())
                  && (!asked.inStock() || product.stock() > 0);
    }

    @Override
    public List<Recommendations.Item> next(int limit, Set<String> except) {
      return popular.items(now, fits, except, limit);
    }
  }

  private final class Learnt implements Page {
    private final Catalogue now;
    private final Function<Query, List<Recommendation>> ask;
    private final Reasons reasons;
    private final Query query;
    private final Filters filters;

    Learnt(
        Catalogue now,
        Shopper shopper,
        ShelfQuery asked,
        @Nullable Set<String> categories,
        Function<Query, List<Recommendation>> ask,
        Predicate<String> mayBeNamed) {
      this.now = now;
      this.ask = ask;
      this.reasons = new Reasons(now, shopper.taste(), mayBeNamed);
      // To the minute, so that the same state gives the same answer, also after a restart; chance
      // has another turn every hour.
      long asOf = clock.instant().truncatedTo(ChronoUnit.MINUTES).toEpochMilli();
      Filters all =
          Filters.NONE.priced(
              asked.minPrice() == null ? 0 : asked.minPrice(),
              asked.maxPrice() == null ? Long.MAX_VALUE : asked.maxPrice());
      Filters stocked = asked.inStock() ? all.inStock() : all;
      this.filters = categories == null ? stocked : stocked.inCategories(categories);
      this.query =
          Query.of(asked.limit(), asOf)
              .seeded(Objects.hash(shopper.key(), asOf / Duration.ofHours(1).toMillis()))
              .liking(withAllBelow(shopper.taste(), now))
              .capped(Caps.SHOP);
    }

    @Override
    public List<Recommendations.Item> next(int limit, Set<String> except) {
      Query page =
          new Query(
              limit,
              query.now(),
              query.seed(),
              filters.without(except),
              query.seen(),
              query.caps(),
              query.exploreShare(),
              query.taste());
      List<Recommendations.Item> items = new ArrayList<>();
      for (Recommendation found : ask.apply(page)) {
        if (items.size() == limit) {
          break;
        }
        Product product = now.product(found.item());
        if (product != null) {
          items.add(
              new Recommendations.Item(product, reasons.of(product, found), found.propensity()));
        }
      }
      return items;
    }
  }

  /// Who likes a category likes what is below it.
  private static Taste withAllBelow(Taste said, Catalogue now) {
    return said.categories().isEmpty()
        ? said
        : new Taste(now.within(said.categories()), said.brands(), said.minPrice(), said.maxPrice());
  }

  /// Ids, whether a category was named by its id, slug or name.
  private static Taste byId(Taste said, Catalogue now) {
    Set<String> ids = new HashSet<>();
    said.categories().forEach(named -> ids.addAll(now.categoriesNamed(named)));
    return said.categories().isEmpty()
        ? said
        : new Taste(ids, said.brands(), said.minPrice(), said.maxPrice());
  }

  private Shopper shopper(@Nullable Actor actor, ShelfQuery asked) {
    Taste sent = byId(asked.sent(), catalogue.catalogue());
    if (actor == null) {
      return new Shopper(null, Set.of(), sent);
    }
    return database.read(handle -> {
      Taste kept = sources.taste(handle, actor.key());
      return new Shopper(
          actor.key(),
          interactions.hiddenFrom(handle, actor.key()),
          asked.sent().equals(Taste.UNKNOWN) ? kept : sent);
    });
  }
}
