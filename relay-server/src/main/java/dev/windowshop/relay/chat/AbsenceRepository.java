package dev.windowshop.relay.chat;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What was said while a member was out of the group, which is not theirs to see. Runs inside the
/// caller's unit of work.
final class AbsenceRepository {
  /// A membership that ended.
  ///
  /// @param visibleFromSeq the first message that they saw
  /// @param leftSeq the last one that was there; before it was noted, 0
  record Former(long visibleFromSeq, long leftSeq) {}

  /// A condition on `messages m`, read by `:user`.
  static final String PRESENT =
      """
       NOT EXISTS (SELECT 1 FROM absences a WHERE a.conversation_id = m.conversation_id
         AND a.user_id = :user AND m.seq >= a.from_seq AND m.seq <= a.to_seq)
      """;

  boolean sees(Handle handle, Member member, long seq) {
    return seq >= member.visibleFromSeq()
        && handle
            .createQuery(
                """
                SELECT 1 FROM absences WHERE conversation_id = :conversation AND user_id = :user
                  AND from_seq <= :seq AND to_seq >= :seq
                """)
            .bind("conversation", member.conversationId())
            .bind("user", member.userId())
            .bind("seq", seq)
            .mapTo(Integer.class)
            .findFirst()
            .isEmpty();
  }

  Optional<Former> former(Handle handle, String conversationId, String userId) {
    return handle
        .createQuery(
            """
            SELECT visible_from_seq, left_seq FROM participants
            WHERE conversation_id = :conversation AND user_id = :user AND left_at IS NOT NULL
            """)
        .bind("conversation", conversationId)
        .bind("user", userId)
        .map((row, _) -> new Former(row.getLong(1), row.getLong(2)))
        .findOne();
  }

  void add(Handle handle, String conversationId, String userId, long fromSeq, long toSeq) {
    handle
        .createUpdate(
            """
            INSERT INTO absences (conversation_id, user_id, from_seq, to_seq)
            VALUES (:conversation, :user, :from, :to)
            """)
        .bind("conversation", conversationId)
        .bind("user", userId)
        .bind("from", fromSeq)
        .bind("to", toSeq)
        .execute();
  }

  /// Shows them everything, as somebody who sees all of a group's history.
  void clear(Handle handle, String conversationId, String userId) {
    handle
        .createUpdate(
            "DELETE FROM absences WHERE conversation_id = :conversation AND user_id = :user")
        .bind("conversation", conversationId)
        .bind("user", userId)
        .execute();
  }
}
