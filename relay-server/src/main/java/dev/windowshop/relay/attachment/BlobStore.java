package dev.windowshop.relay.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps content under its SHA-256, each once. Thread-safe.
public interface BlobStore {
  /// Keeps its content from being collected until it is closed.
  interface Pin extends AutoCloseable {
    @Override
    void close();
  }

  Pin pin(String sha256);

  /// Takes a file over, durably: once this returns the content survives a power cut. What is there
  /// under this hash stays. The hash must be pinned.
  void put(String sha256, Path file) throws IOException;

  /// The file with this content, to be read only.
  Optional<Path> find(String sha256);

  /// Removes content unless somebody pins it, or `isUsed` says so when nobody can pin it anymore.
  ///
  /// @return whether it was removed
  boolean remove(String sha256, java.util.function.Predicate<String> isUsed) throws IOException;

  /// Hashes of all that is kept and older than a while.
  Stream<String> old(java.time.Instant before) throws IOException;

  /// Bytes that can still be written.
  long free() throws IOException;
}
