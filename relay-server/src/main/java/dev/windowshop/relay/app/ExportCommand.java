package dev.windowshop.relay.app;

import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.DatabaseUnavailableException;
import dev.windowshop.relay.db.RelayState;
import dev.windowshop.relay.store.csv.Generation;
import dev.windowshop.relay.store.csv.ProductExport;
import dev.windowshop.relay.store.csv.ProductExport.Written;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `export`: a shop's products into a file that `import` reads, also while a relay serves the same
/// folder.
@Command(
    name = "export",
    description = {
      "Write a shop's products as a Shopify product export (CSV), drafts and archived ones too.",
      "Importing the file, here or elsewhere, gives the same products."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE.csv",
      description = "Where to write; - for the standard output. One that is there is replaced.")
  private Path file;

  @Mixin private DataOption data;

  @Mixin private DatabaseOptions database;

  @Option(
      names = "--shop",
      paramLabel = "NAME",
      defaultValue = "My shop",
      description = "Whose products (default: ${DEFAULT-VALUE}).")
  private String shopName;

  @Option(
      names = "--columns",
      paramLabel = "NAMES",
      defaultValue = "current",
      description =
          "current or classic: the columns of today's Shopify, or those of before (default:"
              + " ${DEFAULT-VALUE}).")
  private String columns;

  @Option(
      names = "--picture-address",
      paramLabel = "URL",
      description =
          "Where the relay can be reached, for pictures that are only there, for example"
              + " https://shop.example (default: they are left out).")
  private @Nullable String address;

  @Override
  public Integer call() {
    Generation generation =
        switch (columns.strip().toLowerCase(Locale.ROOT)) {
          case "current" -> Generation.CURRENT;
          case "classic" -> Generation.CLASSIC;
          case String other ->
              throw new ParameterException(
                  spec.commandLine(), "--columns must be current or classic, not " + other + ".");
        };
    if (address != null && !address.matches("(?i)https?://[^\\s\"<>?#]+")) {
      throw new ParameterException(
          spec.commandLine(), "--picture-address must be like https://shop.example");
    }
    Path folder = data.existing();
    try (Database opened = Database.open(database.config(folder))) {
      String currency =
          opened.write(handle -> RelayState.init(handle, "currency", RelayConfig.DEFAULT_CURRENCY));
      ProductExport export =
          new ProductExport(
              opened, currency, generation, address == null ? null : address.replaceAll("/+$", ""));
      String shop =
          export
              .shopNamed(shopName.strip())
              .orElseThrow(() ->
                  new CannotStartException(
                      "There is no shop '" + shopName.strip() + "': name it with --shop."));
      return report(file.toString().equals("-") ? print(export, shop) : save(export, shop));
    } catch (DatabaseUnavailableException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new CannotStartException(file + " can't be written: " + e.getMessage(), e);
    }
  }

  private Written print(ProductExport export, String shop) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Written written = export.run(shop, out);
    out.flush();
    return written;
  }

  /// What was there stays until all of the new file is.
  private Written save(ProductExport export, String shop) throws IOException {
    Path target = file.toAbsolutePath();
    Path whole = target.resolveSibling(target.getFileName() + ".part");
    try {
      Written written;
      try (Writer out = Files.newBufferedWriter(whole)) {
        written = export.run(shop, out);
      }
      Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
      return written;
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private int report(Written written) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        Locale.ROOT,
        "%d products with %d variants and %d pictures.%n",
        written.products(),
        written.variants(),
        written.pictures());
    if (written.picturesLeftOut() > 0) {
      err.printf(
          Locale.ROOT,
          "%d pictures are only on this relay and were left out: say where it is with"
              + " --picture-address.%n",
          written.picturesLeftOut());
    }
    err.flush();
    return 0;
  }
}
