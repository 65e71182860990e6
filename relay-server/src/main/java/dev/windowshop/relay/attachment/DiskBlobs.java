package dev.windowshop.relay.attachment;

import dev.windowshop.relay.auth.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Blobs as files: `ab/cd/abcd…`. A file is moved into its place whole, so that what is there is
/// always complete.
final class DiskBlobs implements BlobStore {
  private static final Logger LOG = LoggerFactory.getLogger(DiskBlobs.class);
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Path root;

  /// Pins by hash; a negative one is being removed.
  private final Map<String, Integer> pins = new HashMap<>();

  DiskBlobs(Path root) throws IOException {
    this.root = OwnerOnly.folder(root);
  }

  @Override
  public Pin pin(String sha256) {
    synchronized (pins) {
      while (pins.getOrDefault(sha256, 0) < 0) {
        try {
          pins.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted", e);
        }
      }
      pins.merge(sha256, 1, Integer::sum);
    }
    return () -> release(sha256, -1);
  }

  private void release(String sha256, int by) {
    synchronized (pins) {
      pins.computeIfPresent(sha256, (_, count) -> count + by == 0 ? null : count + by);
      pins.notifyAll();
    }
  }

  @Override
  public void put(String sha256, Path file) throws IOException {
    Path place = place(sha256);
    if (Files.exists(place) && Files.size(place) == Files.size(file)) {
      Files.delete(file);
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Path outer = root.resolve(sha256.substring(0, 2));
    Path folder = outer.resolve(sha256.substring(2, 4));
    boolean made = !Files.isDirectory(folder);
    OwnerOnly.folder(folder);
    Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(folder);
    if (made) {
      sync(outer);
      sync(root);
    }
  }

  /// Makes names in a folder durable, where the system can.
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("{} can't be synced by itself here", folder, e);
    }
  }

  @Override
  public Optional<Path> find(String sha256) {
    Path place = place(sha256);
    return Files.isRegularFile(place) ? Optional.of(place) : Optional.empty();
  }

  @Override
  public boolean remove(String sha256, Predicate<String> isUsed) throws IOException {
    synchronized (pins) {
      if (pins.containsKey(sha256)) {
        return false;
      }
      pins.put(sha256, -1);
    }
    try {
      return !isUsed.test(sha256) && Files.deleteIfExists(place(sha256));
    } finally {
      release(sha256, 1);
    }
  }

  @Override
  public Stream<String> old(Instant before) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root, 3)) {
      files
          .filter(file -> HASH.matcher(file.getFileName().toString()).matches())
          .filter(file -> isOlder(file, before))
          .forEach(file -> found.add(file.getFileName().toString()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return found.stream();
  }

  private static boolean isOlder(Path file, Instant before) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (IOException e) {
      LOG.debug("{} went away meanwhile", file, e);
      return false;
    }
  }

  @Override
  public long free() throws IOException {
    return Files.getFileStore(root).getUsableSpace();
  }

  private Path place(String sha256) {
    if (!HASH.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a hash");
    }
    return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }
}
