package dev.windowshop.client.chat;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits to be sent, in order. A row is committed before anything is sent and goes only with
/// the relay's own copy. Works inside the caller's transaction.
final class Outbox {
  void add(Connection connection, String userId, Pending pending) throws SQLException {
    Rows.update(
        connection,
        """
        INSERT INTO outbox (client_id, user_id, conversation_id, json, created_at)
        VALUES (?, ?, ?, ?, ?)\
        """,
        pending.clientId(),
        userId,
        pending.conversationId(),
        Json.encode(pending.send()),
        pending.createdAt().toEpochMilli());
  }

  /// The next one to send.
  @Nullable Pending next(Connection connection, String userId) throws SQLException {
    return Rows.first(
        connection,
        "SELECT * FROM outbox WHERE user_id = ? AND problem IS NULL ORDER BY ordinal LIMIT 1",
        Outbox::pending,
        userId);
  }

  List<Pending> of(Connection connection, String userId, String conversationId)
      throws SQLException {
    return Rows.query(
        connection,
        "SELECT * FROM outbox WHERE user_id = ? AND conversation_id = ? ORDER BY ordinal",
        Outbox::pending,
        userId,
        conversationId);
  }

  void remove(Connection connection, String clientId) throws SQLException {
    Rows.update(connection, "DELETE FROM outbox WHERE client_id = ?", clientId);
  }

  /// @param problem null to try again
  void mark(Connection connection, String clientId, @Nullable String problem) throws SQLException {
    Rows.update(connection, "UPDATE outbox SET problem = ? WHERE client_id = ?", problem, clientId);
  }

  private static Pending pending(ResultSet row) throws SQLException {
    return new Pending(
        row.getString("conversation_id"),
        Json.decode(row.getString("json"), Message.Send.class),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getString("problem"));
  }
}
