package dev.windowshop.relay.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Who has seen which story, and who does not want to be told of whose. Stateless; runs inside the
/// caller's unit of work.
final class StoryViewRepository {
  /// Somebody who has seen it, and when.
  record View(String storyId, String viewerId, Instant at) {}

  private static final int CHUNK = 500;

  /// @return false when they had seen it
  boolean add(Handle handle, View view) {
    return handle
            .createUpdate(
                """
                INSERT INTO story_views (story_id, viewer_id, viewed_at)
                VALUES (:story, :viewer, :at) ON CONFLICT DO NOTHING
                """)
            .bind("story", view.storyId())
            .bind("viewer", view.viewerId())
            .bind("at", view.at().toEpochMilli())
            .execute()
        == 1;
  }

  /// Those of the stories that this one has seen.
  Set<String> seenAmong(Handle handle, String viewerId, Collection<String> stories) {
    List<String> all = List.copyOf(stories);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < all.size(); i += CHUNK) {
      seen.addAll(
          handle
              .createQuery(
                  """
                  SELECT story_id FROM story_views
                  WHERE viewer_id = :viewer AND story_id IN (<stories>)
                  """)
              .bind("viewer", viewerId)
              .bindList("stories", all.subList(i, Math.min(all.size(), i + CHUNK)))
              .mapTo(String.class)
              .list());
    }
    return seen;
  }

  /// By story, the latest first.
  Map<String, List<View>> of(Handle handle, Collection<String> stories) {
    if (stories.isEmpty()) {
      return Map.of();
    }
    Map<String, List<View>> views = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT story_id, viewer_id, viewed_at FROM story_views WHERE story_id IN (<stories>)
            ORDER BY viewed_at DESC, viewer_id
            """)
        .bindList("stories", List.copyOf(stories))
        .map((row, _) ->
            new View(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
        .forEach(view -> views.computeIfAbsent(view.storyId(), _ -> new ArrayList<>()).add(view));
    return views;
  }

  /// @return false when it was so already
  boolean mute(Handle handle, String userId, String authorId, Instant at) {
    return handle
            .createUpdate(
                """
                INSERT INTO story_mutes (user_id, author_id, created_at)
                VALUES (:user, :author, :at) ON CONFLICT DO NOTHING
                """)
            .bind("user", userId)
            .bind("author", authorId)
            .bind("at", at.toEpochMilli())
            .execute()
        == 1;
  }

  /// @return false when it was so already
  boolean unmute(Handle handle, String userId, String authorId) {
    return handle
            .createUpdate("DELETE FROM story_mutes WHERE user_id = :user AND author_id = :author")
            .bind("user", userId)
            .bind("author", authorId)
            .execute()
        == 1;
  }

  Set<String> mutedBy(Handle handle, String userId) {
    return handle
        .createQuery("SELECT author_id FROM story_mutes WHERE user_id = :user")
        .bind("user", userId)
        .mapTo(String.class)
        .set();
  }

  Set<String> muting(Handle handle, String authorId) {
    return handle
        .createQuery("SELECT user_id FROM story_mutes WHERE author_id = :author")
        .bind("author", authorId)
        .mapTo(String.class)
        .set();
  }

  /// Forgets what somebody has seen and muted, and who muted them.
  void forget(Handle handle, String userId) {
    for (String rows :
        List.of(
            "story_views WHERE viewer_id = :user",
            "story_mutes WHERE user_id = :user OR author_id = :user")) {
      handle.createUpdate("DELETE FROM " + rows).bind("user", userId).execute();
    }
  }
}
