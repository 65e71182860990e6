package dev.windowshop.client.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.Recommendations;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the home page together and keeps the last one. Thread-safe.
final class HomeLoader {
  private static final Logger LOG = LoggerFactory.getLogger(HomeLoader.class);
  private static final String KEY = "home";
  private static final int SHELF = 24;
  private static final TypeReference<Page<Category>> CATEGORIES = new TypeReference<>() {};

  private final RelayClient relay;
  private final Workers workers;
  private final DocumentStore documents;
  private final Consumer<Collection<Product>> seen;
  private final Live<Home> home = new Live<>();
  private final Live<String> trouble = new Live<>("");
  private final AtomicBoolean loading = new AtomicBoolean();

  HomeLoader(
      RelayClient relay,
      Workers workers,
      DocumentStore documents,
      Consumer<Collection<Product>> seen) {
    this.relay = relay;
    this.workers = workers;
    this.documents = documents;
    this.seen = seen;
    workers.io().execute(this::showLast);
  }

  Live<Home> home() {
    return home;
  }

  Live<String> trouble() {
    return trouble;
  }

  void refresh() {
    if (loading.compareAndSet(false, true)) {
      workers.io().execute(this::load);
    }
  }

  private void showLast() {
    try {
      Home last = documents.find(KEY, Home.class);
      if (last != null && home.value() == null) {
        home.set(last);
      }
    } catch (ProblemException e) {
      LOG.info("The last home is of another version; it is fetched again");
    }
  }

  private void load() {
    try {
      CompletableFuture<List<Category>> categories =
          async(() -> relay.get("/categories?limit=100", CATEGORIES).items());
      CompletableFuture<Recommendations> trending = async(() -> shelf("trending"));
      CompletableFuture<List<Product>> newest = async(() -> page("newest", SHELF));
      CompletableFuture<List<Product>> popular = async(() -> page("popularity", 100));
      Home fresh =
          new Home(
              categories.join(),
              trending.join().items().stream().map(Recommendations.Item::product).toList(),
              newest.join(),
              deals(Stream.concat(newest.join().stream(), popular.join().stream())),
              new Recommendations(List.of()),
              Instant.now());
      home.set(fresh);
      trouble.set("");
      documents.save(KEY, fresh);
      seen.accept(popular.join());
      seen.accept(fresh.newest());
      seen.accept(fresh.trending());
    } catch (CompletionException e) {
      failed(e);
    } finally {
      loading.set(false);
    }
  }

  private void failed(CompletionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof RelayUnreachableException || cause instanceof ProblemException) {
      String why = cause.getMessage();
      trouble.set(why == null ? "The relay could not be asked." : why);
      LOG.info("The home page stays as it was: {}", why);
    } else {
      trouble.set("The home page could not be read.");
      LOG.error("The home page could not be loaded", e);
    }
  }

  private Recommendations shelf(String name) {
    return relay.get("/recommendations/" + name + "?limit=" + SHELF, Recommendations.class);
  }

  private List<Product> page(String sort, int limit) {
    return relay.get("/products?sort=" + sort + "&limit=" + limit, ProductPage.class).items();
  }

  /// What costs less than it did, the largest part off first.
  private static List<Product> deals(Stream<Product> products) {
    return products
        .filter(product -> product.compareAtPrice() != null && product.stock() > 0)
        .distinct()
        .sorted(java.util.Comparator.comparingDouble(HomeLoader::share))
        .limit(SHELF)
        .toList();
  }

  private static double share(Product product) {
    long before = product.compareAtPrice() == null ? 0 : product.compareAtPrice().amount();
    return before <= 0 ? 1 : (double) product.price().amount() / before;
  }

  private <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, workers.io());
  }
}
