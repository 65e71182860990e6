package dev.windowshop.relay.account;

import dev.windowshop.protocol.Auth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Sessions and their refresh tokens in SQL. Stateless.
public final class SessionRepository {
  /// A refresh token with its session.
  record Token(
      String sessionId,
      String userId,
      boolean ended,
      Instant expiresAt,
      @Nullable Instant spentAt,
      @Nullable String spentKey) {}

  void insert(Handle handle, String id, String userId, @Nullable String device, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO sessions (id, user_id, device, created_at, last_used_at)
            VALUES (:id, :userId, :device, :now, :now)
            """)
        .bind("id", id)
        .bind("userId", userId)
        .bind("device", device)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  void insertToken(Handle handle, String hash, String sessionId, Instant expiresAt) {
    handle
        .createUpdate(
            """
            INSERT INTO refresh_tokens (hash, session_id, expires_at)
            VALUES (:hash, :sessionId, :expiresAt) ON CONFLICT DO NOTHING
            """)
        .bind("hash", hash)
        .bind("sessionId", sessionId)
        .bind("expiresAt", expiresAt.toEpochMilli())
        .execute();
  }

  Optional<Token> token(Handle handle, String hash) {
    return handle
        .createQuery(
            """
            SELECT s.id, s.user_id, s.ended_at IS NOT NULL AS ended, t.expires_at, t.spent_at,
                   t.spent_key
            FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id WHERE t.hash = :hash
            """)
        .bind("hash", hash)
        .map((rs, context) -> {
          long spent = rs.getLong("spent_at");
          return new Token(
              rs.getString("id"),
              rs.getString("user_id"),
              rs.getBoolean("ended"),
              Instant.ofEpochMilli(rs.getLong("expires_at")),
              spent == 0 ? null : Instant.ofEpochMilli(spent),
              rs.getString("spent_key"));
        })
        .findOne();
  }

  void spend(Handle handle, String hash, String sessionId, @Nullable String keyHash, Instant now) {
    handle
        .createUpdate(
            "UPDATE refresh_tokens SET spent_at = :now, spent_key = :key WHERE hash = :hash")
        .bind("now", now.toEpochMilli())
        .bind("key", keyHash)
        .bind("hash", hash)
        .execute();
    handle
        .createUpdate("UPDATE sessions SET last_used_at = :now WHERE id = :id")
        .bind("now", now.toEpochMilli())
        .bind("id", sessionId)
        .execute();
  }

  void rename(Handle handle, String id, String device) {
    handle
        .createUpdate("UPDATE sessions SET device = :device WHERE id = :id")
        .bind("device", device)
        .bind("id", id)
        .execute();
  }

  public boolean lives(Handle handle, String id, String userId) {
    return handle
        .createQuery(
            "SELECT 1 FROM sessions WHERE id = :id AND user_id = :user AND ended_at IS NULL")
        .bind("id", id)
        .bind("user", userId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// @return false when this user has no such living session
  boolean end(Handle handle, String id, String userId, Instant now) {
    return handle
            .createUpdate(
                """
                UPDATE sessions SET ended_at = :now
                WHERE id = :id AND user_id = :user AND ended_at IS NULL
                """)
            .bind("now", now.toEpochMilli())
            .bind("id", id)
            .bind("user", userId)
            .execute()
        == 1;
  }

  /// Ends all of a user's sessions.
  ///
  /// @param except the one to keep
  /// @return those that ended
  List<String> endAll(Handle handle, String userId, @Nullable String except, Instant now) {
    return handle
        .createQuery(
            """
            UPDATE sessions SET ended_at = :now
            WHERE user_id = :user AND ended_at IS NULL AND id <> :except RETURNING id
            """)
        .bind("now", now.toEpochMilli())
        .bind("user", userId)
        .bind("except", except == null ? "" : except)
        .mapTo(String.class)
        .list();
  }

  /// What the device of a session is called, null for nothing.
  public @Nullable String device(Handle handle, String id) {
    return handle
        .createQuery("SELECT device FROM sessions WHERE id = :id AND device IS NOT NULL")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  /// Their rows stay, so that other relays see that they ended, but tell no device.
  void erase(Handle handle, String userId) {
    handle
        .createUpdate(
            """
            DELETE FROM refresh_tokens
            WHERE session_id IN (SELECT id FROM sessions WHERE user_id = :user)
            """)
        .bind("user", userId)
        .execute();
    handle
        .createUpdate("UPDATE sessions SET device = NULL WHERE user_id = :user")
        .bind("user", userId)
        .execute();
  }

  /// When this living session was begun.
  Optional<Instant> begun(Handle handle, String id) {
    return handle
        .createQuery("SELECT created_at FROM sessions WHERE id = :id AND ended_at IS NULL")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /// Sessions that ended from this moment on, whoever ended them.
  List<String> endedSince(Handle handle, Instant from) {
    return handle
        .createQuery("SELECT id FROM sessions WHERE ended_at >= :from")
        .bind("from", from.toEpochMilli())
        .mapTo(String.class)
        .list();
  }

  /// Living sessions, the newest first.
  ///
  /// @param before the last id already seen, null from the start
  List<Auth.Session> list(
      Handle handle, String userId, String current, @Nullable String before, int limit) {
    return handle
        .createQuery(
            """
            SELECT id, device, created_at, last_used_at FROM sessions
            WHERE user_id = :user AND ended_at IS NULL AND (CAST(:before AS TEXT) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
            """)
        .bind("user", userId)
        .bind("before", before)
        .bind("limit", limit)
        .map((rs, context) ->
            new Auth.Session(
                rs.getString("id"),
                rs.getString("device"),
                Instant.ofEpochMilli(rs.getLong("created_at")),
                Instant.ofEpochMilli(rs.getLong("last_used_at")),
                rs.getString("id").equals(current)))
        .list();
  }

  /// Forgets tokens that can't be used any more.
  void forgetExpired(Handle handle, Instant now) {
    handle
        .createUpdate("DELETE FROM refresh_tokens WHERE expires_at < :now")
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
