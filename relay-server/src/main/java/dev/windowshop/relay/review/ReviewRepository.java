package dev.windowshop.relay.review;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.ReviewPage;
import dev.windowshop.relay.db.Bulk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reviews in SQL. Stateless.
public final class ReviewRepository {
  private static final TypeReference<List<Product.Media>> PHOTOS = new TypeReference<>() {};

  /// What is asked for.
  ///
  /// @param stars null for any
  record Wanted(Order order, @Nullable Integer stars, boolean verified, boolean photos) {}

  /// Each with what it is sorted by, the larger first; ties go by id.
  enum Order {
    NEWEST("r.created_at"),
    HELPFUL("r.helpful"),
    HIGHEST("r.stars"),
    LOWEST("-r.stars");

    private final String key;

    Order(String key) {
      this.key = key;
    }
  }

  /// A place in a product's reviews.
  record Place(long key, String id) {}

  /// A review with what its place is made of.
  record Found(Review review, long key) {}

  List<Found> list(
      Handle handle,
      String productId,
      String asker,
      Wanted wanted,
      @Nullable Place after,
      int limit) {
    String key = wanted.order().key;
    StringBuilder sql = new StringBuilder(select(key)).append(" WHERE r.product_id = :product");
    if (wanted.stars() != null) {
      sql.append(" AND r.stars = :stars");
    }
    if (wanted.verified()) {
      sql.append(" AND r.verified = 1");
    }
    if (wanted.photos()) {
      sql.append(" AND r.photos <> '[]'");
    }
    if (after != null) {
      sql.append(" AND (" + key + " < :key OR (" + key + " = :key AND r.id < :id))");
    }
    sql.append(" ORDER BY sort_key DESC, r.id DESC LIMIT :limit");
    var query =
        handle
            .createQuery(sql.toString())
            .bind("asker", asker)
            .bind("product", productId)
            .bind("limit", limit);
    if (wanted.stars() != null) {
      query.bind("stars", wanted.stars());
    }
    if (after != null) {
      query.bind("key", after.key()).bind("id", after.id());
    }
    return query.map((rs, context) -> new Found(review(rs), rs.getLong("sort_key"))).list();
  }

  private static String select(String key) {
    return "SELECT r.*, "
        + key
        + " AS sort_key, EXISTS (SELECT 1 FROM review_votes v WHERE v.review_id = r.id"
        + " AND v.user_id = :asker) AS voted FROM reviews r";
  }

  Optional<Review> find(Handle handle, String id, String asker) {
    return handle
        .createQuery(select("0") + " WHERE r.id = :id")
        .bind("asker", asker)
        .bind("id", id)
        .map((rs, context) -> review(rs))
        .findOne();
  }

  Optional<Review> by(Handle handle, String productId, String authorId) {
    return handle
        .createQuery(select("0") + " WHERE r.author_id = :asker AND r.product_id = :product")
        .bind("asker", authorId)
        .bind("product", productId)
        .map((rs, context) -> review(rs))
        .findOne();
  }

  /// Of all reviews of a product; nothing of the asker's yet.
  ReviewPage.Summary summary(Handle handle, String productId) {
    List<Integer> stars = new ArrayList<>(List.of(0, 0, 0, 0, 0));
    int[] verified = {0};
    handle
        .createQuery(
            """
            SELECT stars, count(*) AS n, sum(verified) AS sure FROM reviews
            WHERE product_id = :product GROUP BY stars
            """)
        .bind("product", productId)
        .map((rs, context) -> {
          stars.set(rs.getInt("stars") - 1, rs.getInt("n"));
          verified[0] += rs.getInt("sure");
          return true;
        })
        .list();
    int count = stars.stream().mapToInt(Integer::intValue).sum();
    long sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += (long) (i + 1) * stars.get(i);
    }
    Double rating = count == 0 ? null : Math.round(sum * 100.0 / count) / 100.0;
    return new ReviewPage.Summary(rating, count, List.copyOf(stars), verified[0], false, false);
  }

  /// Whether something of it came to this user.
  boolean bought(Handle handle, String productId, String userId) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM order_lines l JOIN orders o ON o.id = l.order_id
            WHERE o.buyer_id = :user AND l.product_id = :product
              AND o.status IN ('placed', 'paid') LIMIT 1
            """)
        .bind("user", userId)
        .bind("product", productId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// Those that came with a shop.
  public void insert(Handle handle, List<Review> reviews) {
    try (Bulk rows =
        new Bulk(
            handle,
            """
            INSERT INTO reviews (id, product_id, author, stars, text, verified, created_at,
                                 author_id, photos)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (Review review : reviews) {
        rows.add(
            review.id(),
            review.productId(),
            review.author(),
            review.stars(),
            review.text(),
            review.verified(),
            review.createdAt().toEpochMilli(),
            review.authorId(),
            Json.encode(review.photos()));
      }
    }
  }

  void update(Handle handle, Review review, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE reviews SET stars = :stars, text = :text, photos = :photos,
              verified = :verified, edited_at = :now
            WHERE id = :id
            """)
        .bind("stars", review.stars())
        .bind("text", review.text())
        .bind("photos", Json.encode(review.photos()))
        .bind("verified", review.verified() ? 1 : 0)
        .bind("now", now.toEpochMilli())
        .bind("id", review.id())
        .execute();
  }

  void delete(Handle handle, String id) {
    handle.createUpdate("DELETE FROM review_votes WHERE review_id = :id").bind("id", id).execute();
    handle.createUpdate("DELETE FROM reviews WHERE id = :id").bind("id", id).execute();
  }

  void vote(Handle handle, String id, String userId, boolean helpful) {
    String sql =
        helpful
            ? "INSERT INTO review_votes (review_id, user_id) VALUES (:id, :user)"
                + " ON CONFLICT DO NOTHING"
            : "DELETE FROM review_votes WHERE review_id = :id AND user_id = :user";
    handle.createUpdate(sql).bind("id", id).bind("user", userId).execute();
    handle
        .createUpdate(
            """
            UPDATE reviews SET helpful =
              (SELECT count(*) FROM review_votes v WHERE v.review_id = reviews.id)
            WHERE id = :id
            """)
        .bind("id", id)
        .execute();
  }

  private static Review review(ResultSet rs) throws SQLException {
    long edited = rs.getLong("edited_at");
    boolean never = rs.wasNull();
    String photos = rs.getString("photos");
    return new Review(
        rs.getString("id"),
        rs.getString("product_id"),
        rs.getString("author"),
        rs.getInt("stars"),
        rs.getString("text"),
        rs.getInt("verified") != 0,
        Instant.ofEpochMilli(rs.getLong("created_at")),
        rs.getString("author_id"),
        "[]".equals(photos) ? List.of() : Json.decode(photos, PHOTOS),
        rs.getInt("helpful"),
        rs.getBoolean("voted"),
        never ? null : Instant.ofEpochMilli(edited));
  }
}
