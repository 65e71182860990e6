package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What somebody may do on the whole relay, the least first.
public enum UserRole {
  @JsonProperty("user")
  USER,
  /// Sees reports, hides and suspends.
  @JsonProperty("moderator")
  MODERATOR,
  /// Also suspends moderators.
  @JsonProperty("admin")
  ADMIN,
  @JsonEnumDefaultValue
  @JsonProperty("unknown")
  UNKNOWN;

  public boolean moderates() {
    return this == MODERATOR || this == ADMIN;
  }
}
