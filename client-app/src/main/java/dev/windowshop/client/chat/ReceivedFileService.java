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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// Fetches files that came with messages; what was opened or played is kept in the cache's folder.
/// Any thread.
public final class ReceivedFileService implements ReceivedFiles {
  private final RelayClient relay;
  private final Workers workers;
  private final Path folder;
  private final Consumer<Path> program;
  private final Map<String, CompletableFuture<Path>> fetching = new ConcurrentHashMap<>();

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
    CompletableFuture<Path> mine = new CompletableFuture<>();
    CompletableFuture<Path> running = fetching.putIfAbsent(file.key(), mine);
    if (running != null) {
      return running.copy();
    }
    workers
        .io()
        .execute(() -> {
          try {
            mine.complete(find(file, progress));
          } catch (IOException e) {
            mine.completeExceptionally(new UncheckedIOException(e));
          } catch (RuntimeException e) {
            mine.completeExceptionally(e);
          } finally {
            fetching.remove(file.key(), mine);
          }
        });
    return mine.copy();
  }

  private Path find(Line.Media file, DoubleConsumer progress) throws IOException {
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
          come -> progress.accept(file.size() <= 0 ? 0 : Math.min(1, (double) come / file.size())));
      Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    return kept;
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
