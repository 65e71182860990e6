package dev.windowshop.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address of one's address book (`/me/addresses`).
///
/// @param label for example `Home`
/// @param standard the one that a checkout begins with; `default` on the wire
public record SavedAddress(
    String id,
    @Nullable String label,
    Order.Address address,
    @com.fasterxml.jackson.annotation.JsonProperty("default") boolean standard,
    Instant createdAt,
    Instant updatedAt) {

  @Override
  public String toString() {
    return "SavedAddress[" + id + ", [REDACTED]]";
  }

  /// `POST /me/addresses` and `PUT /me/addresses/{id}`.
  public record Edit(
      @Nullable String label,
      Order.@Nullable Address address,
      @com.fasterxml.jackson.annotation.JsonProperty("default") @Nullable Boolean standard) {
    @Override
    public String toString() {
      return "Edit[[REDACTED]]";
    }
  }
}
