package dev.windowshop.relay.oidc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a verified token of a provider says about somebody.
///
/// @param sid the provider's own session, where it names one
/// @param emailVerified whether the provider vouches for the email
public record ExternalClaims(
    String issuer,
    String subject,
    @Nullable String sid,
    @Nullable String email,
    boolean emailVerified,
    @Nullable String preferredUsername,
    @Nullable String name,
    Instant issuedAt,
    Instant expiresAt) {

  ExternalClaims withEmail(@Nullable String newEmail, boolean verified) {
    return new ExternalClaims(
        issuer, subject, sid, newEmail, verified, preferredUsername, name, issuedAt, expiresAt);
  }

  @Override
  public String toString() {
    return "ExternalClaims[" + issuer + ", [REDACTED]]";
  }
}
