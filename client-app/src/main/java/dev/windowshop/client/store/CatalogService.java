package dev.windowshop.client.store;

import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.ShopProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The catalogue: what the cache knows at once, what the relay knows behind it. Thread-safe; no
/// method blocks.
public final class CatalogService implements Catalog {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogService.class);
  private static final int PAGE = 40;
  private static final int SHOPS = 4;
  private static final int OF_A_SHOP = 6;

  private final RelayClient relay;
  private final SocketClient socket;
  private final Workers workers;
  private final ProductStore products;
  private final DocumentStore documents;
  private final InterestService interests;
  private final HomeLoader homes;
  private final LocalSearch local;
  private final LiveProducts looked = new LiveProducts();
  private volatile BooleanSupplier inCall = () -> false;
  private final List<Consumer<Collection<Product>>> listeners = new CopyOnWriteArrayList<>();

  CatalogService(
      RelayClient relay,
      SocketClient socket,
      Workers workers,
      ProductStore products,
      DocumentStore documents,
      InteractionService interactions,
      InterestStore interestStore,
      AccountService account) {
    this.relay = relay;
    this.socket = socket;
    this.workers = workers;
    this.products = products;
    this.documents = documents;
    this.interests =
        new InterestService(
            relay, workers, documents, interestStore, interactions, account, this::seen);
    this.homes = new HomeLoader(relay, workers, documents, this::seen);
    this.local =
        new LocalSearch(
            products,
            () -> {
              Home last = homes.home().value();
              return last == null ? List.of() : last.categories();
            });
    products.trim();
    socket.onEvent(this::received);
  }

  /// The last home at once, then the relay's.
  @Override
  public Live<Home> home() {
    return homes.home();
  }

  /// Asks the relay for the home as it is now; once when asked many times at once.
  @Override
  public void refreshHome() {
    homes.refresh();
    interests.refreshFeed();
  }

  /// Why the last refresh of the home did not work; empty after one that did.
  @Override
  public Live<String> homeTrouble() {
    return homes.trouble();
  }

  /// The product from the cache, then as the relay has it.
  @Override
  public Live<Product> product(String id) {
    Live<Product> live = looked.of(id);
    workers.io().execute(() -> load(id, live));
    return live;
  }

  /// Keeps the product on the screen current while somebody looks at it.
  @Override
  public Subscription watch(String productId) {
    Command.OfProduct body = new Command.OfProduct(productId);
    Subscription states =
        socket
            .state()
            .observe(state -> {
              if (state instanceof dev.windowshop.client.net.ConnectionState.Online) {
                ignoringOutcome(socket.send(Command.WATCH_PRODUCT, body));
              }
            });
    return () -> {
      states.close();
      ignoringOutcome(socket.send(Command.UNWATCH_PRODUCT, body));
    };
  }

  /// One page, from the relay, or from what is kept here when it is away.
  @Override
  public CompletableFuture<ProductPage> search(ProductQuery query, @Nullable String cursor) {
    return async(() -> {
      if (cursor != null && LocalSearch.isOwn(cursor)) {
        return local.search(query, PAGE, cursor);
      }
      try {
        ProductPage page = relay.get(query.path(PAGE, cursor), ProductPage.class);
        seen(page.items());
        return page;
      } catch (RelayUnreachableException e) {
        if (cursor != null) {
          throw e;
        }
        return local.search(query, PAGE, null);
      } catch (ProblemException e) {
        // Too many searches in a row: what is known here is shown meanwhile.
        if (cursor != null || e.type() != ProblemType.RATE_LIMITED) {
          throw e;
        }
        return local.search(query, PAGE, null);
      }
    });
  }

  /// Of what is kept here. Blocks.
  public ProductPage searchHere(ProductQuery query, @Nullable String cursor) {
    return local.search(query, PAGE, cursor);
  }

  @Override
  public CompletableFuture<List<Product>> similar(String productId) {
    return async(() ->
        shelf("similar/" + productId, "/recommendations/similar?limit=12&productId=" + productId)
            .items()
            .stream()
            .map(Recommendations.Item::product)
            .toList());
  }

  @Override
  public CompletableFuture<List<Product>> together(String productId) {
    return async(() ->
        shelf("together/" + productId, "/recommendations/together?limit=12&productId=" + productId)
            .items()
            .stream()
            .map(Recommendations.Item::product)
            .toList());
  }

  @Override
  public Interests interests() {
    return interests;
  }

  /// A product page was open this long.
  @Override
  public void viewed(String productId, Duration dwell) {
    interests.did(productId, Interaction.Type.VIEW, dwell);
    if (inCall.getAsBoolean()) {
      interests.did(productId, Interaction.Type.CALL_VIEW, null);
    }
  }

  /// What is looked at while this holds is looked at in a call.
  public void whileIn(BooleanSupplier call) {
    inCall = call;
  }

  /// The product was put into the cart, shared, hidden, …
  @Override
  public void interacted(String productId, Interaction.Type type) {
    interests.did(productId, type, null);
  }

  private Recommendations shelf(String key, String path) {
    try {
      Recommendations answer = relay.get(path, Recommendations.class);
      seen(answer.items().stream().map(Recommendations.Item::product).toList());
      documents.save(key, answer);
      return answer;
    } catch (RelayUnreachableException e) {
      Recommendations kept = documents.find(key, Recommendations.class);
      if (kept == null) {
        throw e;
      }
      return kept;
    }
  }

  private void load(String id, Live<Product> live) {
    if (live.value() == null) {
      Product cached = products.find(id);
      if (cached != null && live.value() == null) {
        live.set(cached);
      }
    }
    try {
      Product fresh = relay.get("/products/" + id, Product.class);
      seen(List.of(fresh));
      if (!fresh.equals(live.value())) {
        live.set(fresh);
      }
    } catch (RelayUnreachableException e) {
      LOG.debug("Product {} is shown from the cache", id);
    } catch (ProblemException e) {
      LOG.info("Product {}: {}", id, e.getMessage());
      Product last = live.value();
      if (e.type() == ProblemType.NOT_FOUND && last != null) {
        withdrawn(last, live);
      }
    }
  }

  @Override
  public CompletableFuture<Product> fetch(String productId) {
    return async(() -> {
      Live<Product> live = looked.of(productId);
      load(productId, live);
      Product found = live.value();
      if (found == null) {
        throw new ProblemException(ProblemType.NOT_FOUND, "It is no longer on sale.");
      }
      return found;
    });
  }

  @Override
  public CompletableFuture<ShopProfile> shop(String id) {
    return async(() -> {
      String key = "shop/" + id;
      try {
        ShopProfile fresh = relay.get("/shops/" + id, ShopProfile.class);
        documents.save(key, fresh);
        return fresh;
      } catch (RelayUnreachableException e) {
        ShopProfile kept = documents.find(key, ShopProfile.class);
        if (kept == null) {
          throw e;
        }
        return kept;
      }
    });
  }

  @Override
  public CompletableFuture<List<Product>> fromShops(List<String> shopIds) {
    List<String> some = shopIds.subList(0, Math.min(shopIds.size(), SHOPS));
    return async(() -> {
      try {
        List<Product> found = new ArrayList<>();
        for (String id : some) {
          List<Product> items =
              relay
                  .get(
                      "/products?shop=" + id + "&sort=newest&inStock=true&limit=" + OF_A_SHOP,
                      ProductPage.class)
                  .items();
          found.addAll(items);
        }
        seen(found);
        return found;
      } catch (RelayUnreachableException e) {
        return products.ofShops(some, OF_A_SHOP);
      }
    });
  }

  /// Asks how a product is now; whoever listens hears it.
  void look(String productId) {
    workers.io().execute(() -> load(productId, looked.of(productId)));
  }

  /// Is told of every product that comes from the relay, on the thread that it came on.
  void onSeen(Consumer<Collection<Product>> listener) {
    listeners.add(listener);
  }

  /// Nobody can buy it any more, and nobody finds it.
  private void withdrawn(Product last, Live<Product> live) {
    Product now = last.soldOut();
    live.set(now);
    products.delete(last.id());
    local.removed(last.id());
    listeners.forEach(listener -> listener.accept(List.of(now)));
  }

  private void received(ServerEvent event) {
    if (event instanceof ServerEvent.ProductChanged changed) {
      seen(List.of(changed.product()));
    }
  }

  private void seen(Collection<Product> fresh) {
    looked.show(fresh);
    local.changed(fresh);
    products.save(fresh);
    listeners.forEach(listener -> listener.accept(fresh));
  }

  private <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, workers.io());
  }

  private static void ignoringOutcome(CompletableFuture<?> sent) {
    sent.whenComplete((answer, failure) -> {
      if (failure != null) {
        LOG.debug("Watching a product: {}", failure.getMessage());
      }
    });
  }
}
