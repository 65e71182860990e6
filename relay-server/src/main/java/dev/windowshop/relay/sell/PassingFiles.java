package dev.windowshop.relay.sell;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.auth.OwnerOnly;
import dev.windowshop.relay.limit.FullStorage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Files that only pass through the relay, in a folder of their own. Whoever is handed one deletes
/// it; what a relay that died left there goes when the next one starts. Thread-safe.
final class PassingFiles {
  private static final int MOST_BYTES = 50_000_000;

  private final Path folder;

  PassingFiles(Path folder) {
    this.folder = folder;
    try {
      OwnerOnly.folder(folder);
      List<Path> left;
      try (Stream<Path> files = Files.list(folder)) {
        left = files.toList();
      }
      left.forEach(PassingFiles::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return a file with all of it
  /// @throws ProblemException 413 for too much, 400 for what breaks off, 507 when there is no room
  Path take(InputStream body) {
    return filled(file -> {
      try (OutputStream out = Files.newOutputStream(file)) {
        copy(body, out);
      }
    });
  }

  /// @return a file with what was written
  /// @throws ProblemException 507 when there is no room
  Path write(Consumer<Writer> writing) {
    return filled(file -> {
      try (Writer out = Files.newBufferedWriter(file)) {
        writing.accept(out);
      }
    });
  }

  @FunctionalInterface
  private interface Filling {
    void fill(Path file) throws IOException;
  }

  private Path filled(Filling filling) {
    Path file = null;
    try {
      file = Files.createTempFile(folder, "products", ".csv");
      filling.fill(file);
      return file;
    } catch (IOException | RuntimeException e) {
      if (file != null) {
        delete(file);
      }
      if (FullStorage.isWhy(e)) {
        throw FullStorage.problem();
      }
      throw e instanceof RuntimeException unchecked
          ? unchecked
          : new UncheckedIOException((IOException) e);
    }
  }

  private static void copy(InputStream body, OutputStream out) throws IOException {
    byte[] some = new byte[16_384];
    long size = 0;
    for (int n = read(body, some); n >= 0; n = read(body, some)) {
      size += n;
      if (size > MOST_BYTES) {
        throw new ProblemException(
            ProblemType.TOO_LARGE,
            "A product file may have " + MOST_BYTES / 1_000_000 + " MB at most.");
      }
      out.write(some, 0, n);
    }
  }

  private static int read(InputStream body, byte[] into) {
    try {
      return body.read(into);
    } catch (IOException e) {
      // The other end is gone and reads no answer: nothing is wrong here.
      ProblemException cut =
          new ProblemException(ProblemType.BAD_REQUEST, "The file did not arrive whole.");
      cut.addSuppressed(e);
      throw cut;
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
