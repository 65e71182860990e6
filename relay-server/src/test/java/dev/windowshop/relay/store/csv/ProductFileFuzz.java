package dev.windowshop.relay.store.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Feeds the reader of product files a whole file. Whatever comes, it is refused as a file, or each
/// of its rows is taken or refused with a reason.
public final class ProductFileFuzz {
  private static final ProductParser PARSER = new ProductParser(2);
  private static final Path FILE = file();

  private ProductFileFuzz() {}

  private static Path file() {
    try {
      Path memory = Path.of("/dev/shm");
      Path file =
          Files.isWritable(memory)
              ? Files.createTempFile(memory, "fuzz", ".csv")
              : Files.createTempFile("fuzz", ".csv");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      Files.write(FILE, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (ProductFile file = ProductFile.open(FILE)) {
      List<Row> rows = new ArrayList<>();
      for (Row row = file.next(); row != null; row = file.next()) {
        rows.add(row);
      }
      if (!rows.isEmpty()) {
        ParsedProduct product =
            PARSER.parse(
                "handle",
                rows,
                (line, why) -> {
                  if (why.isBlank()) {
                    throw new IllegalStateException("refused without a reason: line " + line);
                  }
                });
        if (product != null && (product.title().isBlank() || product.variants().isEmpty())) {
          throw new IllegalStateException("a product that can't be sold: " + product);
        }
      }
    } catch (UnusableFileException | UnreadableRestException e) {
      if (e.getMessage() == null) {
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
