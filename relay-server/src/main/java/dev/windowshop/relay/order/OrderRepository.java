package dev.windowshop.relay.order;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import dev.windowshop.relay.store.StockRepository.Offer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Orders in SQL. Stateless.
final class OrderRepository {
  private static final TypeReference<LinkedHashMap<String, String>> VALUES =
      new TypeReference<>() {};

  /// No id is as large as this.
  static final String ABOVE_ALL = "g";

  private final PaymentRepository payments;
  private final String currency;

  /// @param currency the relay's, ISO 4217
  OrderRepository(PaymentRepository payments, String currency) {
    this.payments = payments;
    this.currency = currency;
  }

  Money money(long amount) {
    return new Money(amount, currency);
  }

  /// @param requestId the same checkout has the same one
  record Draft(
      String id,
      String requestId,
      String buyerId,
      Order.Address address,
      String deliveryMethod,
      long items,
      long delivery,
      Instant expiresAt) {}

  void insert(Handle handle, Draft draft, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO orders (id, buyer_id, request_id, status, address, delivery_method, items,
                                delivery, created_at, updated_at, expires_at)
            VALUES (:id, :buyer, :request, 'awaiting_payment', :address, :method, :items,
                    :delivery, :now, :now, :expires)
            """)
        .bind("id", draft.id())
        .bind("buyer", draft.buyerId())
        .bind("request", draft.requestId())
        .bind("address", Json.encode(draft.address()))
        .bind("method", draft.deliveryMethod())
        .bind("items", draft.items())
        .bind("delivery", draft.delivery())
        .bind("now", now.toEpochMilli())
        .bind("expires", draft.expiresAt().toEpochMilli())
        .execute();
  }

  void addLine(Handle handle, String orderId, int position, Offer offer, int quantity) {
    handle
        .createUpdate(
            """
            INSERT INTO order_lines (order_id, position, variant_id, product_id, shop_id, title,
                                     options, image_url, quantity, unit_price)
            VALUES (:order, :position, :variantId, :productId, :shopId, :title, :values,
                    :imageUrl, :quantity, :price)
            """)
        .bindMethods(offer)
        .bind("order", orderId)
        .bind("position", position)
        .bind("values", Json.encode(offer.options()))
        .bind("quantity", quantity)
        .execute();
  }

  void addFulfilment(Handle handle, String orderId, Offer offer, long delivery, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO fulfilments
              (order_id, shop_id, shop_name, seller_id, status, delivery, updated_at)
            VALUES (:order, :shopId, :shopName, :sellerId, 'waiting', :delivery, :now)
            """)
        .bindMethods(offer)
        .bind("order", orderId)
        .bind("delivery", delivery)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /// What this shop asks for this delivery, where it has said so.
  Optional<Long> deliveryPrice(Handle handle, String shopId, String method) {
    return handle
        .createQuery(
            "SELECT amount FROM delivery_prices WHERE shop_id = :shop AND method = :method")
        .bind("shop", shopId)
        .bind("method", method)
        .mapTo(Long.class)
        .findOne();
  }

  Optional<String> madeBy(Handle handle, String requestId) {
    return handle
        .createQuery("SELECT id FROM orders WHERE request_id = :request")
        .bind("request", requestId)
        .mapTo(String.class)
        .findOne();
  }

  Order byId(Handle handle, String id) {
    return find(handle, id).orElseThrow();
  }

  Optional<Order> find(Handle handle, String id) {
    return load(handle, handle.createQuery("SELECT * FROM orders WHERE id = :id").bind("id", id))
        .stream()
        .findFirst();
  }

  List<Order> ofBuyer(Handle handle, String userId, @Nullable String before, int limit) {
    return load(
        handle,
        handle
            .createQuery(
                """
                SELECT * FROM orders WHERE buyer_id = :user AND id < :before
                ORDER BY id DESC LIMIT :limit
                """)
            .bind("user", userId)
            .bind("before", before == null ? ABOVE_ALL : before)
            .bind("limit", limit));
  }

