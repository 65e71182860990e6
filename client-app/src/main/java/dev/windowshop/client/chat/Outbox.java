package dev.windowshop.client.chat;

import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What waits to be sent, in order. A row is committed before anything is sent and goes only with
/// the relay's own copy. Works inside the caller's transaction.
final class Outbox {
  /// Files up to so many bytes hold up what was written after them in their conversation, so that
  /// it is read in the order it was written; nobody waits for larger ones.
  static final long SMALL = 8_000_000;

  private final OutboxFileStore files;

  /// What some of them wait for, by client id: of this run only.
  private final Map<String, String> waits = new ConcurrentHashMap<>();

  Outbox(OutboxFileStore files) {
    this.files = files;
  }

  void add(Connection connection, String userId, Pending pending) throws SQLException {
    Rows.update(
        connection,
        """
        INSERT INTO outbox (client_id, user_id, conversation_id, json, created_at, send_at)
        VALUES (?, ?, ?, ?, ?, ?)\
        """,
        pending.clientId(),
        userId,
        pending.conversationId(),
        Json.encode(pending.send()),
        pending.createdAt().toEpochMilli(),
        millis(pending.sendAt()));
    for (PendingFile file : pending.files()) {
      files.add(connection, file);
    }
  }

  /// The next one to send: whose files are all uploaded, and that has nothing to wait for.
  @Nullable Pending next(Connection connection, String userId) throws SQLException {
    return Rows.first(
        connection,
        """
        SELECT * FROM outbox o WHERE user_id = ? AND problem IS NULL
          AND NOT EXISTS (SELECT 1 FROM outbox_file f
            WHERE f.client_id = o.client_id AND f.attachment IS NULL)
          AND NOT EXISTS (SELECT 1 FROM outbox e JOIN outbox_file f ON f.client_id = e.client_id
            WHERE e.user_id = o.user_id AND e.conversation_id = o.conversation_id
              AND e.ordinal < o.ordinal AND e.problem IS NULL AND e.send_at IS NULL
              AND o.send_at IS NULL AND f.attachment IS NULL
              AND f.size <= ?)
        ORDER BY ordinal LIMIT 1\
        """,
        row -> pending(connection, row),
        userId,
        SMALL);
  }

  @Nullable Pending find(Connection connection, String clientId) throws SQLException {
    return Rows.first(
        connection,
        "SELECT * FROM outbox WHERE client_id = ?",
        row -> pending(connection, row),
        clientId);
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : (Long) at.toEpochMilli();
  }

  /// Those of one conversation that go out as soon as can be.
  List<Pending> of(Connection connection, String userId, String conversationId)
      throws SQLException {
    return Rows.query(
        connection,
        """
        SELECT * FROM outbox WHERE user_id = ? AND conversation_id = ? AND send_at IS NULL
        ORDER BY ordinal\
        """,
        row -> pending(connection, row),
        userId,
        conversationId);
  }

  /// Those that go out at a time of their own, of all conversations.
  List<Pending> later(Connection connection, String userId) throws SQLException {
    return Rows.query(
        connection,
        "SELECT * FROM outbox WHERE user_id = ? AND send_at IS NOT NULL ORDER BY send_at",
        row -> pending(connection, row),
        userId);
  }

  /// Another message under the same `clientId`, which is tried again.
  void replace(Connection connection, Message.Send send, @Nullable Instant sendAt)
      throws SQLException {
    Rows.update(
        connection,
        "UPDATE outbox SET json = ?, send_at = ?, problem = NULL WHERE client_id = ?",
        Json.encode(send),
        millis(sendAt),
        send.clientId());
  }

  /// @param words null when it waits for nothing any more
  /// @return whether that is news
  boolean waitsFor(String clientId, @Nullable String words) {
    String before = words == null ? waits.remove(clientId) : waits.put(clientId, words);
    return !Objects.equals(before, words);
  }

  void remove(Connection connection, String clientId) throws SQLException {
    Rows.update(connection, "DELETE FROM outbox WHERE client_id = ?", clientId);
    waits.remove(clientId);
    files.remove(connection, clientId);
  }

  /// @param problem null to try again
  void mark(Connection connection, String clientId, @Nullable String problem) throws SQLException {
    Rows.update(connection, "UPDATE outbox SET problem = ? WHERE client_id = ?", problem, clientId);
  }

  private Pending pending(Connection connection, ResultSet row) throws SQLException {
    Message.Send send = Json.decode(row.getString("json"), Message.Send.class);
    return new Pending(
        row.getString("conversation_id"),
        send,
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getString("problem"),
        files.of(connection, send.clientId()),
        waits.get(send.clientId()),
        row.getObject("send_at") == null ? null : Instant.ofEpochMilli(row.getLong("send_at")));
  }
}
