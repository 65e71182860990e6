package dev.windowshop.client.order;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Orders and waiting checkouts in the client's cache. Thread-safe; what returns a list blocks.
final class OrderStore {
  private final ClientDatabase database;

  OrderStore(ClientDatabase database) {
    this.database = database;
  }

  List<Order> orders(String userId) {
    return database.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT json FROM placed_order WHERE user_id = ? ORDER BY id DESC")) {
        query.setString(1, userId);
        try (ResultSet rows = query.executeQuery()) {
          List<Order> orders = new ArrayList<>();
          while (rows.next()) {
            orders.add(Json.decode(rows.getString(1), Order.class));
          }
          return orders;
        }
      }
    });
  }

  CompletableFuture<Boolean> save(String userId, List<Order> orders) {
    return database.execute(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              INSERT INTO placed_order (id, user_id, json) VALUES (?, ?, ?)
              ON CONFLICT (id) DO UPDATE SET json = excluded.json
              """)) {
        for (Order order : orders) {
          insert.setString(1, order.id());
          insert.setString(2, userId);
          insert.setString(3, Json.encode(order));
          insert.addBatch();
        }
        insert.executeBatch();
      }
    });
  }

  List<Transaction> transactions(String userId) {
    return database.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT json FROM money_moved WHERE user_id = ? ORDER BY id DESC")) {
        query.setString(1, userId);
        try (ResultSet rows = query.executeQuery()) {
          List<Transaction> found = new ArrayList<>();
          while (rows.next()) {
            found.add(Json.decode(rows.getString(1), Transaction.class));
          }
          return found;
        }
      }
    });
  }

  CompletableFuture<Boolean> saveTransactions(String userId, List<Transaction> all) {
    return database.execute(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              INSERT INTO money_moved (id, user_id, json) VALUES (?, ?, ?)
              ON CONFLICT (id) DO UPDATE SET json = excluded.json
              """)) {
        for (Transaction one : all) {
          insert.setString(1, one.id());
          insert.setString(2, userId);
          insert.setString(3, Json.encode(one));
          insert.addBatch();
        }
        insert.executeBatch();
      }
    });
  }

  List<WaitingCheckout> waiting(String userId) {
    return database.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              SELECT key, json, created_at FROM waiting_checkout WHERE user_id = ?
              ORDER BY created_at, key
              """)) {
        query.setString(1, userId);
        try (ResultSet rows = query.executeQuery()) {
          List<WaitingCheckout> waiting = new ArrayList<>();
          while (rows.next()) {
            waiting.add(
                new WaitingCheckout(
                    rows.getString(1),
                    Json.decode(rows.getString(2), Order.Checkout.class),
                    Instant.ofEpochMilli(rows.getLong(3))));
          }
          return waiting;
        }
      }
    });
  }

  CompletableFuture<Boolean> add(String userId, WaitingCheckout checkout) {
    return database.execute(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              INSERT INTO waiting_checkout (key, user_id, json, created_at) VALUES (?, ?, ?, ?)
              """)) {
        insert.setString(1, checkout.key());
        insert.setString(2, userId);
        insert.setString(3, Json.encode(checkout.checkout()));
        insert.setLong(4, checkout.createdAt().toEpochMilli());
        insert.executeUpdate();
      }
    });
  }

  CompletableFuture<Boolean> remove(String key) {
    return database.execute(connection -> {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM waiting_checkout WHERE key = ?")) {
        delete.setString(1, key);
        delete.executeUpdate();
      }
    });
  }
}
