package dev.windowshop.relay.account;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// The account itself: name, email, devices, identities. Of an erased one a row without any of them
/// stays, which messages and orders refer to; its user name can't be taken at once.
final class AccountData implements PersonalData {
  private static final Duration NAME_KEPT = Duration.ofDays(30);

  private final UserRepository users;
  private final SessionRepository sessions;
  private final ExternalIdentityRepository identities;
  private final MailTokenRepository mailTokens;
  private final Consumer<String> sessionEnded;

  AccountData(
      UserRepository users,
      SessionRepository sessions,
      ExternalIdentityRepository identities,
      MailTokenRepository mailTokens,
      Consumer<String> sessionEnded) {
    this.users = users;
    this.sessions = sessions;
    this.identities = identities;
    this.mailTokens = mailTokens;
    this.sessionEnded = sessionEnded;
  }

  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "account",
        handle
            .createQuery(
                """
                SELECT id, username, email, email_verified_at, display_name, avatar_url, bio,
                       created_at, last_seen_at
                FROM users WHERE id = :user
                """)
            .bind("user", userId));
    sink.rows(
        "devices",
        handle
            .createQuery(
                """
                SELECT id, device, created_at, last_used_at, ended_at FROM sessions
                WHERE user_id = :user ORDER BY id
                """)
            .bind("user", userId));
    sink.rows(
        "identities",
        handle
            .createQuery(
                """
                SELECT issuer, subject, created_at FROM external_identities
                WHERE user_id = :user ORDER BY created_at
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    List<String> ended = sessions.endAll(handle, userId, null, now);
    sessions.erase(handle, userId);
    identities.erase(handle, userId);
    mailTokens.erase(handle, userId);
    users.erase(handle, userId, now, now.plus(NAME_KEPT));
    return () -> ended.forEach(sessionEnded);
  }
}
