package dev.windowshop.relay.interest;

import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.util.List;

/// Looks into a running relay's database.
final class StoredInteractions {
  private StoredInteractions() {}

  /// Of everything that is kept of an actor's doings.
  static int rowsOf(Path data, String actor) {
    try (Database database = TestDatabases.open(data)) {
      return database.read(handle ->
          handle
              .createQuery(
                  """
                  SELECT (SELECT count(*) FROM interactions WHERE actor = :actor)
                       + (SELECT count(*) FROM impressions WHERE actor = :actor)
                  """)
              .bind("actor", actor)
              .mapTo(Integer.class)
              .one());
    }
  }

  static boolean touched(Path data, String actor, String productId) {
    try (Database database = TestDatabases.open(data)) {
      return database.read(handle ->
          handle
                  .createQuery(
                      """
                      SELECT count(*) FROM interactions WHERE actor = :actor AND product_id = :product
                      """)
                  .bind("actor", actor)
                  .bind("product", productId)
                  .mapTo(Integer.class)
                  .one()
              > 0);
    }
  }

  static List<String> purchasesOf(Path data, String userId) {
    try (Database database = TestDatabases.open(data)) {
      return database.read(handle ->
          handle
              .createQuery(
                  "SELECT product_id FROM interactions WHERE actor = :user AND type = 'purchase'")
              .bind("user", userId)
              .mapTo(String.class)
              .list());
    }
  }
}
