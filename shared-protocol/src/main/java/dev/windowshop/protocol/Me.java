package dev.windowshop.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person as they see themselves.
///
/// @param shopId the shop they own, if any
public record Me(
    String id,
    String username,
    String email,
    String displayName,
    @Nullable String avatarUrl,
    @Nullable String bio,
    @Nullable String shopId,
    Instant createdAt) {

  /// `PATCH /me`: a null leaves the field as it is.
  public record Patch(
      @Nullable String displayName, @Nullable String bio, @Nullable String avatarUrl) {}
}
