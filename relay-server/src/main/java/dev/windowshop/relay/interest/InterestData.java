package dev.windowshop.relay.interest;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What somebody looked at and bought, as personal data.
final class InterestData implements PersonalData {
  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "interactions",
        handle
            .createQuery(
                """
                SELECT id, product_id, type, at, dwell_ms FROM interactions
                WHERE actor = :user ORDER BY at, id
                """)
            .bind("user", userId));
    sink.rows(
        "impressions",
        handle
            .createQuery(
                """
                SELECT id, product_id, list, position, at FROM impressions
                WHERE actor = :user ORDER BY at, id
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    for (String table : List.of("interactions", "impressions", "never_again", "private_actors")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE actor = :user")
          .bind("user", userId)
          .execute();
    }
    return NOTHING;
  }
}
