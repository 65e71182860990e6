package dev.windowshop.relay.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Products as they go over the wire, read from SQL. Stateless.
public final class ProductRepository {
  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};
  private static final TypeReference<LinkedHashMap<String, String>> VALUES =
      new TypeReference<>() {};
  private static final String SHOP_COLUMNS =
      "id, name, owner_id, description, avatar_url, color FROM shops";

  /// A condition on `products p`: neither its seller nor a moderator has taken it off, and its
  /// seller is not suspended at `:now`.
  static final String ON_SALE =
      """
       p.hidden = 0 AND p.moderated = 0 AND NOT EXISTS (
         SELECT 1 FROM shops h JOIN suspensions x ON x.user_id = h.owner_id
         WHERE h.id = p.shop_id AND (x.until_at IS NULL OR x.until_at > :now))
      """;

  private final String currency;

  /// @param currency the relay's, ISO 4217
  public ProductRepository(String currency) {
    this.currency = currency;
  }

  /// Every product that is on sale, by id.
  public List<Product> all(Handle handle) {
    return load(handle, ON_SALE, null);
  }

  /// Those of the ids that exist, hidden ones too.
  public Map<String, Product> byIds(Handle handle, Collection<String> ids) {
    Map<String, Product> found = new HashMap<>();
    if (!ids.isEmpty()) {
      load(handle, "p.id IN (<ids>)", List.copyOf(Set.copyOf(ids)))
          .forEach(product -> found.put(product.id(), product));
    }
    return found;
  }

  /// Those of the ids that are on sale.
  Map<String, Product> onSale(Handle handle, Collection<String> ids) {
    Map<String, Product> found = new HashMap<>();
    if (!ids.isEmpty()) {
      load(handle, "p.id IN (<ids>) AND " + ON_SALE, List.copyOf(Set.copyOf(ids)))
          .forEach(product -> found.put(product.id(), product));
    }
    return found;
  }

  public Optional<Product> byId(Handle handle, String id) {
    return Optional.ofNullable(byIds(handle, List.of(id)).get(id));
  }

  public boolean isOnSale(Handle handle, String id) {
    return handle
        .createQuery("SELECT 1 FROM products p WHERE p.id = :id AND " + ON_SALE)
        .bind("id", id)
        .bind("now", System.currentTimeMillis())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// All products of these sellers.
  List<String> ofSellers(Handle handle, Collection<String> sellers) {
    return sellers.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                """
                SELECT p.id FROM products p JOIN shops s ON s.id = p.shop_id
                WHERE s.owner_id IN (<sellers>)
                """)
            .bindList("sellers", List.copyOf(sellers))
            .mapTo(String.class)
            .list();
  }

  /// The sellers whose products are not on sale now since they are suspended.
  List<String> suspendedSellers(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT h.owner_id FROM shops h JOIN suspensions x ON x.user_id = h.owner_id
            WHERE x.until_at IS NULL OR x.until_at > :now ORDER BY h.owner_id
            """)
        .bind("now", System.currentTimeMillis())
        .mapTo(String.class)
        .list();
  }

  /// @return false when it was so already
  boolean moderate(Handle handle, String id, boolean hidden) {
    return handle
            .createUpdate(
                "UPDATE products SET moderated = :now WHERE id = :id AND moderated <> :now")
            .bind("now", hidden ? 1 : 0)
            .bind("id", id)
            .execute()
        == 1;
  }

  public Optional<Shop> shop(Handle handle, String id) {
    return handle
        .createQuery("SELECT " + SHOP_COLUMNS + " WHERE id = :id")
        .bind("id", id)
        .map((rs, context) -> shop(rs))
        .findOne();
  }

  public List<Shop> shops(Handle handle) {
    return handle.createQuery("SELECT " + SHOP_COLUMNS).map((rs, context) -> shop(rs)).list();
  }

  private List<Product> load(Handle handle, String where, @Nullable List<String> ids) {
    Map<String, Shop> shops = new HashMap<>();
    query(
            handle,
            "SELECT "
                + SHOP_COLUMNS
                + (ids == null
                    ? ""
                    : " WHERE id IN (SELECT shop_id FROM products WHERE id IN (<ids>))"),
            ids)
        .map((rs, context) -> shop(rs))
        .forEach(shop -> shops.put(shop.id(), shop));
    String of = ids == null ? "" : " WHERE product_id IN (<ids>)";
    Map<String, List<Product.Option>> options = new HashMap<>();
    query(
            handle,
            "SELECT product_id, name, \"values\" FROM product_options"
                + of
                + " ORDER BY product_id, position",
            ids)
        .map((rs, context) ->
            listOf(options, rs.getString("product_id"))
                .add(new Product.Option(rs.getString("name"), words(rs.getString("values")))))
        .list();
    Map<String, List<Product.Media>> media = new HashMap<>();
    query(
            handle,
            "SELECT product_id, url, thumb_url, alt FROM product_media"
                + of
                + " ORDER BY product_id, position",
            ids)
        .map((rs, context) ->
            listOf(media, rs.getString(1))
                .add(new Product.Media(rs.getString(2), rs.getString(3), rs.getString(4))))
        .list();
    Map<String, List<Product.Variant>> variants = new HashMap<>();
    query(
            handle,
            "SELECT product_id, id, sku, options, price, compare_at_price, stock FROM variants"
                + (of.isEmpty() ? " WHERE" : of + " AND")
                + " retired = 0 ORDER BY product_id, position",
            ids)
        .map((rs, context) -> listOf(variants, rs.getString(1)).add(variant(rs)))
        .list();
    Query found =
        query(
            handle,
            """
            SELECT p.*, c.name AS category, r.rating, coalesce(r.reviews, 0) AS reviews,
                   coalesce(o.popular, 0) AS popular, f.features AS more_features
            FROM products p
            JOIN categories c ON c.id = p.category_id
            LEFT JOIN popularity o ON o.product_id = p.id
            LEFT JOIN item_features f ON f.product_id = p.id
            LEFT JOIN (SELECT product_id, avg(stars) AS rating, count(*) AS reviews
                       FROM reviews
            """
                + of
                + " GROUP BY product_id) r ON r.product_id = p.id WHERE "
                + where
                + " ORDER BY p.id",
            ids);
    return (where.contains(":now") ? found.bind("now", System.currentTimeMillis()) : found)
        .map((rs, context) ->
            product(
                rs,
                shops,
                options.getOrDefault(rs.getString("id"), List.of()),
                media.getOrDefault(rs.getString("id"), List.of()),
                variants.getOrDefault(rs.getString("id"), List.of())))
        .list();
  }

  private static Query query(Handle handle, String sql, @Nullable List<String> ids) {
    Query query = handle.createQuery(sql);
    return ids == null ? query : query.bindList("ids", ids);
  }

  private Product product(
      ResultSet rs,
      Map<String, Shop> shops,
      List<Product.Option> options,
      List<Product.Media> media,
      List<Product.Variant> variants)
      throws SQLException {
    Product.Variant cheapest =
        variants.stream()
            .min(Comparator.comparingLong((Product.Variant v) -> v.price().amount()))
            .orElse(null);
    Shop shop = shops.get(rs.getString("shop_id"));
    if (shop == null) {
      throw new IllegalStateException("a product without its shop: " + rs.getString("id"));
    }
    double rating = rs.getDouble("rating");
    return new Product(
        rs.getString("id"),
        rs.getString("handle"),
        rs.getString("title"),
        rs.getString("description"),
        shop,
        rs.getString("category_id"),
        rs.getString("category"),
        rs.getString("brand"),
        cheapest == null ? new Money(0, currency) : cheapest.price(),
        cheapest == null ? null : cheapest.compareAtPrice(),
        rs.getInt("reviews") == 0 ? null : Math.round(rating * 100) / 100.0,
        rs.getInt("reviews"),
        rs.getDouble("popular"),
        features(rs.getString("features"), rs.getString("more_features")),
        words(rs.getString("tags")),
        variants.stream().mapToInt(Product.Variant::stock).sum(),
        media,
        options,
        variants,
        rs.getString("color"),
        Instant.ofEpochMilli(rs.getLong("created_at")),
        Instant.ofEpochMilli(rs.getLong("updated_at")),
        values(rs.getString("attributes")));
  }

  private Product.Variant variant(ResultSet rs) throws SQLException {
    long compareAt = rs.getLong(6);
    return new Product.Variant(
        rs.getString(2),
        rs.getString(3),
        values(rs.getString(4)),
        new Money(rs.getLong(5), currency),
        compareAt == 0 ? null : new Money(compareAt, currency),
        rs.getInt(7));
  }

  private static Shop shop(ResultSet rs) throws SQLException {
    return new Shop(
        rs.getString("id"),
        rs.getString("name"),
        rs.getString("owner_id"),
        rs.getString("description"),
        rs.getString("avatar_url"),
        rs.getString("color"));
  }

  /// Those that came with the product and those that were worked out.
  private static List<String> features(String own, @Nullable String workedOut) {
    if (workedOut == null) {
      return words(own);
    }
    return Stream.concat(words(own).stream(), words(workedOut).stream()).distinct().toList();
  }

  private static List<String> words(String json) {
    return "[]".equals(json) ? List.of() : Json.decode(json, WORDS);
  }

  private static Map<String, String> values(String json) {
    return "{}".equals(json) ? Map.of() : Json.decode(json, VALUES);
  }

  private static <T> List<T> listOf(Map<String, List<T>> lists, String id) {
    return lists.computeIfAbsent(id, key -> new ArrayList<>());
  }
}
