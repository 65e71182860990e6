package dev.windowshop.relay.attachment;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Uploads as personal data. What a message shows stays with the message; what none shows goes with
/// the account.
final class AttachmentData implements PersonalData {
  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "uploads",
        handle
            .createQuery(
                """
                SELECT id, kind, name, mime, size, width, height, duration_ms, created_at
                FROM attachments WHERE owner_id = :user ORDER BY created_at, id
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    handle
        .createUpdate("DELETE FROM uploads WHERE owner_id = :user")
        .bind("user", userId)
        .execute();
    handle
        .createUpdate("DELETE FROM attachments WHERE owner_id = :user AND uses = 0")
        .bind("user", userId)
        .execute();
    return NOTHING;
  }
}
