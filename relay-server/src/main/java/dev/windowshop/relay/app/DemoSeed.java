package dev.windowshop.relay.app;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.chat.ConversationSeed;
import dev.windowshop.relay.db.Bulk;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.RelayState;
import dev.windowshop.relay.demo.DemoCatalog;
import dev.windowshop.relay.demo.DemoConversation;
import dev.windowshop.relay.demo.DemoEvent;
import dev.windowshop.relay.demo.DemoListing;
import dev.windowshop.relay.demo.DemoPerson;
import dev.windowshop.relay.demo.picture.Pictures;
import dev.windowshop.relay.interest.InteractionRepository;
import dev.windowshop.relay.interest.PopularityRepository;
import dev.windowshop.relay.review.ReviewRepository;
import dev.windowshop.relay.store.CatalogueWriter;
import dev.windowshop.relay.store.CategoryRepository;
import dev.windowshop.relay.store.Picture;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills an empty database with the demo shop, in one transaction.
public final class DemoSeed {
  /// Password of the demo accounts that programs and newcomers sign in as: `robin`, `jonas` and the
  /// sellers; the others have none.
  public static final String PASSWORD = "windowshop-demo";

  private static final Logger LOG = LoggerFactory.getLogger(DemoSeed.class);
  private static final String DONE = "demo";

  /// Argon2id of [#PASSWORD], made beforehand so that the first start does not wait for it.
  private static final String PASSWORD_HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$SoFJbCY79AZZy3eeMw3nWA"
          + "$zKKskgy1gZXwmGMb+7UDLtfUX2kFb/1yMzUuYSHVq0o";

  private static final Set<String> WITH_PASSWORD = Set.of(DemoCatalog.SHOPPER, DemoCatalog.FRIEND);

  private final Database database;
  private final String currency;
  private final UserRepository users = new UserRepository();
  private final CategoryRepository categories = new CategoryRepository();
  private final CatalogueWriter writer = new CatalogueWriter();
  private final ReviewRepository reviews = new ReviewRepository();
  private final InteractionRepository interactions = new InteractionRepository();
  private final PopularityRepository popularity = new PopularityRepository();

  private final ConversationSeed conversations = new ConversationSeed();

  public DemoSeed(Database database, String currency) {
    this.database = database;
    this.currency = currency;
  }

  /// Does nothing when the demo shop is there already, or something else is.
  ///
  /// @param made what to fill it with; may be in the making still
  public void seed(Supplier<DemoCatalog> made, Instant now) {
    State state = database.read(this::state);
    if (state == State.OTHER) {
      LOG.warn("The database is not empty, so the demo shop was not added.");
    }
    if (state != State.EMPTY) {
      return;
    }
    DemoCatalog demo = made.get();
    database.write(handle -> {
      write(handle, demo, now);
      return true;
    });
  }

  private enum State {
    EMPTY,
    DEMO,
    OTHER
  }

  private State state(Handle handle) {
    if (RelayState.get(handle, DONE).isPresent()) {
      return State.DEMO;
    }
    boolean used =
        handle
            .createQuery("SELECT EXISTS (SELECT 1 FROM users) OR EXISTS (SELECT 1 FROM products)")
            .mapTo(Boolean.class)
            .one();
    return used ? State.OTHER : State.EMPTY;
  }

  private void write(Handle handle, DemoCatalog demo, Instant now) {
    Instant joined = now.minus(Duration.ofDays(120));
    Set<String> sellers = demo.shops().stream().map(Shop::ownerId).collect(Collectors.toSet());
    Predicate<DemoPerson> signsIn =
        person ->
            WITH_PASSWORD.contains(person.user().username())
                || sellers.contains(person.user().id());
    for (DemoPerson person : demo.people()) {
      users.insert(handle, user(person, joined, signsIn.test(person)));
    }

    for (Shop bare : demo.shops()) {
      Shop shop = withMark(bare);

      writer.insertShop(handle, shop, joined);
    }
    demo.categories().forEach(category -> categories.insert(handle, withPicture(category)));
    writer.insert(handle, demo.listings().stream().map(this::product).toList());
    reviews.insert(handle, demo.listings().stream().flatMap(l -> l.reviews().stream()).toList());
    try (Bulk rows = interactions.rows(handle)) {
      for (DemoEvent event : demo.events()) {
        interactions.add(rows, event.userId(), event.interaction());
      }
    }
    popularity.recompute(handle, now);
    talk(handle, demo, now);
    RelayState.put(handle, DONE, now.toString());
  }

