package dev.windowshop.client.order;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.SavedAddress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The address book in the client's cache. Thread-safe; [#load] blocks.
final class AddressStore {
  private final ClientDatabase database;

  AddressStore(ClientDatabase database) {
    this.database = database;
  }

  List<SavedAddress> load(String userId) {
    return database.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT json FROM saved_address WHERE user_id = ? ORDER BY place")) {
        query.setString(1, userId);
        List<SavedAddress> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            found.add(Json.decode(rows.getString(1), SavedAddress.class));
          }
        }
        return found;
      }
    });
  }

  CompletableFuture<Boolean> save(String userId, List<SavedAddress> addresses) {
    return database.execute(connection -> {
      try (PreparedStatement clear =
              connection.prepareStatement("DELETE FROM saved_address WHERE user_id = ?");
          PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO saved_address (user_id, place, json) VALUES (?, ?, ?)")) {
        clear.setString(1, userId);
        clear.executeUpdate();
        for (int place = 0; place < addresses.size(); place++) {
          insert.setString(1, userId);
          insert.setInt(2, place);
          insert.setString(3, Json.encode(addresses.get(place)));
          insert.addBatch();
        }
        insert.executeBatch();
      }
    });
  }
}
