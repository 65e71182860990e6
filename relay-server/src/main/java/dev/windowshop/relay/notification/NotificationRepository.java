package dev.windowshop.relay.notification;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Notification;
import dev.windowshop.relay.db.Direct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Notifications in SQL. Stateless; runs inside the caller's unit of work.
final class NotificationRepository {
  private static final String OF_MESSAGES = "'mention', 'reply', 'story_reply', 'offer'";

  /// Adds it to the unread one of its key, or begins one.
  ///
  /// @return nothing when this was noticed before
  Optional<NotificationRow> raise(Handle handle, String userId, Happening happening, Instant now) {
    boolean known =
        handle
            .createQuery(
                """
                SELECT 1 FROM notifications
                WHERE user_id = :user AND group_key = :key AND mark >= :mark LIMIT 1
                """)
            .bind("user", userId)
            .bind("key", happening.key())
            .bind("mark", happening.mark())
            .mapTo(Integer.class)
            .findFirst()
            .isPresent();
    if (known) {
      return Optional.empty();
    }
    Notification.Target target = happening.target();
    return handle
        .createQuery(
            """
            INSERT INTO notifications (id, user_id, group_key, mark, kind, times, actor_id, what,
              title, conversation_id, message_id, seq, call_id, invite_id, order_id, offer_id,
              story_id, created_at, updated_at)
            VALUES (:id, :user, :key, :mark, :kind, 1, :actor, :what, :title, :conversation,
              :message, CAST(:seq AS BIGINT), :call, :invite, :order, :offer, :story, :now, :now)
            ON CONFLICT (user_id, group_key) WHERE read_at IS NULL DO UPDATE SET
              mark = excluded.mark, times = notifications.times + 1, actor_id = excluded.actor_id,
              what = excluded.what, title = excluded.title, message_id = excluded.message_id,
              seq = excluded.seq, call_id = excluded.call_id, invite_id = excluded.invite_id,
              offer_id = excluded.offer_id, story_id = excluded.story_id,
              updated_at = excluded.updated_at
            RETURNING *
            """)
        .bind("id", Ids.newId())
        .bind("user", userId)
        .bind("key", happening.key())
        .bind("mark", happening.mark())
        .bind("kind", happening.kind().name().toLowerCase(Locale.ROOT))
        .bind("actor", happening.actorId())
        .bind("what", happening.what())
        .bind("title", happening.title())
        .bind("conversation", target.conversationId())
        .bind("message", target.messageId())
        .bind("seq", target.seq())
        .bind("call", target.callId())
        .bind("invite", target.inviteId())
        .bind("order", target.orderId())
        .bind("offer", target.offerId())
        .bind("story", target.storyId())
        .bind("now", now.toEpochMilli())
        .map((row, _) -> row(row))
        .findOne();
  }

  Optional<NotificationRow> find(Handle handle, String userId, String id) {
    return handle
        .createQuery("SELECT * FROM notifications WHERE user_id = :user AND id = :id")
        .bind("user", userId)
        .bind("id", id)
        .map((row, _) -> row(row))
        .findOne();
  }

  /// Where a page ended.
  record Place(Instant updatedAt, String id) {}

