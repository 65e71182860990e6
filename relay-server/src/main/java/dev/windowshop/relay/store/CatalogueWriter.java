package dev.windowshop.relay.store;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.account.Names;
import dev.windowshop.relay.db.Bulk;
import dev.windowshop.relay.db.RelayState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Puts shops and products into SQL. Stateless.
public final class CatalogueWriter {
  /// Stands for every product in `product_changes`.
  static final String EVERYTHING = "*";

  /// Stands for the shops and the categories there.
  public static final String SHOPS = "#";

  public void insertShop(Handle handle, Shop shop, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO shops (id, name, name_key, owner_id, description, avatar_url, color,
                               created_at)
            VALUES (:id, :name, :key, :owner, :description, :avatar, :color, :now)
            """)
        .bind("id", shop.id())
        .bind("name", shop.name())
        .bind("key", Names.key(shop.name()))
        .bind("owner", shop.ownerId())
        .bind("description", shop.description())
        .bind("avatar", shop.avatarUrl())
        .bind("color", shop.color())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  public Optional<String> shopNamed(Handle handle, String name) {
    return handle
        .createQuery("SELECT id FROM shops WHERE name_key = :key")
        .bind("key", Names.key(name))
        .mapTo(String.class)
        .findOne();
  }

  /// Tells every relay on this database that anything on sale may have changed: all of it is read
  /// again, which takes long.
  public void announce(Handle handle) {
    announce(handle, List.of(EVERYTHING));
  }

  /// Tells every relay on this database that these products changed, came or went.
  ///
  /// @param productIds may hold [#SHOPS]
  public void announce(Handle handle, Collection<String> productIds) {
    long change = RelayState.raise(handle, CatalogueService.VERSION);
    try (Bulk rows =
        new Bulk(
            handle,
            """
            INSERT INTO product_changes (product_id, change) VALUES (?, ?)
            ON CONFLICT (product_id) DO UPDATE SET change = excluded.change
            """)) {
      for (String id : new TreeSet<>(productIds)) {
        rows.add(id, change);
      }
    }
  }

  /// Puts what a product is now in place of what it was. Variants that are gone are kept, retired,
  /// since orders and carts name them.
  public void replace(Handle handle, Product product) {
    handle
        .createUpdate(
            """
            UPDATE products SET title = :title, description = :description,
              category_id = :category, brand = :brand, features = :features, tags = :tags,
              attributes = :attributes, color = :color, hidden = 0, updated_at = :now,
              version = version + 1
            WHERE id = :id
            """)
        .bind("title", product.title())
        .bind("description", product.description())
        .bind("category", product.categoryId())
        .bind("brand", product.brand())
        .bind("features", Json.encode(product.features()))
        .bind("tags", Json.encode(product.tags()))
        .bind("attributes", Json.encode(product.attributes()))
        .bind("color", product.color())
        .bind("now", product.updatedAt().toEpochMilli())
        .bind("id", product.id())
        .execute();
    handle
        .createUpdate("DELETE FROM product_options WHERE product_id = :id")
        .bind("id", product.id())
        .execute();
    handle
        .createUpdate("UPDATE variants SET retired = 1 WHERE product_id = :id")
        .bind("id", product.id())
        .execute();
    try (Bulk options = options(handle);
        Bulk variants = variants(handle)) {
      addOptions(options, product);
      addVariants(variants, product);
    }
  }

  public void replaceMedia(Handle handle, String productId, List<Product.Media> pictures) {
    handle
        .createUpdate("DELETE FROM product_media WHERE product_id = :id")
        .bind("id", productId)
        .execute();
    try (Bulk media = media(handle)) {
      addMedia(media, productId, pictures);
    }
  }

  /// Writes products that are not there yet, each with its options, variants and pictures.
  public void insert(Handle handle, List<Product> products) {
    try (Bulk rows = products(handle)) {
      for (Product product : products) {
        rows.add(
            product.id(),
            product.shop().id(),
            product.handle(),
            product.title(),
            product.description(),
            product.categoryId(),
            product.brand(),
            Json.encode(product.features()),
            Json.encode(product.tags()),
            Json.encode(product.attributes()),
            product.color(),
            product.createdAt().toEpochMilli(),
            product.updatedAt().toEpochMilli());
      }
    }
    try (Bulk options = options(handle);
        Bulk variants = variants(handle);
        Bulk media = media(handle)) {
      for (Product product : products) {
        addOptions(options, product);
        addVariants(variants, product);
        addMedia(media, product.id(), product.media());
      }
    }
  }

  private static Bulk products(Handle handle) {
    return new Bulk(
        handle,
        """
        INSERT INTO products (id, shop_id, handle, title, description, category_id, brand,
                              features, tags, attributes, color, created_at, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);
  }

  private static Bulk options(Handle handle) {
    return new Bulk(
        handle,
        "INSERT INTO product_options (product_id, position, name, \"values\") VALUES (?, ?, ?, ?)");
  }

  private static void addOptions(Bulk rows, Product product) {
    for (int i = 0; i < product.options().size(); i++) {
      Product.Option option = product.options().get(i);
      rows.add(product.id(), i, option.name(), Json.encode(option.values()));
    }
  }

  private static Bulk variants(Handle handle) {
    return new Bulk(
        handle,
        """
        INSERT INTO variants (id, product_id, position, sku, options, price, compare_at_price,
                              stock)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET position = excluded.position, sku = excluded.sku,
          options = excluded.options, price = excluded.price,
          compare_at_price = excluded.compare_at_price, stock = excluded.stock, retired = 0
        """);
  }

  private static void addVariants(Bulk rows, Product product) {
    for (int i = 0; i < product.variants().size(); i++) {
      Product.Variant variant = product.variants().get(i);
      Money compareAt = variant.compareAtPrice();
      rows.add(
          variant.id(),
          product.id(),
          i,
          variant.sku(),
          Json.encode(variant.options()),
          variant.price().amount(),
          compareAt == null ? null : compareAt.amount(),
          variant.stock());
    }
  }

  private static Bulk media(Handle handle) {
    return new Bulk(
        handle,
        """
        INSERT INTO product_media (product_id, position, url, thumb_url, alt)
        VALUES (?, ?, ?, ?, ?)
        """);
  }

  private static void addMedia(Bulk rows, String productId, List<Product.Media> pictures) {
    for (int i = 0; i < pictures.size(); i++) {
      Product.Media picture = pictures.get(i);
      rows.add(productId, i, picture.url(), picture.thumbUrl(), picture.alt());
    }
  }
}
