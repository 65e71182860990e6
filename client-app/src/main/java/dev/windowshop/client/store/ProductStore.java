package dev.windowshop.client.store;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Every product that was shown, up to a bound: those not seen for longest go.
///
/// Thread-safe; what reads, blocks.
final class ProductStore {
  /// What a machine keeps.
  private static final int MOST = 150_000;

  private final ClientDatabase database;

  ProductStore(ClientDatabase database) {
    this.database = database;
  }

  @Nullable Product find(String id) {
    List<Product> found =
        database.read(
            connection -> select(connection, "SELECT json FROM product WHERE id = ?", List.of(id)));
    return found.isEmpty() ? null : found.getFirst();
  }

  /// The product that has this variant.
  @Nullable Product findByVariant(String variantId) {
    List<Product> found =
        database.read(connection ->
            select(
                connection,
                """
                SELECT json FROM product WHERE EXISTS (
                  SELECT 1 FROM json_each(json, '$.variants') v
                  WHERE json_extract(v.value, '$.id') = ?)
                """,
                List.of(variantId)));
    return found.isEmpty() ? null : found.getFirst();
  }

  /// Those of the ids that are kept.
  Map<String, Product> byIds(Collection<String> ids) {
    return database.read(connection -> {
      Map<String, Product> found = new HashMap<>();
      try (PreparedStatement query =
          connection.prepareStatement("SELECT json FROM product WHERE id = ?")) {
        for (String id : ids) {
          query.setString(1, id);
          try (ResultSet rows = query.executeQuery()) {
            if (rows.next()) {
              found.put(id, Json.decode(rows.getString(1), Product.class));
            }
          }
        }
      }
      return found;
    });
  }

  /// A shop's, those seen last first.
  List<Product> ofShops(Collection<String> shopIds, int mostOfEach) {
    return database.read(connection -> {
      List<Product> found = new ArrayList<>();
      for (String shop : shopIds) {
        found.addAll(
            select(
                connection,
                "SELECT json FROM product WHERE shop_id = ? ORDER BY seen_at DESC, id LIMIT ?",
                List.of(shop, mostOfEach)));
      }
      return found;
    });
  }

  /// All of them, so many at a time: all at once may be more than memory holds. What was asked to
  /// be saved before is among them.
  void forEachBatch(int size, Consumer<List<Product>> each) {
    database.execute(connection -> {}).join();
    String[] after = {""};
    boolean more = true;
    while (more) {
      List<Product> batch =
          database.read(connection ->
              select(
                  connection,
                  "SELECT json FROM product WHERE id > ? ORDER BY id LIMIT ?",
                  List.of(after[0], size)));
      if (!batch.isEmpty()) {
        each.accept(batch);
        after[0] = batch.getLast().id();
      }
      more = batch.size() == size;
    }
  }

  CompletableFuture<Boolean> save(Collection<Product> products) {
    long now = System.currentTimeMillis();
    return database.executeRelaxed(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              INSERT INTO product (id, shop_id, json, seen_at) VALUES (?, ?, ?, ?)
              ON CONFLICT (id) DO UPDATE SET
                shop_id = excluded.shop_id, json = excluded.json, seen_at = excluded.seen_at
              """)) {
        for (Product product : products) {
          update.setString(1, product.id());
          update.setString(2, product.shop().id());
          update.setString(3, Json.encode(product));
          update.setLong(4, now);
          update.addBatch();
        }
        update.executeBatch();
      }
    });
  }

  /// It is no longer on sale.
  CompletableFuture<Boolean> delete(String id) {
    return database.executeRelaxed(connection -> {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM product WHERE id = ?")) {
        delete.setString(1, id);
        delete.executeUpdate();
      }
    });
  }

  /// Lets go of what was not seen for longest.
  CompletableFuture<Boolean> trim() {
    return database.executeRelaxed(connection -> {
      try (PreparedStatement delete =
          connection.prepareStatement(
              """
              DELETE FROM product WHERE id IN (
                SELECT id FROM product ORDER BY seen_at DESC, id LIMIT -1 OFFSET ?)
              """)) {
        delete.setInt(1, MOST);
        delete.executeUpdate();
      }
    });
  }

  private static List<Product> select(Connection connection, String sql, List<?> arguments)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.size(); i++) {
        query.setObject(i + 1, arguments.get(i));
      }
      try (ResultSet rows = query.executeQuery()) {
        List<Product> products = new ArrayList<>();
        while (rows.next()) {
          products.add(Json.decode(rows.getString(1), Product.class));
        }
        return products;
      }
    }
  }
}
