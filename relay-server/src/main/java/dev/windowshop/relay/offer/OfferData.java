package dev.windowshop.relay.offer;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Offers as personal data: those that somebody made and those that were made to them. They stay,
/// as the orders of them do; those that are open end with the account.
final class OfferData implements PersonalData {
  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "offers",
        handle
            .createQuery(
                """
                SELECT id, conversation_id, shop_name,
                       CASE WHEN seller_id = :user THEN 'made' ELSE 'received' END AS direction,
                       state, CASE WHEN seller_id = :user THEN NULL ELSE order_id END AS order_id,
                       note, expires_at, created_at, updated_at
                FROM offers WHERE seller_id = :user OR buyer_id = :user ORDER BY created_at, id
                """)
            .bind("user", userId));
    sink.rows(
        "offer-lines",
        handle
            .createQuery(
                """
                SELECT l.offer_id, l.product_id, l.variant_id, l.title, l.options AS options_json,
                       l.quantity, l.unit_price, l.usual_price
                FROM offer_lines l JOIN offers o ON o.id = l.offer_id
                WHERE o.seller_id = :user OR o.buyer_id = :user ORDER BY l.offer_id, l.position
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE offers
            SET state = CASE WHEN seller_id = :user THEN 'withdrawn' ELSE 'declined' END,
                told = 0, updated_at = :now
            WHERE state = 'open' AND (seller_id = :user OR buyer_id = :user)
            """)
        .bind("user", userId)
        .bind("now", now.toEpochMilli())
        .execute();
    handle
        .createUpdate("UPDATE offers SET note = NULL WHERE seller_id = :user")
        .bind("user", userId)
        .execute();
    return NOTHING;
  }
}