  /// The latest first.
  List<NotificationRow> page(Handle handle, String userId, @Nullable Place after, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM notifications WHERE user_id = :user
              AND (CAST(:at AS BIGINT) IS NULL OR updated_at < :at
                OR (updated_at = :at AND id < :id))
            ORDER BY updated_at DESC, id DESC LIMIT :limit
            """)
        .bind("user", userId)
        .bind("at", after == null ? null : after.updatedAt().toEpochMilli())
        .bind("id", after == null ? null : after.id())
        .bind("limit", limit)
        .map((row, _) -> row(row))
        .list();
  }

  long unread(Handle handle, String userId) {
    return handle
        .createQuery("SELECT COUNT(*) FROM notifications WHERE user_id = :user AND read_at IS NULL")
        .bind("user", userId)
        .mapTo(Long.class)
        .one();
  }

  /// @return those that were unread
  List<String> read(Handle handle, String userId, Collection<String> ids, Instant now) {
    return handle
        .createQuery(
            """
            UPDATE notifications SET read_at = :now
            WHERE user_id = :user AND read_at IS NULL AND id IN (<ids>) RETURNING id
            """)
        .bind("user", userId)
        .bind("now", now.toEpochMilli())
        .bindList("ids", List.copyOf(ids))
        .mapTo(String.class)
        .list();
  }

  /// @param last null for all
  List<String> readThrough(Handle handle, String userId, @Nullable Place last, Instant now) {
    return handle
        .createQuery(
            """
            UPDATE notifications SET read_at = :now
            WHERE user_id = :user AND read_at IS NULL
              AND (CAST(:at AS BIGINT) IS NULL OR updated_at < :at
                OR (updated_at = :at AND id <= :id))
            RETURNING id
            """)
        .bind("user", userId)
        .bind("now", now.toEpochMilli())
        .bind("at", last == null ? null : last.updatedAt().toEpochMilli())
        .bind("id", last == null ? null : last.id())
        .mapTo(String.class)
        .list();
  }

  /// Runs with every message: most have nothing unread, which is asked at little cost.
  List<String> readUpTo(
      Handle handle, String userId, String conversationId, long seq, Instant now) {
    Boolean any =
        Direct.first(
            handle,
            """
            SELECT 1 FROM notifications WHERE user_id = ? AND read_at IS NULL
              AND conversation_id = ? LIMIT 1
            """,
            _ -> true,
            userId,
            conversationId);
    if (any == null) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            UPDATE notifications SET read_at = :now
            WHERE user_id = :user AND read_at IS NULL AND conversation_id = :conversation
              AND seq <= :seq AND kind IN (KINDS) RETURNING id
            """
                .replace("KINDS", OF_MESSAGES))
        .bind("user", userId)
        .bind("conversation", conversationId)
        .bind("seq", seq)
        .bind("now", now.toEpochMilli())
        .mapTo(String.class)
        .list();
  }

  List<String> unreadOfInvite(Handle handle, String inviteId) {
    return handle
        .createQuery(
            """
            SELECT user_id FROM notifications WHERE invite_id = :invite AND read_at IS NULL
            ORDER BY user_id
            """)
        .bind("invite", inviteId)
        .mapTo(String.class)
        .list();
  }

  List<String> readInvite(Handle handle, String userId, String inviteId, Instant now) {
    return handle
        .createQuery(
            """
            UPDATE notifications SET read_at = :now
            WHERE user_id = :user AND read_at IS NULL AND invite_id = :invite RETURNING id
            """)
        .bind("user", userId)
        .bind("invite", inviteId)
        .bind("now", now.toEpochMilli())
        .mapTo(String.class)
        .list();
  }

  /// Forgets what is older than that, and of each user's what is beyond the latest.
  ///
  /// @return how many
  int trim(Handle handle, Instant before, int most) {
    return handle
        .createUpdate(
            """
            DELETE FROM notifications WHERE updated_at < :before OR id IN (
              SELECT id FROM (
                SELECT id, ROW_NUMBER() OVER (
                  PARTITION BY user_id ORDER BY updated_at DESC, id DESC) AS place
                FROM notifications) AS ranked
              WHERE place > :most)
            """)
        .bind("before", before.toEpochMilli())
        .bind("most", most)
        .execute();
  }

  void forget(Handle handle, String userId) {
    handle
        .createUpdate("DELETE FROM notifications WHERE user_id = :user")
        .bind("user", userId)
        .execute();
  }

  private static NotificationRow row(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    Long place = row.wasNull() ? null : (Long) seq;
    long read = row.getLong("read_at");
    Instant readAt = row.wasNull() ? null : Instant.ofEpochMilli(read);
    return new NotificationRow(
        row.getString("id"),
        row.getString("user_id"),
        Notification.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getLong("times"),
        row.getString("actor_id"),
        row.getString("what"),
        row.getString("title"),
        new Notification.Target(
            row.getString("conversation_id"),
            row.getString("message_id"),
            place,
            row.getString("call_id"),
            row.getString("invite_id"),
            row.getString("order_id"),
            row.getString("offer_id"),
            row.getString("story_id")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("updated_at")),
        readAt);
  }
}
