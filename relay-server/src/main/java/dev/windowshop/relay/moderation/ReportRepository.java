package dev.windowshop.relay.moderation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reports in SQL. Stateless.
final class ReportRepository {
  /// A row.
  record Row(
      String id,
      String reporterId,
      Report.Kind kind,
      String targetId,
      String ownerId,
      Report.Reason reason,
      @Nullable String text,
      JsonNode snapshot,
      Report.State state,
      Instant createdAt,
      @Nullable Instant resolvedAt,
      Report.@Nullable Action action,
      @Nullable String note,
      int others) {}

  private static final String SELECT =
      """
      SELECT r.*, (SELECT COUNT(*) FROM reports o WHERE o.kind = r.kind
                   AND o.target_id = r.target_id AND o.state = 'open' AND o.id <> r.id) AS others
      FROM reports r
      """;

  /// @return false when this person has an open report of it
  boolean insert(Handle handle, Row row) {
    return handle
            .createUpdate(
                """
                INSERT INTO reports (id, reporter_id, kind, target_id, owner_id, reason, text,
                                     snapshot, state, created_at)
                VALUES (:id, :reporter, :kind, :target, :owner, :reason, :text, :snapshot,
                        'open', :at)
                ON CONFLICT DO NOTHING
                """)
            .bind("id", row.id())
            .bind("reporter", row.reporterId())
            .bind("kind", name(row.kind()))
            .bind("target", row.targetId())
            .bind("owner", row.ownerId())
            .bind("reason", name(row.reason()))
            .bind("text", row.text())
            .bind("snapshot", Json.encode(row.snapshot()))
            .bind("at", row.createdAt().toEpochMilli())
            .execute()
        == 1;
  }

  Optional<Row> openOf(Handle handle, String reporterId, Report.Kind kind, String targetId) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE r.reporter_id = :reporter AND r.kind = :kind AND r.target_id = :target
                  AND r.state = 'open'
                """)
        .bind("reporter", reporterId)
        .bind("kind", name(kind))
        .bind("target", targetId)
        .map((row, context) -> row(row))
        .findOne();
  }

  Optional<Row> find(Handle handle, String id) {
    return handle
        .createQuery(SELECT + " WHERE r.id = :id")
        .bind("id", id)
        .map((row, context) -> row(row))
        .findOne();
  }

  /// Open ones the oldest first, resolved ones the newest first.
  ///
  /// @param after the last one already seen, null from the start
  List<Row> page(Handle handle, Report.State state, @Nullable String after, int limit) {
    boolean open = state == Report.State.OPEN;
    return handle
        .createQuery(
            SELECT
                + (open
                    ? " WHERE r.state = :state AND r.id > :after ORDER BY r.id LIMIT :limit"
                    : " WHERE r.state = :state AND r.id < :after ORDER BY r.id DESC LIMIT :limit"))
        .bind("state", name(state))
        .bind("after", after == null ? (open ? "" : "z") : after)
        .bind("limit", limit)
        .map((row, context) -> row(row))
        .list();
  }

  /// Resolves every open report of the thing.
  void resolve(Handle handle, Row of, Report.Action action, @Nullable String note, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE reports SET state = 'resolved', resolved_at = :at, action = :action, note = :note
            WHERE kind = :kind AND target_id = :target AND state = 'open'
            """)
        .bind("at", at.toEpochMilli())
        .bind("action", name(action))
        .bind("note", note)
        .bind("kind", name(of.kind()))
        .bind("target", of.targetId())
        .execute();
  }

  int open(Handle handle) {
    return handle
        .createQuery("SELECT COUNT(*) FROM reports WHERE state = 'open'")
        .mapTo(Integer.class)
        .one();
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E value(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static Row row(ResultSet row) throws SQLException {
    String action = row.getString("action");
    return new Row(
        row.getString("id"),
        row.getString("reporter_id"),
        value(Report.Kind.class, row.getString("kind")),
        row.getString("target_id"),
        row.getString("owner_id"),
        value(Report.Reason.class, row.getString("reason")),
        row.getString("text"),
        Json.decode(row.getString("snapshot"), JsonNode.class),
        value(Report.State.class, row.getString("state")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        instant(row, "resolved_at"),
        action == null ? null : value(Report.Action.class, action),
        row.getString("note"),
        row.getInt("others"));
  }
}
