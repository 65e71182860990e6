package dev.windowshop.relay.people;

import dev.windowshop.relay.account.Names;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Finds people, as far as they may be found. Stateless.
final class FindingRepository {
  /// By the beginning of the user name, or the whole email of those who let themselves be found by
  /// it; by user name. Nobody that the viewer is apart from by a block.
  ///
  /// @param after normalised user name of the last one already seen
  List<String> search(Handle handle, String text, String viewer, String after, int limit) {
    String key = Names.key(text);
    return handle
        .createQuery(
            """
            SELECT u.id FROM users u LEFT JOIN user_settings s ON s.user_id = u.id
            WHERE ((u.username_key >= :key AND u.username_key < :end)
                OR (u.email_key = :key AND (COALESCE(s.finds_by_email, 'everyone') = 'everyone'
                    OR (s.finds_by_email = 'contacts' AND EXISTS (
                        SELECT 1 FROM contacts c
                        WHERE c.user_id = u.id AND c.contact_id = :viewer)))))
              AND u.deleted_at IS NULL AND u.id <> :viewer AND u.username_key > :after
              AND NOT EXISTS (SELECT 1 FROM blocks b
                  WHERE (b.user_id = u.id AND b.blocked_id = :viewer)
                     OR (b.user_id = :viewer AND b.blocked_id = u.id))
            ORDER BY u.username_key LIMIT :limit
            """)
        .bind("key", key)
        .bind("end", key + Character.toString(Character.MAX_CODE_POINT))
        .bind("viewer", viewer)
        .bind("after", after)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  boolean hasBlocked(Handle handle, String userId, String otherId) {
    return handle
        .createQuery("SELECT 1 FROM blocks WHERE user_id = :user AND blocked_id = :other")
        .bind("user", userId)
        .bind("other", otherId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
