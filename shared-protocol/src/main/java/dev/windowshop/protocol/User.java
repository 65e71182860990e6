package dev.windowshop.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person as others see them.
///
/// @param bio the "what I'm up to" line
/// @param status null where it may not be seen or was not asked for
public record User(
    String id,
    String username,
    String displayName,
    @Nullable String avatarUrl,
    @Nullable String bio,
    @Nullable PresenceStatus status,
    @Nullable Instant lastSeen) {

  public User withPresence(PresenceStatus newStatus, @Nullable Instant seen) {
    return new User(id, username, displayName, avatarUrl, bio, newStatus, seen);
  }

  /// `POST /me/contacts`, `POST /me/blocks`.
  public record Named(String userId) {}
}
