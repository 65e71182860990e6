package dev.windowshop.client.chat;

import dev.windowshop.client.cache.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done to messages and waits to be told. Works inside the caller's transaction.
final class MessageActionStore {
  /// In place of what the same person did to the same message in the same way.
  void add(Connection connection, String userId, MessageAction action) throws SQLException {
    switch (action.kind()) {
      case REACT, UNREACT ->
          Rows.update(
              connection,
              """
              DELETE FROM message_action WHERE user_id = ? AND message_id = ? AND value = ?
                AND kind IN ('REACT', 'UNREACT')\
              """,
              userId,
              action.messageId(),
              action.value());
      case EDIT ->
          Rows.update(
              connection,
              """
              DELETE FROM message_action WHERE user_id = ? AND message_id = ? AND kind = 'EDIT'\
              """,
              userId,
              action.messageId());
      case DELETE, HIDE ->
          Rows.update(
              connection,
              "DELETE FROM message_action WHERE user_id = ? AND message_id = ?",
              userId,
              action.messageId());
    }
    Rows.update(
        connection,
        """
        INSERT INTO message_action (user_id, conversation_id, message_id, kind, value)
        VALUES (?, ?, ?, ?, ?)\
        """,
        userId,
        action.conversationId(),
        action.messageId(),
        action.kind().name(),
        action.value());
  }

  @Nullable MessageAction next(Connection connection, String userId) throws SQLException {
    return Rows.first(
        connection,
        "SELECT * FROM message_action WHERE user_id = ? ORDER BY ordinal LIMIT 1",
        MessageActionStore::action,
        userId);
  }

  List<MessageAction> of(Connection connection, String userId, String conversationId)
      throws SQLException {
    return Rows.query(
        connection,
        """
        SELECT * FROM message_action WHERE user_id = ? AND conversation_id = ? ORDER BY ordinal\
        """,
        MessageActionStore::action,
        userId,
        conversationId);
  }

  void remove(Connection connection, long ordinal) throws SQLException {
    Rows.update(connection, "DELETE FROM message_action WHERE ordinal = ?", ordinal);
  }

  private static MessageAction action(ResultSet row) throws SQLException {
    return new MessageAction(
        row.getLong("ordinal"),
        row.getString("conversation_id"),
        row.getString("message_id"),
        MessageAction.Kind.valueOf(row.getString("kind")),
        row.getString("value"));
  }
}
