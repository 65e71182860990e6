package dev.windowshop.client.store;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.protocol.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Whole answers kept under a name: the home page, the shelves. Thread-safe; [#find] blocks.
final class DocumentStore {
  private final ClientDatabase database;

  DocumentStore(ClientDatabase database) {
    this.database = database;
  }

  <T> @Nullable T find(String key, Class<T> type) {
    String json =
        database.read(connection -> {
          try (PreparedStatement query =
              connection.prepareStatement("SELECT json FROM document WHERE key = ?")) {
            query.setString(1, key);
            try (ResultSet rows = query.executeQuery()) {
              return rows.next() ? rows.getString(1) : "";
            }
          }
        });
    return json.isEmpty() ? null : Json.decode(json, type);
  }

  CompletableFuture<Boolean> save(String key, Object value) {
    String json = Json.encode(value);
    return database.execute(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              INSERT INTO document (key, json, saved_at) VALUES (?, ?, ?)
              ON CONFLICT (key) DO UPDATE SET json = excluded.json, saved_at = excluded.saved_at
              """)) {
        update.setString(1, key);
        update.setString(2, json);
        update.setLong(3, System.currentTimeMillis());
        update.executeUpdate();
      }
    });
  }

  CompletableFuture<Boolean> delete(String key) {
    return database.execute(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement("DELETE FROM document WHERE key = ?")) {
        update.setString(1, key);
        update.executeUpdate();
      }
    });
  }
}
