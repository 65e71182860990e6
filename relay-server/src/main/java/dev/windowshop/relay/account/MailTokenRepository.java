package dev.windowshop.relay.account;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What was sent by mail to prove something, as hashes, in SQL. Stateless.
final class MailTokenRepository {
  enum Purpose {
    RESET("reset"),
    VERIFY("verify"),
    CHANGE("change");

    private final String text;

    Purpose(String text) {
      this.text = text;
    }

    static Purpose of(String text) {
      for (Purpose purpose : values()) {
        if (purpose.text.equals(text)) {
          return purpose;
        }
      }
      throw new IllegalArgumentException("no purpose: " + text);
    }
  }

  /// @param email the address that it was sent to
  record Token(Purpose purpose, String userId, String email) {}

  /// In the place of those sent before for the same purpose.
  void put(Handle handle, String hash, Token token, Instant expiresAt) {
    forget(handle, token.userId(), token.purpose());
    handle
        .createUpdate(
            """
            INSERT INTO mail_tokens (hash, purpose, user_id, email, expires_at)
            VALUES (:hash, :purpose, :user, :email, :expires)
            """)
        .bind("hash", hash)
        .bind("purpose", token.purpose().text)
        .bind("user", token.userId())
        .bind("email", token.email())
        .bind("expires", expiresAt.toEpochMilli())
        .execute();
  }

  Optional<Token> find(Handle handle, String hash, Instant now) {
    return handle
        .createQuery(
            """
            SELECT purpose, user_id, email FROM mail_tokens
            WHERE hash = :hash AND expires_at > :now
            """)
        .bind("hash", hash)
        .bind("now", now.toEpochMilli())
        .map((rs, context) ->
            new Token(Purpose.of(rs.getString(1)), rs.getString(2), rs.getString(3)))
        .findOne();
  }

  /// Takes it, so that it works once.
  Optional<Token> take(Handle handle, String hash, Instant now) {
    Optional<Token> token = find(handle, hash, now);
    return token.filter(there ->
        handle
                .createUpdate("DELETE FROM mail_tokens WHERE hash = :hash")
                .bind("hash", hash)
                .execute()
            == 1);
  }

  void forget(Handle handle, String userId, Purpose purpose) {
    handle
        .createUpdate("DELETE FROM mail_tokens WHERE user_id = :user AND purpose = :purpose")
        .bind("user", userId)
        .bind("purpose", purpose.text)
        .execute();
  }

  /// The address that waits to be confirmed.
  Optional<String> pendingEmail(Handle handle, String userId, Instant now) {
    return handle
        .createQuery(
            """
            SELECT email FROM mail_tokens
            WHERE user_id = :user AND purpose = :purpose AND expires_at > :now
            """)
        .bind("user", userId)
        .bind("purpose", Purpose.CHANGE.text)
        .bind("now", now.toEpochMilli())
        .mapTo(String.class)
        .findFirst();
  }

  void forgetExpired(Handle handle, Instant now) {
    handle
        .createUpdate("DELETE FROM mail_tokens WHERE expires_at <= :now")
        .bind("now", now.toEpochMilli())
        .execute();
  }

  void erase(Handle handle, String userId) {
    handle
        .createUpdate("DELETE FROM mail_tokens WHERE user_id = :user")
        .bind("user", userId)
        .execute();
  }
}
