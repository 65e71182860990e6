package dev.windowshop.relay.realtime;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// When people were last there. Runs inside the caller's unit of work.
final class LastSeenRepository {
  void put(Handle handle, String userId, Instant at) {
    handle
        .createUpdate(
            """
            INSERT INTO last_seen (user_id, at) VALUES (:user, :at)
            ON CONFLICT (user_id) DO UPDATE SET at = excluded.at
            """)
        .bind("user", userId)
        .bind("at", at.toEpochMilli())
        .execute();
  }

  Map<String, Instant> of(Handle handle, Collection<String> userIds) {
    if (userIds.isEmpty()) {
      return Map.of();
    }
    Map<String, Instant> seen = new HashMap<>();
    handle
        .createQuery("SELECT user_id, at FROM last_seen WHERE user_id IN (<ids>)")
        .bindList("ids", List.copyOf(userIds))
        .map((row, _) -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
        .forEach(entry -> seen.put(entry.getKey(), entry.getValue()));
    return seen;
  }
}
