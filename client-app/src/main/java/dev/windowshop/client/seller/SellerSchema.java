package dev.windowshop.client.seller;

import dev.windowshop.client.cache.Migration;
import java.util.List;

/// The seller's table in the client's cache.
public final class SellerSchema {
  private SellerSchema() {}

  public static List<Migration> migrations() {
    return List.of(
        Migration.of(
            75,
            "seller",
            """
            CREATE TABLE seller_document (
              user_id TEXT NOT NULL,
              key TEXT NOT NULL,
              json TEXT NOT NULL,
              PRIMARY KEY (user_id, key)
            ) STRICT
            """));
  }
}
