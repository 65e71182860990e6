package dev.windowshop.relay.store;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The cart and one's own shop, as personal data. The products of a shop whose owner is gone are no
/// longer on sale; what was bought of them stays in the buyers' orders.
final class StoreData implements PersonalData {
  private final CatalogueWriter writer = new CatalogueWriter();

  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "cart",
        handle
            .createQuery(
                """
                SELECT l.variant_id, l.quantity, p.title FROM cart_lines l
                JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
                WHERE l.user_id = :user ORDER BY l.position
                """)
            .bind("user", userId));
    sink.rows(
        "shop",
        handle
            .createQuery(
                "SELECT id, name, description, created_at FROM shops WHERE owner_id = :user")
            .bind("user", userId));
    sink.rows(
        "products",
        handle
            .createQuery(
                """
                SELECT p.id, p.handle, p.title, p.description, p.brand, p.tags AS tags_json,
                       p.hidden AS hidden_flag, p.created_at, p.updated_at
                FROM products p JOIN shops s ON s.id = p.shop_id
                WHERE s.owner_id = :user ORDER BY p.created_at, p.id
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    handle
        .createUpdate("DELETE FROM cart_lines WHERE user_id = :user")
        .bind("user", userId)
        .execute();
    handle
        .createUpdate("DELETE FROM saved_lines WHERE user_id = :user")
        .bind("user", userId)
        .execute();
    handle
        .createUpdate("DELETE FROM merged_guests WHERE user_id = :user")
        .bind("user", userId)
        .execute();
    List<String> gone =
        handle
            .createQuery(
                """
                UPDATE products SET hidden = 1, off_as = 'deleted', updated_at = :now
                WHERE hidden = 0 AND shop_id IN (SELECT id FROM shops WHERE owner_id = :user)
                RETURNING id
                """)
            .bind("now", now.toEpochMilli())
            .bind("user", userId)
            .mapTo(String.class)
            .list();
    writer.announce(handle, gone);
    return NOTHING;
  }
}
