package dev.windowshop.relay.interest;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.protocol.Json;
import dev.windowshop.relay.db.Bulk;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Decayed counts of what shoppers did, and words about products, in SQL. Stateless.
public final class PopularityRepository {
  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};
  private static final Duration TRENDING_HALF_LIFE = Duration.ofDays(3);
  private static final Duration POPULAR_HALF_LIFE = Duration.ofDays(7);
  private static final Duration FORGOTTEN = Duration.ofDays(90);

  /// 0 to 1, on a logarithmic scale, so that the long tail still differs.
  record Score(double popular, double trending) {}

  /// Counts anew; of 10 million rows that takes seconds, so it is a reader's.
  Map<String, Score> counted(Handle handle, Instant now) {
    Map<String, Double> popular = decayed(handle, now, POPULAR_HALF_LIFE);
    Map<String, Double> trending = decayed(handle, now, TRENDING_HALF_LIFE);
    Map<String, Score> scores = new HashMap<>();
    popular.forEach((product, value) ->
        scores.put(product, new Score(value, trending.getOrDefault(product, 0.0))));
    return scores;
  }

  Map<String, Score> stored(Handle handle) {
    Map<String, Score> scores = new HashMap<>();
    handle
        .createQuery("SELECT product_id, popular, trending FROM popularity")
        .map((rs, context) ->
            scores.put(rs.getString(1), new Score(rs.getDouble(2), rs.getDouble(3))))
        .list();
    return scores;
  }

  void put(Handle handle, Map<String, Score> scores) {
    try (Bulk rows =
        new Bulk(
            handle,
            """
            INSERT INTO popularity (product_id, popular, trending) VALUES (?, ?, ?)
            ON CONFLICT (product_id) DO UPDATE SET
              popular = excluded.popular, trending = excluded.trending
            """)) {
      scores.forEach((product, score) -> rows.add(product, score.popular(), score.trending()));
    }
  }

  void remove(Handle handle, Collection<String> productIds) {
    try (Bulk rows = new Bulk(handle, "DELETE FROM popularity WHERE product_id = ?")) {
      productIds.forEach(rows::add);
    }
  }

  /// All at once, for a database that nobody else uses yet.
  public void recompute(Handle handle, Instant now) {
    handle.execute("DELETE FROM popularity");
    put(handle, counted(handle, now));
  }

  void putFeatures(Handle handle, Map<String, List<String>> features) {
    try (Bulk rows =
        new Bulk(
            handle,
            """
            INSERT INTO item_features (product_id, features) VALUES (?, ?)
            ON CONFLICT (product_id) DO UPDATE SET features = excluded.features
            """)) {
      features.forEach((product, words) -> rows.add(product, Json.encode(words)));
    }
  }

  void forEachFeatures(Handle handle, BiConsumer<String, List<String>> to) {
    try (Stream<Map.Entry<String, List<String>>> rows =
        handle
            .createQuery("SELECT product_id, features FROM item_features")
            .setFetchSize(2_000)
            .map((rs, context) -> Map.entry(rs.getString(1), Json.decode(rs.getString(2), WORDS)))
            .stream()) {
      rows.forEach(row -> to.accept(row.getKey(), row.getValue()));
    }
  }

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
