package dev.windowshop.relay.shopper;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Wishlists in SQL. Stateless.
final class WishRepository {
  /// @param price minor units, when it was put there
  record Row(String productId, long price, Instant addedAt) {}

  /// A place in a wishlist.
  record Place(long addedAt, String productId) {}

  /// The newest first.
  List<Row> list(Handle handle, String userId, @Nullable Place after, int limit) {
    return handle
        .createQuery(
            """
            SELECT product_id, price, added_at FROM wishes
            WHERE user_id = :user
              AND (added_at < :at OR (added_at = :at AND product_id < :id))
            ORDER BY added_at DESC, product_id DESC LIMIT :limit
            """)
        .bind("user", userId)
        .bind("at", after == null ? Long.MAX_VALUE : after.addedAt())
        .bind("id", after == null ? "" : after.productId())
        .bind("limit", limit)
        .map((rs, context) ->
            new Row(rs.getString(1), rs.getLong(2), Instant.ofEpochMilli(rs.getLong(3))))
        .list();
  }

  int count(Handle handle, String userId) {
    return handle
        .createQuery("SELECT count(*) FROM wishes WHERE user_id = :user")
        .bind("user", userId)
        .mapTo(Integer.class)
        .one();
  }

  /// @return false when it was there
  boolean add(Handle handle, String userId, Row row) {
    return handle
            .createUpdate(
                """
                INSERT INTO wishes (user_id, product_id, price, added_at)
                VALUES (:user, :product, :price, :at) ON CONFLICT DO NOTHING
                """)
            .bind("user", userId)
            .bind("product", row.productId())
            .bind("price", row.price())
            .bind("at", row.addedAt().toEpochMilli())
            .execute()
        == 1;
  }

  /// @return false when it was not there
  boolean remove(Handle handle, String userId, String productId) {
    return handle
            .createUpdate("DELETE FROM wishes WHERE user_id = :user AND product_id = :product")
            .bind("user", userId)
            .bind("product", productId)
            .execute()
        == 1;
  }
}
