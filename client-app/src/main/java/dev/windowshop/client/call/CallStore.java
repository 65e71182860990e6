package dev.windowshop.client.call;

import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Past calls in the cache, each account's apart. Works inside the caller's transaction.
final class CallStore {
  /// Newest first.
  List<Call.Entry> all(Connection connection, String userId) throws SQLException {
    return Rows.query(
        connection,
        "SELECT json FROM past_call WHERE user_id = ? ORDER BY created_at DESC, id DESC",
        row -> Json.decode(row.getString("json"), Call.Entry.class),
        userId);
  }

  /// What the relay tells now, in the place of what was here.
  void replace(Connection connection, String userId, List<Call.Entry> fresh) throws SQLException {
    Rows.update(connection, "DELETE FROM past_call WHERE user_id = ?", userId);
    for (Call.Entry one : fresh) {
      Rows.update(
          connection,
          "INSERT INTO past_call (user_id, id, created_at, json) VALUES (?, ?, ?, ?)",
          userId,
          one.id(),
          one.createdAt().toEpochMilli(),
          Json.encode(one));
    }
  }
}
