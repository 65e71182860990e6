package dev.windowshop.relay.store;

import dev.windowshop.protocol.Review;
import dev.windowshop.relay.db.Bulk;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reviews in SQL. Stateless.
public final class ReviewRepository {
  /// A place in a product's reviews.
  record Place(long createdAt, String id) {}

  /// The newest first.
  List<Review> list(Handle handle, String productId, @Nullable Place after, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM reviews
            WHERE product_id = :product
              AND (CAST(:at AS BIGINT) IS NULL OR created_at < :at OR (created_at = :at AND id < :id))
            ORDER BY created_at DESC, id DESC LIMIT :limit
            """)
        .bind("product", productId)
        .bind("at", after == null ? null : after.createdAt())
        .bind("id", after == null ? null : after.id())
        .bind("limit", limit)
        .map((rs, context) ->
            new Review(
                rs.getString("id"),
                rs.getString("product_id"),
                rs.getString("author"),
                rs.getInt("stars"),
                rs.getString("text"),
                rs.getBoolean("verified"),
                Instant.ofEpochMilli(rs.getLong("created_at"))))
        .list();
  }

  public void insert(Handle handle, List<Review> reviews) {
    try (Bulk rows =
        new Bulk(
            handle,
            """
            INSERT INTO reviews (id, product_id, author, stars, text, verified, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (Review review : reviews) {
        rows.add(
            review.id(),
            review.productId(),
            review.author(),
            review.stars(),
            review.text(),
            review.verified(),
            review.createdAt().toEpochMilli());
      }
    }
  }
}
