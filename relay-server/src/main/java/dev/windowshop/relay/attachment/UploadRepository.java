package dev.windowshop.relay.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Uploads that are not finished. Runs inside the caller's unit of work.
final class UploadRepository {
  void insert(Handle handle, UploadRow row) {
    handle
        .createUpdate(
            """
            INSERT INTO uploads (id, owner_id, name, size, sha256, kind, created_at)
            VALUES (:id, :owner, :name, :size, :sha256, :kind, :at)
            """)
        .bind("id", row.id())
        .bind("owner", row.ownerId())
        .bind("name", row.name())
        .bind("size", row.size())
        .bind("sha256", row.sha256())
        .bind("kind", row.kind() == null ? null : row.kind().wire())
        .bind("at", row.createdAt().toEpochMilli())
        .execute();
  }

  Optional<UploadRow> find(Handle handle, String id, String ownerId) {
    return handle
        .createQuery("SELECT * FROM uploads WHERE id = :id AND owner_id = :owner")
        .bind("id", id)
        .bind("owner", ownerId)
        .map((row, _) -> {
          String kind = row.getString("kind");
          return new UploadRow(
              row.getString("id"),
              row.getString("owner_id"),
              row.getString("name"),
              row.getLong("size"),
              row.getString("sha256"),
              kind == null ? null : Kind.ofWire(kind),
              Instant.ofEpochMilli(row.getLong("created_at")));
        })
        .findOne();
  }

  /// What the unfinished uploads of one person come to.
  record Open(int count, long bytes) {}

  Open openOf(Handle handle, String ownerId) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*), CAST(COALESCE(SUM(size), 0) AS BIGINT)
            FROM uploads WHERE owner_id = :owner
            """)
        .bind("owner", ownerId)
        .map((row, _) -> new Open(row.getInt(1), row.getLong(2)))
        .one();
  }

  void delete(Handle handle, String id) {
    handle.createUpdate("DELETE FROM uploads WHERE id = :id").bind("id", id).execute();
  }

  int forget(Handle handle, Instant before) {
    return handle
        .createUpdate("DELETE FROM uploads WHERE created_at < :before")
        .bind("before", before.toEpochMilli())
        .execute();
  }

  List<String> ids(Handle handle) {
    return handle.createQuery("SELECT id FROM uploads").mapTo(String.class).list();
  }
}
