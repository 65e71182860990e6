package dev.windowshop.relay.store;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.account.Names;
import dev.windowshop.relay.db.RelayState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Puts shops and products into SQL. Stateless.
public final class CatalogueWriter {
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

  /// Tells every relay on this database that something on sale changed.
  public void announce(Handle handle) {
    RelayState.raise(handle, CatalogueService.VERSION);
  }

  /// Puts what a product is now in place of what it was. Variants that are gone are kept, retired,
  /// since orders and carts name them.
  public void replace(Handle handle, Product product) {
    handle
        .createUpdate(
            """
            UPDATE products SET title = :title, description = :description,
              category_id = :category, brand = :brand, features = :features, tags = :tags,
              color = :color, hidden = 0, updated_at = :now
            WHERE id = :id
            """)
        .bind("title", product.title())
        .bind("description", product.description())
        .bind("category", product.categoryId())
        .bind("brand", product.brand())
        .bind("features", Json.encode(product.features()))
        .bind("tags", Json.encode(product.tags()))
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
    PreparedBatch options = options(handle);
    addOptions(options, product);
    PreparedBatch variants = variants(handle);
    for (int i = 0; i < product.variants().size(); i++) {
      addVariant(variants, product.id(), i, product.variants().get(i));
    }
    execute(options, variants);
  }

  public void replaceMedia(Handle handle, String productId, List<Product.Media> pictures) {
    handle
        .createUpdate("DELETE FROM product_media WHERE product_id = :id")
        .bind("id", productId)
        .execute();
    PreparedBatch media = media(handle);
    for (int i = 0; i < pictures.size(); i++) {
      addMedia(media, productId, i, pictures.get(i));
    }
    execute(media);
  }

  private static void execute(PreparedBatch... batches) {
    for (PreparedBatch batch : batches) {
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  private static PreparedBatch options(Handle handle) {
    return handle.prepareBatch(
        "INSERT INTO product_options (product_id, position, name, \"values\") VALUES (?, ?, ?, ?)");
  }

  /// Writes products that are not there yet, each with its options, variants and pictures.
  public void insert(Handle handle, List<Product> products) {
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO products (id, shop_id, handle, title, description, category_id, brand,
                                  features, tags, color, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    PreparedBatch options = options(handle);
    PreparedBatch variants = variants(handle);
    PreparedBatch media = media(handle);
    for (Product product : products) {
      rows.bind(0, product.id())
          .bind(1, product.shop().id())
          .bind(2, product.handle())
          .bind(3, product.title())
          .bind(4, product.description())
          .bind(5, product.categoryId())
          .bind(6, product.brand())
          .bind(7, Json.encode(product.features()))
          .bind(8, Json.encode(product.tags()))
          .bind(9, product.color())
          .bind(10, product.createdAt().toEpochMilli())
          .bind(11, product.updatedAt().toEpochMilli())
          .add();
      addOptions(options, product);
      for (int i = 0; i < product.variants().size(); i++) {
        addVariant(variants, product.id(), i, product.variants().get(i));
      }
      for (int i = 0; i < product.media().size(); i++) {
        addMedia(media, product.id(), i, product.media().get(i));
      }
    }
    execute(rows, options, variants, media);
  }

  private static PreparedBatch variants(Handle handle) {
    return handle.prepareBatch(
        """
        INSERT INTO variants (id, product_id, position, sku, options, price, compare_at_price,
                              stock)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET position = excluded.position, sku = excluded.sku,
          options = excluded.options, price = excluded.price,
          compare_at_price = excluded.compare_at_price, stock = excluded.stock, retired = 0
        """);
  }

  private static void addVariant(
      PreparedBatch batch, String productId, int position, Product.Variant variant) {
    batch
        .bind(0, variant.id())
        .bind(1, productId)
        .bind(2, position)
        .bind(3, variant.sku())
        .bind(4, Json.encode(variant.options()))
        .bind(5, variant.price().amount())
        .bind(6, variant.compareAtPrice() == null ? null : variant.compareAtPrice().amount())
        .bind(7, variant.stock())
        .add();
  }

  private static PreparedBatch media(Handle handle) {
    return handle.prepareBatch(
        """
        INSERT INTO product_media (product_id, position, url, thumb_url, alt)
        VALUES (?, ?, ?, ?, ?)
        """);
  }

  private static void addMedia(
      PreparedBatch batch, String productId, int position, Product.Media media) {
    batch
        .bind(0, productId)
        .bind(1, position)
        .bind(2, media.url())
        .bind(3, media.thumbUrl())
        .bind(4, media.alt())
        .add();
  }

  private static void addOptions(PreparedBatch batch, Product product) {
    for (int i = 0; i < product.options().size(); i++) {
      Product.Option option = product.options().get(i);
      batch
          .bind(0, product.id())
          .bind(1, i)
          .bind(2, option.name())
          .bind(3, Json.encode(option.values()))
          .add();
    }
  }
}
