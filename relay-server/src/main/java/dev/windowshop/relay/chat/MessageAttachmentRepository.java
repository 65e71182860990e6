package dev.windowshop.relay.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Which message names which attachments. Runs inside the caller's unit of work.
public final class MessageAttachmentRepository {
  private record Row(String messageId, String attachmentId) {}

  void insert(Handle handle, String messageId, List<String> attachmentIds) {
    for (int i = 0; i < attachmentIds.size(); i++) {
      handle
          .createUpdate(
              """
              INSERT INTO message_attachments (message_id, position, attachment_id)
              VALUES (:message, :position, :attachment)
              """)
          .bind("message", messageId)
          .bind("position", i)
          .bind("attachment", attachmentIds.get(i))
          .execute();
    }
  }

  /// @return what it named
  List<String> clear(Handle handle, String messageId) {
    List<String> named = of(handle, List.of(messageId)).getOrDefault(messageId, List.of());
    if (!named.isEmpty()) {
      handle
          .createUpdate("DELETE FROM message_attachments WHERE message_id = :message")
          .bind("message", messageId)
          .execute();
    }
    return named;
  }

  /// Ids by message, in order.
  Map<String, List<String>> of(Handle handle, Collection<String> messageIds) {
    if (messageIds.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> named = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT message_id, attachment_id FROM message_attachments
            WHERE message_id IN (<ids>) ORDER BY message_id, position
            """)
        .bindList("ids", List.copyOf(messageIds))
        .map((row, _) -> new Row(row.getString(1), row.getString(2)))
        .forEach(row ->
            named.computeIfAbsent(row.messageId(), _ -> new ArrayList<>()).add(row.attachmentId()));
    return named;
  }

  /// Whether a message that this user can see names it.
  public boolean isVisible(Handle handle, String attachmentId, String userId) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM message_attachments a
            JOIN messages m ON m.id = a.message_id
            JOIN participants p ON p.conversation_id = m.conversation_id
            WHERE a.attachment_id = :attachment AND p.user_id = :user AND p.left_at IS NULL
              AND m.seq >= p.visible_from_seq AND m.deleted_at IS NULL
              AND m.hidden_at IS NULL AND
            """
                + AbsenceRepository.PRESENT
                + " LIMIT 1")
        .bind("attachment", attachmentId)
        .bind("user", userId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
