package dev.windowshop.client.story;

import java.time.Duration;
import java.time.Instant;

/// How long ago something was, as one says it.
final class StoryTimes {
  private StoryTimes() {}

  static String ago(Instant at, Instant now) {
    Duration past = Duration.between(at, now);
    if (past.toMinutes() < 1) {
      return "just now";
    }
    if (past.toHours() < 1) {
      return past.toMinutes() + " min ago";
    }
    return past.toDays() < 1 ? past.toHours() + " h ago" : "yesterday";
  }
}
