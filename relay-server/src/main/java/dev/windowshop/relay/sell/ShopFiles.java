package dev.windowshop.relay.sell;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A seller's products as one file, in and out. Blocks its caller, a virtual thread; memory does
/// not grow with the file.
final class ShopFiles {
  private static final int MOST_BYTES = 50_000_000;

  private final Database database;
  private final ShopService shops;
  private final CatalogueService catalogue;
  private final String currency;

  ShopFiles(Database database, ShopService shops, CatalogueService catalogue, String currency) {
    this.database = database;
    this.shops = shops;
    this.catalogue = catalogue;
    this.currency = currency;
  }

  /// @param body a Shopify CSV
  /// @param trial says what it would do, and does not do it
  /// @throws ProblemException 404 without a shop, 413 for a file that is too large, 422 when
  ///   nothing of it can be read
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
    Path file = kept(body);
    try (ExecutorService units =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("import-", 0).factory())) {
      new ProductImport(database, currency, units, trial).run(file, shop, report);
    } catch (UnusableFileException e) {
      throw ProblemException.invalid("body", "is no product file");
    } finally {
      delete(file);
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
    Path file = temporary();
    try (Writer out = Files.newBufferedWriter(file)) {
      new ProductExport(database, currency, generation, address).run(shopId, out);
      return file;
    } catch (IOException e) {
      delete(file);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      delete(file);
      throw e;
    }
  }

  private static Path kept(InputStream body) {
    Path file = temporary();
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] some = new byte[16_384];
      long size = 0;
      for (int n = body.read(some); n >= 0; n = body.read(some)) {
        size += n;
        if (size > MOST_BYTES) {
          throw new ProblemException(
              ProblemType.TOO_LARGE,
              "A product file may have " + MOST_BYTES / 1_000_000 + " MB at most.");
        }
        out.write(some, 0, n);
      }
      return file;
    } catch (IOException e) {
      delete(file);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      delete(file);
      throw e;
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("products", ".csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
