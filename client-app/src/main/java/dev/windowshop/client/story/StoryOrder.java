package dev.windowshop.client.story;

import dev.windowshop.protocol.Story;
import java.time.Instant;
import java.util.Comparator;

/// In which order statuses are shown: as the relay has it.
final class StoryOrder {
  private StoryOrder() {}

  /// Own first, then those with something new, then the rest, then the muted ones; each the newest
  /// first.
  static Comparator<Story.Group> of(String userId) {
    return Comparator.<Story.Group>comparingInt(group -> rank(userId, group))
        .thenComparing(StoryOrder::latest, Comparator.reverseOrder())
        .thenComparing(group -> group.author().id());
  }

  private static int rank(String userId, Story.Group group) {
    if (group.author().id().equals(userId)) {
      return 0;
    }
    if (group.muted()) {
      return 3;
    }
    return group.unseen() > 0 ? 1 : 2;
  }

  private static Instant latest(Story.Group group) {
    return group.stories().getLast().createdAt();
  }

  static Story seen(Story story, boolean seen) {
    return with(story, seen || Boolean.TRUE.equals(story.seen()), story.views());
  }

  static Story viewed(Story story, int views) {
    return with(story, story.seen(), views);
  }

  private static Story with(
      Story story,
      @org.jspecify.annotations.Nullable Boolean seen,
      @org.jspecify.annotations.Nullable Integer views) {
    return new Story(
        story.id(),
        story.authorId(),
        story.clientId(),
        story.type(),
        story.text(),
        story.background(),
        story.attachment(),
        story.createdAt(),
        story.expiresAt(),
        seen,
        views);
  }
}
