package dev.windowshop.relay.chat;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Who has chatted with whom: a direct or listing conversation of the two in which somebody said
/// something. Stateless; runs inside the caller's unit of work.
public final class Acquaintances {
  /// A ring that nobody answered, and what the relay says by itself, make nobody known.
  private static final String SAID =
      """
      c.kind IN ('direct', 'listing') AND EXISTS (SELECT 1 FROM messages m
        WHERE m.conversation_id = c.id AND m.type NOT IN ('system', 'call'))
      """;

  public Set<String> of(Handle handle, String userId) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT other.user_id FROM participants me
            JOIN conversations c ON c.id = me.conversation_id
            JOIN participants other ON other.conversation_id = c.id AND other.user_id <> me.user_id
            WHERE me.user_id = :user AND
            """
                + SAID)
        .bind("user", userId)
        .mapTo(String.class)
        .set();
  }

  public boolean are(Handle handle, String one, String other) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM participants me
            JOIN conversations c ON c.id = me.conversation_id
            JOIN participants other ON other.conversation_id = c.id AND other.user_id = :other
            WHERE me.user_id = :one AND
            """
                + SAID
                + " LIMIT 1")
        .bind("one", one)
        .bind("other", other)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