  /// The newest conversations of the shopper whom a newcomer is have something unread.
  private void talk(Handle handle, DemoCatalog demo, Instant now) {
    String shopper = demo.people().getFirst().user().id();
    List<String> newest =
        demo.conversations().stream()
            .filter(c -> c.memberIds().contains(shopper) && !c.messages().isEmpty())
            .filter(c -> !c.messages().getLast().senderId().equals(shopper))
            .sorted(
                Comparator.comparing((DemoConversation c) -> c.messages().getLast().at())
                    .reversed())
            .limit(2)
            .map(DemoConversation::id)
            .toList();
    for (DemoConversation conversation : demo.conversations()) {
      conversations.write(
          handle, past(conversation), newest.contains(conversation.id()) ? shopper : null, now);
    }
  }

  private static ConversationSeed.Past past(DemoConversation demo) {
    return new ConversationSeed.Past(
        demo.id(),
        demo.kind(),
        demo.name(),
        demo.description(),
        demo.productId(),
        demo.shopId(),
        demo.memberIds(),
        demo.messages().stream()
            .map(line ->
                new ConversationSeed.Said(
                    line.id(),
                    line.clientId(),
                    line.senderId(),
                    line.text(),
                    line.productId(),
                    line.at()))
            .toList());
  }

  private static UserRepository.NewUser user(DemoPerson person, Instant joined, boolean signsIn) {
    String username = person.user().username();
    return new UserRepository.NewUser(
        person.user().id(),
        username,
        person.email(),
        person.user().displayName(),
        Picture.person(person.portrait()),
        person.user().bio(),
        signsIn ? PASSWORD_HASH : null,
        joined);
  }

  private static Shop withMark(Shop shop) {
    String color = shop.color() == null ? "#777777" : shop.color();
    return new Shop(
        shop.id(),
        shop.name(),
        shop.ownerId(),
        shop.description(),
        Picture.shop(color, Pictures.seed(shop.name())),
        color);
  }

  private static Category withPicture(Category category) {
    String color = category.color() == null ? "#777777" : category.color();
    return new Category(
        category.id(),
        category.slug(),
        category.name(),
        category.parentId(),
        0,
        Picture.category(category.slug(), color),
        color);
  }

  /// With its pictures' addresses, and in the relay's currency.
  private Product product(DemoListing listing) {
    Product bare = listing.product();
    List<Product.Media> media =
        listing.pictures().stream().map(spec -> Picture.product(spec, bare.title())).toList();
    List<Product.Variant> variants =
        bare.variants().stream()
            .map(v ->
                new Product.Variant(
                    v.id(),
                    v.sku(),
                    v.options(),
                    new Money(v.price().amount(), currency),
                    v.compareAtPrice() == null
                        ? null
                        : new Money(v.compareAtPrice().amount(), currency),
                    v.stock()))
            .toList();
    return new Product(
        bare.id(),
        bare.handle(),
        bare.title(),
        bare.description(),
        bare.shop(),
        bare.categoryId(),
        bare.category(),
        bare.brand(),
        bare.price(),
        bare.compareAtPrice(),
        bare.rating(),
        bare.ratingCount(),
        bare.popularity(),
        bare.features(),
        bare.tags(),
        bare.stock(),
        media,
        bare.options(),
        variants,
        bare.color(),
        bare.createdAt(),
        bare.updatedAt(),
        bare.attributes());
  }
}
