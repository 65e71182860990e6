package dev.windowshop.client.store;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The cart on this machine. Thread-safe; [#load] blocks.
final class CartStore {
  private final ClientDatabase database;

  CartStore(ClientDatabase database) {
    this.database = database;
  }

  CartContents load() {
    return database.read(connection -> {
      try (PreparedStatement query =
              connection.prepareStatement(
                  """
                  SELECT variant_id, product_json, quantity, added_at, agreed, saved FROM cart_line
                  ORDER BY added_at, variant_id
                  """);
          ResultSet rows = query.executeQuery()) {
        List<CartLine> lines = new ArrayList<>();
        List<CartLine> saved = new ArrayList<>();
        while (rows.next()) {
          read(rows, rows.getInt(6) == 1 ? saved : lines);
        }
        return new CartContents(lines, saved);
      }
    });
  }

  private static void read(ResultSet rows, List<CartLine> into) throws SQLException {
    String variantId = rows.getString(1);
    Product product = Json.decode(rows.getString(2), Product.class);
    int quantity = rows.getInt(3);
    Instant addedAt = Instant.ofEpochMilli(rows.getLong(4));
    long agreed = rows.getLong(5);
    boolean known = !rows.wasNull();
    product.variants().stream()
        .filter(variant -> variant.id().equals(variantId))
        .findFirst()
        .ifPresent(variant ->
            into.add(
                new CartLine(
                    product,
                    variant,
                    quantity,
                    addedAt,
                    known ? new Money(agreed, variant.price().currency()) : variant.price())));
  }

  CompletableFuture<Boolean> save(CartContents cart) {
    return database.execute(connection -> {
      try (Statement clear = connection.createStatement()) {
        clear.executeUpdate("DELETE FROM cart_line");
      }
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              INSERT INTO cart_line (variant_id, product_json, quantity, added_at, agreed, saved)
              VALUES (?, ?, ?, ?, ?, ?)
              ON CONFLICT (variant_id) DO NOTHING
              """)) {
        insert(insert, cart.lines(), 0);
        insert(insert, cart.saved(), 1);
        insert.executeBatch();
      }
    });
  }

  private static void insert(PreparedStatement insert, List<CartLine> lines, int saved)
      throws SQLException {
    for (CartLine line : lines) {
      insert.setString(1, line.variant().id());
      insert.setString(2, Json.encode(line.product()));
      insert.setInt(3, line.quantity());
      insert.setLong(4, line.addedAt().toEpochMilli());
      insert.setLong(5, line.agreed().amount());
      insert.setInt(6, saved);
      insert.addBatch();
    }
  }
}
