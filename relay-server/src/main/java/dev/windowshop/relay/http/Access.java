package dev.windowshop.relay.http;

/// Who may use a route.
public enum Access {
  /// Anybody; a token that is sent must still be valid.
  PUBLIC,
  /// Signed-in users.
  USER,
  /// Whoever runs the relay: from this machine, or with the operator's token.
  OPERATOR
}
