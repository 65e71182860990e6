package dev.windowshop.relay.chat;

import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Role;
import dev.windowshop.relay.db.Direct;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Who is in which conversation, and how far they have read. Runs inside the caller's unit of work.
public final class ParticipantRepository {
  private final AbsenceRepository absences = new AbsenceRepository();

  /// Adds somebody, or revives the membership that they had: they are in it since they first were,
  /// and have read what they had read.
  void add(
      Handle handle,
      String conversationId,
      String userId,
      Role role,
      Instant at,
      long visibleFromSeq,
      long readSeq,
      long change) {
    handle
        .createUpdate(
            """
            INSERT INTO participants (conversation_id, user_id, role, joined_at, left_at,
              visible_from_seq, delivered_seq, read_seq, change)
            VALUES (:conversation, :user, :role, :at, NULL, :from, :read, :read, :change)
            ON CONFLICT (conversation_id, user_id) DO UPDATE SET role = excluded.role,
              left_at = NULL, left_seq = NULL, visible_from_seq = excluded.visible_from_seq,
              change = excluded.change
            """)
        .bind("conversation", conversationId)
        .bind("user", userId)
        .bind("role", Columns.wire(role))
        .bind("at", at.toEpochMilli())
        .bind("from", visibleFromSeq)
        .bind("read", readSeq)
        .bind("change", change)
        .execute();
  }

  /// As [#mark], for somebody whose receipts nobody sees: nothing changes for others.
  void markQuietly(
      Handle handle, String conversationId, String userId, long deliveredSeq, long readSeq) {
    Member now = find(handle, conversationId, userId).orElseThrow();
    mark(handle, conversationId, userId, deliveredSeq, readSeq, now.change());
  }

  public Optional<Member> find(Handle handle, String conversationId, String userId) {
    return Optional.ofNullable(
        Direct.first(
            handle,
            """
            SELECT * FROM participants
            WHERE conversation_id = ? AND user_id = ? AND left_at IS NULL
            """,
            Columns::member,
            conversationId,
            userId));
  }

  /// Whether somebody is in a message's conversation and may see it there.
  boolean sees(Handle handle, String userId, MessageRow message) {
    return find(handle, message.conversationId(), userId)
        .filter(member -> absences.sees(handle, member, message.seq()))
        .isPresent();
  }

  /// @throws ProblemException 404 for somebody who is not in it: whether it exists is not theirs to
  ///   know
  public Member require(Handle handle, String conversationId, String userId) {
    return find(handle, conversationId, userId)
        .orElseThrow(() -> ProblemException.notFound("conversation"));
  }

  /// The current members, in the order in which they joined.
  public List<Member> members(Handle handle, String conversationId) {
    return handle
        .createQuery(
            """
            SELECT * FROM participants WHERE conversation_id = :conversation AND left_at IS NULL
            ORDER BY joined_at, user_id
            """)
        .bind("conversation", conversationId)
        .map((row, _) -> Columns.member(row))
        .list();
  }

  /// Its members who do not tell how far they have read. Runs with every mark, so that it begins
  /// with those few.
  Set<String> hidingReceipts(Handle handle, String conversationId) {
    return handle
        .createQuery(
            """
            SELECT p.user_id FROM user_settings s JOIN participants p ON p.user_id = s.user_id
            WHERE s.read_receipts = 0 AND p.conversation_id = :conversation AND p.left_at IS NULL
            """)
        .bind("conversation", conversationId)
        .mapTo(String.class)
        .set();
  }

  /// Who is in it, or was.
  Set<String> everIn(Handle handle, String conversationId) {
    return handle
        .createQuery("SELECT user_id FROM participants WHERE conversation_id = :conversation")
        .bind("conversation", conversationId)
        .mapTo(String.class)
        .set();
  }

  /// The other one of a conversation between two.
  public record OtherSide(ConversationKind kind, String userId) {}

  /// Nothing for a group, or where the other is gone.
  public Optional<OtherSide> otherSide(Handle handle, String conversationId, String userId) {
    return handle
        .createQuery(
            """
            SELECT c.kind, p.user_id FROM conversations c
            JOIN participants p ON p.conversation_id = c.id
            WHERE c.id = :conversation AND c.kind <> 'group' AND p.user_id <> :user
              AND p.left_at IS NULL
            """)
        .bind("conversation", conversationId)
        .bind("user", userId)
        .map((row, _) ->
            new OtherSide(
                ConversationKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("user_id")))
        .findFirst();
  }

  boolean hasSpoken(Handle handle, String conversationId, String userId) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM messages WHERE conversation_id = :conversation AND sender_id = :user
            LIMIT 1
            """)
        .bind("conversation", conversationId)
        .bind("user", userId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  int count(Handle handle, String conversationId) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM participants
            WHERE conversation_id = :conversation AND left_at IS NULL
            """)
        .bind("conversation", conversationId)
        .mapTo(Integer.class)
        .one();
  }

  List<String> conversationIds(Handle handle, String userId) {
    return handle
        .createQuery(
            "SELECT conversation_id FROM participants WHERE user_id = :user AND left_at IS NULL")
        .bind("user", userId)
        .mapTo(String.class)
        .list();
  }

  /// Everybody else who is in a conversation with this user.
  List<String> sharingWith(Handle handle, String userId) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT other.user_id FROM participants mine
            JOIN participants other ON other.conversation_id = mine.conversation_id
            WHERE mine.user_id = :user AND mine.left_at IS NULL
              AND other.left_at IS NULL AND other.user_id <> :user
            """)
        .bind("user", userId)
        .mapTo(String.class)
        .list();
  }

  /// @param seq the last message that was there
  void leave(
      Handle handle, String conversationId, String userId, Instant at, long seq, long change) {
    handle
        .createUpdate(
            """
            UPDATE participants SET left_at = :at, left_seq = :seq, change = :change
            WHERE conversation_id = :conversation AND user_id = :user
            """)
        .bind("conversation", conversationId)
        .bind("user", userId)
        .bind("at", at.toEpochMilli())
        .bind("seq", seq)
        .bind("change", change)
        .execute();
  }

  void setRole(Handle handle, String conversationId, String userId, Role role, long change) {
    handle
        .createUpdate(
            """
            UPDATE participants SET role = :role, change = :change
            WHERE conversation_id = :conversation AND user_id = :user
            """)
        .bind("conversation", conversationId)
        .bind("user", userId)
        .bind("role", Columns.wire(role))
        .bind("change", change)
        .execute();
  }

  void mark(
      Handle handle,
      String conversationId,
      String userId,
      long deliveredSeq,
      long readSeq,
      long change) {
    Direct.update(
        handle,
        """
        UPDATE participants SET
          delivered_seq = CASE WHEN delivered_seq > ? THEN delivered_seq ELSE ? END,
          read_seq = CASE WHEN read_seq > ? THEN read_seq ELSE ? END,
          change = ?
        WHERE conversation_id = ? AND user_id = ?
        """,
        deliveredSeq,
        deliveredSeq,
        readSeq,
        readSeq,
        change,
        conversationId,
        userId);
  }

  /// Members that changed after `after` and at most at `upTo`, by change.
  List<Member> changed(Handle handle, String conversationId, long after, long upTo) {
    return handle
        .createQuery(
            """
            SELECT * FROM participants WHERE conversation_id = :conversation AND left_at IS NULL
              AND change > :after AND change <= :upTo ORDER BY change, user_id
            """)
        .bind("conversation", conversationId)
        .bind("after", after)
        .bind("upTo", upTo)
        .map((row, _) -> Columns.member(row))
        .list();
  }
}
