package dev.windowshop.relay.story;

import dev.windowshop.protocol.Story;
import dev.windowshop.relay.people.Permissions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Who sees whose stories: those who have chatted, whom no block keeps apart, and as far as the
/// author's own choice goes. Asked anew each time, so that a block counts at once. Called inside
/// units of work.
public final class StorySight {
  /// Which story an answer is about.
  public record Quote(String id, String authorId, Story.Type type, Instant expiresAt) {}

  private final StoryRepository stories = new StoryRepository();
  private final Acquaintances acquaintances;
  private final Permissions permissions;
  private final Clock clock;

  public StorySight(Acquaintances acquaintances, Permissions permissions, Clock clock) {
    this.acquaintances = acquaintances;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// Whether a story that this user sees now shows an upload.
  public boolean shows(Handle handle, String attachmentId, String userId) {
    return stories.showing(handle, attachmentId, clock.instant()).stream()
        .anyMatch(row -> sees(handle, userId, row.authorId()));
  }

  /// What an answer to a story keeps of it: nothing that outlives it.
  public Optional<Quote> quote(Handle handle, String viewer, String storyId) {
    return find(handle, viewer, storyId)
        .map(row -> new Quote(row.id(), row.authorId(), row.type(), row.expiresAt()));
  }

  boolean sees(Handle handle, String viewer, String author) {
    return viewer.equals(author)
        || (acquaintances.are(handle, viewer, author)
            && permissions.storiesSeenBy(handle, viewer, List.of(author)).contains(author));
  }

  /// A story that this one sees now.
  Optional<StoryRow> find(Handle handle, String viewer, String storyId) {
    return stories
        .find(handle, storyId, clock.instant())
        .filter(row -> sees(handle, viewer, row.authorId()));
  }

  /// Whose stories this one sees, themselves among them.
  Set<String> authors(Handle handle, String viewer) {
    Set<String> known = new HashSet<>(acquaintances.of(handle, viewer));
    known.add(viewer);
    return permissions.storiesSeenBy(handle, viewer, known);
  }

  /// Who sees the stories of this one, themselves among them.
  Set<String> viewers(Handle handle, String author) {
    Set<String> known = new HashSet<>(acquaintances.of(handle, author));
    known.add(author);
    return permissions.seeingStories(handle, author, known);
  }
}
