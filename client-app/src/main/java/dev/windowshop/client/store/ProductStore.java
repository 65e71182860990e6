package dev.windowshop.client.store;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.ProductSort;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every product that was ever shown, and a plain search over them for when the relay is away.
///
/// Thread-safe; what reads, blocks.
final class ProductStore {
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

  CompletableFuture<Boolean> save(Collection<Product> products) {
    return database.execute(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              INSERT OR REPLACE INTO product (id, json, words, category_id, category, brand,
                price, stock, rating, popularity, created_at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)) {
        for (Product product : products) {
          bind(update, product);
          update.addBatch();
        }
        update.executeBatch();
      }
    });
  }

  /// One page holding all that matches, at most `limit`, with the counts over them.
  ProductPage search(ProductQuery query, int limit) {
    StringBuilder sql = new StringBuilder("SELECT json FROM product WHERE 1 = 1");
    List<Object> arguments = new ArrayList<>();
    String text = query.text();
    if (text != null) {
      for (String word : folded(text).split("\\s+")) {
        if (!word.isEmpty()) {
          sql.append(" AND instr(words, ?) > 0");
          arguments.add(word);
        }
      }
    }
    String category = query.category();
    if (category != null) {
      sql.append(" AND (category_id = ? OR category = ?)");
      arguments.add(category);
      arguments.add(category);
    }
    if (query.brand() != null) {
      sql.append(" AND brand = ?");
      arguments.add(query.brand());
    }
    if (query.minPrice() != null) {
      sql.append(" AND price >= ?");
      arguments.add(query.minPrice());
    }
    if (query.maxPrice() != null) {
      sql.append(" AND price <= ?");
      arguments.add(query.maxPrice());
    }
    if (query.inStockOnly()) {
      sql.append(" AND stock > 0");
    }
    sql.append(" ORDER BY ").append(order(query.sort())).append(", id LIMIT ?");
    arguments.add(limit);
    List<Product> found =
        database.read(connection -> select(connection, sql.toString(), arguments));
    return new ProductPage(found, null, facets(found));
  }

  private static String order(ProductSort sort) {
    return switch (sort) {
      case RELEVANCE, POPULARITY -> "popularity DESC";
      case NEWEST -> "created_at DESC";
      case PRICE_ASC -> "price";
      case PRICE_DESC -> "price DESC";
      case RATING -> "rating DESC";
    };
  }

  private static ProductPage.Facets facets(List<Product> found) {
    return new ProductPage.Facets(
        counts(found, Product::category),
        counts(found, Product::brand),
        found.stream().map(Product::price).min(ProductStore::compare).orElse(null),
        found.stream().map(Product::price).max(ProductStore::compare).orElse(null),
        (int) found.stream().filter(product -> product.stock() > 0).count(),
        found.size());
  }

  private static int compare(
      dev.windowshop.protocol.Money left, dev.windowshop.protocol.Money right) {
    return Long.compare(left.amount(), right.amount());
  }

  private static List<ProductPage.Count> counts(
      List<Product> found, Function<Product, @Nullable String> field) {
    return found.stream()
        .map(field)
        .filter(value -> value != null)
        .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new ProductPage.Count(entry.getKey(), entry.getValue().intValue()))
        .sorted(
            java.util.Comparator.comparingInt(ProductPage.Count::count)
                .reversed()
                .thenComparing(ProductPage.Count::value))
        .toList();
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

  private static void bind(PreparedStatement update, Product product) throws SQLException {
    update.setString(1, product.id());
    update.setString(2, Json.encode(product));
    update.setString(3, words(product));
    update.setString(4, product.categoryId());
    update.setString(5, product.category());
    update.setString(6, product.brand());
    update.setLong(7, product.price().amount());
    update.setInt(8, product.stock());
    update.setObject(9, product.rating());
    update.setDouble(10, product.popularity());
    update.setLong(11, product.createdAt().toEpochMilli());
  }

  private static String words(Product product) {
    String brand = product.brand() == null ? "" : product.brand();
    return folded(
        String.join(
            " ",
            product.title(),
            brand,
            product.category(),
            product.shop().name(),
            String.join(" ", product.tags()),
            product.description()));
  }

  /// SQLite folds ASCII only, so both sides are folded here.
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
