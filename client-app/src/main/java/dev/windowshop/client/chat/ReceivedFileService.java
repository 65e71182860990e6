package dev.windowshop.client.chat;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Fetches files that came with messages; what was opened or played is kept in the cache's folder.
/// Any thread.
public final class ReceivedFileService implements ReceivedFiles {
  private final RelayClient relay;
  private final Workers workers;
  private final Path folder;
  private final Consumer<Path> program;
  private final Map<String, Fetching> fetching = new ConcurrentHashMap<>();

  /// @param folder where copies are kept
  /// @param program shows a file in the system's program for it; blocks, throws
  ///   [UncheckedIOException]
  public ReceivedFileService(
      RelayClient relay, Workers workers, Path folder, Consumer<Path> program) {
    this.relay = relay;
    this.workers = workers;
    this.folder = folder;
    this.program = program;
  }

  @Override
  public CompletableFuture<Void> save(Line.Media file, Path target, DoubleConsumer progress) {
    return fetch(file, progress)
        .thenAcceptAsync(
            copy -> {
              try {
                Files.copy(copy, target, StandardCopyOption.REPLACE_EXISTING);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            workers.io());
  }

  @Override
  public CompletableFuture<Path> fetch(Line.Media file, DoubleConsumer progress) {
    Path local = file.local();
    if (local != null) {
      return CompletableFuture.completedFuture(local);
    }
    Fetching mine = new Fetching();
    while (true) {
      Fetching running = fetching.putIfAbsent(file.key(), mine);
      Fetching one = running == null ? mine : running;
      CompletableFuture<Path> asked = one.ask(progress);
      if (asked == null) {
        // Everybody gave that one up a moment ago.
        fetching.remove(file.key(), one);
      } else {
        if (running == null) {
          workers.io().execute(() -> run(file, mine));
        }
        return asked;
      }
    }
  }

  private void run(Line.Media file, Fetching mine) {
    try {
      mine.done.complete(find(file, mine));
    } catch (IOException e) {
      mine.done.completeExceptionally(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      mine.done.completeExceptionally(e);
    } finally {
      fetching.remove(file.key(), mine);
    }
  }

  private Path find(Line.Media file, Fetching mine) throws IOException {
    Path own = folder.resolve(file.key());
    Path kept = own.resolve(SafeFileName.of(file.name()));
    if (Files.isRegularFile(kept) && Files.size(kept) > 0) {
      return kept;
    }
    Files.createDirectories(own);
    Path fresh = Files.createTempFile(own, "new", ".part");
    try {
      relay.download(
          "/attachments/" + file.key(),
          fresh,
          come -> mine.came(file.size() <= 0 ? 0 : Math.min(1, (double) come / file.size())));
      Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    return kept;
  }

  /// One that is being fetched, for all who asked for it. Thread-safe.
  private static final class Fetching {
    private final CompletableFuture<Path> done = new CompletableFuture<>();
    private final List<DoubleConsumer> progress = new CopyOnWriteArrayList<>();

    /// How many wait for it; -1 once nobody does any more.
    private final AtomicInteger waiting = new AtomicInteger();

    /// @return null when it was given up
    @Nullable CompletableFuture<Path> ask(DoubleConsumer told) {
      if (waiting.updateAndGet(count -> count < 0 ? count : count + 1) < 0) {
        return null;
      }
      progress.add(told);
      CompletableFuture<Path> mine = done.copy();
      mine.whenComplete((_, failure) -> {
        if (failure instanceof CancellationException) {
          progress.remove(told);
          waiting.updateAndGet(count -> count == 1 ? -1 : count - 1);
        }
      });
      return mine;
    }

    void came(double part) {
      if (waiting.get() < 0) {
        throw new CancellationException();
      }
      progress.forEach(told -> told.accept(part));
    }
  }

  @Override
  public CompletableFuture<Void> open(Line.Media file, DoubleConsumer progress) {
    if (SafeFileName.runs(file.name(), file.mime())) {
      return CompletableFuture.failedFuture(
          new ProblemException(
              ProblemType.FORBIDDEN,
              "Files like this can run as a program. Save it if you trust who sent it."));
    }
    return fetch(file, progress).thenAcceptAsync(program, workers.io());
  }
}
