package dev.windowshop.relay.chat;

import dev.windowshop.relay.notification.Places;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What notifications see of conversations. Stateless; runs inside the caller's unit of work.
public final class ChatPlaces implements Places {
  private final PersonalRepository personal = new PersonalRepository();

  @Override
  public Set<String> muting(Handle handle, String conversationId, Collection<String> userIds) {
    return personal.muting(handle, conversationId, userIds);
  }

  @Override
  public Map<String, String> texts(Handle handle, String readerId, Collection<String> messageIds) {
    Map<String, String> texts = new HashMap<>();
    if (messageIds.isEmpty()) {
      return texts;
    }
    handle
        .createQuery(
            """
            SELECT m.id, m.content FROM messages m
            JOIN participants p ON p.conversation_id = m.conversation_id AND p.user_id = :reader
            WHERE m.id IN (<ids>) AND m.content IS NOT NULL AND p.left_at IS NULL
              AND m.seq >= p.visible_from_seq AND m.deleted_at IS NULL AND m.hidden_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM hidden_messages h
                WHERE h.user_id = :reader AND h.message_id = m.id)
            """)
        .bind("reader", readerId)
        .bindList("ids", List.copyOf(messageIds))
        .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(text -> texts.put(text.getKey(), text.getValue()));
    return texts;
  }

  @Override
  public Map<String, String> names(Handle handle, Collection<String> conversationIds) {
    Map<String, String> names = new HashMap<>();
    if (conversationIds.isEmpty()) {
      return names;
    }
    handle
        .createQuery("SELECT id, name FROM conversations WHERE id IN (<ids>) AND name IS NOT NULL")
        .bindList("ids", List.copyOf(conversationIds))
        .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(name -> names.put(name.getKey(), name.getValue()));
    return names;
  }
}
