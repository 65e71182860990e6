package dev.windowshop.relay.sell;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.ShopProfile;
import dev.windowshop.relay.account.Names;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Shops as their owners keep them, in SQL. Stateless.
final class ShopRepository {
  private static final TypeReference<List<ShopProfile.QuickReply>> REPLIES =
      new TypeReference<>() {};

  private final String currency;

  /// @param currency the relay's, ISO 4217
  ShopRepository(String currency) {
    this.currency = currency;
  }

  Optional<String> idOfOwner(Handle handle, String userId) {
    return handle
        .createQuery("SELECT id FROM shops WHERE owner_id = :user")
        .bind("user", userId)
        .mapTo(String.class)
        .findOne();
  }

  Optional<ShopProfile> find(Handle handle, String id) {
    Map<String, Money> delivery = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT method, amount FROM delivery_prices WHERE shop_id = :id ORDER BY method")
        .bind("id", id)
        .map((rs, context) -> delivery.put(rs.getString(1), new Money(rs.getLong(2), currency)))
        .list();
    return handle
        .createQuery(
            """
            SELECT s.*, p.products, r.rating, r.reviews FROM shops s
            CROSS JOIN (SELECT count(*) AS products FROM products q JOIN shops h ON h.id = q.shop_id
                        WHERE q.shop_id = :id AND q.hidden = 0 AND q.moderated = 0
                          AND NOT EXISTS (SELECT 1 FROM suspensions x
                                          WHERE x.user_id = h.owner_id
                                            AND (x.until_at IS NULL OR x.until_at > :now))) p
            CROSS JOIN (SELECT avg(v.stars) AS rating, count(*) AS reviews
                        FROM reviews v JOIN products o ON o.id = v.product_id
                        WHERE o.shop_id = :id) r
            WHERE s.id = :id
            """)
        .bind("id", id)
        .bind("now", System.currentTimeMillis())
        .map((rs, context) ->
            new ShopProfile(
                rs.getString("id"),
                rs.getString("name"),
                rs.getString("owner_id"),
                rs.getString("description"),
                rs.getString("avatar_url"),
                rs.getString("color"),
                rs.getString("banner_url"),
                policies(rs.getString("policies")),
                delivery,
                rs.getInt("products"),
                rs.getInt("reviews") == 0 ? null : Math.round(rs.getDouble("rating") * 100) / 100.0,
                rs.getInt("reviews"),
                rs.getLong("version"),
                Instant.ofEpochMilli(rs.getLong("created_at"))))
        .findOne();
  }

  private static ShopProfile.Policies policies(@Nullable String json) {
    return json == null ? ShopProfile.Policies.NONE : Json.decode(json, ShopProfile.Policies.class);
  }

  /// Whether another shop goes by this name.
  boolean isTaken(Handle handle, String name, @Nullable String except) {
    return handle
        .createQuery("SELECT id FROM shops WHERE name_key = :key")
        .bind("key", Names.key(name))
        .mapTo(String.class)
        .findOne()
        .filter(id -> !id.equals(except))
        .isPresent();
  }

  /// What can be changed of a shop; one that is new has its row already.
  void update(Handle handle, ShopProfile shop) {
    handle
        .createUpdate(
            """
            UPDATE shops SET name = :name, name_key = :key, description = :description,
              avatar_url = :avatar, color = :color, banner_url = :banner, policies = :policies,
              version = :version
            WHERE id = :id
            """)
        .bind("name", shop.name())
        .bind("key", Names.key(shop.name()))
        .bind("description", shop.description())
        .bind("avatar", shop.avatarUrl())
        .bind("color", shop.color())
        .bind("banner", shop.bannerUrl())
        .bind("policies", Json.encode(shop.policies()))
        .bind("version", shop.version())
        .bind("id", shop.id())
        .execute();
    handle
        .createUpdate("DELETE FROM delivery_prices WHERE shop_id = :id")
        .bind("id", shop.id())
        .execute();
    shop.delivery()
        .forEach((method, price) ->
            handle
                .createUpdate(
                    """
                    INSERT INTO delivery_prices (shop_id, method, amount)
                    VALUES (:id, :method, :amount)
                    """)
                .bind("id", shop.id())
                .bind("method", method)
                .bind("amount", price.amount())
                .execute());
  }

  /// Those of its products that shoppers see.
  List<String> onSale(Handle handle, String shopId) {
    return handle
        .createQuery("SELECT id FROM products WHERE shop_id = :id AND hidden = 0 AND moderated = 0")
        .bind("id", shopId)
        .mapTo(String.class)
        .list();
  }

  List<ShopProfile.QuickReply> quickReplies(Handle handle, String shopId) {
    return handle
        .createQuery("SELECT quick_replies FROM shops WHERE id = :id AND quick_replies IS NOT NULL")
        .bind("id", shopId)
        .mapTo(String.class)
        .findOne()
        .map(json -> Json.decode(json, REPLIES))
        .orElse(List.of());
  }

  void putQuickReplies(Handle handle, String shopId, List<ShopProfile.QuickReply> replies) {
    handle
        .createUpdate("UPDATE shops SET quick_replies = :replies WHERE id = :id")
        .bind("replies", Json.encode(replies))
        .bind("id", shopId)
        .execute();
  }
}
