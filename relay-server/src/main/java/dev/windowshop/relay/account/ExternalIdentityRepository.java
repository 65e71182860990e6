package dev.windowshop.relay.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Who people are at providers, and sign-ins there that are under way, in SQL. Stateless.
public final class ExternalIdentityRepository {
  record Identity(String issuer, String subject, Instant createdAt) {}

  /// A sign-in that was begun.
  record Flow(
      String provider, String redirectUri, String stateHash, String nonce, String verifier) {
    @Override
    public String toString() {
      return "Flow[" + provider + ", [REDACTED]]";
    }
  }

  record Link(String issuer, String subject, String userId) {}

  /// Our session for an issuer's tokens.
  ///
  /// @param endedAt null while it lives
  record External(String sessionId, String userId, @Nullable Instant endedAt) {}

  Optional<String> userOf(Handle handle, String issuer, String subject) {
    return handle
        .createQuery(
            "SELECT user_id FROM external_identities WHERE issuer = :issuer AND subject = :subject")
        .bind("issuer", issuer)
        .bind("subject", subject)
        .mapTo(String.class)
        .findOne();
  }

  List<Identity> of(Handle handle, String userId) {
    return handle
        .createQuery(
            """
            SELECT issuer, subject, created_at FROM external_identities WHERE user_id = :user
            ORDER BY created_at, issuer
            """)
        .bind("user", userId)
        .map((rs, context) ->
            new Identity(rs.getString(1), rs.getString(2), Instant.ofEpochMilli(rs.getLong(3))))
        .list();
  }

  /// @return false when it belongs to somebody already
  boolean add(Handle handle, String issuer, String subject, String userId, Instant now) {
    return handle
            .createUpdate(
                """
                INSERT INTO external_identities (issuer, subject, user_id, created_at)
                VALUES (:issuer, :subject, :user, :now) ON CONFLICT DO NOTHING
                """)
            .bind("issuer", issuer)
            .bind("subject", subject)
            .bind("user", userId)
            .bind("now", now.toEpochMilli())
            .execute()
        == 1;
  }

  /// @return the sessions that the issuer's tokens had begun
  List<String> remove(Handle handle, String userId, String issuer) {
    List<String> sessions =
        handle
            .createQuery(
                """
                DELETE FROM external_sessions WHERE issuer = :issuer AND subject IN (
                  SELECT subject FROM external_identities
                  WHERE issuer = :issuer AND user_id = :user) RETURNING session_id
                """)
            .bind("issuer", issuer)
            .bind("user", userId)
            .mapTo(String.class)
            .list();
    handle
        .createUpdate("DELETE FROM external_identities WHERE issuer = :issuer AND user_id = :user")
        .bind("issuer", issuer)
        .bind("user", userId)
        .execute();
    return sessions;
  }

  Optional<External> session(Handle handle, String issuer, String subject, String sid) {
    return handle
        .createQuery(
            """
            SELECT s.id, s.user_id, s.ended_at FROM external_sessions e
            JOIN sessions s ON s.id = e.session_id
            WHERE e.issuer = :issuer AND e.subject = :subject AND e.sid = :sid
            """)
        .bind("issuer", issuer)
        .bind("subject", subject)
        .bind("sid", sid)
        .map((rs, context) -> {
          long ended = rs.getLong(3);
          return new External(
              rs.getString(1), rs.getString(2), ended == 0 ? null : Instant.ofEpochMilli(ended));
        })
        .findOne();
  }

  void putSession(Handle handle, String issuer, String subject, String sid, String sessionId) {
    handle
        .createUpdate(
            """
            INSERT INTO external_sessions (issuer, subject, sid, session_id)
            VALUES (:issuer, :subject, :sid, :session)
            ON CONFLICT (issuer, subject, sid) DO UPDATE SET session_id = excluded.session_id
            """)
        .bind("issuer", issuer)
        .bind("subject", subject)
        .bind("sid", sid)
        .bind("session", sessionId)
        .execute();
  }

  void begin(Handle handle, String idHash, Flow flow, Instant expiresAt) {
    handle
        .createUpdate(
            """
            INSERT INTO oidc_flows (id_hash, provider, redirect_uri, state_hash, nonce, verifier,
                                    expires_at)
            VALUES (:id, :provider, :redirect, :state, :nonce, :verifier, :expires)
            """)
        .bind("id", idHash)
        .bind("provider", flow.provider())
        .bind("redirect", flow.redirectUri())
        .bind("state", flow.stateHash())
        .bind("nonce", flow.nonce())
        .bind("verifier", flow.verifier())
        .bind("expires", expiresAt.toEpochMilli())
        .execute();
  }

  /// Takes it, so that it works once.
  Optional<Flow> take(Handle handle, String idHash, Instant now) {
    return handle
        .createQuery(
            """
            DELETE FROM oidc_flows WHERE id_hash = :id AND expires_at > :now
            RETURNING provider, redirect_uri, state_hash, nonce, verifier
            """)
        .bind("id", idHash)
        .bind("now", now.toEpochMilli())
        .map((rs, context) ->
            new Flow(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5)))
        .findOne();
  }

  void offerLink(Handle handle, String hash, Link link, Instant expiresAt) {
    handle
        .createUpdate(
            """
            INSERT INTO link_tokens (hash, issuer, subject, user_id, expires_at)
            VALUES (:hash, :issuer, :subject, :user, :expires)
            """)
        .bind("hash", hash)
        .bind("issuer", link.issuer())
        .bind("subject", link.subject())
        .bind("user", link.userId())
        .bind("expires", expiresAt.toEpochMilli())
        .execute();
  }

  Optional<Link> link(Handle handle, String hash, Instant now) {
    return handle
        .createQuery(
            """
            SELECT issuer, subject, user_id FROM link_tokens
            WHERE hash = :hash AND expires_at > :now
            """)
        .bind("hash", hash)
        .bind("now", now.toEpochMilli())
        .map((rs, context) -> new Link(rs.getString(1), rs.getString(2), rs.getString(3)))
        .findOne();
  }

  /// @return false when it was spent meanwhile
  boolean spendLink(Handle handle, String hash) {
    return handle
            .createUpdate("DELETE FROM link_tokens WHERE hash = :hash")
            .bind("hash", hash)
            .execute()
        == 1;
  }

  void forgetExpired(Handle handle, Instant now) {
    for (String table : List.of("oidc_flows", "link_tokens")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE expires_at <= :now")
          .bind("now", now.toEpochMilli())
          .execute();
    }
  }

  /// Everything about a person who is erased.
  void erase(Handle handle, String userId) {
    handle
        .createUpdate(
            """
            DELETE FROM external_sessions
            WHERE session_id IN (SELECT id FROM sessions WHERE user_id = :user)
            """)
        .bind("user", userId)
        .execute();
    for (String table : List.of("external_identities", "link_tokens")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE user_id = :user")
          .bind("user", userId)
          .execute();
    }
  }
}
