package dev.windowshop.client.gallery;

import dev.windowshop.client.store.Reviews;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.ReviewPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What a few people say, and what was done about it.
public final class SampleReviews implements Reviews {
  private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");

  public final List<String> told = new ArrayList<>();

  @Override
  public CompletableFuture<ReviewPage> page(
      String productId, Asked asked, @Nullable String cursor) {
    Product.Media photo =
        new Product.Media("sample:mug:2A6F97", "sample:mug:2A6F97", "The mug on a desk");
    List<Review> all =
        List.of(
            new Review(
                "r1",
                productId,
                "Ada Brandt",
                5,
                "Heavier than it looks, in the best way. My tea stays warm and the handle fits"
                    + " a whole hand.",
                true,
                THEN,
                "ada",
                List.of(photo, photo),
                12,
                false,
                null),
            new Review("r2", productId, "Joaquim Reis", 4, "Lovely glaze.", false, THEN),
            new Review(
                "r3",
                productId,
                "Maya Lindqvist",
                3,
                "A little smaller than I thought.",
                true,
                THEN,
                "maya",
                List.of(),
                1,
                false,
                THEN));
    List<Review> shown =
        all.stream()
            .filter(review -> asked.stars() == 0 || review.stars() == asked.stars())
            .toList();
    return CompletableFuture.completedFuture(
        new ReviewPage(
            shown,
            null,
            new ReviewPage.Summary(4.2, 41, List.of(1, 2, 6, 12, 20), 30, false, true),
            all.getLast()));
  }

  @Override
  public CompletableFuture<Review> write(
      String productId, @Nullable String reviewId, int stars, String text, List<Photo> photos) {
    told.add("write " + stars + " " + text + " " + photos.size());
    return CompletableFuture.completedFuture(
        new Review("r3", productId, "Maya Lindqvist", stars, text, true, THEN));
  }

  @Override
  public CompletableFuture<Void> delete(String productId, String reviewId) {
    told.add("delete " + reviewId);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> helpful(String productId, String reviewId, boolean on) {
    told.add("helpful " + reviewId + " " + on);
    return CompletableFuture.completedFuture(null);
  }
}
