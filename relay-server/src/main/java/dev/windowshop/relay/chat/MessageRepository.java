package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Json;
import dev.windowshop.relay.db.Direct;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Messages as they are stored. Runs inside the caller's unit of work.
final class MessageRepository {
  void insert(Handle handle, MessageRow row) {
    Direct.update(
        handle,
        """
        INSERT INTO messages (id, conversation_id, seq, change, client_id, body_hash, sender_id,
          type, content, reply_to_id, metadata, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        row.id(),
        row.conversationId(),
        row.seq(),
        row.change(),
        row.clientId(),
        row.bodyHash(),
        row.senderId(),
        Columns.wire(row.type()),
        row.content(),
        row.replyToId(),
        row.metadata() == null ? null : Json.encode(row.metadata()),
        row.createdAt().toEpochMilli());
  }

  Optional<MessageRow> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT * FROM messages WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> Columns.message(row))
        .findOne();
  }

  Optional<MessageRow> findByClientId(Handle handle, String senderId, String clientId) {
    return handle
        .createQuery("SELECT * FROM messages WHERE sender_id = :sender AND client_id = :clientId")
        .bind("sender", senderId)
        .bind("clientId", clientId)
        .map((row, _) -> Columns.message(row))
        .findOne();
  }

  /// Below `before`, newest first, of what the reader may see.
  List<MessageRow> before(Handle handle, Member reader, long before, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM messages m WHERE conversation_id = :conversation
              AND seq >= :from AND seq < :before AND
            """
                + AbsenceRepository.PRESENT
                + " ORDER BY seq DESC LIMIT :limit")
        .bind("conversation", reader.conversationId())
        .bind("user", reader.userId())
        .bind("from", reader.visibleFromSeq())
        .bind("before", before)
        .bind("limit", limit)
        .map((row, _) -> Columns.message(row))
        .list();
  }