  /// Those that are agreed and hold something of a shop of theirs.
  List<Order> ofSeller(Handle handle, String userId, @Nullable String before, int limit) {
    return load(
        handle,
        handle
            .createQuery(
                """
                SELECT o.* FROM orders o
                WHERE o.id < :before AND o.status <> 'awaiting_payment' AND EXISTS
                  (SELECT 1 FROM fulfilments f WHERE f.order_id = o.id AND f.seller_id = :user)
                ORDER BY o.id DESC LIMIT :limit
                """)
            .bind("user", userId)
            .bind("before", before == null ? ABOVE_ALL : before)
            .bind("limit", limit));
  }

  /// Who sells something of it, by shop.
  LinkedHashMap<String, String> sellersByShop(Handle handle, String orderId) {
    LinkedHashMap<String, String> sellers = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT shop_id, seller_id FROM fulfilments WHERE order_id = :order ORDER BY shop_id")
        .bind("order", orderId)
        .map((rs, context) -> sellers.put(rs.getString(1), rs.getString(2)))
        .list();
    return sellers;
  }

  List<String> expired(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            SELECT id FROM orders WHERE status = 'awaiting_payment' AND expires_at <= :now
            """)
        .bind("now", now.toEpochMilli())
        .mapTo(String.class)
        .list();
  }

  void setStatus(
      Handle handle, String id, Order.Status status, @Nullable Instant expiresAt, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE orders SET status = :status, expires_at = :expires, updated_at = :now
            WHERE id = :id
            """)
        .bind("status", name(status))
        .bind("expires", expiresAt == null ? null : expiresAt.toEpochMilli())
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  void setFulfilment(
      Handle handle,
      String orderId,
      String shopId,
      Order.FulfilmentStatus status,
      @Nullable String tracking,
      Instant now) {
    handle
        .createUpdate(
            """
            UPDATE fulfilments SET status = :status, tracking = coalesce(:tracking, tracking),
              updated_at = :now
            WHERE order_id = :order AND shop_id = :shop
            """)
        .bind("status", name(status))
        .bind("tracking", tracking)
        .bind("now", now.toEpochMilli())
        .bind("order", orderId)
        .bind("shop", shopId)
        .execute();
    touch(handle, orderId, now);
  }

