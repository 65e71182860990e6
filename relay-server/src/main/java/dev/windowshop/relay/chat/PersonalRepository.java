package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Sync;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// State that only its owner sees, with its own counter. Runs inside the caller's unit of work.
final class PersonalRepository {
  Sync.PersonalItem put(
      Handle handle, String userId, String kind, String conversationId, JsonNode value) {
    long change =
        handle
            .createQuery(
                """
                INSERT INTO personal_counters (user_id, change) VALUES (:user, 1)
                ON CONFLICT (user_id) DO UPDATE SET change = personal_counters.change + 1
                RETURNING change
                """)
            .bind("user", userId)
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            """
            INSERT INTO personal_items (user_id, kind, conversation_id, value, change)
            VALUES (:user, :kind, :conversation, :value, :change)
            ON CONFLICT (user_id, kind, conversation_id)
              DO UPDATE SET value = excluded.value, change = excluded.change
            """)
        .bind("user", userId)
        .bind("kind", kind)
        .bind("conversation", conversationId)
        .bind("value", Json.encode(value))
        .bind("change", change)
        .execute();
    return new Sync.PersonalItem(change, kind, conversationId, value);
  }

  long counter(Handle handle, String userId) {
    return handle
        .createQuery("SELECT change FROM personal_counters WHERE user_id = :user")
        .bind("user", userId)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  List<Sync.PersonalItem> after(Handle handle, String userId, long after) {
    return handle
        .createQuery(
            """
            SELECT * FROM personal_items WHERE user_id = :user AND change > :after ORDER BY change
            """)
        .bind("user", userId)
        .bind("after", after)
        .map((row, _) -> {
          String conversationId = row.getString("conversation_id");
          return new Sync.PersonalItem(
              row.getLong("change"),
              row.getString("kind"),
              conversationId.isEmpty() ? null : conversationId,
              Json.decode(row.getString("value"), JsonNode.class));
        })
        .list();
  }
}
