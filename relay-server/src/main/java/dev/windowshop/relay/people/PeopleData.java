package dev.windowshop.relay.people;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Settings, preferences, contacts and blocks as personal data.
final class PeopleData implements PersonalData {
  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "settings",
        handle
            .createQuery("SELECT value AS settings_json FROM user_settings WHERE user_id = :user")
            .bind("user", userId));
    sink.rows(
        "preferences",
        handle
            .createQuery(
                """
                SELECT categories AS categories_json, brands AS brands_json, min_price, max_price
                FROM user_preferences WHERE user_id = :user
                """)
            .bind("user", userId));
    sink.rows(
        "contacts",
        handle
            .createQuery(
                """
                SELECT u.id, u.username, u.display_name, c.created_at FROM contacts c
                JOIN users u ON u.id = c.contact_id WHERE c.user_id = :user ORDER BY c.created_at
                """)
            .bind("user", userId));
    sink.rows(
        "blocks",
        handle
            .createQuery(
                """
                SELECT u.id, u.username, u.display_name, b.created_at FROM blocks b
                JOIN users u ON u.id = b.blocked_id WHERE b.user_id = :user ORDER BY b.created_at
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    for (String statement :
        new String[] {
          "DELETE FROM user_settings WHERE user_id = :user",
          "DELETE FROM user_preferences WHERE user_id = :user",
          "DELETE FROM contacts WHERE user_id = :user OR contact_id = :user",
          "DELETE FROM blocks WHERE user_id = :user OR blocked_id = :user",
          "UPDATE users SET bio_until = NULL, role = 'user', presence = 'offline' WHERE id = :user"
        }) {
      handle.createUpdate(statement).bind("user", userId).execute();
    }
    return NOTHING;
  }
}
