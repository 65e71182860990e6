package dev.windowshop.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of `GET /products/{id}/reviews`.
///
/// @param summary over all reviews of the product, whatever was asked for
/// @param mine the asker's own
public record ReviewPage(
    List<Review> items, @Nullable String nextCursor, Summary summary, @Nullable Review mine) {

  /// @param stars how many gave 1, 2, 3, 4 and 5 stars
  /// @param mayReview whether the asker may write one: signed in, not its seller, none written yet
  /// @param bought whether the asker bought it, so that theirs would be a verified one
  public record Summary(
      @Nullable Double rating,
      int count,
      List<Integer> stars,
      int verified,
      boolean mayReview,
      boolean bought) {}
}
