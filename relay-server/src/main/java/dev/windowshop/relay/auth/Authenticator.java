package dev.windowshop.relay.auth;

/// Verifies access tokens: signature, algorithm, issuer, audience, expiry and that the session
/// lives.
public interface Authenticator {
  /// Blocks at most for a database read; never call it on an event loop.
  ///
  /// @throws dev.windowshop.protocol.ProblemException `token-invalid`, `token-expired` or
  ///   `token-unknown`
  Principal authenticate(String token);
}
