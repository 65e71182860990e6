package dev.windowshop.relay.call;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import java.util.List;
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
    sink.rows(
        "callLinks",
        handle
            .createQuery(
                """
                SELECT id, call_id, state, uses, max_uses, created_at, expires_at
                FROM call_links WHERE creator_id = :user ORDER BY created_at, id
                """)
            .bind("user", userId));
    sink.rows(
        "callKnocks",
        handle
            .createQuery(
                """
                SELECT call_id, link_id, state, answered_at FROM call_guests
                WHERE user_id = :user ORDER BY answered_at, link_id
                """)
            .bind("user", userId));
  }

  /// Their links let nobody in any longer, and nothing says where they knocked.
  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    for (String rows :
        List.of(
            "call_guests WHERE user_id = :user",
            "call_guests WHERE link_id IN (SELECT id FROM call_links WHERE creator_id = :user)",
            "call_links WHERE creator_id = :user")) {
      handle.createUpdate("DELETE FROM " + rows).bind("user", userId).execute();
    }
    return NOTHING;
  }
}
