package dev.windowshop.relay.story;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody posts, checked as far as it can be without a database.
final class StoryDraft {
  /// How long a story is there.
  static final Duration LIFE = Duration.ofDays(1);

  private static final int TEXT = 700;
  private static final int CLIENT_ID = 100;
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  private StoryDraft() {}

  /// @throws ProblemException 422 naming the field
  static StoryRow of(String authorId, Story.Post post, Instant at) {
    String text = words(post.text());
    String attachmentId = post.attachmentId();
    if (text == null && attachmentId == null) {
      throw ProblemException.invalid("text", "is empty, and there is no picture");
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