  void addStep(
      Handle handle,
      String orderId,
      String kind,
      @Nullable String shopId,
      @Nullable String note,
      Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO order_steps (order_id, position, at, kind, shop_id, note)
            SELECT :order, count(*), :now, :kind, :shop, :note
            FROM order_steps WHERE order_id = :order
            """)
        .bind("order", orderId)
        .bind("now", now.toEpochMilli())
        .bind("kind", kind)
        .bind("shop", shopId)
        .bind("note", note)
        .execute();
    touch(handle, orderId, now);
  }

  private static void touch(Handle handle, String orderId, Instant now) {
    handle
        .createUpdate("UPDATE orders SET updated_at = :now WHERE id = :order")
        .bind("now", now.toEpochMilli())
        .bind("order", orderId)
        .execute();
  }

  private record Head(
      String id,
      Order.Status status,
      String buyerId,
      Order.Address address,
      String deliveryMethod,
      long items,
      long delivery,
      @Nullable Instant expiresAt,
      Instant createdAt,
      Instant updatedAt) {}

  /// The orders of a query, with four more queries however many they are.
  private List<Order> load(Handle handle, Query query) {
    List<Head> heads = query.map((rs, context) -> head(rs)).list();
    if (heads.isEmpty()) {
      return List.of();
    }
    List<String> ids = heads.stream().map(Head::id).toList();
    Map<String, PaymentRepository.Row> paid = payments.ofOrders(handle, ids);
    Map<String, List<Order.Line>> lines = parts(handle, "order_lines", "position", ids, this::line);
    Map<String, List<Order.Fulfilment>> fulfilments =
        parts(handle, "fulfilments", "shop_id", ids, this::fulfilment);
    Map<String, List<Order.Step>> steps =
        parts(handle, "order_steps", "position", ids, OrderRepository::step);
    return heads.stream()
        .map(head ->
            order(
                head,
                Objects.requireNonNull(paid.get(head.id())),
                lines.getOrDefault(head.id(), List.of()),
                fulfilments.getOrDefault(head.id(), List.of()),
                steps.getOrDefault(head.id(), List.of())))
        .toList();
  }

  private interface PartOf<T> {
    T read(ResultSet rs) throws SQLException;
  }

  private static <T> Map<String, List<T>> parts(
      Handle handle, String table, String order, List<String> ids, PartOf<T> part) {
    Map<String, List<T>> found = new HashMap<>();
    handle
        .createQuery("SELECT * FROM " + table + " WHERE order_id IN (<ids>) ORDER BY " + order)
        .bindList("ids", ids)
        .map((rs, context) ->
            found
                .computeIfAbsent(rs.getString("order_id"), id -> new ArrayList<>())
                .add(part.read(rs)))
        .list();
    return found;
  }

  private static Head head(ResultSet rs) throws SQLException {
    long expires = rs.getLong("expires_at");
    boolean never = rs.wasNull();
    return new Head(
        rs.getString("id"),
        Order.Status.valueOf(rs.getString("status").toUpperCase(Locale.ROOT)),
        rs.getString("buyer_id"),
        Json.decode(rs.getString("address"), Order.Address.class),
        rs.getString("delivery_method"),
        rs.getLong("items"),
        rs.getLong("delivery"),
        never ? null : Instant.ofEpochMilli(expires),
        Instant.ofEpochMilli(rs.getLong("created_at")),
        Instant.ofEpochMilli(rs.getLong("updated_at")));
  }

  private Order order(
      Head head,
      PaymentRepository.Row payment,
      List<Order.Line> lines,
      List<Order.Fulfilment> fulfilments,
      List<Order.Step> steps) {
    return new Order(
        head.id(),
        head.status(),
        head.buyerId(),
        lines,
        head.address(),
        head.deliveryMethod(),
        money(head.items()),
        money(head.delivery()),
        money(head.items() + head.delivery()),
        new Order.Payment(
            payment.id(),
            payment.provider(),
            payment.status(),
            money(payment.amount()),
            money(payment.captured()),
            money(payment.refunded()),
            payment.actionUrl(),
            payment.reason()),
        fulfilments,
        steps,
        head.expiresAt(),
        head.createdAt(),
        head.updatedAt());
  }

  private Order.Line line(ResultSet rs) throws SQLException {
    Money price = money(rs.getLong("unit_price"));
    return new Order.Line(
        rs.getString("variant_id"),
        rs.getString("product_id"),
        rs.getString("shop_id"),
        rs.getString("title"),
        Json.decode(rs.getString("options"), VALUES),
        rs.getString("image_url"),
        rs.getInt("quantity"),
        price,
        price.times(rs.getInt("quantity")));
  }

  private Order.Fulfilment fulfilment(ResultSet rs) throws SQLException {
    return new Order.Fulfilment(
        rs.getString("shop_id"),
        rs.getString("shop_name"),
        Order.FulfilmentStatus.valueOf(rs.getString("status").toUpperCase(Locale.ROOT)),
        money(rs.getLong("delivery")),
        rs.getString("tracking"),
        Instant.ofEpochMilli(rs.getLong("updated_at")));
  }

  private static Order.Step step(ResultSet rs) throws SQLException {
    return new Order.Step(
        Instant.ofEpochMilli(rs.getLong("at")),
        rs.getString("kind"),
        rs.getString("shop_id"),
        rs.getString("note"));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
