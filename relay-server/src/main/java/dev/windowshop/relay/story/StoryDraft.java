package dev.windowshop.relay.story;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody posts, checked as far as it can be without a database.
final class StoryDraft {
  /// How long a story is there.
  static final Duration LIFE = Duration.ofDays(1);

  private static final int TEXT = 700;
  private static final Set<String> VIDEOS = Set.of("video/mp4", "video/quicktime");
  private static final long VIDEO_BYTES = 50_000_000;
  private static final Duration VIDEO_LENGTH = Duration.ofSeconds(60);

  /// Recorders that stop by themselves after a minute are a few frames late.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final int CLIENT_ID = 100;
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  private StoryDraft() {}

  /// @throws ProblemException 422 naming the field
  static StoryRow of(String authorId, Story.Post post, Instant at) {
    String text = words(post.text());
    String attachmentId = post.attachmentId();
    if (text == null && attachmentId == null) {
      throw ProblemException.invalid("text", "is empty, and there is no picture or video");
    }
    if (attachmentId != null && !Ids.isId(attachmentId)) {
      throw ProblemException.invalid("attachmentId", "is not an id");
    }
    String background = post.background();
    if (background != null && !COLOUR.matcher(background).matches()) {
      throw ProblemException.invalid("background", "is no colour like #1d4ed8");
    }
    String clientId = post.clientId();
    if (clientId != null && (clientId.isBlank() || clientId.length() > CLIENT_ID)) {
      throw ProblemException.invalid("clientId", "must have 1 to " + CLIENT_ID + " characters");
    }
    Instant now = at.truncatedTo(ChronoUnit.MILLIS);
    return new StoryRow(
        Ids.newId(),
        authorId,
        clientId,
        attachmentId == null ? Story.Type.TEXT : Story.Type.IMAGE,
        text,
        background == null ? null : background.toLowerCase(Locale.ROOT),
        attachmentId,
        now,
        now.plus(LIFE));
  }

  /// What a story with this attachment is.
  ///
  /// @throws ProblemException 422 for what can't be shown, or not for so long
  static Story.Type type(Attachment shown) {
    if (shown.kind().equals("image")) {
      return Story.Type.IMAGE;
    }
    if (!shown.kind().equals("video") || !VIDEOS.contains(shown.mime())) {
      throw ProblemException.invalid(
          "attachmentId", "is no picture, and no MP4 or QuickTime video");
    }
    if (shown.size() > VIDEO_BYTES) {
      throw ProblemException.invalid(
          "attachmentId", "is a video of more than " + VIDEO_BYTES / 1_000_000 + " MB");
    }
    Long millis = shown.durationMs();
    if (millis == null || millis <= 0) {
      throw ProblemException.invalid("attachmentId", "is a video that does not say how long it is");
    }
    if (millis > VIDEO_LENGTH.plus(GRACE).toMillis()) {
      throw ProblemException.invalid(
          "attachmentId", "is a video of more than " + VIDEO_LENGTH.toSeconds() + " seconds");
    }
    return Story.Type.VIDEO;
  }

  private static @Nullable String words(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > TEXT) {
      throw ProblemException.invalid("text", "is longer than " + TEXT + " characters");
    }
    return text.strip();
  }

  /// Whether one is what the other says, sent again.
  static boolean isSame(StoryRow one, StoryRow other) {
    return Objects.equals(one.text(), other.text())
        && Objects.equals(one.background(), other.background())
        && Objects.equals(one.attachmentId(), other.attachmentId());
  }
}
