package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Sync;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// State that only its owner sees, with its own counter. Runs inside the caller's unit of work.
final class PersonalRepository {
  static final String MUTE = "mute";
  static final String PIN = "pin";
  static final String ARCHIVE = "archive";
  static final String UNREAD = "unread";
  static final String DRAFT = "draft";
  static final String HIDDEN = "hidden";

  /// What its list shows of a conversation.
  record Flags(boolean muted, boolean pinned, boolean archived) {}

  Flags flags(Handle handle, String userId, String conversationId) {
    Map<String, JsonNode> values = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT kind, value FROM personal_items WHERE user_id = :user
              AND conversation_id = :conversation AND kind IN ('mute', 'pin', 'archive')
            """)
        .bind("user", userId)
        .bind("conversation", conversationId)
        .map((row, _) -> Map.entry(row.getString(1), Json.decode(row.getString(2), JsonNode.class)))
        .forEach(item -> values.put(item.getKey(), item.getValue()));
    JsonNode mute = values.getOrDefault(MUTE, Json.mapper().nullNode());
    return new Flags(isMuted(mute), isOn(values, PIN), isOn(values, ARCHIVE));
  }

  /// Those of these people who have muted the conversation.
  Set<String> muting(Handle handle, String conversationId, Collection<String> userIds) {
    if (userIds.isEmpty()) {
      return Set.of();
    }
    return handle
        .createQuery(
            """
            SELECT user_id, value FROM personal_items
            WHERE conversation_id = :conversation AND kind = 'mute' AND user_id IN (<users>)
            """)
        .bind("conversation", conversationId)
        .bindList("users", List.copyOf(userIds))
        .map((row, _) -> Map.entry(row.getString(1), Json.decode(row.getString(2), JsonNode.class)))
        .stream()
        .filter(item -> isMuted(item.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isMuted(JsonNode mute) {
    JsonNode until = mute.path("until");
    boolean over = until.isTextual() && Instant.parse(until.asText()).isBefore(Instant.now());
    return !over && mute.path("on").asBoolean(false);
  }

  private static boolean isOn(Map<String, JsonNode> values, String kind) {
    JsonNode value = values.get(kind);
    return value != null && value.path("on").asBoolean(false);
  }

  /// Deletes a message for one reader only.
  ///
  /// @return null when it was so already
  Sync.@Nullable PersonalItem hide(
      Handle handle, String userId, String conversationId, String messageId) {
    if (isHidden(handle, userId, messageId)) {
      return null;
    }
    long change = advance(handle, userId);
    handle
        .createUpdate(
            """
            INSERT INTO hidden_messages (user_id, message_id, conversation_id, change)
            VALUES (:user, :message, :conversation, :change)
            """)
        .bind("user", userId)
        .bind("message", messageId)
        .bind("conversation", conversationId)
        .bind("change", change)
        .execute();
    return hidden(change, conversationId, messageId);
  }

  private static Sync.PersonalItem hidden(long change, String conversationId, String messageId) {
    return new Sync.PersonalItem(
        change,
        HIDDEN,
        conversationId,
        Json.mapper().createObjectNode().put("messageId", messageId));
  }

  boolean isHidden(Handle handle, String userId, String messageId) {
    return !hiddenAmong(handle, userId, List.of(messageId)).isEmpty();
  }

  Set<String> hiddenAmong(Handle handle, String userId, Collection<String> messageIds) {
    if (messageIds.isEmpty()) {
      return Set.of();
    }
    return handle
        .createQuery(
            """
            SELECT message_id FROM hidden_messages
            WHERE user_id = :user AND message_id IN (<ids>)
            """)
        .bind("user", userId)
        .bindList("ids", List.copyOf(messageIds))
        .mapTo(String.class)
        .set();
  }

  /// The counter of what belongs to this user, one further; locks its row.
  long advance(Handle handle, String userId) {
    return handle
        .createQuery(
            """
            INSERT INTO personal_counters (user_id, change) VALUES (:user, 1)
            ON CONFLICT (user_id) DO UPDATE SET change = personal_counters.change + 1
            RETURNING change
            """)
        .bind("user", userId)
        .mapTo(Long.class)
        .one();
  }

  Sync.PersonalItem put(
      Handle handle, String userId, String kind, String conversationId, JsonNode value) {
    long change = advance(handle, userId);
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

  /// As [#put], unless what is kept has the same or a larger `seq`: marks only move forward.
  Sync.@Nullable PersonalItem raise(
      Handle handle, String userId, String kind, String conversationId, ObjectNode value) {
    long kept =
        handle
            .createQuery(
                """
                SELECT value FROM personal_items
                WHERE user_id = :user AND kind = :kind AND conversation_id = :conversation
                """)
            .bind("user", userId)
            .bind("kind", kind)
            .bind("conversation", conversationId)
            .map((row, _) -> Json.decode(row.getString(1), JsonNode.class).path("seq").asLong())
            .findOne()
            .orElse(0L);
    return kept >= value.path("seq").asLong()
        ? null
        : put(handle, userId, kind, conversationId, value);
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
    List<Sync.PersonalItem> all = new ArrayList<>(items(handle, userId, after));
    handle
        .createQuery(
            """
            SELECT change, conversation_id, message_id FROM hidden_messages
            WHERE user_id = :user AND change > :after
            """)
        .bind("user", userId)
        .bind("after", after)
        .map((row, _) -> hidden(row.getLong(1), row.getString(2), row.getString(3)))
        .forEach(all::add);
    all.sort(Comparator.comparingLong(Sync.PersonalItem::change));
    return all;
  }

  private static List<Sync.PersonalItem> items(Handle handle, String userId, long after) {
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
