package dev.windowshop.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// @param stars 1 to 5
/// @param verified written by somebody who bought it
/// @param authorId whose account wrote it; null for one that came with the shop
/// @param helpful how many found it so
/// @param votedHelpful whether the asker did
public record Review(
    String id,
    String productId,
    String author,
    int stars,
    String text,
    boolean verified,
    Instant createdAt,
    @Nullable String authorId,
    List<Product.Media> photos,
    int helpful,
    boolean votedHelpful,
    @Nullable Instant editedAt) {

  /// Relays of before leave the photos out.
  public Review {
    photos = Objects.requireNonNullElse(photos, List.of());
  }

  /// One without an account, photos and votes.
  public Review(
      String id,
      String productId,
      String author,
      int stars,
      String text,
      boolean verified,
      Instant createdAt) {
    this(id, productId, author, stars, text, verified, createdAt, null, List.of(), 0, false, null);
  }

  /// `POST /products/{id}/reviews` and `PATCH /products/{id}/reviews/{reviewId}`; a null leaves the
  /// field as it is.
  ///
  /// @param photos pictures in their order: uploads by `attachmentId`, those it has by `url`
  public record Write(
      @Nullable Integer stars,
      @Nullable String text,
      @Nullable List<SellerProduct.MediaEdit> photos) {}
}
