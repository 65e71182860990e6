package dev.windowshop.relay.story;

import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Stories as personal data: one's own, and whose one has seen or muted. All of it goes with the
/// account.
final class StoryData implements PersonalData {
  private final StoryRepository stories;
  private final StoryViewRepository views;
  private final StoryService service;
  private final Broadcaster broadcaster;

  StoryData(
      StoryRepository stories,
      StoryViewRepository views,
      StoryService service,
      Broadcaster broadcaster) {
    this.stories = stories;
    this.views = views;
    this.service = service;
    this.broadcaster = broadcaster;
  }

  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "stories",
        handle
            .createQuery(
                """
                SELECT id, type, text, background, attachment_id, created_at, expires_at
                FROM stories WHERE author_id = :user ORDER BY created_at, id
                """)
            .bind("user", userId));
    sink.rows(
        "stories-seen",
        handle
            .createQuery(
                """
                SELECT v.story_id, s.author_id, v.viewed_at FROM story_views v
                JOIN stories s ON s.id = v.story_id
                WHERE v.viewer_id = :user ORDER BY v.viewed_at, v.story_id
                """)
            .bind("user", userId));
    sink.rows(
        "stories-muted",
        handle
            .createQuery(
                "SELECT author_id, created_at FROM story_mutes WHERE user_id = :user"
                    + " ORDER BY created_at, author_id")
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    List<StoryRow> all = stories.allOf(handle, userId);
    List<StoryService.Told> told =
        all.stream()
            .filter(row -> row.expiresAt().isAfter(now))
            .map(row -> service.removed(handle, row))
            .toList();
    all.forEach(row -> service.remove(handle, row));
    views.forget(handle, userId);
    return () -> told.forEach(one -> broadcaster.toUsers(one.userIds(), one.event()));
  }
}
