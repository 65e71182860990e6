package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A status that is there for a day. What is personal to its reader (`seen`, `views`) is null in
/// anything broadcast.
///
/// @param text null for a picture or video without words
/// @param background of a text, `#rrggbb`
/// @param views by how many others it was seen, for its author alone
public record Story(
    String id,
    String authorId,
    @Nullable String clientId,
    Type type,
    @Nullable String text,
    @Nullable String background,
    @Nullable Attachment attachment,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Boolean seen,
    @Nullable Integer views) {

  public enum Type {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("image")
    IMAGE,
    /// Of a minute at most; its attachment has a poster where its author's system could make one.
    @JsonProperty("video")
    VIDEO,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// `POST /stories`: words, a picture or video, or both.
  ///
  /// @param clientId made by the author: the same one again gets the story that there is
  public record Post(
      @Nullable String clientId,
      @Nullable String text,
      @Nullable String background,
      @Nullable String attachmentId) {}

  /// The stories of one person, the oldest first (`GET /stories`).
  ///
  /// @param unseen how many of them the reader has not seen; 0 for one's own
  /// @param muted the reader does not want to be told of them
  public record Group(User author, List<Story> stories, int unseen, boolean muted) {}

  /// Somebody who has seen a story (`GET /stories/{id}/viewers`).
  public record Viewer(User user, Instant viewedAt) {}
}
