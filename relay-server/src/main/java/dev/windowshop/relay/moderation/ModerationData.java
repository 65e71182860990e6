package dev.windowshop.relay.moderation;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// One's own reports, as personal data. They stay when an account is erased: what was reported may
/// still wait for somebody to look at it.
final class ModerationData implements PersonalData {
  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "reports",
        handle
            .createQuery(
                """
                SELECT id, kind, target_id, reason, text, state, created_at, resolved_at
                FROM reports WHERE reporter_id = :user ORDER BY id
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    return NOTHING;
  }
}
