package dev.windowshop.relay.order;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Orders as personal data. They are handed out, and they stay: a seller has to keep account of
/// them. The address of one that has come to an end is erased with the buyer's account.
final class OrderData implements PersonalData {
  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "orders",
        handle
            .createQuery(
                """
                SELECT id, status, address AS address_json, delivery_method, items, delivery,
                       created_at, updated_at
                FROM orders WHERE buyer_id = :user ORDER BY created_at, id
                """)
            .bind("user", userId));
    sink.rows(
        "order-lines",
        handle
            .createQuery(
                """
                SELECT l.order_id, l.product_id, l.variant_id, l.title, l.options AS options_json,
                       l.quantity, l.unit_price
                FROM order_lines l JOIN orders o ON o.id = l.order_id
                WHERE o.buyer_id = :user ORDER BY l.order_id, l.position
                """)
            .bind("user", userId));
    sink.rows(
        "payments",
        handle
            .createQuery(
                """
                SELECT p.order_id, p.provider, p.status, p.amount, p.captured, p.refunded
                FROM payments p JOIN orders o ON o.id = p.order_id
                WHERE o.buyer_id = :user ORDER BY p.order_id
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE orders SET address = '{}' WHERE buyer_id = :user
              AND (status = 'cancelled' OR (status <> 'awaiting_payment' AND NOT EXISTS (
                SELECT 1 FROM fulfilments f WHERE f.order_id = orders.id
                  AND f.status NOT IN ('delivered', 'cancelled', 'returned'))))
            """)
        .bind("user", userId)
        .execute();
    handle
        .createUpdate("DELETE FROM stock_holds WHERE owner = :user AND order_id IS NULL")
        .bind("user", userId)
        .execute();
    return NOTHING;
  }
}
