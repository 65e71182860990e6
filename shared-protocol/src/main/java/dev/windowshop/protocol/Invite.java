package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A way into a group.
///
/// @param group what one may know of it before one is in it
/// @param inviter who made it; of a request, who asks
/// @param user whom it lets in; null for a link
/// @param token of a link, for those who may give it away
/// @param maxUses of a link, null for any number
public record Invite(
    String id,
    String conversationId,
    Group group,
    Kind kind,
    User inviter,
    @Nullable User user,
    Role role,
    State state,
    @Nullable String token,
    int uses,
    @Nullable Integer maxUses,
    Instant createdAt,
    Instant expiresAt) {

  public record Group(
      String id,
      @Nullable String name,
      @Nullable String description,
      @Nullable String avatarUrl,
      int memberCount,
      @JsonProperty("private") boolean isPrivate) {}

  public enum Kind {
    @JsonProperty("person")
    PERSON,
    @JsonProperty("link")
    LINK,
    /// Somebody outside asks to be let in.
    @JsonProperty("request")
    REQUEST,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  public enum State {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("revoked")
    REVOKED,
    @JsonProperty("expired")
    EXPIRED,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// `POST /conversations/{id}/invites`: to a person, or without `userId` a link.
  public record Create(
      @Nullable String userId,
      @JsonFormat(without = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          @Nullable Role role,
      @Nullable Integer maxUses,
      @Nullable Long expiresInSeconds) {}
}
