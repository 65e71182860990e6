package dev.windowshop.relay.interest;

import dev.windowshop.relay.db.Bulk;
import dev.windowshop.relay.store.CatalogueWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Decayed counts of what shoppers did. Stateless.
public final class PopularityRepository {
  private static final Duration TRENDING_HALF_LIFE = Duration.ofDays(3);
  private static final Duration POPULAR_HALF_LIFE = Duration.ofDays(7);
  private static final Duration FORGOTTEN = Duration.ofDays(90);

  /// Writes a new snapshot.
  public void recompute(Handle handle, Instant now) {
    Map<String, Double> popular = decayed(handle, now, POPULAR_HALF_LIFE);
    Map<String, Double> trending = decayed(handle, now, TRENDING_HALF_LIFE);
    handle.execute("DELETE FROM popularity");
    try (Bulk rows =
        new Bulk(
            handle, "INSERT INTO popularity (product_id, popular, trending) VALUES (?, ?, ?)")) {
      popular.forEach(
          (product, value) -> rows.add(product, value, trending.getOrDefault(product, 0.0)));
    }
    new CatalogueWriter().announce(handle);
  }

  Map<String, Double> trending(Handle handle) {
    Map<String, Double> values = new HashMap<>();
    handle
        .createQuery("SELECT product_id, trending FROM popularity")
        .map((rs, context) -> values.put(rs.getString(1), rs.getDouble(2)))
        .list();
    return values;
  }

  /// 1 for the most popular, on a logarithmic scale, so that the long tail still differs.
  private static Map<String, Double> decayed(Handle handle, Instant now, Duration halfLife) {
    Map<String, Double> sums = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT product_id,
                   sum(CASE type WHEN 'purchase' THEN 6.0 WHEN 'cart' THEN 3.0
                                 WHEN 'wishlist' THEN 2.0 WHEN 'share' THEN 2.0
                                 WHEN 'call_view' THEN 2.0 WHEN 'review' THEN 1.0
                                 WHEN 'view' THEN 1.0 ELSE 0.0 END
                       * exp(-0.6931471805599453 * (:now - at) / :halfLife)) AS weight
            FROM interactions WHERE at >= :since AND at <= :now GROUP BY product_id
            """)
        .bind("now", now.toEpochMilli())
        .bind("halfLife", (double) halfLife.toMillis())
        .bind("since", now.minus(FORGOTTEN).toEpochMilli())
        .map((rs, context) -> sums.put(rs.getString(1), rs.getDouble(2)))
        .list();
    double most = sums.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double scale = most > 0 ? Math.log1p(most) : 1;
    sums.replaceAll((product, sum) -> Math.round(Math.log1p(sum) / scale * 10_000) / 10_000.0);
    return sums;
  }
}
