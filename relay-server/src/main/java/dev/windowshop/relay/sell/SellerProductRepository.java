package dev.windowshop.relay.sell;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.SellerProduct.StockLevel;
import dev.windowshop.relay.store.ProductRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A seller's products, in SQL. Stateless.
final class SellerProductRepository {
  private static final com.fasterxml.jackson.core.type.TypeReference<LinkedHashMap<String, String>>
      VALUES = new com.fasterxml.jackson.core.type.TypeReference<>() {};

  private final ProductRepository products;

  SellerProductRepository(ProductRepository products) {
    this.products = products;
  }

  private record Head(
      String id, SellerProduct.Status status, long version, boolean moderated, int held) {}

  /// Not one that was deleted.
  Optional<SellerProduct> find(Handle handle, String id, Instant now) {
    return load(handle, List.of(id), now).stream().findFirst();
  }

  /// In the order of the ids; those that were deleted are left out.
  List<SellerProduct> load(Handle handle, List<String> ids, Instant now) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, Head> heads = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT p.id, p.hidden, p.off_as, p.version, p.moderated,
              (SELECT coalesce(sum(h.quantity), 0) FROM stock_holds h
               JOIN variants v ON v.id = h.variant_id
               WHERE v.product_id = p.id AND h.expires_at > :now) AS held
            FROM products p
            WHERE p.id IN (<ids>) AND (p.hidden = 0 OR p.off_as <> 'deleted')
            """)
        .bind("now", now.toEpochMilli())
        .bindList("ids", ids)
        .map((rs, context) ->
            new Head(
                rs.getString("id"),
                rs.getInt("hidden") == 0
                    ? SellerProduct.Status.PUBLISHED
                    : SellerProduct.Status.valueOf(rs.getString("off_as").toUpperCase(Locale.ROOT)),
                rs.getLong("version"),
                rs.getInt("moderated") != 0,
                rs.getInt("held")))
        .forEach(head -> heads.put(head.id(), head));
    Map<String, Product> found = products.byIds(handle, heads.keySet());
    List<SellerProduct> all = new ArrayList<>();
    for (String id : ids) {
      Head head = heads.get(id);
      Product product = found.get(id);
      if (head != null && product != null) {
        all.add(
            new SellerProduct(
                product, head.status(), head.version(), head.moderated(), head.held()));
      }
    }
    return all;
  }

  /// Nobody else changes the product until the unit of work ends.
  void lock(Handle handle, String id) {
    handle
        .createUpdate("UPDATE products SET version = version WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  /// The newest first.
  ///
  /// @param words all of which its title, brand, handle or a SKU holds, lower case
  List<String> ids(
      Handle handle,
      String shopId,
      List<String> words,
      SellerProduct.@Nullable Status status,
      @Nullable String before,
      int limit) {
    StringBuilder sql =
        new StringBuilder(
            """
            SELECT p.id FROM products p
            WHERE p.shop_id = :shop AND p.id < :before
              AND (p.hidden = 0 OR p.off_as <> 'deleted')
            """);
    if (status == SellerProduct.Status.PUBLISHED) {
      sql.append(" AND p.hidden = 0");
    } else if (status != null) {
      sql.append(" AND p.hidden = 1 AND p.off_as = :status");
    }
    for (int i = 0; i < words.size(); i++) {
      sql.append(
          """
           AND (lower(p.title) LIKE :w%1$d ESCAPE '!' OR lower(coalesce(p.brand, '')) LIKE :w%1$d ESCAPE '!'
             OR p.handle LIKE :w%1$d ESCAPE '!'
             OR EXISTS (SELECT 1 FROM variants v WHERE v.product_id = p.id AND v.retired = 0
                        AND lower(coalesce(v.sku, '')) LIKE :w%1$d ESCAPE '!'))
          """
              .formatted(i));
    }
    sql.append(" ORDER BY p.id DESC LIMIT :limit");
    var query =
        handle
            .createQuery(sql.toString())
            .bind("shop", shopId)
            .bind("before", before == null ? "g" : before)
            .bind("limit", limit);
    if (status != null && status != SellerProduct.Status.PUBLISHED) {
      query.bind("status", status.name().toLowerCase(Locale.ROOT));
    }
    for (int i = 0; i < words.size(); i++) {
      query.bind("w" + i, "%" + words.get(i).replaceAll("[!%_]", "!$0") + "%");
    }
    return query.mapTo(String.class).list();
  }

  Optional<String> idOfHandle(Handle handle, String shopId, String productHandle) {
    return handle
        .createQuery("SELECT id FROM products WHERE shop_id = :shop AND handle = :handle")
        .bind("shop", shopId)
        .bind("handle", productHandle)
        .mapTo(String.class)
        .findOne();
  }

  void setHandle(Handle handle, String id, String productHandle) {
    handle
        .createUpdate("UPDATE products SET handle = :handle WHERE id = :id")
        .bind("handle", productHandle)
        .bind("id", id)
        .execute();
  }

  /// @param offAs null for a product that is published
  void setStatus(Handle handle, String id, @Nullable String offAs) {
    handle
        .createUpdate(
            """
            UPDATE products SET hidden = :hidden, off_as = coalesce(:off, off_as) WHERE id = :id
            """)
        .bind("hidden", offAs == null ? 0 : 1)
        .bind("off", offAs)
        .bind("id", id)
        .execute();
  }

  /// Pictures that an import fetches no longer stand in the way of those that its seller chose, and
  /// the next import looks at the product again.
  void editedByHand(Handle handle, String id, boolean pictures) {
    handle
        .createUpdate("UPDATE products SET source_hash = NULL WHERE id = :id")
        .bind("id", id)
        .execute();
    if (pictures) {
      handle
          .createUpdate("DELETE FROM image_sources WHERE product_id = :id")
          .bind("id", id)
          .execute();
    }
  }

  /// What there is of a variant that is not retired.
  Optional<Integer> stock(Handle handle, String productId, String variantId) {
    return handle
        .createQuery(
            """
            SELECT stock FROM variants
            WHERE id = :variant AND product_id = :product AND retired = 0
            """)
        .bind("variant", variantId)
        .bind("product", productId)
        .mapTo(Integer.class)
        .findOne();
  }

  void setStock(Handle handle, String variantId, int stock) {
    handle
        .createUpdate("UPDATE variants SET stock = :stock WHERE id = :variant")
        .bind("stock", stock)
        .bind("variant", variantId)
        .execute();
  }

  void logStock(
      Handle handle,
      String id,
      String variantId,
      String userId,
      int delta,
      int stock,
      @Nullable String note,
      Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO stock_log (id, variant_id, user_id, delta, stock, note, at)
            VALUES (:id, :variant, :user, :delta, :stock, :note, :at)
            """)
        .bind("id", id)
        .bind("variant", variantId)
        .bind("user", userId)
        .bind("delta", delta)
        .bind("stock", stock)
        .bind("note", note)
        .bind("at", now.toEpochMilli())
        .execute();
  }

  /// A place in the list of what runs low.
  record LowPlace(int stock, String variantId) {}

  /// The least first.
  List<StockLevel> low(
      Handle handle, String shopId, int atMost, @Nullable LowPlace after, int limit, Instant now) {
    return handle
        .createQuery(
            """
            SELECT v.id, v.product_id, p.title, v.options, v.sku, v.stock,
              (SELECT m.thumb_url FROM product_media m
               WHERE m.product_id = p.id ORDER BY m.position LIMIT 1) AS image,
              (SELECT coalesce(sum(h.quantity), 0) FROM stock_holds h
               WHERE h.variant_id = v.id AND h.expires_at > :now) AS held
            FROM variants v JOIN products p ON p.id = v.product_id
            WHERE p.shop_id = :shop AND p.hidden = 0 AND v.retired = 0 AND v.stock <= :most
              AND (v.stock > :stock OR (v.stock = :stock AND v.id > :after))
            ORDER BY v.stock, v.id LIMIT :limit
            """)
        .bind("now", now.toEpochMilli())
        .bind("shop", shopId)
        .bind("most", atMost)
        .bind("stock", after == null ? -1 : after.stock())
        .bind("after", after == null ? "" : after.variantId())
        .bind("limit", limit)
        .map((rs, context) ->
            new StockLevel(
                rs.getString("id"),
                rs.getString("product_id"),
                rs.getString("title"),
                Json.decode(rs.getString("options"), VALUES),
                rs.getString("sku"),
                rs.getString("image"),
                rs.getInt("stock"),
                rs.getInt("held")))
        .list();
  }
}
