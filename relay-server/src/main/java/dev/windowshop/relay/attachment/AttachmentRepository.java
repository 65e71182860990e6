package dev.windowshop.relay.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Attachments as they are stored. Runs inside the caller's unit of work.
final class AttachmentRepository {
  void insert(Handle handle, AttachmentRow row) {
    handle
        .createUpdate(
            """
            INSERT INTO attachments (id, owner_id, kind, name, mime, size, width, height,
              duration_ms, blob, thumb, thumb_mime, uses, created_at, idle_since)
            VALUES (:id, :owner, :kind, :name, :mime, :size, :width, :height, :duration, :blob,
              :thumb, :thumbMime, 0, :at, :at)
            ON CONFLICT (id) DO NOTHING
            """)
        .bind("id", row.id())
        .bind("owner", row.ownerId())
        .bind("kind", row.kind().wire())
        .bind("name", row.name())
        .bind("mime", row.mime())
        .bind("size", row.size())
        .bind("width", row.width())
        .bind("height", row.height())
        .bind("duration", row.durationMs())
        .bind("blob", row.blob())
        .bind("thumb", row.thumb())
        .bind("thumbMime", row.thumbMime())
        .bind("at", row.createdAt().toEpochMilli())
        .execute();
  }

  Optional<AttachmentRow> find(Handle handle, String id) {
    return find(handle, List.of(id)).stream().findFirst();
  }

  List<AttachmentRow> find(Handle handle, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery("SELECT * FROM attachments WHERE id IN (<ids>)")
        .bindList("ids", List.copyOf(ids))
        .map((row, _) -> row(row))
        .list();
  }

  private static AttachmentRow row(ResultSet row) throws SQLException {
    return new AttachmentRow(
        row.getString("id"),
        row.getString("owner_id"),
        Kind.ofWire(row.getString("kind")),
        row.getString("name"),
        row.getString("mime"),
        row.getLong("size"),
        integer(row, "width"),
        integer(row, "height"),
        number(row, "duration_ms"),
        row.getString("blob"),
        row.getString("thumb"),
        row.getString("thumb_mime"),
        row.getInt("uses"),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : (Integer) value;
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : (Long) value;
  }

  /// @param mime of the poster
  /// @return false when a message names it meanwhile, or it is gone
  boolean poster(Handle handle, String id, String ownerId, String thumb, String mime) {
    return handle
            .createUpdate(
                """
                UPDATE attachments SET thumb = :thumb, thumb_mime = :mime
                WHERE id = :id AND owner_id = :owner AND uses = 0
                """)
            .bind("thumb", thumb)
            .bind("mime", mime)
            .bind("id", id)
            .bind("owner", ownerId)
            .execute()
        == 1;
  }

  /// What somebody's attachments take altogether.
  long bytesOf(Handle handle, String ownerId) {
    return handle
        .createQuery(
            "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM attachments WHERE owner_id = :owner")
        .bind("owner", ownerId)
        .mapTo(Long.class)
        .one();
  }

  /// One more message names it: it is no orphan.
  ///
  /// @return false when it was collected meanwhile
  boolean use(Handle handle, String id) {
    return handle
            .createUpdate("UPDATE attachments SET uses = uses + 1 WHERE id = :id")
            .bind("id", id)
            .execute()
        == 1;
  }

  /// A message that named it was deleted.
  void disuse(Handle handle, String id) {
    handle
        .createUpdate("UPDATE attachments SET uses = uses - 1, idle_since = 0 WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  /// Forgets what no message has named since then. The condition is part of the deletion, so that
  /// nothing is lost that somebody uses at this moment.
  ///
  /// @return how many
  int forgetIdle(Handle handle, Instant before) {
    return handle
        .createUpdate("DELETE FROM attachments WHERE uses = 0 AND idle_since < :before")
        .bind("before", before.toEpochMilli())
        .execute();
  }

  boolean usesBlob(Handle handle, String sha256) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM attachments WHERE blob = :hash
            UNION ALL SELECT 1 FROM attachments WHERE thumb = :hash LIMIT 1
            """)
        .bind("hash", sha256)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
