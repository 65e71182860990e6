package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.Media;
import dev.windowshop.protocol.Call.Participant;
import dev.windowshop.protocol.Call.ParticipantState;
import dev.windowshop.protocol.Call.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Calls and their participants in SQL. Stateless; the handle's transaction is the caller's.
final class CallRepository {
  private static final String COLUMNS =
      "SELECT c.id, c.conversation_id, c.media, c.state, c.reason, c.initiator_id, c.created_at,"
          + " c.started_at, c.ended_at, c.revision FROM calls c ";

  Optional<Call> find(Handle handle, String callId) {
    return handle
        .createQuery(COLUMNS + "WHERE c.id = :id")
        .bind("id", callId)
        .map((row, context) -> call(handle, row))
        .findOne();
  }

  Optional<Call> findLive(Handle handle, String conversationId) {
    return handle
        .createQuery(COLUMNS + "WHERE c.conversation_id = :conversation AND c.state <> 'ended'")
        .bind("conversation", conversationId)
        .map((row, context) -> call(handle, row))
        .findOne();
  }

  List<Call> live(Handle handle) {
    return handle
        .createQuery(COLUMNS + "WHERE c.state <> 'ended' ORDER BY c.id")
        .map((row, context) -> call(handle, row))
        .list();
  }

  /// The running calls in which this user has this state.
  List<Call> liveOf(Handle handle, String userId, ParticipantState... states) {
    return handle
        .createQuery(
            COLUMNS
                + "JOIN call_participants p ON p.call_id = c.id"
                + " WHERE p.user_id = :user AND c.state <> 'ended' AND p.state IN (<states>)"
                + " ORDER BY c.id")
        .bind("user", userId)
        .bindList("states", java.util.Arrays.stream(states).map(CallRepository::name).toList())
        .map((row, context) -> call(handle, row))
        .list();
  }

  /// Newest first.
  ///
  /// @param before the id of the last one that the reader has, null at first
  List<Call> historyOf(Handle handle, String userId, @Nullable String before, int limit) {
    return handle
        .createQuery(
            COLUMNS
                + "JOIN call_participants p ON p.call_id = c.id"
                + " WHERE p.user_id = :user AND (CAST(:before AS TEXT) IS NULL OR c.id < :before)"
                + " ORDER BY c.id DESC LIMIT :limit")
        .bind("user", userId)
        .bind("before", before)
        .bind("limit", limit)
        .map((row, context) -> call(handle, row))
        .list();
  }

  void save(Handle handle, Call call) {
    handle
        .createUpdate(
            "INSERT INTO calls (id, conversation_id, initiator_id, media, state, reason,"
                + " created_at, started_at, ended_at, revision) VALUES (:id, :conversation,"
                + " :initiator, :media, :state, :reason, :created, :started, :ended, :revision)"
                + " ON CONFLICT (id) DO UPDATE SET state = excluded.state,"
                + " reason = excluded.reason, started_at = excluded.started_at,"
                + " ended_at = excluded.ended_at, revision = excluded.revision")
        .bind("id", call.id())
        .bind("conversation", call.conversationId())
        .bind("initiator", call.initiatorId())
        .bind("media", name(call.media()))
        .bind("state", name(call.state()))
        .bind("reason", call.reason())
        .bind("created", call.createdAt().toEpochMilli())
        .bind("started", millis(call.startedAt()))
        .bind("ended", millis(call.endedAt()))
        .bind("revision", call.revision())
        .execute();
    var batch =
        handle.prepareBatch(
            "INSERT INTO call_participants (call_id, user_id, position, session, state,"
                + " held, guest) VALUES (:call, :user, :position, :session, :state, :held, :guest)"
                + " ON CONFLICT (call_id, user_id) DO UPDATE SET session = excluded.session,"
                + " state = excluded.state, held = excluded.held, guest = excluded.guest");
    int position = 0;
    for (Participant participant : call.participants()) {
      batch
          .bind("call", call.id())
          .bind("user", participant.userId())
          .bind("position", position++)
          .bind("session", participant.session())
          .bind("state", name(participant.state()))
          .bind("held", participant.held() ? 1 : 0)
          .bind("guest", participant.guest() ? 1 : 0)
          .add();
    }
    batch.execute();
  }

  private static Call call(Handle handle, ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new Call(
        id,
        row.getString("conversation_id"),
        Media.valueOf(upper(row.getString("media"))),
        State.valueOf(upper(row.getString("state"))),
        row.getString("reason"),
        row.getString("initiator_id"),
        participants(handle, id),
        Instant.ofEpochMilli(row.getLong("created_at")),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getLong("revision"));
  }

  private static List<Participant> participants(Handle handle, String callId) {
    return handle
        .createQuery(
            "SELECT user_id, session, state, held, guest FROM call_participants WHERE call_id = :call"
                + " ORDER BY position")
        .bind("call", callId)
        .map((row, context) ->
            new Participant(
                row.getString("user_id"),
                row.getLong("session"),
                ParticipantState.valueOf(upper(row.getString("state"))),
                row.getLong("held") != 0,
                row.getLong("guest") != 0))
        .list();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
