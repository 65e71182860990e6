package dev.windowshop.client.chat;

import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ScheduledMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the relay keeps for later, in the cache. Works inside the caller's transaction.
final class LaterStore {
  /// As the relay says it is now; what is over is not kept here.
  void put(Connection connection, ScheduledMessage message) throws SQLException {
    if (!message.canBeChanged()) {
      Rows.update(connection, "DELETE FROM scheduled WHERE id = ?", message.id());
      return;
    }
    Rows.update(
        connection,
        """
        INSERT INTO scheduled (id, client_id, json) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET json = excluded.json\
        """,
        message.id(),
        message.clientId(),
        Json.encode(message));
  }

  void remove(Connection connection, String id) throws SQLException {
    Rows.update(connection, "DELETE FROM scheduled WHERE id = ?", id);
  }

  /// What else there was is over.
  void keepOnly(Connection connection, Collection<String> ids) throws SQLException {
    Set<String> waiting = Set.copyOf(ids);
    for (ScheduledMessage kept : all(connection)) {
      if (!waiting.contains(kept.id())) {
        remove(connection, kept.id());
      }
    }
  }

  List<ScheduledMessage> all(Connection connection) throws SQLException {
    return Rows.query(
        connection,
        "SELECT json FROM scheduled",
        row -> Json.decode(row.getString(1), ScheduledMessage.class));
  }

  @Nullable ScheduledMessage findByClientId(Connection connection, String clientId)
      throws SQLException {
    return Rows.first(
        connection,
        "SELECT json FROM scheduled WHERE client_id = ?",
        row -> Json.decode(row.getString(1), ScheduledMessage.class),
        clientId);
  }
}
