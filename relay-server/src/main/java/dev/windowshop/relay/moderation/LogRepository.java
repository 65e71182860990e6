package dev.windowshop.relay.moderation;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Who did what, when and why. There is no way to change or take out a row. Stateless.
final class LogRepository {
  /// Something done.
  ///
  /// @param actorId null for the command line
  record Act(
      @Nullable String actorId,
      Report.Deed deed,
      Report.Kind kind,
      String targetId,
      @Nullable String reportId,
      String note,
      @Nullable Instant until,
      Instant at) {}

  /// An act as it was kept.
  record Kept(String id, Act act) {}

  void add(Handle handle, Act act) {
    handle
        .createUpdate(
            """
            INSERT INTO moderation_log (id, actor_id, deed, kind, target_id, report_id, note,
                                        until_at, at)
            VALUES (:id, :actor, :deed, :kind, :target, :report, :note, :until, :at)
            """)
        .bind("id", Ids.newId())
        .bind("actor", act.actorId())
        .bind("deed", ReportRepository.name(act.deed()))
        .bind("kind", ReportRepository.name(act.kind()))
        .bind("target", act.targetId())
        .bind("report", act.reportId())
        .bind("note", act.note())
        .bind("until", act.until() == null ? null : act.until().toEpochMilli())
        .bind("at", act.at().toEpochMilli())
        .execute();
  }

  /// The newest first.
  List<Kept> page(Handle handle, @Nullable String before, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM moderation_log WHERE id < :before ORDER BY id DESC LIMIT :limit")
        .bind("before", before == null ? "z" : before)
        .bind("limit", limit)
        .map((row, context) -> kept(row))
        .list();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("id"),
        new Act(
            row.getString("actor_id"),
            ReportRepository.value(Report.Deed.class, row.getString("deed")),
            ReportRepository.value(Report.Kind.class, row.getString("kind")),
            row.getString("target_id"),
            row.getString("report_id"),
            row.getString("note"),
            ReportRepository.instant(row, "until_at"),
            Instant.ofEpochMilli(row.getLong("at"))));
  }
}
