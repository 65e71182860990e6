package dev.windowshop.relay.chat;

import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.relay.db.Direct;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All that has to be known before a message is stored, in one statement.
///
/// @param other the one whom it goes to in a conversation between two; null in a group, or where
///   they are gone
/// @param known whether the sender has sent something with this `clientId` before
record Sending(
    Member sender,
    ConversationKind kind,
    boolean closed,
    ParticipantRepository.@Nullable OtherSide other,
    boolean known) {
  private static final String SQL =
      """
      SELECT p.*, c.kind, c.closed_at,
        CASE WHEN c.kind = 'group' THEN NULL ELSE
          (SELECT o.user_id FROM participants o WHERE o.conversation_id = c.id
           AND o.user_id <> p.user_id AND o.left_at IS NULL LIMIT 1) END AS other_id,
        (SELECT m.id FROM messages m WHERE m.sender_id = p.user_id AND m.client_id = ?) AS known_id
      FROM participants p JOIN conversations c ON c.id = p.conversation_id
      WHERE p.conversation_id = ? AND p.user_id = ? AND p.left_at IS NULL
      """;

  /// @return null for somebody who is not in the conversation
  static @Nullable Sending find(
      Handle handle, String conversationId, String senderId, String clientId) {
    return Direct.first(
        handle,
        SQL,
        row -> {
          ConversationKind kind =
              ConversationKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
          String other = row.getString("other_id");
          return new Sending(
              Columns.member(row),
              kind,
              Columns.maybeAt(row, "closed_at") != null,
              other == null ? null : new ParticipantRepository.OtherSide(kind, other),
              row.getString("known_id") != null);
        },
        clientId,
        conversationId,
        senderId);
  }
}
