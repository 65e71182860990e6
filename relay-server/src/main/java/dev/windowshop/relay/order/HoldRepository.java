package dev.windowshop.relay.order;

import dev.windowshop.protocol.Ids;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Stock that is spoken for, in SQL. Stateless.
final class HoldRepository {
  /// What of a variant is not for this owner: what others hold, as long as they may, and what is
  /// being paid for at this moment, be it by the same owner.
  int heldFrom(Handle handle, String variantId, String owner, Instant now) {
    return handle
        .createQuery(
            """
            SELECT coalesce(sum(h.quantity), 0) FROM stock_holds h
            WHERE h.variant_id = :variant AND h.expires_at > :now
              AND (h.owner <> :owner OR EXISTS
                (SELECT 1 FROM payments p WHERE p.order_id = h.order_id AND p.status = 'pending'))
            """)
        .bind("variant", variantId)
        .bind("now", now.toEpochMilli())
        .bind("owner", owner)
        .mapTo(Integer.class)
        .one();
  }

  void hold(
      Handle handle, String owner, String orderId, String variantId, int quantity, Instant until) {
    handle
        .createUpdate(
            """
            INSERT INTO stock_holds (id, owner, order_id, variant_id, quantity, expires_at)
            VALUES (:id, :owner, :order, :variant, :quantity, :until)
            """)
        .bind("id", Ids.newId())
        .bind("owner", owner)
        .bind("order", orderId)
        .bind("variant", variantId)
        .bind("quantity", quantity)
        .bind("until", until.toEpochMilli())
        .execute();
  }

  void release(Handle handle, String orderId) {
    handle
        .createUpdate("DELETE FROM stock_holds WHERE order_id = :order")
        .bind("order", orderId)
        .execute();
  }
}
