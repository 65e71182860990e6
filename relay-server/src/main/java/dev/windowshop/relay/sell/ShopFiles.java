package dev.windowshop.relay.sell;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Shop;
import dev.windowshop.protocol.ShopImport;
import dev.windowshop.protocol.ShopProfile;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.CatalogueService;
import dev.windowshop.relay.store.csv.Generation;
import dev.windowshop.relay.store.csv.ImportReport;
import dev.windowshop.relay.store.csv.ProductExport;
import dev.windowshop.relay.store.csv.ProductImport;
import dev.windowshop.relay.store.csv.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A seller's products as one file, in and out. Blocks its caller, a virtual thread; memory does
/// not grow with the file.
final class ShopFiles {
  private final Database database;
  private final ShopService shops;
  private final CatalogueService catalogue;
  private final String currency;
  private final PassingFiles files;

  ShopFiles(
      Database database,
      ShopService shops,
      CatalogueService catalogue,
      String currency,
      PassingFiles files) {
    this.database = database;
    this.shops = shops;
    this.catalogue = catalogue;
    this.currency = currency;
    this.files = files;
  }

  /// @param body a Shopify CSV
  /// @param trial says what it would do, and does not do it
  /// @throws ProblemException 404 without a shop, 413 for a file that is too large, 422 when
  ///   nothing of it can be read, 507 when there is no room for it
  ShopImport take(String userId, InputStream body, boolean trial) {
    ShopProfile profile = shops.mine(userId);
    Shop shop =
        new Shop(
            profile.id(),
            profile.name(),
            profile.ownerId(),
            profile.description(),
            profile.avatarUrl(),
            profile.color());
    ImportReport report = new ImportReport(line -> {});
    Path file = files.take(body);
    try (ExecutorService units =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("import-", 0).factory())) {
      new ProductImport(database, currency, units, trial).run(file, shop, report);
    } catch (UnusableFileException e) {
      throw ProblemException.invalid("body", "is no product file");
    } finally {
      PassingFiles.delete(file);
    }
    if (!trial) {
      catalogue.refresh();
    }
    return report.sum();
  }

  /// @param address where this relay's pictures are to be had
  /// @return a file that is the caller's
  Path give(String userId, Generation generation, String address) {
    String shopId = shops.mine(userId).id();
    return files.write(out -> {
      try {
        new ProductExport(database, currency, generation, address).run(shopId, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
