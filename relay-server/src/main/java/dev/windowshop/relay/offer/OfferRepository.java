package dev.windowshop.relay.offer;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Offer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Offers in SQL. Stateless.
final class OfferRepository {
  private static final TypeReference<LinkedHashMap<String, String>> VALUES =
      new TypeReference<>() {};

  private final String currency;

  OfferRepository(String currency) {
    this.currency = currency;
  }

  /// An offer whose conversation does not know its state yet.
  record Untold(String id, String messageId) {}

  void insert(Handle handle, Offer offer) {
    handle
        .createUpdate(
            """
            INSERT INTO offers (id, conversation_id, shop_id, shop_name, seller_id, buyer_id, note,
                                state, expires_at, created_at, updated_at)
            VALUES (:id, :conversation, :shop, :shopName, :seller, :buyer, :note, 'open', :expires,
                    :now, :now)
            """)
        .bind("id", offer.id())
        .bind("conversation", offer.conversationId())
        .bind("shop", offer.shopId())
        .bind("shopName", offer.shopName())
        .bind("seller", offer.sellerId())
        .bind("buyer", offer.buyerId())
        .bind("note", offer.note())
        .bind("expires", offer.expiresAt().toEpochMilli())
        .bind("now", offer.createdAt().toEpochMilli())
        .execute();
    for (int i = 0; i < offer.lines().size(); i++) {
      Offer.Line line = offer.lines().get(i);
      handle
          .createUpdate(
              """
              INSERT INTO offer_lines (offer_id, position, variant_id, product_id, title, options,
                                       image_url, quantity, unit_price, usual_price)
              VALUES (:offer, :position, :variant, :product, :title, :options, :image, :quantity,
                      :price, :usual)
              """)
          .bind("offer", offer.id())
          .bind("position", i)
          .bind("variant", line.variantId())
          .bind("product", line.productId())
          .bind("title", line.title())
          .bind("options", Json.encode(line.options()))
          .bind("image", line.imageUrl())
          .bind("quantity", line.quantity())
          .bind("price", line.unitPrice().amount())
          .bind("usual", line.usualPrice().amount())
          .execute();
    }
  }

  void setMessage(Handle handle, String id, String messageId) {
    handle
        .createUpdate("UPDATE offers SET message_id = :message WHERE id = :id")
        .bind("message", messageId)
        .bind("id", id)
        .execute();
  }

  /// Nobody else changes it until the unit of work ends.
  void lock(Handle handle, String id) {
    handle.createUpdate("UPDATE offers SET told = told WHERE id = :id").bind("id", id).execute();
  }

  /// @param now at which one that is open may have expired
  Optional<Offer> find(Handle handle, String id, Instant now) {
    return Optional.ofNullable(byIds(handle, List.of(id), now).get(id));
  }

  Map<String, Offer> byIds(Handle handle, Collection<String> ids, Instant now) {
    Map<String, Offer> offers = new HashMap<>();
    if (ids.isEmpty()) {
      return offers;
    }
    Map<String, List<Offer.Line>> lines = new HashMap<>();
    handle
        .createQuery(
            "SELECT * FROM offer_lines WHERE offer_id IN (<ids>) ORDER BY offer_id, position")
        .bindList("ids", List.copyOf(ids))
        .map((rs, context) ->
            lines.computeIfAbsent(rs.getString("offer_id"), key -> new ArrayList<>()).add(line(rs)))
        .list();
    handle
        .createQuery("SELECT * FROM offers WHERE id IN (<ids>)")
        .bindList("ids", List.copyOf(ids))
        .map((rs, context) -> offer(rs, lines.getOrDefault(rs.getString("id"), List.of()), now))
        .forEach(offer -> offers.put(offer.id(), offer));
    return offers;
  }

  /// Ends what is open. Its conversation is told later.
  ///
  /// @return false when it was not open
  boolean end(Handle handle, String id, Offer.State state, @Nullable String orderId, Instant now) {
    return handle
            .createUpdate(
                """
                UPDATE offers SET state = :state, order_id = :order, told = 0, updated_at = :now
                WHERE id = :id AND state = 'open'
                """)
            .bind("state", state.name().toLowerCase(Locale.ROOT))
            .bind("order", orderId)
            .bind("now", now.toEpochMilli())
            .bind("id", id)
            .execute()
        == 1;
  }

  /// The order of it came to nothing: it can be taken again, unless it has expired meanwhile or its
  /// message is gone. Its conversation is told later.
  void reopen(Handle handle, String orderId, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE offers
            SET state = CASE WHEN message_id IS NULL THEN 'withdrawn'
                             WHEN expires_at <= :now THEN 'expired'
                             ELSE 'open' END,
                order_id = NULL, told = 0, updated_at = :now
            WHERE order_id = :order AND state = 'accepted'
            """)
        .bind("order", orderId)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /// Whoever looks at it sees no card of it any more.
  void forgetMessage(Handle handle, String id) {
    handle
        .createUpdate("UPDATE offers SET message_id = NULL WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  int expire(Handle handle, Instant now) {
    return handle
        .createUpdate(
            """
            UPDATE offers SET state = 'expired', told = 0, updated_at = :now
            WHERE state = 'open' AND expires_at <= :now
            """)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  boolean anyDue(Handle handle, Instant now) {
    return handle
        .createQuery("SELECT 1 FROM offers WHERE state = 'open' AND expires_at <= :now LIMIT 1")
        .bind("now", now.toEpochMilli())
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  List<Untold> untold(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT id, message_id FROM offers WHERE told = 0 AND message_id IS NOT NULL
            ORDER BY id LIMIT 500
            """)
        .map((rs, context) -> new Untold(rs.getString(1), rs.getString(2)))
        .list();
  }

  /// @return false when somebody else has just told it
  boolean tell(Handle handle, String id) {
    return handle
            .createUpdate("UPDATE offers SET told = 1 WHERE id = :id AND told = 0")
            .bind("id", id)
            .execute()
        == 1;
  }

  private Offer.Line line(ResultSet rs) throws SQLException {
    return new Offer.Line(
        rs.getString("variant_id"),
        rs.getString("product_id"),
        rs.getString("title"),
        Json.decode(rs.getString("options"), VALUES),
        rs.getString("image_url"),
        rs.getInt("quantity"),
        new Money(rs.getLong("unit_price"), currency),
        new Money(rs.getLong("usual_price"), currency));
  }

  private Offer offer(ResultSet rs, List<Offer.Line> lines, Instant now) throws SQLException {
    Offer.State stored = Offer.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT));
    Instant expiresAt = Instant.ofEpochMilli(rs.getLong("expires_at"));
    Money items =
        lines.stream()
            .map(line -> line.unitPrice().times(line.quantity()))
            .reduce(new Money(0, currency), Money::plus);
    return new Offer(
        rs.getString("id"),
        rs.getString("conversation_id"),
        rs.getString("shop_id"),
        rs.getString("shop_name"),
        rs.getString("seller_id"),
        lines,
        items,
        rs.getString("note"),
        stored == Offer.State.OPEN && !expiresAt.isAfter(now) ? Offer.State.EXPIRED : stored,
        rs.getString("order_id"),
        rs.getString("buyer_id"),
        expiresAt,
        Instant.ofEpochMilli(rs.getLong("created_at")),
        Instant.ofEpochMilli(rs.getLong("updated_at")));
  }
}
