package dev.windowshop.client.notification;

import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Notification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Notifications in the cache, each account's apart. Works inside the caller's transaction.
final class NotificationStore {
  /// What the relay keeps of each account, too.
  private static final int MOST = 200;

  List<Notification> all(Connection connection, String userId) throws SQLException {
    return Rows.query(
        connection,
        "SELECT json, read_at FROM notification WHERE user_id = ? ORDER BY updated_at DESC, id DESC",
        NotificationStore::notification,
        userId);
  }

  private static Notification notification(ResultSet row) throws SQLException {
    Notification stored = Json.decode(row.getString("json"), Notification.class);
    long read = row.getLong("read_at");
    Instant readAt = row.wasNull() ? null : Instant.ofEpochMilli(read);
    return new Notification(
        stored.id(),
        stored.kind(),
        stored.actor(),
        stored.count(),
        stored.what(),
        stored.title(),
        stored.preview(),
        stored.target(),
        stored.createdAt(),
        stored.updatedAt(),
        readAt);
  }

  /// What the relay has, in the place of what was here. What was read here stays read, unless more
  /// has come to it since.
  void replace(Connection connection, String userId, List<Notification> fresh) throws SQLException {
    Rows.update(connection, "DELETE FROM notification WHERE user_id = ?", userId);
    for (Notification one : fresh) {
      put(connection, userId, one);
    }
  }

  void put(Connection connection, String userId, Notification one) throws SQLException {
    Long readHere =
        Rows.first(
            connection,
            "SELECT updated_at FROM notification_read WHERE user_id = ? AND id = ?",
            row -> row.getLong(1),
            userId,
            one.id());
    boolean untold = readHere != null && readHere >= one.updatedAt().toEpochMilli();
    Instant readAt = one.readAt() == null && untold ? one.updatedAt() : one.readAt();
    Rows.update(
        connection,
        """
        INSERT INTO notification (user_id, id, json, updated_at, read_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (user_id, id) DO UPDATE SET json = excluded.json,
          updated_at = excluded.updated_at, read_at = excluded.read_at\
        """,
        userId,
        one.id(),
        Json.encode(one),
        one.updatedAt().toEpochMilli(),
        readAt == null ? null : readAt.toEpochMilli());
    Rows.update(
        connection,
        """
        DELETE FROM notification WHERE user_id = ? AND id IN (
          SELECT id FROM notification WHERE user_id = ?
          ORDER BY updated_at DESC, id DESC LIMIT -1 OFFSET ?)\
        """,
        userId,
        userId,
        MOST);
  }

  /// @param untold whether the relay is still to be told
  void read(
      Connection connection, String userId, Collection<String> ids, Instant now, boolean untold)
      throws SQLException {
    for (String id : ids) {
      if (untold) {
        Rows.update(
            connection,
            """
            INSERT INTO notification_read (user_id, id, updated_at)
            SELECT user_id, id, updated_at FROM notification
            WHERE user_id = ? AND id = ? AND read_at IS NULL
            ON CONFLICT (user_id, id) DO UPDATE SET updated_at = excluded.updated_at\
            """,
            userId,
            id);
      }
      Rows.update(
          connection,
          "UPDATE notification SET read_at = ? WHERE user_id = ? AND id = ? AND read_at IS NULL",
          now.toEpochMilli(),
          userId,
          id);
    }
  }

  List<String> untold(Connection connection, String userId, int limit) throws SQLException {
    return Rows.query(
        connection,
        "SELECT id FROM notification_read WHERE user_id = ? ORDER BY id LIMIT ?",
        row -> row.getString(1),
        userId,
        limit);
  }

  void told(Connection connection, String userId, Collection<String> ids) throws SQLException {
    for (String id : ids) {
      Rows.update(
          connection, "DELETE FROM notification_read WHERE user_id = ? AND id = ?", userId, id);
    }
  }

  @Nullable Notification find(Connection connection, String userId, String id) throws SQLException {
    return Rows.first(
        connection,
        "SELECT json, read_at FROM notification WHERE user_id = ? AND id = ?",
        NotificationStore::notification,
        userId,
        id);
  }
}
