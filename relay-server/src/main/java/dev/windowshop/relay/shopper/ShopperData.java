package dev.windowshop.relay.shopper;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Wishlists and address books as personal data.
final class ShopperData implements PersonalData {
  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "wishlist",
        handle
            .createQuery(
                """
                SELECT w.product_id, p.title, w.price, w.added_at
                FROM wishes w JOIN products p ON p.id = w.product_id
                WHERE w.user_id = :user ORDER BY w.added_at, w.product_id
                """)
            .bind("user", userId));
    sink.rows(
        "addresses",
        handle
            .createQuery(
                """
                SELECT id, label, address AS address_json, standard AS standard_flag, created_at,
                       updated_at
                FROM addresses WHERE user_id = :user ORDER BY id
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    handle.createUpdate("DELETE FROM wishes WHERE user_id = :user").bind("user", userId).execute();
    handle
        .createUpdate("DELETE FROM addresses WHERE user_id = :user")
        .bind("user", userId)
        .execute();
    return NOTHING;
  }
}
