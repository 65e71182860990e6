package dev.windowshop.client.seller;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.protocol.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The seller's last answers, each person's apart. Thread-safe; [#find] blocks.
final class SellerStore {
  private final ClientDatabase database;

  SellerStore(ClientDatabase database) {
    this.database = database;
  }

  <T> @Nullable T find(String userId, String key, TypeReference<T> type) {
    String json =
        database.read(connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT json FROM seller_document WHERE user_id = ? AND key = ?")) {
            query.setString(1, userId);
            query.setString(2, key);
            try (ResultSet rows = query.executeQuery()) {
              return rows.next() ? rows.getString(1) : "";
            }
          }
        });
    return json.isEmpty() ? null : Json.decode(json, type);
  }

  CompletableFuture<Boolean> save(String userId, String key, Object value) {
    String json = Json.encode(value);
    return database.execute(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              INSERT INTO seller_document (user_id, key, json) VALUES (?, ?, ?)
              ON CONFLICT (user_id, key) DO UPDATE SET json = excluded.json
              """)) {
        update.setString(1, userId);
        update.setString(2, key);
        update.setString(3, json);
        update.executeUpdate();
      }
    });
  }
}
