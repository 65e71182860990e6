package dev.windowshop.client.store;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What people on this machine looked at, do not want and have bought, each account's apart: what
/// reorders the feed without the relay. Thread-safe; reading blocks, writing does not.
final class InterestStore {
  private static final int KEPT = 500;

  private final ClientDatabase database;

  InterestStore(ClientDatabase database) {
    this.database = database;
  }

  /// @param actor a user's id, or empty for a guest
  /// @param viewed whether its page was looked at
  CompletableFuture<Boolean> add(
      String actor, String productId, double weight, boolean viewed, Instant at) {
    return database.execute(connection -> {
      try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO interest (actor, product_id, weight, at, viewed_at)
                  VALUES (?, ?, ?, ?, ?)
                  ON CONFLICT (actor, product_id) DO UPDATE SET
                    weight = min(10, weight + excluded.weight), at = max(at, excluded.at),
                    viewed_at = coalesce(excluded.viewed_at, viewed_at)
                  """);
          PreparedStatement trim =
              connection.prepareStatement(
                  """
                  DELETE FROM interest WHERE actor = ?1 AND bought = 0 AND dismissed = 0
                    AND at < (SELECT at FROM interest WHERE actor = ?1
                              ORDER BY at DESC LIMIT 1 OFFSET ?2)
                  """)) {
        insert.setString(1, actor);
        insert.setString(2, productId);
        insert.setDouble(3, weight);
        insert.setLong(4, at.toEpochMilli());
        insert.setObject(5, viewed ? at.toEpochMilli() : null);
        insert.executeUpdate();
        trim.setString(1, actor);
        trim.setInt(2, KEPT);
        trim.executeUpdate();
      }
    });
  }

  /// Marks what must not be shown, or takes the mark away.
  CompletableFuture<Boolean> dismiss(String actor, String productId, boolean dismissed) {
    return mark(actor, List.of(productId), "dismissed", dismissed);
  }

  CompletableFuture<Boolean> bought(String actor, Collection<String> productIds) {
    return mark(actor, productIds, "bought", true);
  }

  private CompletableFuture<Boolean> mark(
      String actor, Collection<String> productIds, String column, boolean on) {
    return database.execute(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO interest (actor, product_id, weight, at, "
                  + column
                  + ") VALUES (?, ?, 0, 0, ?) ON CONFLICT (actor, product_id) DO UPDATE SET "
                  + column
                  + " = excluded."
                  + column)) {
        for (String productId : productIds) {
          insert.setString(1, actor);
          insert.setString(2, productId);
          insert.setInt(3, on ? 1 : 0);
          insert.addBatch();
        }
        insert.executeBatch();
      }
    });
  }

  /// A row as it was, to be put back.
  ///
  /// @param viewedAt null where its page was not looked at
  record Kept(String productId, double weight, long at, @Nullable Long viewedAt, int dismissed) {}

  /// What was bought stays known, since it is not to be shown again.
  ///
  /// @return what was known of it; empty for nothing
  CompletableFuture<Optional<Kept>> forget(String actor, String productId) {
    return database.write(connection -> {
      try (PreparedStatement query =
              connection.prepareStatement(
                  """
                  SELECT weight, at, viewed_at, dismissed FROM interest
                  WHERE actor = ? AND product_id = ?
                  """);
          PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM interest WHERE actor = ? AND product_id = ? AND bought = 0");
          PreparedStatement bare =
              connection.prepareStatement(
                  """
                  UPDATE interest SET weight = 0, at = 0, viewed_at = NULL, dismissed = 0
                  WHERE actor = ? AND product_id = ?
                  """)) {
        for (PreparedStatement statement : List.of(query, delete, bare)) {
          statement.setString(1, actor);
          statement.setString(2, productId);
        }
        Optional<Kept> known = Optional.empty();
        try (ResultSet rows = query.executeQuery()) {
          if (rows.next()) {
            Long viewed = rows.getObject(3) == null ? null : rows.getLong(3);
            known =
                Optional.of(
                    new Kept(
                        productId, rows.getDouble(1), rows.getLong(2), viewed, rows.getInt(4)));
          }
        }
        delete.executeUpdate();
        bare.executeUpdate();
        return known;
      }
    });
  }

  /// Puts back what was forgotten, beside what came since.
  CompletableFuture<Boolean> remember(String actor, Kept kept) {
    return database.execute(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              INSERT INTO interest (actor, product_id, weight, at, viewed_at, dismissed)
              VALUES (?, ?, ?, ?, ?, ?)
              ON CONFLICT (actor, product_id) DO UPDATE SET
                weight = min(10, weight + excluded.weight), at = max(at, excluded.at),
                viewed_at = coalesce(max(viewed_at, excluded.viewed_at), viewed_at,
                                     excluded.viewed_at),
                dismissed = max(dismissed, excluded.dismissed)
              """)) {
        insert.setString(1, actor);
        insert.setString(2, kept.productId());
        insert.setDouble(3, kept.weight());
        insert.setLong(4, kept.at());
        insert.setObject(5, kept.viewedAt());
        insert.setInt(6, kept.dismissed());
        insert.executeUpdate();
      }
    });
  }

  CompletableFuture<Boolean> forgetEverything(String actor) {
    return database.execute(connection -> {
      try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM interest WHERE actor = ? AND bought = 0");
          PreparedStatement bare =
              connection.prepareStatement(
                  """
                  UPDATE interest SET weight = 0, at = 0, viewed_at = NULL, dismissed = 0
                  WHERE actor = ?
                  """)) {
        for (PreparedStatement statement : List.of(delete, bare)) {
          statement.setString(1, actor);
          statement.executeUpdate();
        }
      }
    });
  }

  /// A guest's become the account's.
  CompletableFuture<Boolean> takeOver(String userId) {
    return database.execute(connection -> {
      try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO interest
                    (actor, product_id, weight, at, viewed_at, dismissed, bought)
                  SELECT ?, product_id, weight, at, viewed_at, dismissed, bought
                  FROM interest WHERE actor = ''
                  ON CONFLICT (actor, product_id) DO UPDATE SET
                    weight = max(weight, excluded.weight), at = max(at, excluded.at),
                    viewed_at = coalesce(max(viewed_at, excluded.viewed_at), viewed_at,
                                         excluded.viewed_at),
                    dismissed = max(dismissed, excluded.dismissed),
                    bought = max(bought, excluded.bought)
                  """);
          PreparedStatement delete =
              connection.prepareStatement("DELETE FROM interest WHERE actor = ''")) {
        insert.setString(1, userId);
        insert.executeUpdate();
        delete.executeUpdate();
      }
    });
  }

  /// What somebody cared for last, the newest first, as far as the products are known here.
  List<LocalInterest> recent(String actor, int most) {
    database.execute(connection -> {}).join();
    return database.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              SELECT p.json, i.weight, i.at FROM interest i JOIN product p ON p.id = i.product_id
              WHERE i.actor = ? AND i.weight > 0 AND i.dismissed = 0
              ORDER BY i.at DESC, i.product_id LIMIT ?
              """)) {
        query.setString(1, actor);
        query.setInt(2, most);
        List<LocalInterest> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            found.add(
                new LocalInterest(
                    Json.decode(rows.getString(1), Product.class),
                    rows.getDouble(2),
                    Instant.ofEpochMilli(rows.getLong(3))));
          }
        }
        return found;
      }
    });
  }

  /// Pages that were looked at, the newest first.
  List<Product> viewed(String actor, int most) {
    database.execute(connection -> {}).join();
    return database.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              SELECT p.json FROM interest i JOIN product p ON p.id = i.product_id
              WHERE i.actor = ? AND i.viewed_at IS NOT NULL AND i.dismissed = 0
              ORDER BY i.viewed_at DESC, i.product_id LIMIT ?
              """)) {
        query.setString(1, actor);
        query.setInt(2, most);
        List<Product> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            found.add(Json.decode(rows.getString(1), Product.class));
          }
        }
        return found;
      }
    });
  }

  /// Ids of what is not wanted, or was bought.
  List<String> hidden(String actor) {
    return database.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT product_id FROM interest WHERE actor = ? AND (dismissed = 1 OR bought = 1)")) {
        query.setString(1, actor);
        return ids(query);
      }
    });
  }

  private static List<String> ids(PreparedStatement query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
