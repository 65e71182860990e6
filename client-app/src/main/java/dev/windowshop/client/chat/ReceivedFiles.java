package dev.windowshop.client.chat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;

/// Files that came with messages. Nothing blocks.
public interface ReceivedFiles {
  /// Writes it where somebody wants it.
  ///
  /// @param progress told how much is there, 0 to 1, on any thread
  CompletableFuture<Void> save(Line.Media file, Path target, DoubleConsumer progress);

  /// A copy on this machine, fetched when there is none. Once all who asked have cancelled what
  /// they were given, nothing more of it comes, and nothing stays.
  CompletableFuture<Path> fetch(Line.Media file, DoubleConsumer progress);

  /// Shows it in the program that the system has for such files.
  ///
  /// @return fails with the reason when that is not safe, or not possible
  CompletableFuture<Void> open(Line.Media file, DoubleConsumer progress);
}
