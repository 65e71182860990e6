package dev.windowshop.relay.shopper;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.SavedAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Address books in SQL. Stateless.
final class AddressRepository {
  /// The one that a checkout begins with first, then the newest.
  List<SavedAddress> list(Handle handle, String userId) {
    return handle
        .createQuery(
            "SELECT * FROM addresses WHERE user_id = :user ORDER BY standard DESC, id DESC")
        .bind("user", userId)
        .map((rs, context) ->
            new SavedAddress(
                rs.getString("id"),
                rs.getString("label"),
                Json.decode(rs.getString("address"), Order.Address.class),
                rs.getInt("standard") != 0,
                Instant.ofEpochMilli(rs.getLong("created_at")),
                Instant.ofEpochMilli(rs.getLong("updated_at"))))
        .list();
  }

  Optional<SavedAddress> find(Handle handle, String userId, String id) {
    return list(handle, userId).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  void put(Handle handle, String userId, SavedAddress address) {
    if (address.standard()) {
      handle
          .createUpdate("UPDATE addresses SET standard = 0 WHERE user_id = :user")
          .bind("user", userId)
          .execute();
    }
    handle
        .createUpdate(
            """
            INSERT INTO addresses (id, user_id, label, address, standard, created_at, updated_at)
            VALUES (:id, :user, :label, :address, :standard, :created, :updated)
            ON CONFLICT (id) DO UPDATE SET label = excluded.label, address = excluded.address,
              standard = excluded.standard, updated_at = excluded.updated_at
            """)
        .bind("id", address.id())
        .bind("user", userId)
        .bind("label", address.label())
        .bind("address", Json.encode(address.address()))
        .bind("standard", address.standard() ? 1 : 0)
        .bind("created", address.createdAt().toEpochMilli())
        .bind("updated", address.updatedAt().toEpochMilli())
        .execute();
  }

  void delete(Handle handle, String userId, String id) {
    handle
        .createUpdate("DELETE FROM addresses WHERE user_id = :user AND id = :id")
        .bind("user", userId)
        .bind("id", id)
        .execute();
  }
}
