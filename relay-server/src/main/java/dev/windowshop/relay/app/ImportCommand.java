package dev.windowshop.relay.app;

import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.DatabaseUnavailableException;
import dev.windowshop.relay.db.RelayState;
import dev.windowshop.relay.store.csv.ImportReport;
import dev.windowshop.relay.store.csv.PictureFetch;
import dev.windowshop.relay.store.csv.ProductImport;
import dev.windowshop.relay.store.csv.UnusableFileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `import`: a product export into a shop, also while a relay serves the same folder.
@Command(
    name = "import",
    description = {
      "Read a Shopify product export (CSV, either generation of its columns) into a shop.",
      "Says line by line what it took and what it refused. Importing the same file again changes"
          + " nothing; a relay that is serving the folder shows the products at once."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was taken",
      "1:nothing was taken",
      "2:misused",
      "3:some lines were refused"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ImportCommand implements Callable<Integer> {
  private static final int SOME_REFUSED = 3;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.csv", description = "The export.")
  private Path file;

  @Mixin private DataOption data;

  @Mixin private DatabaseOptions database;

  @Option(
      names = "--shop",
      paramLabel = "NAME",
      defaultValue = "My shop",
      description =
          "Shop that the products belong to, made if need be (default: ${DEFAULT-VALUE}).")
  private String shopName;

  @Option(
      names = "--owner",
      paramLabel = "USER",
      description =
          "User name of whoever a new shop belongs to (default: a new user without a"
              + " password).")
  private @Nullable String owner;

  @Option(
      names = "--picture-seconds",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "How long pictures may be fetched for, 0 for not at all (default:"
              + " ${DEFAULT-VALUE}). Drawn ones stand in for those that can't be had.")
  private int pictureSeconds;

  @Override
  public Integer call() {
    String name = shopName.strip();
    if (name.isEmpty() || name.length() > 80) {
      throw new ParameterException(spec.commandLine(), "--shop must have 1 to 80 characters.");
    }
    if (pictureSeconds < 0 || pictureSeconds > 3600) {
      throw new ParameterException(
          spec.commandLine(), "--picture-seconds must be between 0 and 3600.");
    }
    PrintWriter out = spec.commandLine().getOut();
    ImportReport report =
        new ImportReport(line -> {
          out.println(line);
          out.flush();
        });
    Path folder = DataFolder.prepare(data.folder());
    try (Database opened = Database.open(database.config(folder));
        ExecutorService units =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("import-", 0).factory())) {
      String currency =
          opened.write(handle -> RelayState.init(handle, "currency", RelayConfig.DEFAULT_CURRENCY));
      ProductImport products = new ProductImport(opened, currency, units);
      products.check(file);
      Shop shop = products.shop(name, owner, Instant.now());
      products.run(file, shop, report);
      if (pictureSeconds > 0) {
        fetchPictures(opened, currency, folder, shop, report);
      }
    } catch (UnusableFileException | DatabaseUnavailableException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
    out.println(report.summary());
    out.flush();
    if (report.taken() == 0) {
      return 1;
    }
    return report.refused() > 0 ? SOME_REFUSED : 0;
  }

  private void fetchPictures(
      Database database, String currency, Path folder, Shop shop, ImportReport report) {
    Duration budget = Duration.ofSeconds(pictureSeconds);
    try (PictureFetch fetch = new PictureFetch(database, currency, folder, budget)) {
      fetch.run(shop, report);
    }
  }
}
