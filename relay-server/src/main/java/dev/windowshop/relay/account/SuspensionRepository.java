package dev.windowshop.relay.account;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Who may not sign in for a while, in SQL. Stateless.
public final class SuspensionRepository {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /// @param until null until further notice
  public record Suspension(Instant since, @Nullable Instant until) {}

  private final SessionRepository sessions = new SessionRepository();

  /// @param until null until further notice
  /// @return the sessions that ended by it, whose sockets have to end too
  public List<String> suspend(Handle handle, String userId, @Nullable Instant until, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO suspensions (user_id, since_at, until_at) VALUES (:user, :since, :until)
            ON CONFLICT (user_id) DO UPDATE SET until_at = excluded.until_at
            """)
        .bind("user", userId)
        .bind("since", now.toEpochMilli())
        .bind("until", until == null ? null : until.toEpochMilli())
        .execute();
    return sessions.endAll(handle, userId, null, now);
  }

  /// @return false when they were not suspended
  public boolean lift(Handle handle, String userId) {
    return handle
            .createUpdate("DELETE FROM suspensions WHERE user_id = :user")
            .bind("user", userId)
            .execute()
        == 1;
  }

  /// The one that is in force.
  public Optional<Suspension> find(Handle handle, String userId, Instant now) {
    return handle
        .createQuery(
            """
            SELECT since_at, until_at FROM suspensions
            WHERE user_id = :user AND (until_at IS NULL OR until_at > :now)
            """)
        .bind("user", userId)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> {
          long until = row.getLong("until_at");
          return new Suspension(
              Instant.ofEpochMilli(row.getLong("since_at")),
              until == 0 ? null : Instant.ofEpochMilli(until));
        })
        .findOne();
  }

  /// @throws ProblemException 403 while they are suspended
  public void requireNone(Handle handle, String userId, Instant now) {
    find(handle, userId, now)
        .ifPresent(suspension -> {
          Instant until = suspension.until();
          throw new ProblemException(
              ProblemType.SUSPENDED,
              until == null
                  ? "This account is suspended. Write to whoever runs the shop."
                  : "This account is suspended until " + DAY.format(until) + ".");
        });
  }
}
