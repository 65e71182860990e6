package dev.windowshop.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /me/security`: how somebody signs in.
///
/// @param emailVerified whether the email was proven
/// @param pendingEmail an address that waits to be confirmed
/// @param hasPassword false for who only signs in through a provider
/// @param mail whether this relay can send mail at all
public record AccountSecurity(
    String email,
    boolean emailVerified,
    @Nullable String pendingEmail,
    boolean hasPassword,
    boolean mail,
    List<Identity> identities) {

  /// One's account at a provider.
  ///
  /// @param provider its id here; null when this relay no longer knows it
  public record Identity(String issuer, @Nullable String provider, String name, Instant since) {}
}
