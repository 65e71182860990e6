package dev.windowshop.client.store;

import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.ReviewPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What people who have a thing say of it. No method blocks.
public interface Reviews {
  enum Sort {
    NEWEST,
    HELPFUL,
    HIGHEST,
    LOWEST;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param stars only those with so many; 0 for all
  record Asked(Sort sort, int stars, boolean photos) {
    static final Asked ALL = new Asked(Sort.HELPFUL, 0, false);
  }

  /// A picture of a review.
  sealed interface Photo {
    /// One that it has.
    record Kept(String url, String thumbUrl) implements Photo {}

    /// One that is on this machine still.
    record Added(Path file) implements Photo {}
  }

  CompletableFuture<ReviewPage> page(String productId, Asked asked, @Nullable String cursor);

  /// @param reviewId null for a new one
  CompletableFuture<Review> write(
      String productId, @Nullable String reviewId, int stars, String text, List<Photo> photos);

  CompletableFuture<Void> delete(String productId, String reviewId);

  CompletableFuture<Void> helpful(String productId, String reviewId, boolean on);
}
