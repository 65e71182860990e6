package dev.windowshop.relay.call;

import dev.windowshop.protocol.CallLink.KnockState;
import dev.windowshop.protocol.Invite;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Links into calls, and who came by them. Stateless; the handle's transaction is the caller's.
final class CallLinkRepository {
  void insert(Handle handle, CallLinkRow row) {
    handle
        .createUpdate(
            """
            INSERT INTO call_links (id, call_id, creator_id, token, state, uses, max_uses,
              created_at, expires_at)
            VALUES (:id, :call, :creator, :token, :state, 0, :maxUses, :at, :expiresAt)
            """)
        .bind("id", row.id())
        .bind("call", row.callId())
        .bind("creator", row.creatorId())
        .bind("token", row.token())
        .bind("state", name(row.state()))
        .bind("maxUses", row.maxUses())
        .bind("at", row.createdAt().toEpochMilli())
        .bind("expiresAt", row.expiresAt().toEpochMilli())
        .execute();
  }

  Optional<CallLinkRow> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT * FROM call_links WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> row(row))
        .findOne();
  }

  Optional<CallLinkRow> findByToken(Handle handle, String token) {
    return handle
        .createQuery("SELECT * FROM call_links WHERE token = :token")
        .bind("token", token)
        .map((row, _) -> row(row))
        .findOne();
  }

  /// Newest first.
  List<CallLinkRow> of(Handle handle, String callId) {
    return handle
        .createQuery("SELECT * FROM call_links WHERE call_id = :call ORDER BY created_at DESC, id")
        .bind("call", callId)
        .map((row, _) -> row(row))
        .list();
  }

  /// Those of somebody that are not taken back and whose call goes on, newest first.
  List<CallLinkRow> ofCreator(Handle handle, String userId) {
    return handle
        .createQuery(
            """
            SELECT l.* FROM call_links l JOIN calls c ON c.id = l.call_id
            WHERE l.creator_id = :user AND l.state = 'pending' AND c.state <> 'ended'
            ORDER BY l.created_at DESC, l.id
            """)
        .bind("user", userId)
        .map((row, _) -> row(row))
        .list();
  }

  void revoke(Handle handle, String id) {
    handle
        .createUpdate("UPDATE call_links SET state = 'revoked' WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  /// @return false when it is used up
  boolean use(Handle handle, String id) {
    return handle
            .createUpdate(
                """
                UPDATE call_links SET uses = uses + 1
                WHERE id = :id AND (max_uses IS NULL OR uses < max_uses)
                """)
            .bind("id", id)
            .execute()
        == 1;
  }

  /// How this user was answered by this link, if they were.
  Optional<KnockState> answer(Handle handle, String linkId, String userId) {
    return handle
        .createQuery("SELECT state FROM call_guests WHERE link_id = :link AND user_id = :user")
        .bind("link", linkId)
        .bind("user", userId)
        .map((row, _) -> KnockState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)))
        .findOne();
  }

  /// Whether they were let in by any link of the call.
  boolean isGuest(Handle handle, String callId, String userId) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM call_guests
            WHERE call_id = :call AND user_id = :user AND state = 'admitted' LIMIT 1
            """)
        .bind("call", callId)
        .bind("user", userId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  void answer(
      Handle handle, CallLinkRow link, String userId, KnockState state, String by, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO call_guests (link_id, user_id, call_id, state, answered_by, answered_at)
            VALUES (:link, :user, :call, :state, :by, :at)
            ON CONFLICT (link_id, user_id) DO UPDATE SET state = excluded.state,
              answered_by = excluded.answered_by, answered_at = excluded.answered_at
            """)
        .bind("link", link.id())
        .bind("user", userId)
        .bind("call", link.callId())
        .bind("state", name(state))
        .bind("by", by)
        .bind("at", now.toEpochMilli())
        .execute();
  }

  /// Puts somebody out: none of the links by which they came lets them in again.
  void refuseAll(Handle handle, String callId, String userId, String by, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE call_guests SET state = 'refused', answered_by = :by, answered_at = :at
            WHERE call_id = :call AND user_id = :user
            """)
        .bind("call", callId)
        .bind("user", userId)
        .bind("by", by)
        .bind("at", now.toEpochMilli())
        .execute();
  }

  private static CallLinkRow row(ResultSet row) throws SQLException {
    int most = row.getInt("max_uses");
    Integer maxUses = row.wasNull() ? null : (Integer) most;
    return new CallLinkRow(
        row.getString("id"),
        row.getString("call_id"),
        row.getString("creator_id"),
        row.getString("token"),
        Invite.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("uses"),
        maxUses,
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
