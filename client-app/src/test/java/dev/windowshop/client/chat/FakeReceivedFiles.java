package dev.windowshop.client.chat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;

/// Files that a test decides.
final class FakeReceivedFiles implements ReceivedFiles {
  final List<String> opened = new ArrayList<>();
  Path file = Path.of("missing");

  @Override
  public CompletableFuture<Void> save(Line.Media media, Path target, DoubleConsumer progress) {
    opened.add("save " + media.name());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Path> fetch(Line.Media media, DoubleConsumer progress) {
    return CompletableFuture.completedFuture(file);
  }

  @Override
  public CompletableFuture<Void> open(Line.Media media, DoubleConsumer progress) {
    opened.add("open " + media.name());
    return CompletableFuture.completedFuture(null);
  }
}
