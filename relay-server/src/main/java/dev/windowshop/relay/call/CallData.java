package dev.windowshop.relay.call;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// The history of calls, as personal data. It belongs to everybody who was in them, so it stays,
/// with a deleted account in it.
final class CallData implements PersonalData {
  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "calls",
        handle
            .createQuery(
                """
                SELECT c.id, c.conversation_id, c.media, c.state, c.reason, p.state AS my_state,
                       c.created_at, c.started_at, c.ended_at
                FROM calls c JOIN call_participants p ON p.call_id = c.id
                WHERE p.user_id = :user ORDER BY c.created_at, c.id
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    return NOTHING;
  }
}
