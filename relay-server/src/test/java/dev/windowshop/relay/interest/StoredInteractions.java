package dev.windowshop.relay.interest;

import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.util.List;

/// Looks into a running relay's database.
final class StoredInteractions {
  private StoredInteractions() {}

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
