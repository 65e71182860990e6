package dev.windowshop.client.store;

import dev.windowshop.client.cache.Migration;
import java.util.List;

/// The store's tables in the client's cache.
public final class StoreSchema {
  private StoreSchema() {}

  public static List<Migration> migrations() {
    return List.of(
        Migration.of(
            2,
            "store",
            """
            CREATE TABLE product (
              id TEXT PRIMARY KEY,
              json TEXT NOT NULL,
              words TEXT NOT NULL,
              category_id TEXT NOT NULL,
              category TEXT NOT NULL,
              brand TEXT,
              price INTEGER NOT NULL,
              stock INTEGER NOT NULL,
              rating REAL,
              popularity REAL NOT NULL,
              created_at INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX product_by_category ON product (category_id)",
            """
            CREATE TABLE document (
              key TEXT PRIMARY KEY,
              json TEXT NOT NULL,
              saved_at INTEGER NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE cart_line (
              variant_id TEXT PRIMARY KEY,
              product_json TEXT NOT NULL,
              quantity INTEGER NOT NULL CHECK (quantity > 0),
              added_at INTEGER NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE interaction (
              id TEXT PRIMARY KEY,
              json TEXT NOT NULL
            ) STRICT
            """),
        Migration.of(
            40,
            "interests",
            """
            CREATE TABLE interest_step (
              number INTEGER PRIMARY KEY AUTOINCREMENT,
              actor TEXT NOT NULL,
              kind TEXT NOT NULL,
              product_id TEXT NOT NULL,
              body TEXT NOT NULL
            ) STRICT
            """,
            """
            INSERT INTO interest_step (actor, kind, product_id, body)
            SELECT '', 'did', coalesce(json ->> 'productId', ''), json FROM interaction ORDER BY id
            """,
            "DROP TABLE interaction",
            """
            CREATE TABLE interest (
              actor TEXT NOT NULL,
              product_id TEXT NOT NULL,
              weight REAL NOT NULL,
              at INTEGER NOT NULL,
              viewed_at INTEGER,
              dismissed INTEGER NOT NULL DEFAULT 0,
              bought INTEGER NOT NULL DEFAULT 0,
              PRIMARY KEY (actor, product_id)
            ) STRICT
            """,
            "CREATE INDEX interest_by_time ON interest (actor, at)"),
        Migration.of(
            70,
            "cart",
            "ALTER TABLE cart_line ADD COLUMN agreed INTEGER",
            "ALTER TABLE cart_line ADD COLUMN saved INTEGER NOT NULL DEFAULT 0"),
        Migration.of(
            72,
            "products",
            """
            CREATE TABLE kept_product (
              id TEXT PRIMARY KEY,
              shop_id TEXT NOT NULL,
              json TEXT NOT NULL,
              seen_at INTEGER NOT NULL
            ) STRICT
            """,
            """
            INSERT INTO kept_product (id, shop_id, json, seen_at)
            SELECT id, coalesce(json_extract(json, '$.shop.id'), ''), json, 0 FROM product
            """,
            "DROP TABLE product",
            "ALTER TABLE kept_product RENAME TO product",
            "CREATE INDEX product_by_shop ON product (shop_id, seen_at)",
            "CREATE INDEX product_by_age ON product (seen_at)"),
        Migration.of(
            73,
            "wishes",
            """
            CREATE TABLE wish (
              actor TEXT NOT NULL,
              product_id TEXT NOT NULL,
              json TEXT NOT NULL,
              state INTEGER NOT NULL,
              added_at INTEGER NOT NULL,
              PRIMARY KEY (actor, product_id)
            ) STRICT
            """));
  }
}
