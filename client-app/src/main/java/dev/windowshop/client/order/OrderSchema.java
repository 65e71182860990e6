package dev.windowshop.client.order;

import dev.windowshop.client.cache.Migration;
import java.util.List;

/// The tables of orders in the client's cache.
public final class OrderSchema {
  private OrderSchema() {}

  public static List<Migration> migrations() {
    return List.of(
        Migration.of(
            50,
            "order",
            """
            CREATE TABLE placed_order (
              id TEXT PRIMARY KEY,
              user_id TEXT NOT NULL,
              json TEXT NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE waiting_checkout (
              key TEXT PRIMARY KEY,
              user_id TEXT NOT NULL,
              json TEXT NOT NULL,
              created_at INTEGER NOT NULL
            ) STRICT
            """),
        Migration.of(
            71,
            "order",
            """
            CREATE TABLE money_moved (
              id TEXT PRIMARY KEY,
              user_id TEXT NOT NULL,
              json TEXT NOT NULL
            ) STRICT
            """),
        Migration.of(
            74,
            "order",
            """
            CREATE TABLE saved_address (
              user_id TEXT NOT NULL,
              place INTEGER NOT NULL,
              json TEXT NOT NULL,
              PRIMARY KEY (user_id, place)
            ) STRICT
            """));
  }
}
