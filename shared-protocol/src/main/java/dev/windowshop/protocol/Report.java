package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that somebody reported. Who reported it sees their own part of it; moderators see all.
///
/// @param reporter null but for moderators
/// @param owner who wrote, sells or is what was reported; null but for moderators
/// @param snapshot what was reported as it was then: a [Message], a [Product] or a [User]; null but
///   for moderators
/// @param others how many other open reports are of the same thing; null but for moderators
/// @param action how it was resolved
public record Report(
    String id,
    Kind kind,
    String targetId,
    Reason reason,
    @Nullable String text,
    State state,
    Instant createdAt,
    @Nullable User reporter,
    @Nullable User owner,
    @Nullable JsonNode snapshot,
    @Nullable Integer others,
    @Nullable Instant resolvedAt,
    @Nullable Action action,
    @Nullable String note) {

  /// `POST /reports`.
  public record Filing(Kind kind, String targetId, Reason reason, @Nullable String text) {}

  /// `POST /moderation/reports/{id}/resolve`.
  ///
  /// @param until when a suspension ends by itself
  public record Resolve(Action action, @Nullable String note, @Nullable Instant until) {}

  /// Why, for an act that no report asked for.
  ///
  /// @param until when a suspension ends by itself
  public record Act(String note, @Nullable Instant until) {}

  /// One act of moderation, as it is kept for good.
  ///
  /// @param actor null for whoever runs the relay, at its command line
  public record Entry(
      String id,
      @Nullable User actor,
      Deed deed,
      Kind kind,
      String targetId,
      @Nullable String reportId,
      String note,
      @Nullable Instant until,
      Instant at) {}

  public enum Kind {
    @JsonProperty("message")
    MESSAGE,
    @JsonProperty("product")
    PRODUCT,
    @JsonProperty("user")
    USER,
    @JsonProperty("story")
    STORY,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  public enum Reason {
    @JsonProperty("spam")
    SPAM,
    @JsonProperty("harassment")
    HARASSMENT,
    @JsonProperty("fraud")
    FRAUD,
    @JsonProperty("illegal")
    ILLEGAL,
    @JsonProperty("adult")
    ADULT,
    @JsonProperty("other")
    OTHER,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  public enum State {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("resolved")
    RESOLVED,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  public enum Action {
    @JsonProperty("dismiss")
    DISMISS,
    @JsonProperty("hide")
    HIDE,
    @JsonProperty("suspend")
    SUSPEND,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  public enum Deed {
    @JsonProperty("dismiss")
    DISMISS,
    @JsonProperty("hide")
    HIDE,
    @JsonProperty("unhide")
    UNHIDE,
    @JsonProperty("suspend")
    SUSPEND,
    @JsonProperty("unsuspend")
    UNSUSPEND,
    @JsonProperty("role")
    ROLE,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }
}
