package dev.windowshop.relay.store;

import dev.windowshop.protocol.Cart;
import dev.windowshop.relay.db.Bulk;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Carts in SQL. Stateless.
final class CartRepository {
  /// Lines whose variant is still on sale.
  Cart cart(Handle handle, String userId) {
    return new Cart(
        lines(handle, "cart_lines", userId), null, lines(handle, "saved_lines", userId));
  }

  private static List<Cart.Line> lines(Handle handle, String table, String userId) {
    return handle
        .createQuery(
            """
            SELECT l.variant_id, l.quantity FROM %s l
            JOIN variants v ON v.id = l.variant_id
            JOIN products p ON p.id = v.product_id
            WHERE l.user_id = :user AND v.retired = 0 AND
            """
                    .formatted(table)
                + ProductRepository.ON_SALE
                + " ORDER BY l.position")
        .bind("now", System.currentTimeMillis())
        .bind("user", userId)
        .map((rs, context) -> new Cart.Line(rs.getString(1), rs.getInt(2)))
        .list();
  }

  void replace(Handle handle, String userId, List<Cart.Line> lines) {
    replace(handle, "cart_lines", userId, lines);
  }

  void replaceSaved(Handle handle, String userId, List<Cart.Line> lines) {
    replace(handle, "saved_lines", userId, lines);
  }

  private static void replace(Handle handle, String table, String userId, List<Cart.Line> lines) {
    handle
        .createUpdate("DELETE FROM " + table + " WHERE user_id = :user")
        .bind("user", userId)
        .execute();
    try (Bulk rows =
        new Bulk(
            handle,
            "INSERT INTO "
                + table
                + " (user_id, position, variant_id, quantity) VALUES (?, ?, ?, ?)")) {
      for (int i = 0; i < lines.size(); i++) {
        rows.add(userId, i, lines.get(i).variantId(), lines.get(i).quantity());
      }
    }
  }

  /// @return who took this guest over: this user now, or whoever did before
  String merge(Handle handle, String guest, String userId, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO merged_guests (guest, user_id, merged_at) VALUES (:guest, :user, :now)
            ON CONFLICT DO NOTHING
            """)
        .bind("guest", guest)
        .bind("user", userId)
        .bind("now", now.toEpochMilli())
        .execute();
    return mergedBy(handle, guest).orElse(userId);
  }

  java.util.Optional<String> mergedBy(Handle handle, String guest) {
    return handle
        .createQuery("SELECT user_id FROM merged_guests WHERE guest = :guest")
        .bind("guest", guest)
        .mapTo(String.class)
        .findOne();
  }
}
