package dev.windowshop.relay.review;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Reviews as personal data: what was said stays for other shoppers, and no longer says who.
final class ReviewData implements PersonalData {
  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "reviews",
        handle
            .createQuery(
                """
                SELECT id, product_id, stars, text, verified AS verified_flag,
                       photos AS photos_json, created_at, edited_at
                FROM reviews WHERE author_id = :user ORDER BY created_at, id
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE reviews SET author_id = NULL, author = 'Deleted account', photos = '[]'
            WHERE author_id = :user
            """)
        .bind("user", userId)
        .execute();
    handle
        .createUpdate("DELETE FROM review_votes WHERE user_id = :user")
        .bind("user", userId)
        .execute();
    return NOTHING;
  }
}
