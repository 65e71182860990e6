package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A way into a call for people outside its conversation: they knock, and wait to be let in.
///
/// @param conversationId of the call, for those who are in that conversation; null for others
/// @param people how many are in the call
/// @param creator who made it
/// @param state `pending` while one may knock; `expired` also when the call is over or it is used
///   up
/// @param token for those who may give it away
/// @param uses how many were let in
/// @param maxUses null for any number
public record CallLink(
    String id,
    String callId,
    @Nullable String conversationId,
    Call.Media media,
    int people,
    User creator,
    Invite.State state,
    @Nullable String token,
    int uses,
    @Nullable Integer maxUses,
    Instant createdAt,
    Instant expiresAt) {

  /// `POST /calls/{id}/links`.
  public record Create(@Nullable Integer maxUses, @Nullable Long expiresInSeconds) {}

  /// Somebody who wants to be let in.
  public record Knock(
      String id, String callId, String linkId, User user, KnockState state, Instant at) {}

  public enum KnockState {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("admitted")
    ADMITTED,
    @JsonProperty("refused")
    REFUSED,
    /// They, or their socket, went away.
    @JsonProperty("gone")
    GONE,
    /// The call ended or the link was taken back.
    @JsonProperty("over")
    OVER,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// `call_knock`.
  public record Knocking(String token) {}

  /// `call_admit`, `call_refuse`, `call_knock_end`.
  public record KnockId(String knockId) {}

  /// `call_remove`: puts a guest out of a call.
  public record Guest(String callId, String userId) {}
}
