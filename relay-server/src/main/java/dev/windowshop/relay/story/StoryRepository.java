package dev.windowshop.relay.story;

import dev.windowshop.protocol.Story;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Stories in SQL. What has expired or was hidden is in no answer, whether it was swept yet or not.
/// Stateless; runs inside the caller's unit of work.
final class StoryRepository {
  private static final int CHUNK = 500;

  void insert(Handle handle, StoryRow row) {
    handle
        .createUpdate(
            """
            INSERT INTO stories (id, author_id, client_id, type, text, background, attachment_id,
              created_at, expires_at)
            VALUES (:id, :author, :client, :type, :text, :background, :attachment, :created,
              :expires)
            """)
        .bind("id", row.id())
        .bind("author", row.authorId())
        .bind("client", row.clientId())
        .bind("type", row.type().name().toLowerCase(Locale.ROOT))
        .bind("text", row.text())
        .bind("background", row.background())
        .bind("attachment", row.attachmentId())
        .bind("created", row.createdAt().toEpochMilli())
        .bind("expires", row.expiresAt().toEpochMilli())
        .execute();
  }

  Optional<StoryRow> find(Handle handle, String id, Instant now) {
    return handle
        .createQuery(
            "SELECT * FROM stories WHERE id = :id AND expires_at > :now AND hidden_at IS NULL")
        .bind("id", id)
        .bind("now", now.toEpochMilli())
        .map((row, _) -> row(row))
        .findOne();
  }

  /// Also one that has expired or was hidden, so that no two have the same client id.
  Optional<StoryRow> findByClientId(Handle handle, String authorId, String clientId) {
    return handle
        .createQuery("SELECT * FROM stories WHERE author_id = :author AND client_id = :client")
        .bind("author", authorId)
        .bind("client", clientId)
        .map((row, _) -> row(row))
        .findOne();
  }

  /// The oldest first.
  List<StoryRow> of(Handle handle, Collection<String> authors, Instant now) {
    List<String> all = List.copyOf(authors);
    List<StoryRow> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i += CHUNK) {
      found.addAll(
          handle
              .createQuery(
                  """
                  SELECT * FROM stories WHERE author_id IN (<authors>) AND expires_at > :now
                    AND hidden_at IS NULL ORDER BY created_at, id
                  """)
              .bindList("authors", all.subList(i, Math.min(all.size(), i + CHUNK)))
              .bind("now", now.toEpochMilli())
              .map((row, _) -> row(row))
              .list());
    }
    return found;
  }

  /// Those that show this upload now.
  List<StoryRow> showing(Handle handle, String attachmentId, Instant now) {
    return handle
        .createQuery(
            """
            SELECT * FROM stories WHERE attachment_id = :attachment AND expires_at > :now
              AND hidden_at IS NULL
            """)
        .bind("attachment", attachmentId)
        .bind("now", now.toEpochMilli())
        .map((row, _) -> row(row))
        .list();
  }

  int count(Handle handle, String authorId, Instant now) {
    return handle
        .createQuery("SELECT COUNT(*) FROM stories WHERE author_id = :author AND expires_at > :now")
        .bind("author", authorId)
        .bind("now", now.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  List<StoryRow> expired(Handle handle, Instant now, int limit) {
    return handle
        .createQuery("SELECT * FROM stories WHERE expires_at <= :now ORDER BY id LIMIT :limit")
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .map((row, _) -> row(row))
        .list();
  }

  /// Everything of an author's, whatever became of it.
  List<StoryRow> allOf(Handle handle, String authorId) {
    return handle
        .createQuery("SELECT * FROM stories WHERE author_id = :author ORDER BY id")
        .bind("author", authorId)
        .map((row, _) -> row(row))
        .list();
  }

  /// With who has seen it.
  void delete(Handle handle, String id) {
    handle.createUpdate("DELETE FROM story_views WHERE story_id = :id").bind("id", id).execute();
    handle.createUpdate("DELETE FROM stories WHERE id = :id").bind("id", id).execute();
  }

  /// @return false when it was so already
  boolean hide(Handle handle, String id, boolean hidden, Instant now) {
    return handle
            .createUpdate(
                hidden
                    ? "UPDATE stories SET hidden_at = "
                        + now.toEpochMilli()
                        + " WHERE id = :id AND hidden_at IS NULL"
                    : "UPDATE stories SET hidden_at = NULL"
                        + " WHERE id = :id AND hidden_at IS NOT NULL")
            .bind("id", id)
            .execute()
        == 1;
  }

  /// Also a hidden one.
  Optional<StoryRow> findAny(Handle handle, String id) {
    return handle
        .createQuery("SELECT * FROM stories WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> row(row))
        .findOne();
  }

  private static StoryRow row(ResultSet row) throws SQLException {
    return new StoryRow(
        row.getString("id"),
        row.getString("author_id"),
        row.getString("client_id"),
        Story.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
        row.getString("text"),
        row.getString("background"),
        row.getString("attachment_id"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")));
  }
}
