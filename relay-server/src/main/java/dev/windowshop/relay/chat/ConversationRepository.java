package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.db.Direct;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Conversations and their counters. Every method runs inside the caller's unit of work; the
/// `UPDATE … RETURNING` of a counter locks the row, so that commit order is counter order.
public final class ConversationRepository {
  /// A conversation's counters after a step.
  public record Counters(long seq, long change) {}

  /// Where a page of conversations starts: after this one.
  record Before(long lastActivityAt, String id) {}

  /// @return false when there is one with this unique key
  boolean insert(Handle handle, ConversationRow row, @Nullable String uniqueKey) {
    return handle
            .createUpdate(
                """
                INSERT INTO conversations (id, kind, name, description, avatar_url, product_id,
                  shop_id, unique_key, is_private, max_members, seq, change, own_change, created_at,
                  last_activity_at)
                VALUES (:id, :kind, :name, :description, :avatarUrl, :productId, :shopId,
                  :uniqueKey, :isPrivate, :maxMembers, :seq, :change, :ownChange, :createdAt,
                  :lastActivityAt)
                ON CONFLICT (unique_key) DO NOTHING
                """)
            .bind("id", row.id())
            .bind("kind", Columns.wire(row.kind()))
            .bind("name", row.name())
            .bind("description", row.description())
            .bind("avatarUrl", row.avatarUrl())
            .bind("productId", row.productId())
            .bind("shopId", row.shopId())
            .bind("uniqueKey", uniqueKey)
            .bind("isPrivate", row.isPrivate() ? 1 : 0)
            .bind("maxMembers", row.maxMembers())
            .bind("seq", row.seq())
            .bind("change", row.change())
            .bind("ownChange", row.ownChange())
            .bind("createdAt", row.createdAt().toEpochMilli())
            .bind("lastActivityAt", row.lastActivityAt().toEpochMilli())
            .execute()
        == 1;
  }

  Optional<ConversationRow> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT * FROM conversations WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> Columns.conversation(row))
        .findOne();
  }

  Optional<ConversationRow> findByKey(Handle handle, String uniqueKey) {
    return handle
        .createQuery("SELECT * FROM conversations WHERE unique_key = :key")
        .bind("key", uniqueKey)
        .map((row, _) -> Columns.conversation(row))
        .findOne();
  }

  /// @throws ProblemException 404 when there is none
  ConversationRow require(Handle handle, String id) {
    return find(handle, id).orElseThrow(() -> ProblemException.notFound("conversation"));
  }

  /// The conversations that a user is in, newest activity first.
  List<ConversationRow> page(Handle handle, String userId, @Nullable Before before, int limit) {
    return handle
        .createQuery(
            """
            SELECT c.* FROM participants p JOIN conversations c ON c.id = p.conversation_id
            WHERE p.user_id = :user AND p.left_at IS NULL
              AND (CAST(:at AS BIGINT) IS NULL OR c.last_activity_at < :at
                OR (c.last_activity_at = :at AND c.id < :id))
            ORDER BY c.last_activity_at DESC, c.id DESC LIMIT :limit
            """)
        .bind("user", userId)
        .bind("at", before == null ? null : before.lastActivityAt())
        .bind("id", before == null ? null : before.id())
        .bind("limit", limit)
        .map((row, _) -> Columns.conversation(row))
        .list();
  }

  List<ConversationRow> allOf(Handle handle, String userId) {
    return handle
        .createQuery(
            """
            SELECT c.* FROM participants p JOIN conversations c ON c.id = p.conversation_id
            WHERE p.user_id = :user AND p.left_at IS NULL
            ORDER BY c.last_activity_at DESC, c.id DESC
            """)
        .bind("user", userId)
        .map((row, _) -> Columns.conversation(row))
        .list();
  }

  /// A step for something in it: a receipt, an edit, a reaction.
  Counters advance(Handle handle, String id) {
    return counters(
        handle,
        """
        UPDATE conversations SET change = change + 1 WHERE id = ? RETURNING seq, change
        """,
        id);
  }

  /// A step for its own fields or its membership.
  Counters advanceOwn(Handle handle, String id) {
    return counters(
        handle,
        """
        UPDATE conversations SET change = change + 1, own_change = change + 1 WHERE id = ?
        RETURNING seq, change
        """,
        id);
  }

  /// A step for a new message, which gets the next place.
  Counters advanceSeq(Handle handle, String id, Instant at) {
    long millis = at.toEpochMilli();
    return counters(
        handle,
        """
        UPDATE conversations SET seq = seq + 1, change = change + 1,
          last_activity_at = CASE WHEN last_activity_at > ? THEN last_activity_at ELSE ? END
        WHERE id = ? RETURNING seq, change
        """,
        millis,
        millis,
        id);
  }

  private static Counters counters(Handle handle, String update, Object... values) {
    Counters counters =
        Direct.first(handle, update, row -> new Counters(row.getLong(1), row.getLong(2)), values);
    if (counters == null) {
      throw ProblemException.notFound("conversation");
    }
    return counters;
  }

  /// Whether this is the picture of any group.
  public static boolean shows(Handle handle, String avatarUrl) {
    return handle
        .createQuery("SELECT 1 FROM conversations WHERE avatar_url = :url LIMIT 1")
        .bind("url", avatarUrl)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  void pins(Handle handle, String id, List<Conversation.Pin> pins) {
    handle
        .createUpdate("UPDATE conversations SET pins = :pins WHERE id = :id")
        .bind("id", id)
        .bind("pins", pins.isEmpty() ? null : Json.encode(pins))
        .execute();
  }

  void describe(Handle handle, ConversationRow row) {
    handle
        .createUpdate(
            """
            UPDATE conversations SET name = :name, description = :description,
              avatar_url = :avatarUrl, is_private = :isPrivate, max_members = :maxMembers,
              shares_history = :sharesHistory, closed_at = :closedAt
            WHERE id = :id
            """)
        .bind("id", row.id())
        .bind("name", row.name())
        .bind("description", row.description())
        .bind("avatarUrl", row.avatarUrl())
        .bind("isPrivate", row.isPrivate() ? 1 : 0)
        .bind("maxMembers", row.maxMembers())
        .bind("sharesHistory", row.sharesHistory() ? 1 : 0)
        .bind("closedAt", row.closedAt() == null ? null : row.closedAt().toEpochMilli())
        .execute();
  }
}
