package dev.windowshop.client.store;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Preferences;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the shopper cares for: kept here first, told to the relay when it can be, each account's
/// apart. The last feed is kept and reordered here after everything that is done. Thread-safe.
final class InterestService implements Interests {
  private static final Logger LOG = LoggerFactory.getLogger(InterestService.class);
  private static final int FEED = 60;
  private static final int RECENT = 24;
  private static final int FEW = 8;
  private static final int SHELF = 24;
  private static final int MOST_NAMED = 50;
  private static final String PRIVATE = "private-mode";

  /// The relay's feed, and when it was made.
  record KeptFeed(Recommendations feed, Instant at) {
    /// What was there only because of this product cannot be, once it is forgotten.
    KeptFeed without(String productId) {
      return new KeptFeed(
          new Recommendations(
              feed.items().stream()
                  .filter(item -> !productId.equals(item.reason().productId()))
                  .toList()),
          at);
    }
  }

  /// Whether nothing is remembered on this machine.
  record Privacy(boolean on) {}

  private final RelayClient relay;
  private final Workers workers;
  private final DocumentStore documents;
  private final InterestStore store;
  private final InteractionService interactions;
  private final Consumer<Collection<Product>> seen;
  private final Live<Recommendations> feed = new Live<>();
  private final Live<List<Product>> viewed = new Live<>(List.of());
  private final Live<Boolean> privateMode = new Live<>(false);
  private final Live<Preferences> likes = new Live<>(Preferences.NONE);
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private final ReentrantLock showing = new ReentrantLock();
  private volatile String actor = "";
  private volatile @Nullable KeptFeed kept;

  InterestService(
      RelayClient relay,
      Workers workers,
      DocumentStore documents,
      InterestStore store,
      InteractionService interactions,
      AccountService account,
      Consumer<Collection<Product>> seen) {
    this.relay = relay;
    this.workers = workers;
    this.documents = documents;
    this.store = store;
    this.interactions = interactions;
    this.seen = seen;
    workers
        .io()
        .execute(() -> {
          Privacy saved = documents.find(PRIVATE, Privacy.class);
          privateMode.set(saved != null && saved.on());
          account.account().observe(now -> workers.io().execute(() -> accountIs(now)));
        });
  }

  /// Whose interests these are: a user's id, or empty for a guest.
  static String actorOf(AccountService account) {
    Account now = account.account().value();
    String id = now == null ? null : now.userId();
    return id == null ? "" : id;
  }

  private void accountIs(Account now) {
    String id = now.userId();
    String before = actor;
    actor = id == null ? "" : id;
    if (id != null) {
      // What a guest did joins the account, as the relay does it with the cart.
      store.takeOver(id);
      interactions.takeOver(id);
    }
    if (!actor.equals(before) || feed.value() == null) {
      Preferences said = read("likes/" + actor, Preferences.class);
      likes.set(said == null ? Preferences.NONE : said);
      kept = read("feed/" + actor, KeptFeed.class);
      if (kept == null && feed.value() != null) {
        feed.set(new Recommendations(List.of()));
      }
      show();
      refreshFeed();
    }
  }

  private <T> @Nullable T read(String key, Class<T> type) {
    try {
      return documents.find(key, type);
    } catch (ProblemException e) {
      LOG.info("{} is of another version; it is fetched again", key);
      return null;
    }
  }

  /// A product page was open this long, or something else was done with the product.
  void did(String productId, Interaction.Type type, @Nullable Duration dwell) {
    if (Boolean.TRUE.equals(privateMode.value())) {
      return;
    }
    Instant now = Instant.now();
    store.add(actor, productId, weight(type), type == Interaction.Type.VIEW, now);
    interactions.tell(
        List.of(
            new InterestStep.Did(
                new Interaction(
                    Ids.newId(), productId, type, now, dwell == null ? null : dwell.toMillis()))));
    changed();
  }

  private static double weight(Interaction.Type type) {
    return switch (type) {
      case VIEW -> 1;
      case SHARE, WISHLIST, REVIEW, CALL_VIEW -> 1.5;
      case CART, PURCHASE -> 2;
      case NOT_INTERESTED, IMPRESSION, UNKNOWN -> 0;
    };
  }

  @Override
  public Live<Recommendations> feed() {
    return feed;
  }

