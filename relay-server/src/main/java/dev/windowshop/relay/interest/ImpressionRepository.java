package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Interaction;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What was shown to whom, in SQL. Stateless.
final class ImpressionRepository {
  private static final String ELSEWHERE = "";

  /// Those with an id that the actor has used before are left out.
  ///
  /// @return those that are new
  List<Interaction> insert(Handle handle, String actor, List<Interaction> impressions) {
    return NewRows.of(
        handle,
        """
        INSERT INTO impressions (actor, id, product_id, list, position, propensity, at)
        VALUES <rows> ON CONFLICT DO NOTHING RETURNING id
        """,
        impressions,
        shown ->
            Arrays.asList(
                actor,
                shown.id(),
                shown.productId(),
                shown.list() == null ? ELSEWHERE : shown.list(),
                shown.position(),
                shown.propensity(),
                shown.at().toEpochMilli()));
  }

  /// A guest's become the user's.
  void takeOver(Handle handle, String guest, String userId) {
    handle
        .createUpdate(
            """
            INSERT INTO impressions (actor, id, product_id, list, position, propensity, at)
            SELECT :user, id, product_id, list, position, propensity, at FROM impressions
            WHERE actor = :guest ON CONFLICT DO NOTHING
            """)
        .bind("user", userId)
        .bind("guest", guest)
        .execute();
    delete(handle, guest);
  }

  int delete(Handle handle, String actor) {
    return handle
        .createUpdate("DELETE FROM impressions WHERE actor = :actor")
        .bind("actor", actor)
        .execute();
  }

  int delete(Handle handle, String actor, String productId) {
    return handle
        .createUpdate("DELETE FROM impressions WHERE actor = :actor AND product_id = :product")
        .bind("actor", actor)
        .bind("product", productId)
        .execute();
  }

  int deleteBefore(Handle handle, Instant time) {
    return handle
        .createUpdate("DELETE FROM impressions WHERE at < :time")
        .bind("time", time.toEpochMilli())
        .execute();
  }
}
