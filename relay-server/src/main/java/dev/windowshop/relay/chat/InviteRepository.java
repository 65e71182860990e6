package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Invite;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Ways into groups. Runs inside the caller's unit of work.
final class InviteRepository {
  void insert(Handle handle, InviteRow row) {
    handle
        .createUpdate(
            """
            INSERT INTO invites (id, conversation_id, kind, inviter_id, user_id, role, state, token,
              uses, max_uses, created_at, expires_at)
            VALUES (:id, :conversation, :kind, :inviter, :user, :role, :state, :token, 0, :maxUses,
              :at, :expiresAt)
            """)
        .bind("id", row.id())
        .bind("conversation", row.conversationId())
        .bind("kind", Columns.wire(row.kind()))
        .bind("inviter", row.inviterId())
        .bind("user", row.userId())
        .bind("role", Columns.wire(row.role()))
        .bind("state", Columns.wire(row.state()))
        .bind("token", row.token())
        .bind("maxUses", row.maxUses())
        .bind("at", row.createdAt().toEpochMilli())
        .bind("expiresAt", row.expiresAt().toEpochMilli())
        .execute();
  }

  Optional<InviteRow> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT * FROM invites WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> row(row))
        .findOne();
  }

  Optional<InviteRow> findByToken(Handle handle, String token) {
    return handle
        .createQuery("SELECT * FROM invites WHERE token = :token")
        .bind("token", token)
        .map((row, _) -> row(row))
        .findOne();
  }

  /// What waits for an answer, newest first.
  List<InviteRow> pendingOf(Handle handle, String conversationId, Instant now) {
    return handle
        .createQuery(
            """
            SELECT * FROM invites WHERE conversation_id = :conversation AND state = 'pending'
              AND expires_at > :now ORDER BY created_at DESC, id DESC
            """)
        .bind("conversation", conversationId)
        .bind("now", now.toEpochMilli())
        .map((row, _) -> row(row))
        .list();
  }

  /// The invites that somebody has yet to answer, newest first.
  List<InviteRow> pendingFor(Handle handle, String userId, Instant now) {
    return handle
        .createQuery(
            """
            SELECT * FROM invites WHERE user_id = :user AND kind = 'person' AND state = 'pending'
              AND expires_at > :now ORDER BY created_at DESC, id DESC
            """)
        .bind("user", userId)
        .bind("now", now.toEpochMilli())
        .map((row, _) -> row(row))
        .list();
  }

  Optional<InviteRow> pending(
      Handle handle, String conversationId, String userId, Invite.Kind kind, Instant now) {
    return handle
        .createQuery(
            """
            SELECT * FROM invites WHERE conversation_id = :conversation AND user_id = :user
              AND kind = :kind AND state = 'pending' AND expires_at > :now
            ORDER BY created_at DESC LIMIT 1
            """)
        .bind("conversation", conversationId)
        .bind("user", userId)
        .bind("kind", Columns.wire(kind))
        .bind("now", now.toEpochMilli())
        .map((row, _) -> row(row))
        .findOne();
  }

  void setState(Handle handle, String id, Invite.State state) {
    handle
        .createUpdate("UPDATE invites SET state = :state WHERE id = :id")
        .bind("state", Columns.wire(state))
        .bind("id", id)
        .execute();
  }

  /// Whoever came in by another way has nothing more to answer.
  void settle(Handle handle, String conversationId, String userId) {
    handle
        .createUpdate(
            """
            UPDATE invites SET state = 'accepted' WHERE conversation_id = :conversation
              AND user_id = :user AND state = 'pending'
            """)
        .bind("conversation", conversationId)
        .bind("user", userId)
        .execute();
  }

  /// @return false when a link is used up
  boolean use(Handle handle, String id) {
    return handle
            .createUpdate(
                """
                UPDATE invites SET uses = uses + 1
                WHERE id = :id AND (max_uses IS NULL OR uses < max_uses)
                """)
            .bind("id", id)
            .execute()
        == 1;
  }

  private static InviteRow row(ResultSet row) throws SQLException {
    int most = row.getInt("max_uses");
    Integer maxUses = row.wasNull() ? null : (Integer) most;
    return new InviteRow(
        row.getString("id"),
        row.getString("conversation_id"),
        Invite.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("inviter_id"),
        row.getString("user_id"),
        Columns.role(row.getString("role")),
        Invite.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("token"),
        row.getInt("uses"),
        maxUses,
        Columns.at(row, "created_at"),
        Columns.at(row, "expires_at"));
  }
}
