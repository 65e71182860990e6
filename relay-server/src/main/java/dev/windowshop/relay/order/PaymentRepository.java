package dev.windowshop.relay.order;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Payments and the books, in SQL. Stateless.
final class PaymentRepository {
  /// A payment as it is kept.
  ///
  /// @param attempt counts the tries, from 1
  /// @param reference what the provider calls a try that is to be confirmed
  record Row(
      String id,
      String orderId,
      String provider,
      Order.PaymentStatus status,
      long amount,
      long captured,
      long refunded,
      int attempt,
      @Nullable String token,
      @Nullable String actionUrl,
      @Nullable String reason,
      @Nullable String reference) {

    /// What the provider knows this try by: the payment's own id at first.
    String key() {
      return attempt == 1 ? id : id + "-" + attempt;
    }

    long refundable() {
      return captured - refunded;
    }
  }

  void insert(Handle handle, String id, String orderId, Order.Pay pay, long amount, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO payments
              (id, order_id, provider, status, amount, attempt, token, updated_at)
            VALUES (:id, :order, :provider, 'pending', :amount, 1, :token, :now)
            """)
        .bind("id", id)
        .bind("order", orderId)
        .bind("provider", pay.provider())
        .bind("amount", amount)
        .bind("token", pay.token())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  Row ofOrder(Handle handle, String orderId) {
    return handle
        .createQuery("SELECT * FROM payments WHERE order_id = :order")
        .bind("order", orderId)
        .map((rs, context) -> row(rs))
        .one();
  }

  /// By order.
  Map<String, Row> ofOrders(Handle handle, List<String> orderIds) {
    return handle
        .createQuery("SELECT * FROM payments WHERE order_id IN (<ids>)")
        .bindList("ids", orderIds)
        .map((rs, context) -> row(rs))
        .collect(Collectors.toMap(Row::orderId, row -> row));
  }

  Optional<Row> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT * FROM payments WHERE id = :id")
        .bind("id", id)
        .map((rs, context) -> row(rs))
        .findOne();
  }

  /// Those that were asked of a provider and never answered, as after a crash, and those whose
  /// order was given up although money had been taken.
  List<Row> unfinished(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT p.* FROM payments p JOIN orders o ON o.id = p.order_id
            WHERE (p.status = 'pending' AND o.status = 'awaiting_payment')
               OR (o.status = 'cancelled' AND p.status = 'captured' AND p.refunded < p.captured)
            """)
        .map((rs, context) -> row(rs))
        .list();
  }

  void again(Handle handle, Row row, Order.Pay pay, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE payments SET provider = :provider, token = :token, status = 'pending',
              attempt = attempt + 1, action_url = NULL, reason = NULL, reference = NULL,
              updated_at = :now
            WHERE id = :id
            """)
        .bind("provider", pay.provider())
        .bind("token", pay.token())
        .bind("now", now.toEpochMilli())
        .bind("id", row.id())
        .execute();
  }

  void set(
      Handle handle,
      String id,
      Order.PaymentStatus status,
      @Nullable String actionUrl,
      @Nullable String reason,
      Instant now) {
    handle
        .createUpdate(
            """
            UPDATE payments SET status = :status, action_url = :url, reason = :reason,
              updated_at = :now
            WHERE id = :id
            """)
        .bind("status", status.name().toLowerCase(Locale.ROOT))
        .bind("url", actionUrl)
        .bind("reason", reason)
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  void toConfirm(
      Handle handle, String id, String actionUrl, @Nullable String reference, Instant now) {
    set(handle, id, Order.PaymentStatus.ACTION_REQUIRED, actionUrl, null, now);
    handle
        .createUpdate("UPDATE payments SET reference = :reference WHERE id = :id")
        .bind("reference", reference)
        .bind("id", id)
        .execute();
  }

  /// What the provider calls the capture that is in the books.
  Optional<String> captureReference(Handle handle, String paymentId) {
    return handle
        .createQuery(
            "SELECT reference FROM transactions WHERE payment_id = :id AND kind = 'capture'")
        .bind("id", paymentId)
        .mapTo(String.class)
        .findOne();
  }

  boolean isReported(Handle handle, String provider, String event) {
    return handle
        .createQuery("SELECT 1 FROM provider_events WHERE provider = :provider AND id = :id")
        .bind("provider", provider)
        .bind("id", event)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// @return false when it was known already
  boolean addReport(Handle handle, String provider, String event, Instant now) {
    return handle
            .createUpdate(
                """
                INSERT INTO provider_events (provider, id, at) VALUES (:provider, :id, :now)
                ON CONFLICT DO NOTHING
                """)
            .bind("provider", provider)
            .bind("id", event)
            .bind("now", now.toEpochMilli())
            .execute()
        == 1;
  }

  void forgetReports(Handle handle, Instant before) {
    handle
        .createUpdate("DELETE FROM provider_events WHERE at < :before")
        .bind("before", before.toEpochMilli())
        .execute();
  }

  /// All of it.
  ///
  /// @return false when it was already
  boolean captured(Handle handle, String id) {
    return handle
            .createUpdate("UPDATE payments SET captured = amount WHERE id = :id AND captured = 0")
            .bind("id", id)
            .execute()
        == 1;
  }

  /// Sets a part aside to go back, or with a negative amount lets it be.
  ///
  /// @return false, and nothing is changed, when that much is not there
  boolean refund(Handle handle, String id, long amount) {
    return handle
            .createUpdate(
                """
                UPDATE payments SET refunded = refunded + :amount
                WHERE id = :id AND refunded + :amount BETWEEN 0 AND captured
                """)
            .bind("id", id)
            .bind("amount", amount)
            .execute()
        == 1;
  }

  /// @return false when it is in the books already
  boolean book(
      Handle handle,
      Row payment,
      Transaction.Kind kind,
      long amount,
      String reference,
      Instant now) {
    return handle
            .createUpdate(
                """
                INSERT INTO transactions
                  (id, order_id, payment_id, provider, kind, amount, reference, created_at)
                VALUES (:id, :order, :payment, :provider, :kind, :amount, :reference, :now)
                ON CONFLICT DO NOTHING
                """)
            .bind("id", Ids.newId())
            .bind("order", payment.orderId())
            .bind("payment", payment.id())
            .bind("provider", payment.provider())
            .bind("kind", kind.name().toLowerCase(Locale.ROOT))
            .bind("amount", amount)
            .bind("reference", reference)
            .bind("now", now.toEpochMilli())
            .execute()
        == 1;
  }

  /// @return false when this key is known already
  boolean addRefund(Handle handle, Row payment, String key, @Nullable String shopId, long amount) {
    return handle
            .createUpdate(
                """
                INSERT INTO refunds (payment_id, key, order_id, shop_id, amount)
                VALUES (:payment, :key, :order, :shop, :amount) ON CONFLICT DO NOTHING
                """)
            .bind("payment", payment.id())
            .bind("key", key)
            .bind("order", payment.orderId())
            .bind("shop", shopId)
            .bind("amount", amount)
            .execute()
        == 1;
  }

  void dropRefund(Handle handle, Row payment, String key) {
    handle
        .createUpdate("DELETE FROM refunds WHERE payment_id = :payment AND key = :key")
        .bind("payment", payment.id())
        .bind("key", key)
        .execute();
  }

  /// How much of an order each shop gave back.
  Map<String, Long> refundedByShop(Handle handle, String orderId) {
    Map<String, Long> refunded = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT shop_id, sum(amount) AS amount FROM refunds
            WHERE order_id = :order AND shop_id IS NOT NULL GROUP BY shop_id
            """)
        .bind("order", orderId)
        .map((rs, context) -> refunded.put(rs.getString(1), rs.getLong(2)))
        .list();
    return refunded;
  }

  /// Of the orders that somebody bought, the newest first.
  List<Transaction> ofBuyer(
      Handle handle, String userId, @Nullable String before, int limit, String currency) {
    return handle
        .createQuery(
            """
            SELECT t.* FROM transactions t JOIN orders o ON o.id = t.order_id
            WHERE o.buyer_id = :user AND t.id < :before ORDER BY t.id DESC LIMIT :limit
            """)
        .bind("user", userId)
        .bind("before", before == null ? OrderRepository.ABOVE_ALL : before)
        .bind("limit", limit)
        .map((rs, context) ->
            new Transaction(
                rs.getString("id"),
                rs.getString("order_id"),
                rs.getString("payment_id"),
                rs.getString("provider"),
                Transaction.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                new Money(rs.getLong("amount"), currency),
                Instant.ofEpochMilli(rs.getLong("created_at"))))
        .list();
  }

  private static Row row(ResultSet rs) throws SQLException {
    return new Row(
        rs.getString("id"),
        rs.getString("order_id"),
        rs.getString("provider"),
        Order.PaymentStatus.valueOf(rs.getString("status").toUpperCase(Locale.ROOT)),
        rs.getLong("amount"),
        rs.getLong("captured"),
        rs.getLong("refunded"),
        rs.getInt("attempt"),
        rs.getString("token"),
        rs.getString("action_url"),
        rs.getString("reason"),
        rs.getString("reference"));
  }
}
