package dev.windowshop.relay.notification;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Notifications as personal data. They go with the account; in those of others it is a deleted
/// one.
final class NotificationData implements PersonalData {
  private final NotificationRepository rows;

  NotificationData(NotificationRepository rows) {
    this.rows = rows;
  }

  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "notifications",
        handle
            .createQuery(
                """
                SELECT id, kind, times, actor_id, what, title, conversation_id, message_id, call_id,
                       invite_id, order_id, offer_id, story_id, created_at, updated_at, read_at
                FROM notifications WHERE user_id = :user ORDER BY updated_at, id
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    rows.forget(handle, userId);
    return NOTHING;
  }
}
