package dev.windowshop.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person as they see themselves.
///
/// @param bio the "what I'm up to" line, null when there is none or its time is over
/// @param shopId the shop they own, if any
/// @param bioUntil when the line goes away by itself
/// @param role what they may do on the whole relay
/// @param presence what they chose to be shown as: online, away, busy or offline (unseen)
public record Me(
    String id,
    String username,
    String email,
    String displayName,
    @Nullable String avatarUrl,
    @Nullable String bio,
    @Nullable String shopId,
    Instant createdAt,
    @Nullable Instant bioUntil,
    UserRole role,
    PresenceStatus presence) {

  /// `PATCH /me`: a null leaves the field as it is, an empty text clears it.
  ///
  /// @param bioUntil when a bio that comes with it goes away; without one it stays
  /// @param avatarId an upload that becomes the picture
  public record Patch(
      @Nullable String displayName,
      @Nullable String bio,
      @Nullable String avatarUrl,
      @Nullable Instant bioUntil,
      @Nullable String avatarId) {}
}
