package dev.windowshop.client.story;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A status as somebody made it: words, a picture or video, or both.
///
/// @param picture a picture, or a video
/// @param background of words without a picture, `#rrggbb`
public record NewStory(@Nullable String text, @Nullable String background, @Nullable Path picture) {
  /// So many characters the relay takes.
  public static final int MOST_TEXT = 700;
}
