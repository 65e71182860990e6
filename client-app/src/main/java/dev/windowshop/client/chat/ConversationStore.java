package dev.windowshop.client.chat;

import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Conversations in the cache. Works inside the caller's transaction.
final class ConversationStore {
  static final String OWNER = "owner";
  static final String EPOCH = "epoch";
  static final String PERSONAL = "personal";

  @Nullable String state(Connection connection, String key) throws SQLException {
    return Rows.first(
        connection, "SELECT value FROM chat_state WHERE key = ?", row -> row.getString(1), key);
  }

  void state(Connection connection, String key, @Nullable String value) throws SQLException {
    if (value == null) {
      Rows.update(connection, "DELETE FROM chat_state WHERE key = ?", key);
    } else {
      Rows.update(
          connection,
          """
          INSERT INTO chat_state (key, value) VALUES (?, ?)
          ON CONFLICT (key) DO UPDATE SET value = excluded.value\
          """,
          key,
          value);
    }
  }

  @Nullable KeptConversation find(Connection connection, String id) throws SQLException {
    return Rows.first(
        connection, "SELECT * FROM conversation WHERE id = ?", ConversationStore::kept, id);
  }

  List<KeptConversation> all(Connection connection) throws SQLException {
    return Rows.query(
        connection,
        "SELECT * FROM conversation ORDER BY last_activity_at DESC, id DESC",
        ConversationStore::kept);
  }

  Map<String, Long> changes(Connection connection) throws SQLException {
    Map<String, Long> changes = new HashMap<>();
    Rows.query(
        connection,
        "SELECT id, change FROM conversation WHERE gone = 0",
        row -> changes.put(row.getString(1), row.getLong(2)));
    return changes;
  }

  void put(Connection connection, KeptConversation kept) throws SQLException {
    Rows.update(
        connection,
        """
        INSERT INTO conversation (id, json, change, from_seq, complete, read_untold,
          last_activity_at, gone)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET json = excluded.json, change = excluded.change,
          from_seq = excluded.from_seq, complete = excluded.complete,
          read_untold = excluded.read_untold, last_activity_at = excluded.last_activity_at,
          gone = excluded.gone\
        """,
        kept.id(),
        Json.encode(kept.conversation()),
        kept.change(),
        kept.fromSeq(),
        kept.complete() ? 1 : 0,
        kept.readUntold() ? 1 : 0,
        kept.conversation().lastActivityAt().toEpochMilli(),
        kept.left() ? 1 : 0);
  }

  void remove(Connection connection, String id) throws SQLException {
    Rows.update(connection, "DELETE FROM message WHERE conversation_id = ?", id);
    Rows.update(connection, "DELETE FROM conversation WHERE id = ?", id);
  }

  /// Forgets everything that the relay confirmed; what waits to be sent stays.
  void clear(Connection connection) throws SQLException {
    Rows.update(connection, "DELETE FROM message");
    Rows.update(connection, "DELETE FROM conversation");
    Rows.update(connection, "DELETE FROM receipt");
    Rows.update(connection, "DELETE FROM scheduled");
    state(connection, EPOCH, null);
    state(connection, PERSONAL, null);
  }

  private static KeptConversation kept(ResultSet row) throws SQLException {
    long fromSeq = row.getLong("from_seq");
    return new KeptConversation(
        Json.decode(row.getString("json"), Conversation.class),
        row.getLong("change"),
        row.getObject("from_seq") == null ? null : fromSeq,
        row.getInt("complete") == 1,
        row.getInt("read_untold") == 1,
        row.getInt("gone") == 1);
  }
}