  @Override
  public CompletableFuture<List<Product>> newForYou() {
    String whose = actor;
    return async(() -> {
      Preferences said = likes.value();
      String likes = whose.isEmpty() && said != null ? query(said) : "";
      return shelf("new/" + whose, "/recommendations/new?limit=" + SHELF + likes);
    });
  }

  @Override
  public CompletableFuture<List<Product>> withCart(List<String> productIds) {
    String named = encoded(String.join(",", productIds.stream().limit(MOST_NAMED).toList()));
    return async(() ->
        shelf(
            "from-cart/" + actor,
            "/recommendations/from-cart?limit=" + SHELF + "&productIds=" + named));
  }

  @Override
  public CompletableFuture<List<Product>> forGroup(String conversationId) {
    return async(() ->
        shelf(
            "group/" + actor + "/" + conversationId,
            "/recommendations/group?limit=" + FEW + "&conversationId=" + encoded(conversationId)));
  }

  @Override
  public CompletableFuture<List<Product>> forCall(String callId) {
    return async(() ->
        shelf(
            "call/" + actor + "/" + callId,
            "/recommendations/call?limit=" + FEW + "&callId=" + encoded(callId)));
  }

  private <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, workers.io());
  }

  /// As the relay has it, or as it was; without what must not be shown.
  private List<Product> shelf(String key, String path) {
    Recommendations answer;
    try {
      answer = relay.get(path, Recommendations.class);
      seen.accept(answer.items().stream().map(Recommendations.Item::product).toList());
      documents.save(key, answer);
    } catch (RelayUnreachableException | ProblemException e) {
      LOG.debug("{} stays as it was: {}", key, e.getMessage());
      answer = read(key, Recommendations.class);
    }
    Set<String> hidden = new HashSet<>(store.hidden(actor));
    return answer == null
        ? List.of()
        : answer.items().stream()
            .map(Recommendations.Item::product)
            .filter(product -> !hidden.contains(product.id()))
            .toList();
  }

  @Override
  public Live<List<Product>> viewed() {
    return viewed;
  }

  @Override
  public Live<Boolean> privateMode() {
    return privateMode;
  }

  @Override
  public Live<Preferences> likes() {
    return likes;
  }

  @Override
  public void refreshFeed() {
    if (refreshing.compareAndSet(false, true)) {
      workers
          .io()
          .execute(() -> {
            try {
              load();
            } finally {
              refreshing.set(false);
            }
          });
    }
  }

  private void load() {
    String whose = actor;
    try {
      Preferences said = syncLikes(whose);
      interactions.flushNow();
      Instant asked = Instant.now();
      Recommendations answer =
          relay.get(
              "/recommendations/for-you?limit=" + FEED + (whose.isEmpty() ? query(said) : ""),
              Recommendations.class);
      if (whose.equals(actor)) {
        KeptFeed fresh = new KeptFeed(answer, asked);
        kept = fresh;
        documents.save("feed/" + whose, fresh);
        seen.accept(answer.items().stream().map(Recommendations.Item::product).toList());
        show();
      }
    } catch (RelayUnreachableException | ProblemException e) {
      LOG.debug("The feed stays as it was: {}", e.getMessage());
      show();
    }
  }

  /// An account's likes are the relay's; those of a guest who signs in become the account's when it
  /// has none.
  private Preferences syncLikes(String whose) {
    if (whose.isEmpty()) {
      Preferences own = likes.value();
      return own == null ? Preferences.NONE : own;
    }
    Preferences waiting = read("likes-waiting/" + whose, Preferences.class);
    Preferences guest = read("likes/", Preferences.class);
    Preferences now;
    if (waiting != null) {
      now = relay.put("/me/preferences", waiting, Preferences.class);
      documents.delete("likes-waiting/" + whose);
    } else {
      now = relay.get("/me/preferences", Preferences.class);
      if (now.equals(Preferences.NONE) && guest != null && !guest.equals(Preferences.NONE)) {
        now = relay.put("/me/preferences", guest, Preferences.class);
      }
    }
    if (guest != null) {
      documents.delete("likes/");
    }
    documents.save("likes/" + whose, now);
    if (whose.equals(actor) && !now.equals(likes.value())) {
      likes.set(now);
    }
    return now;
  }

  static String query(Preferences said) {
    StringBuilder query = new StringBuilder();
    if (!said.categories().isEmpty()) {
      query.append("&likes=").append(encoded(String.join(",", said.categories())));
    }
    if (!said.brands().isEmpty()) {
      query.append("&likeBrands=").append(encoded(String.join(",", said.brands())));
    }
    if (said.minPrice() != null) {
      query.append("&likeMinPrice=").append(said.minPrice());
    }
    if (said.maxPrice() != null) {
      query.append("&likeMaxPrice=").append(said.maxPrice());
    }
    return query.toString();
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public void setLikes(Preferences said) {
    String whose = actor;
    likes.set(said);
    documents.save("likes/" + whose, said);
    if (!whose.isEmpty()) {
      documents.save("likes-waiting/" + whose, said);
    }
    CompletableFuture.runAsync(this::load, workers.io());
  }

  @Override
  public void dismiss(Product product) {
    store.dismiss(actor, product.id(), true);
    interactions.tell(
        List.of(
            new InterestStep.Did(
                new Interaction(
                    Ids.newId(),
                    product.id(),
                    Interaction.Type.NOT_INTERESTED,
                    Instant.now(),
                    null))));
    changed();
  }

  @Override
  public void restore(Product product) {
    store.dismiss(actor, product.id(), false);
    interactions.tell(
        List.of(new InterestStep.TakeBack(product.id(), Interaction.Type.NOT_INTERESTED)));
    changed();
  }

  @Override
  public Runnable forget(Product product) {
    String whose = actor;
    KeptFeed before = kept;
    CompletableFuture<Optional<InterestStore.Kept>> known = store.forget(whose, product.id());
    Supplier<CompletableFuture<Boolean>> takeBack =
        interactions.forget(new InterestStep.Forget(product.id()), this::refreshFeed);
    keep(whose, before == null ? null : before.without(product.id()));
    changed();
    return () ->
        takeBack
            .get()
            .thenAccept(inTime -> {
              if (inTime) {
                known.thenAccept(row -> row.ifPresent(it -> store.remember(whose, it)));
                keep(whose, before);
                changed();
              }
            });
  }

  private void keep(String whose, @Nullable KeptFeed now) {
    if (now != null && whose.equals(actor)) {
      kept = now;
      documents.save("feed/" + whose, now);
    }
  }

  @Override
  public void forgetEverything() {
    store.forgetEverything(actor);
    interactions.forget(new InterestStep.ForgetEverything());
    changed();
    refreshFeed();
  }

  @Override
  public void bought(List<String> productIds) {
    store.bought(actor, productIds);
    changed();
  }

  @Override
  public void setPrivateMode(boolean on) {
    privateMode.set(on);
    documents.save(PRIVATE, new Privacy(on));
    interactions.tell(List.of(new InterestStep.Private(on)));
  }

  @Override
  public void shown(String list, List<Recommendations.Item> items, int from) {
    if (items.isEmpty() || Boolean.TRUE.equals(privateMode.value())) {
      return;
    }
    Instant now = Instant.now();
    List<InterestStep> steps = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Recommendations.Item item = items.get(i);
      steps.add(
          new InterestStep.Did(
              new Interaction(
                  Ids.newId(),
                  item.product().id(),
                  Interaction.Type.IMPRESSION,
                  now,
                  null,
                  list,
                  from + i,
                  item.propensity())));
    }
    interactions.tell(steps);
  }

  private void changed() {
    workers.io().execute(this::show);
  }

  /// Brings the feed that is kept up to what was done since, and shows it. One at a time: what was
  /// read before something was done never replaces what was read after it.
  private void show() {
    showing.lock();
    try {
      showNow();
    } finally {
      showing.unlock();
    }
  }

  private void showNow() {
    String whose = actor;
    KeptFeed last = kept;
    List<LocalInterest> recent = store.recent(whose, RECENT);
    List<Product> pages = store.viewed(whose, RECENT);
    Set<String> hidden = new HashSet<>(store.hidden(whose));
    if (!whose.equals(actor)) {
      return;
    }
    viewed.set(pages);
    if (last != null) {
      List<LocalInterest> since =
          recent.stream().filter(interest -> interest.at().isAfter(last.at())).toList();
      Recommendations now =
          new Recommendations(FeedRanker.reorder(last.feed().items(), since, hidden));
      if (!Objects.equals(now, feed.value())) {
        feed.set(now);
      }
    }
  }
}
