package dev.windowshop.client.store;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.WishlistItem;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Wishes on this machine, each account's apart, with what the relay is still to be told of them.
/// Thread-safe; what returns a list blocks.
final class WishStore {
  enum State {
    /// The relay knows it.
    KNOWN,
    TO_ADD,
    /// Gone from the screen; the relay is still to be told.
    TO_REMOVE
  }

  record Row(WishlistItem item, State state) {}

  private final ClientDatabase database;

  WishStore(ClientDatabase database) {
    this.database = database;
  }

  /// @param actor a user's id, or empty for a guest
  List<Row> load(String actor) {
    database.execute(connection -> {}).join();
    return database.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT json, state FROM wish WHERE actor = ? ORDER BY added_at DESC, product_id")) {
        query.setString(1, actor);
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            found.add(
                new Row(
                    Json.decode(rows.getString(1), WishlistItem.class),
                    State.values()[rows.getInt(2)]));
          }
        }
        return found;
      }
    });
  }

  CompletableFuture<Boolean> save(String actor, WishlistItem item, State state) {
    return database.execute(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              INSERT INTO wish (actor, product_id, json, state, added_at) VALUES (?, ?, ?, ?, ?)
              ON CONFLICT (actor, product_id) DO UPDATE SET
                json = excluded.json, state = excluded.state, added_at = excluded.added_at
              """)) {
        insert.setString(1, actor);
        insert.setString(2, item.product().id());
        insert.setString(3, Json.encode(item));
        insert.setInt(4, state.ordinal());
        insert.setLong(5, item.addedAt().toEpochMilli());
        insert.executeUpdate();
      }
    });
  }

  /// The relay knows it now, unless it was changed again meanwhile.
  CompletableFuture<Boolean> told(String actor, String productId, State was) {
    return database.execute(connection -> {
      String sql =
          was == State.TO_REMOVE
              ? "DELETE FROM wish WHERE actor = ? AND product_id = ? AND state = ?"
              : "UPDATE wish SET state = 0 WHERE actor = ? AND product_id = ? AND state = ?";
      try (PreparedStatement update = connection.prepareStatement(sql)) {
        update.setString(1, actor);
        update.setString(2, productId);
        update.setInt(3, was.ordinal());
        update.executeUpdate();
      }
    });
  }

  /// What the relay has, in the place of what it was known to have; what it is still to be told
  /// stays.
  CompletableFuture<Boolean> replace(String actor, List<WishlistItem> fresh) {
    return database.execute(connection -> {
      try (PreparedStatement clear =
              connection.prepareStatement("DELETE FROM wish WHERE actor = ? AND state = 0");
          PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO wish (actor, product_id, json, state, added_at)
                  VALUES (?, ?, ?, 0, ?) ON CONFLICT (actor, product_id) DO NOTHING
                  """)) {
        clear.setString(1, actor);
        clear.executeUpdate();
        for (WishlistItem item : fresh) {
          insert.setString(1, actor);
          insert.setString(2, item.product().id());
          insert.setString(3, Json.encode(item));
          insert.setLong(4, item.addedAt().toEpochMilli());
          insert.addBatch();
        }
        insert.executeBatch();
      }
    });
  }

  /// A guest's become the account's, and the relay is told.
  CompletableFuture<Boolean> takeOver(String userId) {
    return database.execute(connection -> {
      try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO wish (actor, product_id, json, state, added_at)
                  SELECT ?, product_id, json, 1, added_at FROM wish
                  WHERE actor = '' AND state <> 2
                  ON CONFLICT (actor, product_id) DO UPDATE SET state = 1
                    WHERE wish.state = 2
                  """);
          PreparedStatement delete =
              connection.prepareStatement("DELETE FROM wish WHERE actor = ''")) {
        insert.setString(1, userId);
        insert.executeUpdate();
        delete.executeUpdate();
      }
    });
  }
}
