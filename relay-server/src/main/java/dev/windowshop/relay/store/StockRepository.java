package dev.windowshop.relay.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.protocol.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What can be bought right now and how much of it there is, in SQL. Stateless.
public final class StockRepository {
  private static final TypeReference<LinkedHashMap<String, String>> VALUES =
      new TypeReference<>() {};

  /// A variant as it is on sale at this moment.
  ///
  /// @param price minor units
  public record Offer(
      String variantId,
      String productId,
      String title,
      Map<String, String> options,
      @Nullable String imageUrl,
      long price,
      int stock,
      String shopId,
      String shopName,
      String sellerId) {

    /// At a price that was agreed.
    public Offer withPrice(long agreed) {
      return new Offer(
          variantId, productId, title, options, imageUrl, agreed, stock, shopId, shopName,
          sellerId);
    }
  }

  /// Those of these variants that are on sale. Nobody else changes their stock until the unit of
  /// work ends: an update that changes nothing locks the rows on every database.
  public Map<String, Offer> lock(Handle handle, Collection<String> variantIds) {
    Map<String, Offer> offers = new HashMap<>();
    for (String id : new TreeSet<>(variantIds)) {
      handle
          .createUpdate("UPDATE variants SET stock = stock WHERE id = :id")
          .bind("id", id)
          .execute();
      handle
          .createQuery(
              """
              SELECT v.id, v.product_id, p.title, v.options, v.price, v.stock, s.id, s.name,
                s.owner_id,
                (SELECT m.thumb_url FROM product_media m
                 WHERE m.product_id = p.id ORDER BY m.position LIMIT 1)
              FROM variants v
              JOIN products p ON p.id = v.product_id
              JOIN shops s ON s.id = p.shop_id
              WHERE v.id = :id AND v.retired = 0 AND
              """
                  + ProductRepository.ON_SALE)
          .bind("id", id)
          .bind("now", System.currentTimeMillis())
          .map((rs, context) ->
              new Offer(
                  rs.getString(1),
                  rs.getString(2),
                  rs.getString(3),
                  Json.decode(rs.getString(4), VALUES),
                  rs.getString(10),
                  rs.getLong(5),
                  rs.getInt(6),
                  rs.getString(7),
                  rs.getString(8),
                  rs.getString(9)))
          .findOne()
          .ifPresent(offer -> offers.put(id, offer));
    }
    return offers;
  }

  /// @return false, and nothing is changed, when there is less than that
  public boolean take(Handle handle, String variantId, int quantity) {
    return handle
            .createUpdate(
                """
                UPDATE variants SET stock = stock - :quantity
                WHERE id = :id AND stock >= :quantity
                """)
            .bind("id", variantId)
            .bind("quantity", quantity)
            .execute()
        == 1;
  }

  public void giveBack(Handle handle, String variantId, int quantity) {
    handle
        .createUpdate("UPDATE variants SET stock = stock + :quantity WHERE id = :id")
        .bind("id", variantId)
        .bind("quantity", quantity)
        .execute();
  }
}
