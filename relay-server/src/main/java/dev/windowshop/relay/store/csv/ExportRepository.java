package dev.windowshop.relay.store.csv;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.store.Picture;
import dev.windowshop.relay.store.ProductRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What of a shop's products goes into a file, from SQL. Stateless.
final class ExportRepository {
  private static final TypeReference<LinkedHashMap<String, String>> VALUES =
      new TypeReference<>() {};

  private final ProductRepository products;

  ExportRepository(String currency) {
    this.products = new ProductRepository(currency);
  }

  /// @param offAs `draft` or `archived`; null for one that is on sale
  /// @param images where they came from, or else their paths on the relay
  record Exported(Product product, @Nullable String offAs, List<ParsedProduct.Image> images) {}

  private record Head(String id, @Nullable String offAs) {}

  /// The names of all attributes that any of a shop's products has.
  Set<String> attributes(Handle handle, String shopId) {
    Set<String> names = new LinkedHashSet<>();
    handle
        .createQuery(
            """
            SELECT attributes FROM products p
            WHERE p.shop_id = :shop AND (p.hidden = 0 OR p.off_as <> 'deleted')
              AND p.attributes <> '{}'
            ORDER BY p.id
            """)
        .bind("shop", shopId)
        .map((rs, context) -> Json.decode(rs.getString(1), VALUES).keySet())
        .forEach(names::addAll);
    return names;
  }

  /// Those after a product, by id; not those that were deleted.
  List<Exported> page(Handle handle, String shopId, String after, int limit) {
    List<Head> heads =
        handle
            .createQuery(
                """
                SELECT p.id, p.hidden, p.off_as FROM products p
                WHERE p.shop_id = :shop AND p.id > :after
                  AND (p.hidden = 0 OR p.off_as <> 'deleted')
                ORDER BY p.id LIMIT :limit
                """)
            .bind("shop", shopId)
            .bind("after", after)
            .bind("limit", limit)
            .map((rs, context) ->
                new Head(rs.getString(1), rs.getInt(2) == 0 ? null : rs.getString(3)))
            .list();
    if (heads.isEmpty()) {
      return List.of();
    }
    List<String> ids = heads.stream().map(Head::id).toList();
    Map<String, Product> found = products.byIds(handle, ids);
    Map<String, List<ParsedProduct.Image>> sources = sources(handle, ids);
    List<Exported> page = new ArrayList<>();
    for (Head head : heads) {
      Product product = Objects.requireNonNull(found.get(head.id()), head.id());
      page.add(
          new Exported(
              product, head.offAs(), sources.getOrDefault(head.id(), chosen(product.media()))));
    }
    return page;
  }

  private static Map<String, List<ParsedProduct.Image>> sources(Handle handle, List<String> ids) {
    Map<String, List<ParsedProduct.Image>> sources = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT product_id, url, alt FROM image_sources WHERE product_id IN (<ids>)
            ORDER BY product_id, position
            """)
        .bindList("ids", ids)
        .map((rs, context) ->
            sources
                .computeIfAbsent(rs.getString(1), key -> new ArrayList<>())
                .add(new ParsedProduct.Image(rs.getString(2), rs.getString(3))))
        .list();
    return sources;
  }

  /// Not those that are drawn here: an import draws its own.
  private static List<ParsedProduct.Image> chosen(List<Product.Media> media) {
    return media.stream()
        .filter(one -> !(Picture.at(one.url()).orElse(null) instanceof Picture.OfProduct))
        .map(one -> new ParsedProduct.Image(one.url(), one.alt()))
        .toList();
  }
}
