package dev.windowshop.client.chat;

import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages in the cache. Works inside the caller's transaction.
final class MessageStore {
  static final String UNREAD =
      "SELECT COUNT(*) FROM message WHERE conversation_id = ? AND seq > ? AND "
          + ChatSchema.COUNTS_FROM
          + " <> ?";

  /// Keeps the newer of what is there and this.
  void put(Connection connection, Message message) throws SQLException {
    Rows.update(
        connection,
        """
        INSERT INTO message (id, conversation_id, seq, change, json) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET json = excluded.json, change = excluded.change
        WHERE excluded.change > message.change\
        """,
        message.id(),
        message.conversationId(),
        message.seq(),
        message.change(),
        Json.encode(message));
  }

  @Nullable Message find(Connection connection, String id) throws SQLException {
    return Rows.first(
        connection,
        "SELECT json FROM message WHERE id = ?",
        row -> Json.decode(row.getString(1), Message.class),
        id);
  }

  /// The newest ones from `fromSeq` to `toSeq`, oldest first.
  ///
  /// @param known decoded ones by id, used where they are not out of date
  List<Message> newest(
      Connection connection,
      String conversationId,
      long fromSeq,
      long toSeq,
      int limit,
      Map<String, Message> known)
      throws SQLException {
    return Rows.query(
            connection,
            """
            SELECT id, change, json FROM message WHERE conversation_id = ? AND seq >= ? AND seq <= ?
            ORDER BY seq DESC LIMIT ?\
            """,
            row -> {
              Message held = known.get(row.getString(1));
              return held != null && held.change() == row.getLong(2)
                  ? held
                  : Json.decode(row.getString(3), Message.class);
            },
            conversationId,
            fromSeq,
            toSeq,
            limit)
        .reversed();
  }

  /// Messages of others after `seq` that count as unread. Asked at each step of reading: counted in
  /// an index, whatever their number.
  int unread(Connection connection, String conversationId, long seq, String ownId)
      throws SQLException {
    Integer count =
        Rows.first(connection, UNREAD, row -> row.getInt(1), conversationId, seq, ownId);
    return count == null ? 0 : count;
  }

  /// Whether a message can be unread: not one's own, not deleted, not about the group itself.
  /// [ChatSchema#COUNTS_FROM] says the same.
  static boolean counts(Message message, String ownId) {
    return !message.sender().id().equals(ownId)
        && message.deletedAt() == null
        && message.type() != Message.Type.SYSTEM;
  }

  void remove(Connection connection, String id) throws SQLException {
    Rows.update(connection, "DELETE FROM message WHERE id = ?", id);
  }

  @Nullable Message last(Connection connection, String conversationId) throws SQLException {
    return Rows.first(
        connection,
        "SELECT json FROM message WHERE conversation_id = ? ORDER BY seq DESC LIMIT 1",
        row -> Json.decode(row.getString(1), Message.class),
        conversationId);
  }

  /// Forgets what is older than the unbroken end that is kept.
  void removeAll(Connection connection, String conversationId) throws SQLException {
    Rows.update(connection, "DELETE FROM message WHERE conversation_id = ?", conversationId);
  }
}
