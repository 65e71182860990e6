package dev.windowshop.relay.story;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Story;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What moderation does with stories. Runs inside its unit of work.
public final class StoryModeration {
  /// Whom to tell of what after the commit.
  public record Told(List<String> userIds, ServerEvent event) {}

  private final StoryRepository stories;
  private final StorySight sight;
  private final StoryReader reader;
  private final StoryService service;
  private final Clock clock;

  StoryModeration(
      StoryRepository stories,
      StorySight sight,
      StoryReader reader,
      StoryService service,
      Clock clock) {
    this.stories = stories;
    this.sight = sight;
    this.reader = reader;
    this.service = service;
    this.clock = clock;
  }

  /// A story that this user sees.
  public Optional<Story> seen(Handle handle, String viewer, String storyId) {
    return sight.find(handle, viewer, storyId).map(row -> reader.forEverybody(handle, row));
  }

  /// @return empty when it was so already; one that is shown again is found when asked for
  /// @throws ProblemException 404 when there is no such story
  public Optional<Told> hide(Handle handle, String storyId, boolean hidden) {
    StoryRow row =
        stories.findAny(handle, storyId).orElseThrow(() -> ProblemException.notFound("story"));
    if (!stories.hide(handle, storyId, hidden, clock.instant()) || !hidden) {
      return Optional.empty();
    }
    StoryService.Told told = service.removed(handle, row);
    return Optional.of(new Told(told.userIds(), told.event()));
  }
}