  /// Above `after`, the nearest ones, newest first, of what the reader may see.
  List<MessageRow> after(Handle handle, Member reader, long after, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM messages m WHERE conversation_id = :conversation
              AND seq >= :from AND seq > :after AND
            """
                + AbsenceRepository.PRESENT
                + " ORDER BY seq LIMIT :limit")
        .bind("conversation", reader.conversationId())
        .bind("user", reader.userId())
        .bind("from", reader.visibleFromSeq())
        .bind("after", after)
        .bind("limit", limit)
        .map((row, _) -> Columns.message(row))
        .list()
        .reversed();
  }

  /// What changed after `after` and at most at `upTo`, by change.
  List<MessageRow> changed(Handle handle, Member reader, long after, long upTo) {
    return handle
        .createQuery(
            """
            SELECT * FROM messages m WHERE conversation_id = :conversation AND seq >= :from
              AND change > :after AND change <= :upTo AND
            """
                + AbsenceRepository.PRESENT
                + " ORDER BY change")
        .bind("conversation", reader.conversationId())
        .bind("user", reader.userId())
        .bind("from", reader.visibleFromSeq())
        .bind("after", after)
        .bind("upTo", upTo)
        .map((row, _) -> Columns.message(row))
        .list();
  }

  /// After `readSeq`, not one's own, not deleted, not from the relay about the group itself.
  int unread(Handle handle, Member member) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM messages m WHERE conversation_id = :conversation
              AND seq > :read AND seq >= :from AND sender_id <> :user AND deleted_at IS NULL
              AND type <> 'system' AND
            """
                + AbsenceRepository.PRESENT)
        .bind("conversation", member.conversationId())
        .bind("read", member.readSeq())
        .bind("from", member.visibleFromSeq())
        .bind("user", member.userId())
        .mapTo(Integer.class)
        .one();
  }

  /// What a message says.
  record Said(String id, String content) {}

  /// What somebody may read of what people said, the newest first: ids are in the order of time.
  ///
  /// @param conversationId null for all of theirs
  /// @param before an id; null for the newest
  List<Said> said(
      Handle handle,
      String userId,
      @Nullable String conversationId,
      @Nullable String before,
      int limit) {
    return handle
        .createQuery(
            """
            SELECT m.id, m.content FROM participants p
            JOIN messages m ON m.conversation_id = p.conversation_id
            WHERE p.user_id = :user AND p.left_at IS NULL AND m.seq >= p.visible_from_seq
              AND (CAST(:conversation AS TEXT) IS NULL OR p.conversation_id = :conversation)
              AND (CAST(:before AS TEXT) IS NULL OR m.id < :before)
              AND m.content IS NOT NULL AND m.deleted_at IS NULL AND m.hidden_at IS NULL
              AND m.type NOT IN ('system', 'call') AND
            """
                + AbsenceRepository.PRESENT
                + " ORDER BY m.id DESC LIMIT :limit")
        .bind("user", userId)
        .bind("conversation", conversationId)
        .bind("before", before)
        .bind("limit", limit)
        .map((row, _) -> new Said(row.getString(1), row.getString(2)))
        .list();
  }

  /// The newest first.
  List<MessageRow> byIds(Handle handle, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery("SELECT * FROM messages WHERE id IN (<ids>) ORDER BY id DESC")
        .bindList("ids", List.copyOf(ids))
        .map((row, _) -> Columns.message(row))
        .list();
  }

  void edit(Handle handle, String id, String content, Instant at, long change) {
    handle
        .createUpdate(
            """
            UPDATE messages SET content = :content, edited_at = :at, change = :change WHERE id = :id
            """)
        .bind("id", id)
        .bind("content", content)
        .bind("at", at.toEpochMilli())
        .bind("change", change)
        .execute();
  }

  /// Forgets what it said; its place stays.
  void delete(Handle handle, String id, Instant at, long change) {
    handle
        .createUpdate(
            """
            UPDATE messages SET content = NULL, metadata = NULL, deleted_at = :at, change = :change
            WHERE id = :id
            """)
        .bind("id", id)
        .bind("at", at.toEpochMilli())
        .bind("change", change)
        .execute();
  }

  /// @param at null to show it again
  /// @return false when it was so already
  boolean hide(Handle handle, String id, @Nullable Instant at) {
    return handle
            .createUpdate(
                at == null
                    ? "UPDATE messages SET hidden_at = NULL"
                        + " WHERE id = :id AND hidden_at IS NOT NULL"
                    : "UPDATE messages SET hidden_at = "
                        + at.toEpochMilli()
                        + " WHERE id = :id AND hidden_at IS NULL")
            .bind("id", id)
            .execute()
        == 1;
  }

  void touch(Handle handle, String id, long change) {
    handle
        .createUpdate("UPDATE messages SET change = :change WHERE id = :id")
        .bind("id", id)
        .bind("change", change)
        .execute();
  }

  /// The counter that `limit` changed things after `after` reach, or null when there are fewer:
  /// what changed together is never torn apart.
  @Nullable Long changeAt(Handle handle, Member reader, long after, int limit) {
    return handle
        .createQuery(
            """
            SELECT change FROM (
              SELECT change FROM messages m WHERE conversation_id = :conversation
                AND change > :after AND seq >= :from AND
            """
                + AbsenceRepository.PRESENT
                + """
                  UNION ALL
                  SELECT change FROM participants WHERE conversation_id = :conversation
                    AND change > :after AND left_at IS NULL
                  UNION ALL
                  SELECT own_change FROM conversations WHERE id = :conversation AND own_change > :after) changed
                ORDER BY 1 LIMIT 1 OFFSET :offset
                """)
        .bind("conversation", reader.conversationId())
        .bind("user", reader.userId())
        .bind("after", after)
        .bind("from", reader.visibleFromSeq())
        .bind("offset", limit - 1)
        .mapTo(Long.class)
        .findOne()
        .orElse(null);
  }
}
