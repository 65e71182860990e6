package dev.windowshop.client.video;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Posters of videos on this machine. Any thread; nothing blocks.
public interface Posters {
  Posters NONE =
      new Posters() {
        @Override
        public CompletableFuture<Optional<Poster>> of(Path video) {
          return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public void copied(Path video, Path copy) {}
      };

  /// Made once, within seconds; empty where the system can't decode it. Never fails.
  CompletableFuture<Optional<Poster>> of(Path video);

  /// The same video lies here, too: its poster is not made again.
  void copied(Path video, Path copy);
}
