package dev.windowshop.relay.interest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Looks into a running relay's database.
final class StoredInteractions {
  private StoredInteractions() {}

  static List<String> purchasesOf(Path data, String userId) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("relay.db"));
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT product_id FROM interactions WHERE actor = ? AND type = 'purchase'")) {
      query.setString(1, userId);
      List<String> ids = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
