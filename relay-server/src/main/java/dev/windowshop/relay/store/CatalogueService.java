package dev.windowshop.relay.store;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.RelayState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the newest snapshot of the catalogue. Thread-safe.
public final class CatalogueService {
  /// Raised in `relay_state` with every change of what is on sale, by whichever process made it.
  static final String VERSION = "catalogue";

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueService.class);

  /// Hears of a new snapshot, on the thread that loaded it.
  @FunctionalInterface
  public interface Listener {
    void replaced(Catalogue before, Catalogue now);
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

  /// Puts new figures and words on products that changed in nothing else, as they have been stored
  /// already: the whole catalogue is not read again for them.
  public synchronized void rescore(UnaryOperator<Product> change) {
    Catalogue before = catalogue;
    Catalogue now = before.rescored(change);
    catalogue = now;
    listeners.forEach(listener -> listener.replaced(before, now));
  }

  /// Loads the catalogue again if anybody changed it, this process or another.
  public synchronized void refresh() {
    try {
      Catalogue before = catalogue;
      if (!database.read(this::version).equals(before.version())) {
        Catalogue now = database.read(this::load);
        catalogue = now;
        listeners.forEach(listener -> listener.replaced(before, now));
      }
    } catch (RuntimeException e) {
      LOG.warn("the catalogue could not be refreshed; the last one stays", e);
    }
  }

  public Product product(String id) {
    Product product = catalogue.product(id);
    if (product == null) {
      throw ProblemException.notFound("product");
    }
    return product;
  }

  private Catalogue load(Handle handle) {
    return new Catalogue(
        version(handle),
        currency,
        products.all(handle),
        categories.all(handle),
        products.shops(handle));
  }

  private String version(Handle handle) {
    // A suspension begins and ends without a word to the catalogue, also by the clock alone.
    List<String> suspended = products.suspendedSellers(handle);
    return RelayState.get(handle, VERSION).orElse("0")
        + (suspended.isEmpty() ? "" : " without " + suspended);
  }
}
