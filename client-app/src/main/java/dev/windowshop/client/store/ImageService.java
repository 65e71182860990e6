package dev.windowshop.client.store;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.platform.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures, from the disk when they were seen before. Loads of the same picture at the same time
/// are one; when the folder grows over its bound, those unused for longest go. Thread-safe.
public final class ImageService {
  private static final Logger LOG = LoggerFactory.getLogger(ImageService.class);
  private static final int AT_ONCE = 6;
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  private final RelayClient relay;
  private final Workers workers;
  private final Path folder;
  private volatile long bound;
  private final ConcurrentHashMap<String, CompletableFuture<byte[]>> loading =
      new ConcurrentHashMap<>();
  private final Semaphore fetching = new Semaphore(AT_ONCE);
  private final AtomicLong stored = new AtomicLong(-1);

  /// @param folder where they are kept; made when needed
  /// @param bound bytes
  public ImageService(RelayClient relay, Workers workers, Path folder, long bound) {
    this.relay = relay;
    this.workers = workers;
    this.folder = folder;
    this.bound = bound;
  }

  /// Keeps no more than this from now on; those unused for longest go.
  public void setBound(long bytes) {
    bound = bytes;
    workers.io().execute(() -> tidy(false));
  }

  /// How many bytes are kept.
  public CompletableFuture<Long> used() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Files.isDirectory(folder) ? files().stream().mapToLong(Kept::size).sum() : 0L;
          } catch (IOException e) {
            LOG.debug("{} can't be counted", folder, e);
            return 0L;
          }
        },
        workers.io());
  }

  /// Throws all of them away; what is shown is fetched again.
  public CompletableFuture<Void> clear() {
    return CompletableFuture.runAsync(() -> tidy(true), workers.io());
  }

  /// Throws one away that must not be kept any longer.
  public void forget(String url) {
    workers
        .io()
        .execute(() -> {
          try {
            Files.deleteIfExists(folder.resolve(name(relay.address().base() + " " + url)));
          } catch (IOException e) {
            LOG.warn("A picture could not be taken out of {}: {}", folder, e.toString());
          }
        });
  }

  private synchronized void tidy(boolean all) {
    try {
      if (!Files.isDirectory(folder)) {
        return;
      }
      for (Kept file : files()) {
        // What a crash left half written is of no use to anybody.
        boolean left =
            file.path().toString().endsWith(".part")
                && file.used().toInstant().isBefore(Instant.now().minus(LEFT_BEHIND));
        if (all || left) {
          Files.deleteIfExists(file.path());
        }
      }
      trim(bound);
    } catch (IOException e) {
      LOG.warn("The pictures in {} could not be tidied: {}", folder, e.toString());
    }
  }

  /// @param url a path on the relay, an absolute address, or a file on this machine
  public CompletableFuture<byte[]> load(String url) {
    CompletableFuture<byte[]> mine = new CompletableFuture<>();
    CompletableFuture<byte[]> running = loading.putIfAbsent(url, mine);
    if (running != null) {
      return running.copy();
    }
    workers
        .io()
        .execute(() -> {
          try {
            byte[] bytes = find(url);
            loading.remove(url, mine);
            mine.complete(bytes);
          } catch (RuntimeException e) {
            loading.remove(url, mine);
            mine.completeExceptionally(e);
          }
        });
    return mine.copy();
  }

  private byte[] find(String url) {
    if (url.startsWith("file:")) {
      return local(url);
    }
    Path file = folder.resolve(name(relay.address().base() + " " + url));
    byte[] kept = read(file);
    if (kept != null) {
      return kept;
    }
    fetching.acquireUninterruptibly();
    try {
      byte[] fresh = relay.bytes(url);
      keep(file, fresh);
      return fresh;
    } finally {
      fetching.release();
    }
  }

  private static byte[] local(String url) {
    try {
      return Files.readAllBytes(Path.of(URI.create(url)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte @Nullable [] read(Path file) {
    try {
      if (!Files.exists(file)) {
        return null;
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return bytes.length == 0 ? null : bytes;
    } catch (IOException e) {
      LOG.debug("{} is fetched again", file, e);
      return null;
    }
  }

  /// A picture that cannot be kept is still shown.
  private void keep(Path file, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "new", ".part");
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      if (stored.get() < 0) {
        stored.set(files().stream().mapToLong(Kept::size).sum());
      } else {
        stored.addAndGet(bytes.length);
      }
      if (stored.get() > bound) {
        trim(bound * 3 / 4);
      }
    } catch (IOException e) {
      LOG.warn("A picture could not be kept in {}: {}", folder, e.toString());
    }
  }

  private record Kept(Path path, long size, FileTime used) {}

  private synchronized void trim(long most) throws IOException {
    List<Kept> files = files();
    long size = files.stream().mapToLong(Kept::size).sum();
    files.sort(Comparator.comparing(Kept::used));
    for (Kept file : files) {
      if (size <= most) {
        break;
      }
      Files.deleteIfExists(file.path());
      size -= file.size();
    }
    stored.set(size);
  }

  private List<Kept> files() throws IOException {
    List<Kept> found = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        found.add(new Kept(path, Files.size(path), Files.getLastModifiedTime(path)));
      }
    }
    return found;
  }

  private static String name(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
