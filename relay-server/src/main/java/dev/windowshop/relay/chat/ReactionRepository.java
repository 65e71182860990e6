package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Who reacted to what with which emoji. Runs inside the caller's unit of work.
final class ReactionRepository {
  private record Row(String messageId, String emoji, String userId) {}

  /// @return false when it was there
  boolean add(Handle handle, String messageId, String emoji, String userId, long change) {
    return handle
            .createUpdate(
                """
                INSERT INTO reactions (message_id, emoji, user_id, change)
                VALUES (:message, :emoji, :user, :change) ON CONFLICT DO NOTHING
                """)
            .bind("message", messageId)
            .bind("emoji", emoji)
            .bind("user", userId)
            .bind("change", change)
            .execute()
        == 1;
  }

  boolean has(Handle handle, String messageId, String emoji, String userId) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM reactions
            WHERE message_id = :message AND emoji = :emoji AND user_id = :user
            """)
        .bind("message", messageId)
        .bind("emoji", emoji)
        .bind("user", userId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// How many other emoji the message has.
  int distinctOthers(Handle handle, String messageId, String emoji) {
    return handle
        .createQuery(
            """
            SELECT COUNT(DISTINCT emoji) FROM reactions
            WHERE message_id = :message AND emoji <> :emoji
            """)
        .bind("message", messageId)
        .bind("emoji", emoji)
        .mapTo(Integer.class)
        .one();
  }

  void remove(Handle handle, String messageId, String emoji, String userId) {
    handle
        .createUpdate(
            """
            DELETE FROM reactions WHERE message_id = :message AND emoji = :emoji AND user_id = :user
            """)
        .bind("message", messageId)
        .bind("emoji", emoji)
        .bind("user", userId)
        .execute();
  }

  void clear(Handle handle, String messageId) {
    handle
        .createUpdate("DELETE FROM reactions WHERE message_id = :message")
        .bind("message", messageId)
        .execute();
  }

  Map<String, List<Message.Reaction>> of(Handle handle, Collection<String> messageIds) {
    if (messageIds.isEmpty()) {
      return Map.of();
    }
    List<Row> rows =
        handle
            .createQuery(
                """
                SELECT message_id, emoji, user_id FROM reactions WHERE message_id IN (<ids>)
                ORDER BY change, user_id
                """)
            .bindList("ids", List.copyOf(messageIds))
            .map((row, _) -> new Row(row.getString(1), row.getString(2), row.getString(3)))
            .list();
    Map<String, Map<String, List<String>>> users = new HashMap<>();
    for (Row row : rows) {
      users
          .computeIfAbsent(row.messageId(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(row.emoji(), _ -> new ArrayList<>())
          .add(row.userId());
    }
    Map<String, List<Message.Reaction>> reactions = new HashMap<>();
    users.forEach((messageId, byEmoji) ->
        reactions.put(
            messageId,
            byEmoji.entrySet().stream()
                .map(e -> new Message.Reaction(e.getKey(), List.copyOf(e.getValue())))
                .toList()));
    return reactions;
  }
}
