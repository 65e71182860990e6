package dev.windowshop.relay.idempotency;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keys and their first answers, in SQL. Stateless.
final class IdempotencyRepository {
  /// @param process which relay process runs it, or ran it
  /// @param status null while it runs
  record Row(
      String id,
      String bodyHash,
      String process,
      @Nullable Integer status,
      @Nullable String answer,
      Instant createdAt) {}

  /// @param userId whose key it is; keys of others are never looked at
  record Key(String userId, String route, String key) {}

  Optional<Row> find(Handle handle, Key key) {
    return handle
        .createQuery(
            """
            SELECT id, body_hash, process, status, answer, created_at FROM idempotent_requests
            WHERE user_id = :userId AND route = :route AND key = :key
            """)
        .bind("userId", key.userId())
        .bind("route", key.route())
        .bind("key", key.key())
        .map((rs, context) ->
            new Row(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                (Integer) rs.getObject(4),
                rs.getString(5),
                Instant.ofEpochMilli(rs.getLong(6))))
        .findOne();
  }

  /// @return false when the key is taken
  boolean insert(Handle handle, Key key, Row row) {
    return handle
            .createUpdate(
                """
                INSERT INTO idempotent_requests
                  (user_id, route, key, id, body_hash, process, created_at)
                VALUES (:userId, :route, :key, :id, :hash, :process, :now) ON CONFLICT DO NOTHING
                """)
            .bind("userId", key.userId())
            .bind("route", key.route())
            .bind("key", key.key())
            .bind("id", row.id())
            .bind("hash", row.bodyHash())
            .bind("process", row.process())
            .bind("now", row.createdAt().toEpochMilli())
            .execute()
        == 1;
  }

  void takeOver(Handle handle, String id, String process) {
    handle
        .createUpdate("UPDATE idempotent_requests SET process = :process WHERE id = :id")
        .bind("process", process)
        .bind("id", id)
        .execute();
  }

  void answer(Handle handle, String id, int status, String answer) {
    handle
        .createUpdate(
            "UPDATE idempotent_requests SET status = :status, answer = :answer WHERE id = :id")
        .bind("status", status)
        .bind("answer", answer)
        .bind("id", id)
        .execute();
  }

  void delete(Handle handle, String id) {
    handle.createUpdate("DELETE FROM idempotent_requests WHERE id = :id").bind("id", id).execute();
  }

  void deleteBefore(Handle handle, Instant before) {
    handle
        .createUpdate("DELETE FROM idempotent_requests WHERE created_at < :before")
        .bind("before", before.toEpochMilli())
        .execute();
  }
}
