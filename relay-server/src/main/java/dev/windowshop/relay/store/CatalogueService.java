package dev.windowshop.relay.store;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.RelayState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the newest catalogue. What changed is read, and nothing else, however much is on sale.
/// Thread-safe.
public final class CatalogueService {
  /// Raised in `relay_state` with every change of what is on sale, by whichever process made it.
  static final String VERSION = "catalogue";

  /// From so many changes on, reading everything is quicker.
  private static final int MANY = 5_000;

  private static final int AT_ONCE = 500;
  private static final String WITHOUT = " without ";
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueService.class);

  /// A product that is another now.
  ///
  /// @param before null for one that is new
  /// @param now null for one that is gone
  public record Change(@Nullable Product before, @Nullable Product now) {
    public String id() {
      return Objects.requireNonNull(now == null ? before : now).id();
    }
  }

  /// Hears of what changed, on the thread that read it.
  @FunctionalInterface
  public interface Listener {
    void changed(List<Change> changes);
  }

  private final Database database;
  private final ProductRepository products;
  private final CategoryRepository categories;
  private final String currency;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile Catalogue catalogue;

  CatalogueService(
      Database database,
      ProductRepository products,
      CategoryRepository categories,
      String currency) {
    this.database = database;
    this.products = products;
    this.categories = categories;
    this.currency = currency;
    this.catalogue = database.read(this::load);
  }

  public void onChange(Listener listener) {
    listeners.add(listener);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Product product(String id) {
    Product product = catalogue.product(id);
    if (product == null) {
      throw ProblemException.notFound("product");
    }
    return product;
  }

  /// Puts new figures and words on products that changed in nothing else, as they have been stored
  /// already: the whole catalogue is not read again for them.
  ///
  /// @param change gives back the same object for what does not change
  public synchronized void rescore(UnaryOperator<Product> change) {
    List<Change> changes = new ArrayList<>();
    catalogue = catalogue.rescored(change, changes);
    tell(changes);
  }

  /// Reads what anybody changed since, this process or another.
  public synchronized void refresh() {
    try {
      Catalogue before = catalogue;
      if (database.read(this::version).equals(before.version())) {
        return;
      }
      Read read = database.read(handle -> read(handle, before));
      catalogue = read.now();
      tell(read.changes());
    } catch (RuntimeException e) {
      LOG.warn("the catalogue could not be refreshed; the last one stays", e);
    }
  }

  private record Read(Catalogue now, List<Change> changes) {}

  private Read read(Handle handle, Catalogue before) {
    Set<String> ids = changedSince(handle, before.version());
    if (ids.contains(CatalogueWriter.EVERYTHING) || ids.size() > MANY) {
      Catalogue now = load(handle);
      return new Read(now, differences(before, now));
    }
    boolean shelves = ids.remove(CatalogueWriter.SHOPS);
    List<Category> moreCategories = shelves ? categories.all(handle) : null;
    List<Shop> moreShops = shelves ? products.shops(handle) : null;
    Map<String, @Nullable Product> changed = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      Map<String, Product> found = products.onSale(handle, some);
      for (String id : some) {
        Product was = before.product(id);
        Product now = found.get(id);
        if (!Objects.equals(was, now)) {
          changed.put(id, now);
          changes.add(new Change(was, now));
        }
      }
    }
    return new Read(before.with(version(handle), changed, moreCategories, moreShops), changes);
  }

  private Set<String> changedSince(Handle handle, String version) {
    String[] parts = version.split(WITHOUT, 2);
    Set<String> changed =
        new HashSet<>(
            handle
                .createQuery(
                    "SELECT product_id FROM product_changes WHERE change > :since LIMIT :most")
                .bind("since", Long.parseLong(parts[0]))
                .bind("most", MANY + 1)
                .mapTo(String.class)
                .list());
    Set<String> before = new HashSet<>();
    if (parts.length > 1) {
      before.addAll(List.of(parts[1].split(" ")));
    }
    Set<String> now = new HashSet<>(products.suspendedSellers(handle));
    Set<String> others = new HashSet<>(before);
    others.addAll(now);
    before.retainAll(now);
    others.removeAll(before);
    changed.addAll(products.ofSellers(handle, others));
    return changed;
  }

  private static List<Change> differences(Catalogue before, Catalogue now) {
    List<Change> changes = new ArrayList<>();
    for (Product product : now.products()) {
      Product was = before.product(product.id());
      if (!product.equals(was)) {
        changes.add(new Change(was, product));
      }
    }
    for (Product product : before.products()) {
      if (now.product(product.id()) == null) {
        changes.add(new Change(product, null));
      }
    }
    return changes;
  }

  private void tell(List<Change> changes) {
    if (!changes.isEmpty()) {
      listeners.forEach(listener -> listener.changed(changes));
    }
  }

  private Catalogue load(Handle handle) {
    return Catalogue.of(
        version(handle),
        currency,
        products.all(handle),
        categories.all(handle),
        products.shops(handle));
  }

  private static String counter(Handle handle) {
    return RelayState.get(handle, VERSION).orElse("0");
  }

  private String version(Handle handle) {
    // A suspension begins and ends without a word to the catalogue, also by the clock alone.
    List<String> suspended = products.suspendedSellers(handle);
    return counter(handle) + (suspended.isEmpty() ? "" : WITHOUT + String.join(" ", suspended));
  }
}
