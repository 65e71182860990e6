package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Message;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What messages said before they were edited. Runs inside the caller's unit of work.
final class EditRepository {
  /// @param content what it said until now
  void insert(Handle handle, String messageId, @Nullable String content, Instant until) {
    handle
        .createUpdate(
            """
            INSERT INTO message_edits (message_id, edited_at, content)
            VALUES (:message, :at, :content) ON CONFLICT DO NOTHING
            """)
        .bind("message", messageId)
        .bind("at", until.toEpochMilli())
        .bind("content", content)
        .execute();
  }

  List<Message.Edited> of(Handle handle, String messageId) {
    return handle
        .createQuery(
            """
            SELECT content, edited_at FROM message_edits WHERE message_id = :message
            ORDER BY edited_at
            """)
        .bind("message", messageId)
        .map((row, _) -> new Message.Edited(row.getString("content"), Columns.at(row, "edited_at")))
        .list();
  }

  void clear(Handle handle, String messageId) {
    handle
        .createUpdate("DELETE FROM message_edits WHERE message_id = :message")
        .bind("message", messageId)
        .execute();
  }
}
