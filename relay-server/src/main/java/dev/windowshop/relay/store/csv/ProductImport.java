package dev.windowshop.relay.store.csv;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.demo.picture.Pictures;
import dev.windowshop.relay.store.CatalogueWriter;
import dev.windowshop.relay.store.Picture;
import dev.windowshop.relay.store.ProductRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads a file into a shop. Every product is its own unit of work: it is there whole or not at
/// all. Confined to one thread, apart from the units of one window, which go to the database
/// together.
public final class ProductImport {
  private static final int MOST_ROWS = 3000;
  private static final int WINDOW = 64;

  private final Database database;
  private final String currency;
  private final ImportRepository repository;
  private final ProductParser parser;
  private final CatalogueWriter writer = new CatalogueWriter();
  private final UserRepository users = new UserRepository();
  private final Executor executor;
  private final boolean trial;
  private final Set<String> finished = new HashSet<>();

  /// @param executor runs the units of a window, one virtual thread each
  public ProductImport(Database database, String currency, Executor executor) {
    this(database, currency, executor, false);
  }

  /// @param trial says what a run would do, and does not do it
  public ProductImport(Database database, String currency, Executor executor, boolean trial) {
    this.trial = trial;
    this.database = database;
    this.currency = currency;
    this.repository = new ImportRepository(currency);
    this.parser =
        new ProductParser(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    this.executor = executor;
  }

  private record Pending(ParsedProduct product, CompletableFuture<ImportRepository.Outcome> done) {}

  /// The shop of this name, made with an owner of its own where there is none.
  ///
  /// @param owner user name of who gets a shop that is new; null for somebody new, who can't sign
  ///   in
  /// @throws UnusableFileException when the owner can't be it
  public Shop shop(String name, @Nullable String owner, Instant now) {
    return database.write(handle -> {
      ProductRepository products = new ProductRepository(currency);
      String id = writer.shopNamed(handle, name).orElse(null);
      String ownerId = owner == null ? null : ownerId(handle, owner);
      if (id != null) {
        Shop shop = products.shop(handle, id).orElseThrow();
        if (ownerId != null && !ownerId.equals(shop.ownerId())) {
          throw new UnusableFileException(
              "The shop '" + shop.name() + "' belongs to somebody other than " + owner + ".");
        }
        return shop;
      }
      if (ownerId != null && users.me(handle, ownerId).orElseThrow().shopId() != null) {
        throw new UnusableFileException(owner + " has another shop already.");
      }
      String color = "#6f8b74";
      Shop shop =
          new Shop(
              Ids.newId(),
              name,
              ownerId == null ? newOwner(handle, name, now) : ownerId,
              null,
              Picture.shop(color, Pictures.seed(name)),
              color);
      writer.insertShop(handle, shop, now);
      return shop;
    });
  }

  private String ownerId(Handle handle, String owner) {
    return users
        .idOf(handle, owner)
        .orElseThrow(() -> new UnusableFileException("There is no user " + owner + "."));
  }

  private String newOwner(Handle handle, String shop, Instant now) {
    String base = "shop-" + ImportRepository.slug(shop);
    String username = base.substring(0, Math.min(26, base.length()));
    for (int i = 0; ; i++) {
      String name = i == 0 ? username : username + "-" + i;
      UserRepository.NewUser user =
          new UserRepository.NewUser(
              Ids.newId(), name, name + "@shops.invalid", shop, null, null, null, now);
      if (users.insert(handle, user).isEmpty()) {
        return user.id();
      }
    }
  }

  /// Looks at the file's beginning only, so that a wrong one leaves no trace.
  ///
  /// @throws UnusableFileException when nothing of it can be read
  public void check(Path path) {
    try (ProductFile file = ProductFile.open(path)) {
      file.next();
    } catch (UnreadableRestException e) {
      throw new UnusableFileException(path.getFileName() + " is no CSV file: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UnusableFileException(path + " can't be read: " + e.getMessage() + ".", e);
    }
  }

  /// @throws UnusableFileException when nothing of the file can be read
  public void run(Path path, Shop shop, ImportReport report) {
    try (ProductFile file = ProductFile.open(path)) {
      List<Pending> window = new ArrayList<>();
      List<Row> rows = new ArrayList<>();
      String current = "";
      long line = 1;
      try {
        for (Row row = file.next(); row != null; row = file.next()) {
          line = row.line();
          String handle = handle(row, current);
          if (handle.isEmpty()) {
            report.refused(row.line(), "", "it has neither a handle nor a title");
          } else if (handle.equals(current) && rows.size() >= MOST_ROWS) {
            report.refused(row.line(), handle, "a product may have " + MOST_ROWS + " rows at most");
          } else {
            if (!handle.equals(current)) {
              submit(current, rows, shop, window, report);
              rows.clear();
              current = handle;
            }
            rows.add(row);
          }
        }
        submit(current, rows, shop, window, report);
      } catch (UnreadableRestException e) {
        // What was read before this point is whole; the product that it broke off in may not be.
        if (!rows.isEmpty()) {
          report.refused(rows.getFirst().line(), current, "the file breaks off before its end");
        }
        report.broke(line + 1, String.valueOf(e.getMessage()));
      } finally {
        settle(window, report);
      }
    } catch (IOException e) {
      throw new UnusableFileException(path + " can't be read: " + e.getMessage() + ".", e);
    }
    if (!trial) {
      database.write(handle -> {
        repository.announce(handle);
        return true;
      });
    }
  }

  /// A row with a title begins a product even where the handle is left to be made of it.
  private static String handle(Row row, String current) {
    String handle = row.get(Column.HANDLE).toLowerCase(Locale.ROOT);
    if (!handle.isEmpty()) {
      return handle.length() <= 255 ? handle : handle.substring(0, 255);
    }
    if (row.has(Column.TITLE)) {
      return ImportRepository.slug(row.get(Column.TITLE));
    }
    return row.has(Column.IMAGE) || row.has(Column.OPTION1_VALUE) ? current : "";
  }

  private void submit(
      String handle, List<Row> rows, Shop shop, List<Pending> window, ImportReport report) {
    if (rows.isEmpty()) {
      return;
    }
    if (!finished.add(handle)) {
      for (Row row : rows) {
        report.refused(
            row.line(), handle, "other products stand between it and the product's first rows");
      }
      return;
    }
    ParsedProduct product =
        parser.parse(handle, List.copyOf(rows), (line, why) -> report.refused(line, handle, why));
    if (product == null) {
      return;
    }
    Instant now = Instant.now();
    window.add(
        new Pending(
            product, CompletableFuture.supplyAsync(() -> write(shop, product, now), executor)));
    if (window.size() >= WINDOW) {
      settle(window, report);
    }
  }

  private ImportRepository.Outcome write(Shop shop, ParsedProduct product, Instant now) {
    if (!trial) {
      return database.write(h -> repository.write(h, shop, product, now));
    }
    try {
      return database.write(h -> {
        throw new TakenBack(repository.write(h, shop, product, now));
      });
    } catch (TakenBack e) {
      return e.outcome;
    }
  }

  /// Ends a unit of work without effect.
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final ImportRepository.Outcome outcome;

    TakenBack(ImportRepository.Outcome outcome) {
      super("taken back", null, false, false);
      this.outcome = outcome;
    }
  }

  private static void settle(List<Pending> window, ImportReport report) {
    for (Pending pending : window) {
      try {
        report.took(pending.product(), pending.done().join());
      } catch (CompletionException e) {
        org.slf4j.LoggerFactory.getLogger(ProductImport.class).debug("a product was not stored", e);
        report.refused(
            pending.product().line(), pending.product().handle(), "the database did not take it");
      }
    }
    window.clear();
    report.flush();
  }
}
